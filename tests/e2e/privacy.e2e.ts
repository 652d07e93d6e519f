import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '../../src/build/files.ts';
import { Lab } from '../support/page/lab.ts';
import { expect, test } from '../support/quiet-page.ts';
import { buildFolder } from '../support/site/build.ts';

const pages = filesIn(buildFolder).filter((file) => file.endsWith('.html'));

test.describe('with the worker', () => {
  test.use({ serviceWorkers: 'allow' });

  test('nothing leaves for another host, no cookie is set, and the store has the site’s own keys only', async ({
    page,
    context,
    baseURL
  }) => {
    const elsewhere: string[] = [];
    let ofWorker = 0;
    context.on('request', (request) => {
      if (request.serviceWorker()) ofWorker++;
      if (!request.url().startsWith(baseURL ?? '?') && !request.url().startsWith('blob:'))
        elsewhere.push(request.url());
    });
    for (const file of pages) await page.goto(file.replace('index.html', ''), { waitUntil: 'load' });
    await page.goto('./');
    const lab = new Lab(page);
    await lab.do('Attach volume');
    for (const pane of await page.getByRole('tab').all()) await pane.click();
    await lab.press('Export');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);

    expect(ofWorker, 'what the worker asked for is heard too').toBeGreaterThan(pages.length);
    expect(elsewhere).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    const keys = await page.evaluate(async () => [...Object.keys(localStorage), ...(await caches.keys())]);
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) expect(key).toMatch(/^nova-disk-playground:\/docs\/playground\/:/);
  });
});

test('a browser that stores nothing: all works, and a lesson says that its progress is not kept', async ({ page }) => {
  await page.addInitScript(() => {
    for (const store of ['localStorage', 'sessionStorage', 'caches', 'indexedDB']) {
      Object.defineProperty(window, store, {
        get: () => {
          throw new DOMException('The user denied permission to access the storage.', 'SecurityError');
        }
      });
    }
  });
  await page.goto('./');
  const lab = new Lab(page);
  await lab.do('Attach volume');
  await page.getByRole('tab', { name: 'Guest' }).click();
  expect(await lab.volumeStatus()).toBe('in-use');

  for (const address of ['./lessons/', './lessons/the-article/']) {
    await page.goto(address);
    await expect(page.getByRole('alert')).toContainText('stores nothing for this site');
  }
  await lab.do('Resize');
  await expect(page.getByTestId('status')).toContainText('VERIFY_RESIZE');
});

test('the policy of each built page lets no text become a script, and no page has an inline one', () => {
  expect(pages.length).toBeGreaterThan(15);
  for (const file of pages) {
    const html = readFileSync(join(buildFolder, file), 'utf8');
    const policy = /<meta http-equiv="content-security-policy" content="([^"]+)"/.exec(html)?.[1];
    expect(policy, file).toContain("default-src 'none'");
    // Where no script is spoken of, what holds for all holds for scripts: none.
    for (const [scripts] of policy?.matchAll(/script-src[^;]*/g) ?? []) expect(scripts, file).toBe("script-src 'self'");
    expect(policy, file).not.toContain('unsafe-eval');
    // What is said to search engines is data: no browser runs it.
    expect(html.match(/<script(?! type="application\/ld\+json")(?![^>]* src=)/g) ?? [], file).toEqual([]);
    expect(html.match(/<[^>]+ on[a-z]+=/g) ?? [], file).toEqual([]);
  }
});

test('no built file fetches or imports a script from another host', () => {
  for (const file of filesIn(buildFolder).filter((name) => name.endsWith('.js'))) {
    const code = readFileSync(join(buildFolder, file), 'utf8');
    expect(code.match(/(?:importScripts|import|from)\s*\(?\s*["'`](?:https?:)?\/\//g) ?? [], file).toEqual([]);
  }
});
