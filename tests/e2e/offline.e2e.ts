import { expect, test } from '@playwright/test';

test('a pane that could not be fetched can be tried again', async ({ page, context }) => {
  await page.goto('./', { waitUntil: 'networkidle' });

  await context.setOffline(true);
  await page.getByRole('tab', { name: 'Domain XML' }).click();
  await expect(page.getByText('This part of the page could not be fetched.')).toBeVisible();

  await context.setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByTestId('xml-light')).toContainText("<target dev='vda' bus='virtio'/>");
});

test('the light XML stays when only the editor is missing, and the editor can be tried again', async ({ page }) => {
  let missing = true;
  await page.route(/\/XmlDiff-[^/]+\.js$/, (route) => (missing ? route.abort() : route.continue()));
  await page.goto('./', { waitUntil: 'networkidle' });
  await page.getByRole('tab', { name: 'Domain XML' }).click();
  await page.getByRole('button', { name: 'Open in the editor' }).click();
  await expect(page.getByText('The editor could not be loaded')).toBeVisible();
  await expect(page.getByTestId('xml-light')).toContainText("<target dev='vda' bus='virtio'/>");

  missing = false;
  await page.getByRole('button', { name: 'Open in the editor' }).click();
  await expect(page.getByTestId('xml-diff').locator('.monaco-diff-editor')).toBeVisible();
});

test('an embed says so when what acts on the server cannot be fetched, and can still be walked', async ({ page }) => {
  await page.route(/\/playground\.svelte-[^/]+\.js$/, (route) => route.abort());
  await page.goto('embed/?lesson=the-article&step=3&panels=step,operations');
  await expect(page.getByRole('status', { name: 'About this embed' })).toContainText('could not be fetched');
  await page.getByRole('button', { name: 'Step forward' }).click();
  await expect(page.getByRole('banner').getByText('Moment 4 of')).toBeVisible();
});
