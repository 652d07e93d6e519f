/** The panes beside the picture. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/quiet-page.ts';

async function press(page: Page, ...names: readonly string[]): Promise<void> {
  for (const name of names) await page.getByRole('button', { name, exact: true }).click();
}

/** Up to the failing attach, which is the fifth chapter. */
async function tellUntilTheCollision(page: Page): Promise<void> {
  await press(page, 'Play the article', ...Array<string>(5).fill('Run to end'));
}

test.beforeEach(async ({ page }) => {
  await page.goto('./');
  await expect(page.getByRole('tab', { name: 'Steps' })).toBeVisible();
});

test('the steps can be gone to by click and by arrow, and the list follows', async ({ page }) => {
  await tellUntilTheCollision(page);
  await page.getByRole('button', { name: /libvirt, attach device, fails$/ }).click();
  await expect(page.getByTestId('sentence')).toContainText('libvirt refuses: target vdc already exists');
  await expect(page.getByTestId('sentence')).toContainText(
    'libvirt code 55 (VIR_ERR_OPERATION_INVALID), domain 10 (VIR_FROM_QEMU)'
  );
  await page.getByRole('list', { name: 'All steps of this branch' }).focus();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByTestId('sentence')).toContainText('nova-compute connects the host');
  await page.keyboard.press('Home');
  await expect(page.getByText(/^Moment 0 of/)).toBeVisible();
  await expect(page.locator('[aria-current="step"]')).toBeInViewport();
});

test('acting in the past leaves a branch that can be gone back to', async ({ page }) => {
  await press(page, 'Stop', 'Run to end');
  await page.getByRole('slider', { name: 'History' }).fill('0');
  await press(page, 'Attach volume', 'Run to end');
  await expect(page.getByTestId('status')).toHaveText('ACTIVE');
  await page.getByRole('button', { name: 'from moment 0: Stop' }).click();
  await expect(page.getByTestId('status')).toHaveText('SHUTOFF');
  await page.getByRole('button', { name: 'from moment 0: Attach volume' }).click();
  await expect(page.getByTestId('volume-status')).toHaveText('in-use');
});

test('why this name: the walk, the rules, and that Nova never looked', async ({ page }) => {
  await tellUntilTheCollision(page);
  await page.getByRole('tab', { name: 'Why this name' }).click();
  const pane = page.getByRole('tabpanel');
  await expect(pane.getByRole('heading', { name: 'Why vdc?' })).toBeVisible();
  await expect(pane).toContainText('Swap has no row.');
  await expect(pane).toContainText('Nowhere in this walk did Nova look at the domain. There, vdc is the swap disk.');
  await expect(pane.getByRole('link', { name: /get_disk_mapping/ })).toHaveAttribute(
    'href',
    'https://github.com/openstack/nova/blob/17.0.0.0b1/nova/virt/libvirt/blockinfo.py'
  );
});

test('the editor is dark where the address asks for it', async ({ page }) => {
  await page.goto('./?theme=dark&panels=xml');
  await press(page, 'Open in the editor');
  await expect(page.getByTestId('xml-diff').locator('.monaco-editor.vs-dark').first()).toBeVisible();
});

test('the guest: fstab by name means the wrong disk after the hard reboot, by UUID it does not', async ({ page }) => {
  await press(page, 'Play the article', ...Array<string>(9).fill('Run to end'));
  await page.getByRole('tab', { name: 'Guest' }).click();
  const pane = page.getByRole('tabpanel');
  const summary = page.getByTestId('fstab-summary');
  await expect(summary).toHaveText('fstab means volume1 by /dev/vdb; /dev/vdb is swap now.');
  await expect(pane).toContainText('mount: /data: wrong fs type');
  await pane.getByRole('button', { name: 'by UUID' }).click();
  await expect(summary).not.toContainText('is swap now');
  await expect(pane).not.toContainText('wrong fs type');
});

test('the choice of a pane and its width outlive the visit, and a damaged store does no harm', async ({ page }) => {
  await page.getByRole('tab', { name: 'Guest' }).click();
  const edge = page.getByRole('separator', { name: 'Width of the panes' });
  await edge.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(edge).toHaveAttribute('aria-valuenow', '440');
  await page.reload();
  await expect(page.getByRole('tab', { name: 'Guest' })).toHaveAttribute('aria-selected', 'true');
  await expect(edge).toHaveAttribute('aria-valuenow', '440');

  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) localStorage.setItem(key, '{"broken');
  });
  await page.reload();
  await expect(page.getByRole('tab', { name: 'Steps' })).toHaveAttribute('aria-selected', 'true');
});

test('a question mark opens the help, and Escape gives the page back', async ({ page }) => {
  await page.getByRole('button', { name: 'Attach volume', exact: true }).focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'How to use this page' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Attach volume', exact: true })).toBeFocused();
});

test('Play plays the steps of one’s own', async ({ page }) => {
  await press(page, 'Attach volume');
  const play = page.getByRole('button', { name: 'Play', exact: true });
  await play.click();
  await expect(page.getByText(/^Moment 2 of/)).toBeVisible();
  await press(page, 'Pause');
  await expect(play).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in any pane, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await tellUntilTheCollision(page);
    for (const name of ['Steps', 'Why this name', 'Repairs', 'Domain XML', 'Lifecycle', 'Guest']) {
      await page.getByRole('tab', { name }).click();
      await expect(page.getByRole('tabpanel')).not.toContainText('Loading');
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([]);
    }
  });
}

test('another release replays what was done, and says what ends differently', async ({ page }) => {
  for (const name of ['Attach volume', 'Resize']) await press(page, name, 'Run to end');
  await expect(page.getByTestId('status')).toHaveText('VERIFY_RESIZE');
  await press(page, 'Lab settings');
  const dialog = page.getByRole('dialog', { name: 'Lab settings' });
  await dialog.getByRole('combobox').first().selectOption('33.0.0');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await dialog.getByRole('button', { name: 'Apply', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(/target 'vdb' duplicated/).first()).toBeVisible();
  await expect(page.getByTestId('status')).toHaveText('ERROR');
});
