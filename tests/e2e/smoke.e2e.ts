import { test as anyPage } from '@playwright/test';
import { expect, test } from '../support/quiet-page.ts';

test('the page opens under a sub-path, without an error', async ({ page, baseURL }) => {
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));

  await page.goto('./', { waitUntil: 'networkidle' });

  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/docs/playground/');
  expect(addresses.some((address) => /_app\/immutable\/playground\.island-.*\.js$/.test(address))).toBe(true);
  expect(addresses.filter((address) => !address.startsWith(baseURL ?? '?'))).toEqual([]);
});

anyPage('the content security policy stops an inline script', async ({ page }) => {
  await page.goto('./');
  const refused = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => {
          resolve(event.effectiveDirective);
        });
        const script = document.createElement('script');
        script.textContent = 'document.title = "this ran"';
        document.body.append(script);
      })
  );
  expect(refused).toBe('script-src-elem');
});

test('no page has an inline script, and one in which nothing runs only the script that keeps the site', async ({
  page
}) => {
  await page.goto('./');
  await expect(page.locator('script')).toHaveCount(2);
  await expect(page.locator('script:not([src])')).toHaveCount(0);

  await page.getByRole('link', { name: 'How far this matches real Nova, libvirt and Linux' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('script')).toHaveCount(1);
  await expect(page.locator('script')).toHaveAttribute('src', /offline\.island-[\w-]+\.js$/);
});
