/**
 * What one step costs the built page in a real browser, with 1,000 and with 10,000 steps of history: the main thread's
 * work from the key to the laid-out page, the browser's own Event Timing, and the memory that the history takes.
 */
import { chromium, type Page } from 'playwright';
import { chromiumLaunchOptions } from '../support/chromium.js';
import { createStaticServer, listen } from '../support/site/server.ts';

const STEPS = 200;

/** Attaches and detaches until the history is as long as it should be. */
async function grow(page: Page, steps: number): Promise<void> {
  await page.evaluate(async (wanted) => {
    const press = async (name: string) => {
      const button = [...document.querySelectorAll('button')].find(({ innerText }) => innerText.trim() === name);
      if (!button) throw new Error(`no button ${name}`);
      button.click();
      await Promise.resolve();
    };
    const last = () => document.querySelector<HTMLInputElement>('input[type=range]')?.max ?? '0';
    while (Number(last()) < wanted) {
      for (const name of ['Attach volume', 'Run to end', 'Detach volume', 'Run to end']) await press(name);
    }
  }, steps);
}

/** Milliseconds of main-thread work for each of some steps back. */
async function measure(page: Page): Promise<readonly number[]> {
  return page.evaluate(async (steps) => {
    const work: number[] = [];
    for (let step = 0; step < steps; step++) {
      const begin = performance.now();
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }));
      await Promise.resolve();
      document.body.getBoundingClientRect();
      work.push(performance.now() - begin);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return work;
  }, STEPS);
}

/** Event Timing needs keys that a person could have pressed. */
async function timeKeys(page: Page): Promise<readonly number[]> {
  await page.evaluate(() => {
    const store = window as unknown as { keys: number[] };
    store.keys = [];
    new PerformanceObserver((list) => {
      store.keys.push(
        ...list
          .getEntries()
          .filter(({ name }) => name === 'keydown')
          .map(({ duration }) => duration)
      );
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
  for (let step = 0; step < STEPS; step++) await page.keyboard.press('ArrowLeft');
  await page.waitForTimeout(500);
  const slow = await page.evaluate(() => (window as unknown as { keys: number[] }).keys);
  // The browser tells of nothing below 16 ms.
  return [...slow, ...Array<number>(Math.max(0, STEPS - slow.length)).fill(0)];
}

function percentile(values: readonly number[], share: number): number {
  return values.toSorted((one, other) => one - other)[Math.ceil(values.length * share) - 1] ?? Number.NaN;
}

async function heap(page: Page): Promise<number> {
  const client = await page.context().newCDPSession(page);
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  await client.detach();
  return usedSize / 1024 / 1024;
}

const server = createStaticServer('build', '/');
const port = await listen(server, 0);
const browser = await chromium.launch(chromiumLaunchOptions());
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
// What runs in the page was compiled by tsx, which marks functions with their names through this.
await page.addInitScript('globalThis.__name = (one) => one');
await page.goto(`http://localhost:${String(port)}/`, { waitUntil: 'networkidle' });
const before = await heap(page);
for (const history of [1000, 10_000]) {
  await grow(page, history);
  const grown = (await heap(page)) - before;
  const work = await measure(page);
  const keys = await timeKeys(page);
  console.log(
    `${history} steps of history: work p50 ${percentile(work, 0.5).toFixed(1)} ms, p95 ${percentile(work, 0.95).toFixed(1)} ms;` +
      ` Event Timing p95 ${percentile(keys, 0.95)} ms; memory of the history ${grown.toFixed(1)} MB`
  );
}
await browser.close();
server.close();
