/** Removes what Kit wrote and no page asks for. */
import { readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { filesIn } from './files.ts';

/**
 * `__data.json` is for Kit's client, which is not shipped. The style sheets of the server's build are there twice: once
 * as Kit copied them, and once as the islands' own build named them.
 */
export function removeLeftovers(site: string): void {
  const files = filesIn(site);
  const text = files
    .filter((file) => /\.(html|js|css)$/.test(file))
    .map((file) => readFileSync(join(site, file), 'utf8'))
    .join();
  const isUnused = (file: string): boolean => file.startsWith('_app/immutable/') && !text.includes(basename(file));
  for (const file of files) if (basename(file) === '__data.json' || isUnused(file)) rmSync(join(site, file));
}
