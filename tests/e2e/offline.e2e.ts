import { expect, test } from '@playwright/test';

test('what could not be fetched for the XML is fetched when it is opened again', async ({ page, context }) => {
  await page.goto('./', { waitUntil: 'networkidle' });
  const title = page.getByText('Domain XML, before and after this step');

  await context.setOffline(true);
  await title.click();
  await expect(page.getByText('This could not be loaded')).toBeVisible();

  await context.setOffline(false);
  await title.click();
  await title.click();
  await expect(page.getByTestId('xml-diff').locator('.monaco-diff-editor')).toBeVisible();
});

test('the XML is there as plain text when only the editor is missing', async ({ page }) => {
  await page.route(/\.js$/, async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    // Monaco is by far the largest script.
    await (body.length > 500_000 ? route.abort() : route.fulfill({ response, body }));
  });
  await page.goto('./', { waitUntil: 'networkidle' });
  await page.getByText('Domain XML, before and after this step').click();
  await expect(page.getByText('this is the plain XML')).toBeVisible();
  await expect(page.locator('pre')).toContainText("<target dev='vda' bus='virtio'/>");
});
