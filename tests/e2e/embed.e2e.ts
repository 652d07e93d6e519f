import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../support/page/embedding.ts';

const article = '<nova-disk-playground lesson="the-article" step="12"></nova-disk-playground>';

test.describe('the element, in a page of another origin', () => {
  test('shows the moment, walks it, and says so to its page', async ({ host }) => {
    await host.open(`${host.script}${article}`);
    const frame = host.frame();
    await expect(frame.getByRole('banner').getByText('Moment 12 of')).toBeVisible();
    await expect(frame.getByRole('heading', { level: 1 })).toContainText('The article');
    await frame.getByRole('button', { name: 'Step forward' }).click();
    await expect(frame.getByRole('banner').getByText('Moment 13 of')).toBeVisible();

    await expect.poll(async () => (await host.told()).map(({ type, step }) => step ?? type)).toEqual(['ready', 12, 13]);
    const [, state] = await host.told();
    expect(state).toMatchObject({ type: 'state', release: '17.0.0.0b1', verdict: 'agree' });
    expect(state?.['link']).toMatch(/^1\.[\w-]+$/);
  });

  test('goes where its page tells it, and tells which part of the lesson is reached', async ({ host }) => {
    await host.open(`${host.script}<nova-disk-playground lesson="the-article" step="0"></nova-disk-playground>`);
    await expect(host.frame().getByRole('banner').getByText('Moment 0 of')).toBeVisible();
    await host.element().evaluate((element) => (element as unknown as { goTo: (step: number) => void }).goTo(999));
    await expect(
      host
        .frame()
        .getByRole('banner')
        .getByText(/Moment (\d+) of \1/)
    ).toBeVisible();
    await expect.poll(async () => (await host.told()).some(({ type }) => type === 'goal')).toBe(true);
    await host.element().evaluate((element) => element.setAttribute('step', '5'));
    await expect(host.frame().getByRole('banner').getByText('Moment 5 of')).toBeVisible();
    await host.element().evaluate((element) => element.setAttribute('panels', 'truths'));
    await expect(host.frame().getByTestId('client')).toHaveCount(0);
    await expect(host.frame().getByRole('banner').getByText('Moment 5 of')).toBeVisible();
  });

  test('is as high as its content, and stays so from step to step', async ({ host, page }) => {
    // As most resets and many themes have it.
    const reset = '<style>* { box-sizing: border-box }</style>';
    await host.open(`${reset}${host.script}${article}<p>The text goes on.</p>`);
    await expect(host.frame().getByRole('banner').getByText('Moment 12 of')).toBeVisible();
    const overflow = () =>
      host
        .frame()
        .locator('html')
        .evaluate((root) => root.scrollHeight - root.clientHeight);
    await expect.poll(overflow).toBe(0);
    const text = page.getByText('The text goes on.');
    const top = (await text.boundingBox())?.y;
    for (let step = 12; step > 9; step--) await host.frame().getByRole('button', { name: 'Step back' }).click();
    await expect(host.frame().getByRole('banner').getByText('Moment 9 of')).toBeVisible();
    expect((await text.boundingBox())?.y).toBe(top);
  });

  test('has the name that its page gives it, for who hears which frame it is', async ({ host }) => {
    await host.open(`${host.script}${article.replace('>', ' label="Where it parts">')}`);
    await expect(host.element().locator('iframe')).toHaveAttribute('title', 'Where it parts');
    await expect(host.frame().getByRole('banner').getByText('Moment 12 of')).toBeVisible();
    await host.element().evaluate((element) => element.setAttribute('label', 'There'));
    await expect(host.element().locator('iframe')).toHaveAttribute('title', 'There');
    await host.element().evaluate((element) => element.removeAttribute('label'));
    await expect(host.element().locator('iframe')).toHaveAttribute('title', /lesson the-article$/);
  });

  test('shows what stands inside it to who has no script, and to nobody else', async ({ host, browser }) => {
    const inside = article.replace('></', '><a href="https://example.org/">See it elsewhere</a></');
    await host.open(`${host.script}${inside}`);
    await expect(host.frame().getByRole('banner').getByText('Moment 12 of')).toBeVisible();
    await expect(host.page.getByRole('link', { name: 'See it elsewhere' })).toBeHidden();
    const without = await browser.newPage({ javaScriptEnabled: false });
    await without.goto(host.page.url());
    await expect(without.getByRole('link', { name: 'See it elsewhere' })).toBeVisible();
    await without.close();
  });

  test('asks nothing of a strict policy but the site itself', async ({ host }) => {
    const { site } = host;
    await host.open(`${host.script}${article}`, {
      'content-security-policy': `default-src 'none'; script-src ${site}; frame-src ${site}; img-src ${site}`,
      'referrer-policy': 'no-referrer'
    });
    await expect(host.frame().getByRole('banner').getByText('Moment 12 of')).toBeVisible();
    await expect.poll(async () => (await host.told()).map(({ type }) => type)).toContain('ready');
  });

  test('works as a module, and where its script stands twice', async ({ host }) => {
    const asModule = `<script type="module" src="${host.site}embed.v1.js" crossorigin></script>`;
    await host.page.route('**/embed.v1.js', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), 'access-control-allow-origin': '*' } });
    });
    await host.open(`${asModule}${host.script}${host.script}${article}`);
    await expect(host.frame().getByRole('banner').getByText('Moment 12 of')).toBeVisible();
  });

  test('follows its page between light and dark', async ({ host, page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await host.open(
      `<style>:root { color-scheme: light dark } .dark { color-scheme: dark }</style>${host.script}${article}`
    );
    const ground = () =>
      host
        .frame()
        .locator('body')
        .evaluate((body) => getComputedStyle(body).backgroundColor);
    await expect(host.frame().getByRole('banner').getByText('Moment 12 of')).toBeVisible();
    await expect.poll(ground).toBe('rgb(245, 244, 240)');
    await page.evaluate(() => document.documentElement.classList.add('dark'));
    await expect.poll(ground).toBe('rgb(20, 21, 26)');
    await page.evaluate(() => document.documentElement.classList.remove('dark'));
    await expect.poll(ground).toBe('rgb(245, 244, 240)');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(ground).toBe('rgb(20, 21, 26)');
    await host.element().evaluate((element) => element.setAttribute('theme', 'light'));
    await expect.poll(ground).toBe('rgb(245, 244, 240)');
  });
});

test('ten embeds are light: what is not in view is a picture', async ({ host, page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  const gap = '<p style="height: 1500px">Text.</p>';
  await host.open(`${host.script}${Array.from({ length: 10 }, () => article).join(gap)}`);
  await expect(host.frame().getByRole('banner').getByText('Moment 12 of')).toBeVisible();
  await expect.poll(async () => (await host.told()).map(({ type }) => type)).toContain('state');

  const frames = () => requests.filter((url) => url.includes('/embed/?'));
  expect(frames()).toHaveLength(1);
  expect(requests.filter((url) => /monaco|editor|XmlDiff|Terminal/i.test(url))).toEqual([]);
  expect(requests.filter((url) => url.endsWith('.js')).length).toBeLessThan(30);
  await expect(page.locator('nova-disk-playground').locator('iframe')).toHaveCount(1);
  await expect(host.element(5).getByRole('img')).toHaveAccessibleName(/^The disks of the server at step 12/);

  await host.element(1).scrollIntoViewIfNeeded();
  await expect(host.frame(1).getByRole('banner').getByText('Moment 12 of')).toBeVisible();
  expect(frames()).toHaveLength(2);
});

test('a page of another origin that is sandboxed itself can hold the element', async ({ host, page, baseURL }) => {
  const inner = `<script src="${baseURL}embed.v1.js"></script>${article}`;
  await host.open(
    `<iframe title="A guide in a frame" style="width: 900px; height: 900px" sandbox="allow-scripts allow-same-origin" srcdoc="${inner.replaceAll('"', '&quot;')}"></iframe>`
  );
  const frame = page.frameLocator('iframe').locator('nova-disk-playground').frameLocator('iframe');
  await expect(frame.getByRole('banner').getByText('Moment 12 of')).toBeVisible();
  await frame.getByRole('button', { name: 'Step forward' }).click();
  await expect(frame.getByRole('banner').getByText('Moment 13 of')).toBeVisible();
});

test('a plain frame hears and tells as much, and nothing but its page moves it', async ({ host, page }) => {
  const sandbox = 'sandbox="allow-scripts allow-same-origin"';
  await host.open(
    `<iframe id="one" title="One" ${sandbox} src="${host.site}embed/?lesson=the-article&step=3&theme=light"></iframe>
     <iframe id="other" title="Other" ${sandbox} src="${host.site}embed/?lesson=the-article&step=4"></iframe>`
  );
  const one = page.frameLocator('#one');
  await expect(one.getByRole('banner').getByText('Moment 3 of')).toBeVisible();
  await expect(page.frameLocator('#other').getByRole('banner').getByText('Moment 4 of')).toBeVisible();
  // The other frame is of the frame's own origin, and still not the page around it.
  const other = page.frames().find((frame) => frame.url().includes('step=4'));
  await other?.evaluate(() => {
    parent.frames[0]?.postMessage({ novaDiskPlayground: 1, type: 'goTo', step: 9 }, '*');
  });
  await page.evaluate(() => {
    for (const data of [null, 'goTo', { type: 'goTo', step: 7 }, { novaDiskPlayground: 1, type: 'goTo', step: 'x' }]) {
      frames[0]?.postMessage(data, '*');
    }
    frames[0]?.postMessage({ novaDiskPlayground: 1, type: 'theme', theme: 'dark' }, '*');
  });
  await expect(one.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(one.getByRole('banner').getByText('Moment 3 of')).toBeVisible();
  await page.evaluate(() => frames[0]?.postMessage({ novaDiskPlayground: 1, type: 'goTo', step: 6 }, '*'));
  await expect(one.getByRole('banner').getByText('Moment 6 of')).toBeVisible();
});

test.describe('the page for frames', () => {
  test('never writes its address, and opens the whole page with what is shown', async ({ page, context }) => {
    await page.goto('embed/?lesson=the-article&step=3');
    const address = page.url();
    await expect(page.getByRole('banner').getByText('Moment 3 of')).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('banner').getByText('Moment 4 of')).toBeVisible();
    const full = page.getByRole('link', { name: 'Open the full playground' });
    await expect(full).toHaveAttribute('href', /^\.\.\/#1\./);
    expect(page.url()).toBe(address);
    const [opened] = await Promise.all([context.waitForEvent('page'), full.click()]);
    await expect(opened.getByText('Moment 4 of')).toBeVisible();
    expect(await opened.evaluate(() => opener as unknown)).toBeNull();
  });

  test('keeps the focus where it is when the moment comes', async ({ page }) => {
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/\/EmbeddedPanel-[^/]+\.js$/, async (route) => {
      await released;
      await route.continue();
    });
    await page.goto('embed/?lesson=the-article&step=3');
    const full = page.getByRole('link', { name: 'Open the full playground' });
    await full.focus();
    await expect(page.getByText('Loading the moment')).toBeVisible();
    release();
    await expect(page.getByRole('banner').getByText('Moment 3 of')).toBeVisible();
    await expect(full).toBeFocused();
  });

  test('can be walked but not acted in where it is readonly', async ({ page }) => {
    await page.goto('embed/?lesson=the-article&step=3&panels=operations,lifecycle,truths&readonly');
    await expect(page.getByRole('status', { name: 'About this embed' })).toContainText(
      '“operations” acts on the server'
    );
    await expect(page.getByRole('heading', { name: 'Operations' })).toHaveCount(0);
    const stop = page.getByRole('button', { name: /^Stop: active/ });
    await expect(stop).toHaveAttribute('aria-disabled', 'true');
    await page.getByRole('button', { name: 'Step forward' }).click();
    await expect(page.getByRole('banner').getByText('Moment 4 of')).toBeVisible();
  });

  test('lets somebody act where it is not', async ({ page }) => {
    await page.goto('embed/?panels=step,server,operations');
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await page.getByRole('button', { name: 'Run to end' }).click();
    await expect(page.getByTestId('status')).toHaveText('SHUTOFF');
  });

  test('shows a moment whatever is wrong with its address, and says what', async ({ page }) => {
    const notices = page.getByRole('status', { name: 'About this embed' });
    await page.goto('embed/?lesson=nope&panels=cat&theme=blue');
    await expect(notices).toContainText('There is no lesson “nope”');
    await expect(notices).toContainText('“theme” cannot be “blue”');
    await expect(page.getByRole('banner').getByText('Moment 0 of')).toBeVisible();
    await page.goto('embed/?lesson=the-article&step=9999');
    await expect(notices).toContainText('There is no step 9999');
    await page.goto('embed/?lesson=the-article&step=2#1.damaged');
    await expect(notices).toContainText('damaged');
    await expect(page.getByRole('banner').getByText('Moment 2 of')).toBeVisible();
    await page.evaluate(() => {
      location.hash = '#7.later';
    });
    await expect(notices).toContainText('A newer version');
  });

  test('has the controls that were asked for, and their keys', async ({ page }) => {
    const names = () => page.locator('main').getByRole('button').allInnerTexts();
    await page.goto('embed/?lesson=the-article&step=3&controls=steps&panels=step');
    await expect(page.getByRole('banner').getByText('Moment 3 of')).toBeVisible();
    expect(await names()).toEqual(['Step back', 'Step forward']);
    await page.keyboard.press(' ');
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByRole('banner').getByText('Moment 2 of')).toBeVisible();
    await page.goto('embed/?lesson=the-article&step=3&controls=none&panels=step');
    await expect(page.getByRole('banner').getByText('Moment 3 of')).toBeVisible();
    expect(await names()).toEqual([]);
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByRole('banner').getByText('Moment 3 of')).toBeVisible();
  });

  for (const width of [320, 700, 1200]) {
    for (const theme of ['light', 'dark']) {
      test(`axe finds nothing and nothing scrolls sideways, ${width} wide, ${theme}`, async ({ page }) => {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(`embed/?lesson=the-article&step=38&theme=${theme}&panels=step,truths,client,log,why,guest`);
        await expect(page.getByRole('banner').getByText('Moment 38 of')).toBeVisible();
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([]);
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(sideways).toBeLessThanOrEqual(0);
      });
    }
  }
});
