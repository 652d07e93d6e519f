/**
 * What a browser must fetch before the playground can take its first step: every script that the built page asks for
 * up front, with whatever those import statically, and its style sheets.
 *
 * File names carry hashes, so the page itself and Vite's manifests, one of each build, say which files these are.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const buildFolder = 'build';
const manifestFolder = '.svelte-kit/output/client/.vite/islands';

/** @typedef {{ file: string; imports?: string[]; css?: string[] }} Chunk */
/** @typedef {Record<string, Chunk>} Manifest */

/**
 * @param {string} page a page of the build, such as `index.html`
 * @returns {{ scripts: string[]; styles: string[] }} paths of files in the build
 */
export function firstLoad(page) {
  const html = readFileSync(join(buildFolder, page), 'utf8');
  const manifests = readdirSync(manifestFolder).map(
    (file) => /** @type {Manifest} */ (JSON.parse(readFileSync(join(manifestFolder, file), 'utf8')))
  );
  // Two builds may make the same file; then it imports the same.
  const madeOf = new Map(
    manifests.flatMap((manifest) => Object.values(manifest).map((chunk) => [chunk.file, { chunk, manifest }]))
  );

  /** @type {Set<Chunk>} */
  const chunks = new Set();
  const add = (/** @type {Chunk | undefined} */ chunk, /** @type {Manifest} */ manifest) => {
    if (chunk === undefined || chunks.has(chunk)) return;
    chunks.add(chunk);
    for (const key of chunk.imports ?? []) add(manifest[key], manifest);
  };
  for (const [, file = ''] of html.matchAll(/(_app\/immutable\/[^"]+\.js)"/g)) {
    // Imports nothing and waits until the page is at rest: the first step does not wait for it.
    if (file.includes('/offline.island-')) continue;
    const made = madeOf.get(file);
    if (!made) throw new Error(`${manifestFolder} does not know a file that ${page} loads: build again.`);
    add(made.chunk, made.manifest);
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
