/** Lighthouse and its 180 packages, which only `npm run audit` needs: they are installed for nobody else. */
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages } from './packages.js';

/** Where no check of this project looks, and `npm ci` removes it with all else that it has installed. */
export const lighthouseFolder = 'node_modules/.cache/lighthouse';

/** Leaves in its folder what tests/audit/package-lock.json asks for. */
export function installLighthouse() {
  mkdirSync(lighthouseFolder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) {
    cpSync(join('tests/audit', file), join(lighthouseFolder, file));
  }
  installPackages(lighthouseFolder);
}
