/** What the tests need besides npm packages: a Chromium, and libvirt's XML schema with a validator. */
import { existsSync } from 'node:fs';
import { findChromium } from '../chromium.js';
import { installDebianPackages } from './debian.js';
import { run, say } from './shell.js';

/** Leaves the machine able to run every test, or throws; without the XML tools it only gives a notice. */
export async function installTestTools() {
  await installChromium();
  installXmlTools();
}

async function installChromium() {
  if (await anyChromium()) return;
  say('Installing Chromium for the browser tests ...');
  if (installDebianPackages(['chromium']) && findChromium() !== undefined) return;
  if (run('npx', ['playwright', 'install', 'chromium']) && (await anyChromium())) return;
  throw new Error(
    'The browser tests need Chromium, and it could not be installed here.\n' +
      'Install it by hand (Debian: sudo apt-get install chromium; elsewhere: npx playwright install chromium),\n' +
      'or set CHROMIUM_PATH to the binary of one that is already there.'
  );
}

async function anyChromium() {
  if (findChromium() !== undefined) return true;
  const { chromium } = await import('playwright-core');
  return existsSync(chromium.executablePath());
}

function installXmlTools() {
  const schema = '/usr/share/libvirt/schemas/domain.rng';
  const missing = [
    ...(existsSync(schema) ? [] : ['libvirt0']),
    ...(run('xmllint', ['--version'], { quiet: true }) ? [] : ['libxml2-utils'])
  ];
  if (missing.length === 0) return;
  say(`Installing ${missing.join(' and ')} for the XML validity test ...`);
  if (!installDebianPackages(missing)) {
    say(`Could not: that test will not run here. On Debian: sudo apt-get install ${missing.join(' ')}`);
  }
}
