/** WebKitGTK for the tests: a display, a driver on it, and the visitor that a session of it makes. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Builder, By, Capabilities, error, Key, type WebDriver } from 'selenium-webdriver';
import type { SiteCopy } from '../site/host.ts';
import { listen as listenOn } from '../site/server.ts';
import { webKitPrograms } from '../webkit.js';
import type { Visitor } from './visitor.ts';

/** A slow machine must not fail a test: this only ends what hangs. */
const PATIENCE = 20_000;

const KEYS = { Tab: Key.TAB, Enter: Key.ENTER, Escape: Key.ESCAPE, ArrowLeft: Key.ARROW_LEFT };

/** The elements that may have a role; which of them do, the browser says. */
const CANDIDATES = { button: 'button, summary, [role="button"]', tab: '[role="tab"]' };

export interface WebKit {
  start: (options: { width: number; height: number; dark: boolean }) => Promise<WebDriver>;
  stop: () => void;
}

/** One driver, which has one session at a time. */
export async function launchWebKit(): Promise<WebKit> {
  const { display, number } = await openDisplay();
  const address = `http://localhost:${await freePort()}`;
  const service = spawn(webKitPrograms.driver, [`--port=${new URL(address).port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: `:${number}`,
      // Neither a container's root nor a display without a graphics card has what these two need.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1'
    }
  });
  await answers(`${address}/status`);
  return {
    start: async ({ width, height, dark }) => {
      const options = { args: ['--automation', ...(dark ? ['--dark-mode'] : [])] };
      const driver = await new Builder()
        .usingServer(address)
        .withCapabilities(new Capabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options }))
        .build();
      await driver.manage().window().setRect({ width, height });
      return driver;
    },
    stop: () => {
      service.kill();
      display.kill();
    }
  };
}

/** Opens a display that nobody sees, with a number that nobody has. */
async function openDisplay(): Promise<{ display: ChildProcess; number: string }> {
  const display = spawn(webKitPrograms.display, ['-displayfd', '1', '-screen', '0', '1600x1200x24'], {
    stdio: ['ignore', 'pipe', 'ignore']
  });
  const [number] = (await once(display.stdout, 'data')) as [Buffer];
  return { display, number: number.toString().trim() };
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listenOn(server, 0);
  server.close();
  return port;
}

async function answers(address: string): Promise<void> {
  const started = performance.now();
  while (!(await fetch(address).catch(() => undefined))?.ok) {
    if (performance.now() - started > PATIENCE) throw new Error(`Nothing answers at ${address}`);
    await wait(50);
  }
}

/** The visitor of a session; `complaints` are filled with what its pages complain about. */
export function visitorOf(
  driver: WebDriver,
  site: string,
  complaints: string[]
): Visitor & { leave: () => Promise<void> } {
  const leave = async (): Promise<void> => {
    complaints.push(...(await driver.executeScript<string[]>(complaintsSoFar)));
  };
  return {
    leave,
    open: async (address) => {
      await leave();
      await driver.get(new URL(address, site).href);
    },
    press: (name, role = 'button') =>
      driver.wait(() => click(driver, role, name), PATIENCE, `${role} ${name}`).then(() => undefined),
    type: (text) => driver.actions().sendKeys(text.replaceAll('\n', Key.ENTER)).perform(),
    key: (key) => driver.actions().sendKeys(KEYS[key]).perform(),
    read: (look, argument = '') => driver.executeScript(look, argument)
  };
}

async function click(driver: WebDriver, role: 'button' | 'tab', name: string): Promise<boolean> {
  try {
    for (const element of await driver.findElements(By.css(CANDIDATES[role]))) {
      if ((await element.getAccessibleName()) !== name || (await element.getAriaRole()) !== role) continue;
      if ((await element.getAttribute('aria-disabled')) === 'true' || !(await element.isEnabled())) return false;
      await element.click();
      return true;
    }
    return false;
  } catch (reason) {
    // The page drew itself anew in between.
    if (reason instanceof error.StaleElementReferenceError) return false;
    throw reason;
  }
}

/**
 * Makes the pages of a site keep what they complain about. WebDriver has no log, and WebKitGTK writes none of a session
 * that is driven; so the first script of each page is this one. `base`: where the site will be served.
 */
export function makeListen(site: SiteCopy, base: string): void {
  writeFileSync(join(site.folder, 'listen.js'), `(${listen.toString()})()`);
  site.change('.html', (page) => page.replace('<head>', `<head><script src="${base}listen.js"></script>`));
}

function listen(): void {
  const kept: string[] = [];
  Object.assign(window, { complaints: kept });
  // Also what cannot be fetched, of which only the element that asked is told.
  const heard = (event: Event): string =>
    event instanceof ErrorEvent ? event.message : `not loaded: ${(event.target as Element).outerHTML}`;
  addEventListener('error', (event) => kept.push(heard(event)), true);
  addEventListener('unhandledrejection', ({ reason }) => kept.push(String(reason)));
  document.addEventListener('securitypolicyviolation', ({ blockedURI }) => kept.push(`refused: ${blockedURI}`));
  const { error: print } = console;
  console.error = (...words: unknown[]) => {
    kept.push(words.map(String).join(' '));
    print(...words);
  };
}

/** A page that does not listen, which the first one of a session is, has nothing to tell. */
function complaintsSoFar(): string[] {
  return 'complaints' in window ? (window.complaints as string[]) : [];
}
