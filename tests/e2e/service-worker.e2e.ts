import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { filesIn } from '../../src/build/files.ts';
import { bundleWorker } from '../../src/build/service-worker.ts';
import { Lab } from '../support/page/lab.ts';
import { expect, test as quietTest } from '../support/quiet-page.ts';
import { buildFolder } from '../support/site/build.ts';
import { host, SiteCopy, type Host } from '../support/site/host.ts';

const BASE = '/docs/playground/';

const test = quietTest.extend<{ site: SiteCopy; server: Host }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs
  site: async ({}, use) => {
    const site = new SiteCopy();
    await use(site);
    site.remove();
  },
  server: async ({ site }, use) => {
    const server = await host(site.folder, BASE);
    await use(server);
    await server.stop();
  }
});
test.use({ serviceWorkers: 'allow' });

/** Until the site is kept and the page is served from what is kept. */
async function untilKept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

async function pullThePlug(context: BrowserContext, server: Host): Promise<void> {
  await server.stop();
  await context.setOffline(true);
}

const notice = (page: Page) => page.getByRole('complementary', { name: 'A new version is ready.' });

async function cacheNames(page: Page): Promise<string[]> {
  return page.evaluate(() => caches.keys());
}

test('after one visit all works without a network: every page, a lesson, the terminal, the editor', async ({
  page,
  context,
  server
}) => {
  await page.goto(server.address);
  await untilKept(page);
  await pullThePlug(context, server);

  const pages = filesIn(buildFolder).filter((file) => file.endsWith('index.html'));
  expect(pages.length).toBeGreaterThan(15);
  for (const file of pages) {
    await page.goto(server.address + file.replace('index.html', ''));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }

  await page.goto(`${server.address}lessons/the-article/?projector`);
  const lab = new Lab(page);
  await lab.do('Resize');
  await expect(page.getByTestId('goals')).toContainText('1 of');

  await page.goto(server.address);
  await lab.do('Attach volume');
  await page.getByRole('tab', { name: 'Domain XML' }).click();
  await page.getByRole('button', { name: 'Open in the editor' }).click();
  await expect(page.getByTestId('xml-diff').locator('.monaco-diff-editor')).toContainText('vdb');
  // The editor finds what changed with its worker, and draws its icons with a font.
  await expect(async () => {
    await lab.press('Step back');
    await expect(page.getByTestId('xml-diff').locator('.line-insert').first()).toBeAttached({ timeout: 1000 });
  }).toPass();
  expect(await page.evaluate(() => document.fonts.load('16px codicon').then((fonts) => fonts.length))).toBe(1);
  await lab.press('Terminal');
  await page.getByRole('textbox', { name: 'Command line' }).fill('nova list');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Terminal' })).toContainText('instance01');
});

test('without a network each address still leads to its page', async ({ page, context, server }) => {
  await page.goto(`${server.address}conformance/`);
  await untilKept(page);
  await pullThePlug(context, server);

  const addresses = {
    'lessons/names': 'lessons/names/',
    'lessons/names?projector': 'lessons/names/?projector',
    'lessons/names/index.html': 'lessons/names/index.html',
    'lessons/glossary/?utm_source=x#bdm': 'lessons/glossary/?utm_source=x#bdm',
    'index.html?lang=en': 'index.html?lang=en'
  };
  for (const [asked, shown] of Object.entries(addresses)) {
    await page.goto(server.address + asked);
    expect(page.url()).toBe(server.address + shown);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => document.styleSheets.length), 'its styles').toBeGreaterThan(0);
  }
});

test('a new version waits until it is asked for, and takes nothing from whoever is at work', async ({
  page,
  context,
  site,
  server
}) => {
  const lab = new Lab(page);
  await page.goto(server.address);
  await untilKept(page);
  await lab.do('Attach volume');
  const other = await context.newPage();
  await other.goto(server.address);
  await untilKept(other);

  await site.update();
  await (await context.newPage()).goto(`${server.address}conformance/`);
  await expect(notice(page)).toContainText('What you did stays');
  await expect(notice(other)).toBeVisible();
  await expect(page.locator('h1[data-next]')).toHaveCount(0);

  await lab.do('Detach volume');
  const moment = await page.getByText(/^Moment \d+ of \d+/).innerText();
  await notice(page).getByRole('button', { name: 'Reload' }).click();
  await expect(page.locator('h1[data-next]')).toBeVisible();
  await expect(page.getByText(moment)).toBeVisible();
  await page.getByRole('tab', { name: 'Guest' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('/etc/fstab');
  await expect(notice(page)).toHaveCount(0);

  // The other page still runs the version before; the server has its files no more.
  await expect(other.locator('h1[data-next]')).toHaveCount(0);
  await other.getByRole('tab', { name: 'Guest' }).click();
  await expect(other.getByRole('tabpanel')).toContainText('/etc/fstab');
  await notice(other).getByRole('button', { name: 'Reload' }).click();
  await expect(other.locator('h1[data-next]')).toBeVisible();
});

test('a new version that was put off comes when no page is open any more, and the old one is forgotten', async ({
  page,
  context,
  site,
  server
}) => {
  await page.goto(`${server.address}lessons/names/`);
  await untilKept(page);
  const before = await cacheNames(page);
  await site.update();
  await page.reload();
  await expect(notice(page)).toContainText('What you did stays');
  await notice(page).getByRole('button', { name: 'Later' }).click();
  await expect(notice(page)).toHaveCount(0);
  await page.reload();
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator('h1[data-next]')).toHaveCount(0);

  await page.goto('about:blank');
  await expect(async () => {
    const next = await context.newPage();
    await next.goto(`${server.address}lessons/names/`);
    const isNext = await next.locator('h1[data-next]').count();
    const names = await cacheNames(next);
    await next.close();
    expect(isNext).toBe(1);
    expect(names).toHaveLength(1);
    expect(names).not.toEqual(before);
  }).toPass();
});

test('a first visit is told nothing of versions', async ({ page, server }) => {
  await page.goto(server.address);
  await untilKept(page);
  await page.reload();
  await expect(page.getByTestId('sentence')).toBeVisible();
  await expect(notice(page)).toHaveCount(0);
});

test('two copies on one origin leave each other alone, and a worker that is retired takes only its own away', async ({
  page,
  site
}) => {
  const stable = await host(site.folder, '/stable/');
  const port = Number(new URL(stable.address).port);
  const origin = new URL('/', stable.address).href;
  const latest = new SiteCopy();
  await latest.update();
  await page.goto(stable.address);
  await untilKept(page);
  await page.getByRole('tab', { name: 'Guest' }).click();
  await stable.stop();
  // One origin is one port: the copies take turns at it.
  const second = await host(latest.folder, '/latest/', port);
  await page.goto(`${origin}latest/`);
  await untilKept(page);
  await expect(page.locator('h1[data-next]')).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Steps' })).toHaveAttribute('aria-selected', 'true');
  await page.goto(`${origin}stable/`);
  await expect(page.locator('h1[data-next]')).toHaveCount(0);
  await expect(page.getByRole('tab', { name: 'Guest' })).toHaveAttribute('aria-selected', 'true');
  expect((await cacheNames(page)).map((name) => name.split(':')[1]).sort()).toEqual(['/latest/', '/stable/']);

  await page.goto(`${origin}latest/conformance/`, { waitUntil: 'networkidle' });
  await bundleWorker('retired-service-worker.ts', latest.folder, 'service-worker.js');
  await page.evaluate(() => navigator.serviceWorker.getRegistration().then((registration) => registration?.update()));
  await expect
    .poll(async () => (await cacheNames(page)).map((name) => name.split(':')[1]), { timeout: 20_000 })
    .toEqual(['/stable/']);
  const scopes = await page.evaluate(async () =>
    (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname)
  );
  expect(scopes).toEqual(['/stable/']);
  await page.goto(`${origin}latest/`);
  await new Lab(page).do('Attach volume');
  await second.stop();
  latest.remove();
});

test('pictures are kept when they were seen', async ({ page, context, site, server }) => {
  mkdirSync(join(site.folder, 'pictures'), { recursive: true });
  writeFileSync(join(site.folder, 'pictures/seen.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await page.goto(server.address);
  await untilKept(page);
  const see = () => page.evaluate(async () => (await fetch('pictures/seen.svg')).status);
  expect(await see()).toBe(200);
  await page.goto(server.address);
  await pullThePlug(context, server);
  expect(await see()).toBe(200);
});

test('an address that the site does not have: the server answers, and without it the site’s own page for that', async ({
  page,
  context,
  server
}) => {
  await page.goto(server.address);
  await untilKept(page);
  // Not the page that must stay quiet: the browser itself complains of a 404.
  const lost = await context.newPage();
  expect((await lost.goto(`${server.address}no/such/page`))?.status()).toBe(404);
  await pullThePlug(context, server);
  await lost.goto(`${server.address}nor/this`);
  expect(await lost.title()).toBe('No such page');
});

test('the browser finds nothing that stands in the way of installing it', async ({ page, context, server }) => {
  await page.goto(server.address);
  await untilKept(page);
  const devtools = await context.newCDPSession(page);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
  const { errors, data = '{}' } = await devtools.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const { icons } = JSON.parse(data) as { icons: { src: string }[] };
  for (const { src } of icons) expect((await page.request.get(server.address + src)).status(), src).toBe(200);
});
