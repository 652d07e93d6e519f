/** The cases that the page is there for, each with a mouse and with the keyboard alone. */
import { keyboard, mouse } from '../support/page/hands.ts';
import { Lab } from '../support/page/lab.ts';
import { expect, test } from '../support/quiet-page.ts';

for (const way of ['mouse', 'keyboard'] as const) {
  test.describe(`with the ${way} alone`, () => {
    let lab: Lab;

    test.beforeEach(async ({ page }) => {
      await page.goto('./');
      lab = new Lab(page, way === 'mouse' ? mouse : keyboard(page));
      await expect(lab.status).toHaveText('ACTIVE');
      await expect(page.getByRole('tab', { name: 'Steps' })).toBeVisible();
    });

    test("the article's: swap holds vdc, and only building the domain anew frees it", async () => {
      await lab.do('Attach volume', 'Resize', 'Confirm resize', 'Detach volume', 'Attach volume');
      expect(await lab.volumeStatus()).toBe('available');
      await expect(lab.client).toContainText('200, device /dev/vdc');
      await expect(lab.log).toContainText('Requested operation is not valid: target vdc already exists');

      await lab.press('What repairs it');
      const ways = lab.page.getByRole('tabpanel', { name: 'Repairs' });
      await expect(ways.locator('[data-way="softReboot"]')).toContainText('does not repair it');
      await lab.press('Try it here: Hard reboot');
      await expect(lab.verdict).toHaveText('Nova and libvirt agree.');
      await expect(ways).toContainText('Nothing to repair');
      expect(await lab.column('domain')).toEqual(['vda root', 'vdb swap', 'vdc volume1']);
    });

    test('the ephemeral disk that never came leaves a gap, and a hard reboot brings it', async () => {
      await lab.setUp(async (dialog) => {
        const flavor = dialog.getByRole('group', { name: 'small-with-swap' });
        await lab.hands.fill(flavor.getByLabel('Ephemeral GB'), '1');
        await lab.hands.fill(flavor.getByLabel('Swap MB'), '0');
      });
      await lab.do('Attach volume', 'Resize', 'Confirm resize');
      expect(await lab.column('domain')).toEqual(['vda root', 'vdb volume1']);

      await lab.do('Detach volume');
      await expect(lab.verdict).toHaveText('Nova counts ephemeral on vdb; the domain has no such disk.');
      await lab.do('Attach volume');
      expect(await lab.column('domain')).toEqual(['vda root', 'vdc volume1']);
      await expect(lab.log).not.toContainText('ERROR');

      await lab.do('Hard reboot');
      expect(await lab.column('domain')).toEqual(['vda root', 'vdb ephemeral', 'vdc volume1']);
    });

    test('33.0.0: the resize itself fails, and resetting the state leads out', async () => {
      await lab.setUp(async (dialog) => {
        await lab.hands.choose(dialog.getByLabel('Release'), '33.0.0');
      });
      await lab.do('Attach volume', 'Resize');
      await expect(lab.status).toHaveText('ERROR');
      await expect(lab.log).toContainText("target 'vdb' duplicated for disk sources");
      await lab.do('Hard reboot');
      await expect(lab.status).toHaveText('ERROR');

      await lab.press('What repairs it');
      await lab.press('Try it here: Reset the state, detach, hard reboot, attach again');
      await expect(lab.status).toHaveText('ACTIVE');
      expect(await lab.column('domain')).toEqual(['vda root', 'vdb swap', 'vdc volume1']);
    });

    test('a config drive stands in the way, without any resize', async () => {
      await lab.setUp(async (dialog) => {
        await lab.hands.choose(dialog.getByLabel('Config drive'), 'vfat');
        await lab.hands.tick(dialog.getByLabel('volume1'));
      });
      expect(await lab.column('domain')).toEqual(['vda root', 'vdb volume1', 'vdc config drive']);

      await lab.do('Detach volume');
      await expect(lab.verdict).toHaveText(
        'Latent conflict: Nova will ask for vdc; libvirt already has vdc (config drive).'
      );
      await lab.do('Attach volume');
      expect(await lab.volumeStatus()).toBe('available');
      await lab.do('Hard reboot', 'Attach volume');
      expect(await lab.column('domain')).toEqual(['vda root', 'vdb config drive', 'vdc volume1']);
    });
  });
}
