/** The built site: where it lies, and whether it still is what the sources say. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export const buildFolder = 'build';

const sources = [
  'src',
  'static',
  'package.json',
  'package-lock.json',
  'svelte.config.js',
  'vite.config.ts',
  'tsconfig.json'
];

/** Builds the site, unless the last build is younger than every source; false when the build failed and said why. */
export function buildWhenStale(): boolean {
  const page = join(buildFolder, 'index.html');
  // A folder counts too: its time changes when a file in it is deleted.
  if (existsSync(page) && statSync(page).mtimeMs > Math.max(...sources.map(newestChange))) return true;
  return spawnSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

function newestChange(path: string): number {
  if (!existsSync(path)) return 0;
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}
