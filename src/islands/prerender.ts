/**
 * Islands: parts of a page that run, in pages that are otherwise plain HTML.
 *
 * Kit prerenders the pages, and that is all that is shipped of it: its client (a router, 13 kB gzip) would be half as
 * heavy as the engine, and each page here is a document of its own. A page that has something to run asks for an
 * island: the component's HTML, and the script that takes it over (NAME.island.ts, built by build-islands.ts).
 */
import { readFileSync } from 'node:fs';
import { dev } from '$app/environment';
import type { Component } from 'svelte';
import { render } from 'svelte/server';

/** A prerendered component. Paths count from the root of the site. */
export interface Island {
  readonly name: string;
  readonly html: string;
  readonly script: string;
  /** The scripts that the script imports, to be fetched along with it. */
  readonly imports: readonly string[];
  readonly styles: readonly string[];
}

/** Vite's manifest: which file each module went into, and which files it needs. */
interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

const manifestFile = '.svelte-kit/output/client/.vite/manifest.json';

/** A chunk and all that it imports statically, itself first. */
function closure(manifest: Readonly<Record<string, Chunk>>, key: string, found = new Set<Chunk>()): Set<Chunk> {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`the build made nothing of ${key}`);
  if (found.has(chunk)) return found;
  found.add(chunk);
  for (const imported of chunk.imports ?? []) closure(manifest, imported, found);
  return found;
}

function filesOf(module: string): Pick<Island, 'script' | 'imports' | 'styles'> {
  // The development server makes them of the module itself.
  if (dev) return { script: module, imports: [], styles: [] };
  const chunks = closure(JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, Chunk>, module);
  const [script = '', ...imports] = [...chunks].map(({ file }) => file);
  return { script, imports, styles: [...chunks].flatMap(({ css = [] }) => css) };
}

/** The island of that name, with the component as it looks before any script runs. */
export function prerenderIsland(name: string, component: Component): Island {
  return { name, html: render(component).body, ...filesOf(`src/islands/${name}.island.ts`) };
}
