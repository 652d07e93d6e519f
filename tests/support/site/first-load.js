/**
 * What a browser must fetch before the playground can take its first step: every script that the built page asks for
 * up front, with whatever those import statically, and its style sheets.
 *
 * File names carry hashes, so the page itself and Vite's manifest say which files these are.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const buildFolder = 'build';
const manifestFile = '.svelte-kit/output/client/.vite/manifest.json';

/** @typedef {{ file: string; imports?: string[]; css?: string[] }} Chunk */

/**
 * @param {string} page a page of the build, such as `index.html`
 * @returns {{ scripts: string[]; styles: string[] }} paths of files in the build
 */
export function firstLoad(page) {
  const html = readFileSync(join(buildFolder, page), 'utf8');
  const manifest = /** @type {Record<string, Chunk>} */ (JSON.parse(readFileSync(manifestFile, 'utf8')));
  const chunkOfFile = new Map(Object.values(manifest).map((chunk) => [chunk.file, chunk]));

  /** @type {Set<Chunk>} */
  const chunks = new Set();
  const add = (/** @type {Chunk | undefined} */ chunk) => {
    if (chunk === undefined) throw new Error(`${manifestFile} does not know a file that ${page} loads: build again.`);
    if (chunks.has(chunk)) return;
    chunks.add(chunk);
    for (const key of chunk.imports ?? []) add(manifest[key]);
  };
  for (const [, file = ''] of html.matchAll(/(_app\/immutable\/[^"]+\.js)"/g)) {
    // Imports nothing and waits until the page is at rest: the first step does not wait for it.
    if (!file.includes('/offline.island-')) add(chunkOfFile.get(file));
  }

  const styles = [...html.matchAll(/(_app\/immutable\/[^"]+\.css)"/g)].map(([, file = '']) => file);
  return {
    scripts: inBuild([...chunks].map(({ file }) => file)),
    styles: inBuild([...styles, ...[...chunks].flatMap(({ css = [] }) => css)])
  };
}

/** @param {string[]} files */
function inBuild(files) {
  return [...new Set(files)].map((file) => join(buildFolder, file));
}
