/** What the tests need besides npm packages: a Chromium, and libvirt's XML schema with a validator. */
import { existsSync } from 'node:fs';
import { installChromium } from './browsers.js';
import { installDebianPackages } from './debian.js';
import { run, say } from './shell.js';

/** Leaves the machine able to run every test, or throws; without the XML tools it only gives a notice. */
export async function installTestTools() {
  await installChromium();
  installXmlTools();
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
