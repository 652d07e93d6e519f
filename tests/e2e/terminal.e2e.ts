import AxeBuilder from '@axe-core/playwright';
import { Lab } from '../support/page/lab.ts';
import { expect, test } from '../support/quiet-page.ts';

const SERVER = '0ac40227-597c-48d7-8379-9320beb7d3bd';
const VOLUME = 'a54facb5-8b1e-4370-9d0b-e7b6ca6f7adc';

test.beforeEach(async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: 'Terminal', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Command line' })).toBeFocused();
});

test("the article's case, typed", async ({ page }) => {
  const lab = new Lab(page);
  const output = page.getByRole('log');
  const type = async (...lines: readonly string[]) => {
    for (const line of lines) await page.keyboard.type(`${line}\n`);
  };
  await type(`nova volume-attach ${SERVER} ${VOLUME}`, ':run');
  await expect(output).toContainText('| device   | /dev/vdb ');
  await type('nova resize instance01 small-with-swap', ':step-until resize_finish', 'nova list');
  await expect(output).toContainText('| RESIZE | resize_finish | Running');
  await type(':run', 'nova resize-confirm instance01', ':run');
  await type(`nova volume-detach ${SERVER} ${VOLUME}`, ':run');
  await expect(lab.verdict).toContainText('Latent conflict');
  await type(`nova volume-attach ${SERVER} ${VOLUME}`, ':run', 'tail -1 /var/log/nova/nova-compute.log', 'cinder list');
  await expect(output).toContainText('| device   | /dev/vdc ');
  await expect(output).toContainText('libvirtError: Requested operation is not valid: target vdc already exists');
  expect(await lab.volumeStatus()).toBe('available');
  await type('nova reboot --hard instance01', ':run', `nova volume-attach ${SERVER} ${VOLUME}`, ':run');
  expect(await lab.column('domain')).toEqual(['vda root', 'vdb swap', 'vdc volume1']);
});

test('the picture stays in sight above it, and closing gives the page back', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(page.getByTestId('verdict')).toBeInViewport();
  await page.getByRole('button', { name: 'Close the terminal' }).click();
  await expect(page.getByRole('textbox', { name: 'Command line' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Terminal', exact: true })).toBeFocused();
});

for (const [colorScheme, width] of [
  ['light', 1440],
  ['dark', 1440],
  ['light', 390]
] as const) {
  test(`axe finds nothing in the terminal, ${colorScheme}, ${width} wide`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 844 });
    await page.keyboard.type('nova show instance01\nnova resize instance01 small-with-swap\nnova volume-');
    await page.keyboard.press('Tab');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([]);
  });
}
