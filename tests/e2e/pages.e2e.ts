import AxeBuilder from '@axe-core/playwright';
import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from '../support/quiet-page.ts';

/** The addresses of all pages of the build. */
const pages = readdirSync('build', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('index.html'))
  .map((file) => (dirname(file) === '.' ? './' : `./${dirname(file)}/`));

test('every page says what it is, and no two say the same', async ({ page }) => {
  expect(pages.length).toBeGreaterThan(17);
  const said = new Set<string>();
  for (const address of pages) {
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    const title = await page.title();
    const description = (await page.locator('meta[name=description]').getAttribute('content')) ?? '';
    expect.soft(title, address).toMatch(/nova disk playground/);
    expect.soft(description.length, address).toBeGreaterThan(50);
    expect.soft(said.has(title) || said.has(description), address).toBe(false);
    said.add(title).add(description);
    await expect.soft(page.locator('meta[property="og:title"]'), address).toHaveAttribute('content', title);
    await expect.soft(page.locator('h1'), address).toHaveCount(1);
    await expect.soft(page.locator('html'), address).toHaveAttribute('lang', 'en');
    await expect.soft(page.locator('link[rel=icon]'), address).toHaveCount(1);
  }
});

test('what must be absolute stands in all places, or in none where nobody has said where the site is', async ({
  page,
  request
}) => {
  const robots = await (await request.get('./robots.txt')).text();
  expect(robots).toMatch(/^User-agent: \*\nAllow: \/\n/);
  const [, address] = /^Sitemap: (.*)sitemap\.xml$/m.exec(robots) ?? [];
  const times = address === undefined ? 0 : 1;
  await page.goto('./lessons/');
  await expect(page.locator(`link[rel=canonical][href="${address}lessons/"]`)).toHaveCount(times);
  for (const absolute of ['link[rel=canonical]', 'meta[property="og:url"]', 'meta[property="og:image"]']) {
    await expect(page.locator(absolute)).toHaveCount(times);
  }
  expect((await request.get('./sitemap.xml')).status()).toBe(address === undefined ? 404 : 200);
});

test('an address without a page says so, at any depth, and what to do', async ({ browser, baseURL }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    // Not the page that must stay quiet: the browser itself complains of a 404.
    const page = await (await browser.newContext({ colorScheme, viewport: { width: 320, height: 600 } })).newPage();
    const answer = await page.goto(`${baseURL}lessons/no/such/page`);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { name: 'No such page' })).toBeVisible();
    await expect(page.getByRole('main')).toContainText(/Take the last part off the address|These are there/);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.context().close();
  }
});
