/** The browsers of the tests: found on this machine, or installed, or asked for in words that say how. */
import { existsSync } from 'node:fs';
import { findChromium } from '../chromium.js';
import { findFirefox } from '../firefox.js';
import { hasWebKit, webKitPackages } from '../webkit.js';
import { installDebianPackages } from './debian.js';
import { run, say } from './shell.js';

/** Leaves the machine with all three engines, or throws. */
export async function installBrowsers() {
  await installChromium();
  await installFirefox();
  installWebKit();
}

/** Leaves the machine with a Chromium, or throws. */
export async function installChromium() {
  await install('Chromium', {
    find: findChromium,
    debianPackage: 'chromium',
    ofPlaywright: 'chromium',
    variable: 'CHROMIUM_PATH'
  });
}

async function installFirefox() {
  await install('Firefox', {
    find: findFirefox,
    debianPackage: 'firefox-esr',
    ofPlaywright: 'firefox',
    variable: 'FIREFOX_PATH'
  });
}

/**
 * @param {string} browser
 * @param {{ find: () => string | undefined; debianPackage: string; ofPlaywright: 'chromium' | 'firefox'; variable: string }} ways
 */
async function install(browser, { find, debianPackage, ofPlaywright, variable }) {
  const isThere = async () => {
    if (find() !== undefined) return true;
    const playwright = await import('playwright-core');
    return existsSync(playwright[ofPlaywright].executablePath());
  };
  if (await isThere()) return;
  say(`Installing ${browser} for the browser tests ...`);
  if (installDebianPackages([debianPackage]) && find() !== undefined) return;
  if (run('npx', ['playwright', 'install', ofPlaywright]) && (await isThere())) return;
  throw new Error(
    `The browser tests need ${browser}, and it could not be installed here.\n` +
      `Install it by hand (Debian: sudo apt-get install ${debianPackage}; elsewhere: npx playwright install ${ofPlaywright}),\n` +
      `or set ${variable} to the binary of one that is already there.`
  );
}

function installWebKit() {
  if (hasWebKit()) return;
  say('Installing WebKitGTK for the browser tests ...');
  if (installDebianPackages(webKitPackages) && hasWebKit()) return;
  throw new Error(
    'test:browsers needs WebKitGTK with its WebDriver, and Xvfb; they could not be installed here.\n' +
      `On Debian or Ubuntu: sudo apt-get install ${webKitPackages.join(' ')}\n` +
      'They exist for Linux alone; elsewhere run the other two engines:\n' +
      '  npm run build && npx playwright test -c playwright.browsers.config.ts --project "Chromium*" --project "Firefox*"'
  );
}
