import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../support/quiet-page.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 }
  ]) {
    test(`axe finds nothing, ${colorScheme}, ${viewport.width} wide`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      await page.goto('./');
      await page.getByRole('button', { name: 'Attach volume', exact: true }).click();
      await page.getByRole('button', { name: 'Run to end' }).click();
      for (const name of ['Resize', 'Confirm resize', 'Detach volume', 'Attach volume']) {
        await page.getByRole('button', { name, exact: true }).click();
        await page.getByRole('button', { name: 'Run to end' }).click();
      }
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([]);
    });
  }
}

test('nothing scrolls sideways on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./');
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth
  }));
  expect(scroll).toBe(client);
});

test('the case can be played by keyboard alone', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: 'Attach volume', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Run to end' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByTestId('volume-status')).toHaveText('in-use');
});

test('the first state can be read before any script runs', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(baseURL ?? '');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('nova disk playground');
  await expect(page.getByTestId('status')).toHaveText('ACTIVE');
  await context.close();
});
