/**
 * Islands: parts of a page that run, in pages that are otherwise plain HTML.
 *
 * Kit prerenders the pages, and that is all that is shipped of it: its client (a router, 13 kB gzip) would be half as
 * heavy as the engine, and each page here is a document of its own. A page that has something to run asks for an
 * island: the component's HTML, and the script that takes it over (NAME.island.ts, built by build-islands.ts).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dev } from '$app/environment';
import type { Component, ComponentProps } from 'svelte';
import { render } from 'svelte/server';

/** A prerendered component. Paths count from the root of the site. */
export interface Island {
  readonly name: string;
  readonly html: string;
  readonly script: string;
  /** The scripts that the script imports, to be fetched along with it. */
  readonly imports: readonly string[];
  readonly styles: readonly string[];
  /** What its script has to know to wake it. */
  readonly facts: Facts | null;
}

/** Plain data about an island, which stands in the page. */
export type Facts = Readonly<Record<string, unknown>>;

/** Vite's manifest of one build: which file each module went into, and which files it needs. */
type Manifest = Readonly<
  Record<string, { readonly file: string; readonly imports?: readonly string[]; readonly css?: readonly string[] }>
>;
type Chunk = Manifest[string];

const manifestFolder = '.svelte-kit/output/client/.vite/islands';

/** The manifest of the build that made the island. */
function manifestOf(module: string): Manifest {
  const manifests = readdirSync(manifestFolder).map(
    (file) => JSON.parse(readFileSync(join(manifestFolder, file), 'utf8')) as Manifest
  );
  const manifest = manifests.find((one) => module in one);
  if (!manifest) throw new Error(`no build made ${module}`);
  return manifest;
}

/** A chunk and all that it imports statically, itself first. */
function closure(manifest: Manifest, key: string, found = new Set<Chunk>()): Set<Chunk> {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`the build made nothing of ${key}`);
  if (found.has(chunk)) return found;
  found.add(chunk);
  for (const imported of chunk.imports ?? []) closure(manifest, imported, found);
  return found;
}

/** `fetched`: modules that the script will import as soon as it runs. */
function filesOf(module: string, fetched: readonly string[]): Pick<Island, 'script' | 'imports' | 'styles'> {
  // The development server makes them of the module itself.
  if (dev) return { script: module, imports: [], styles: [] };
  const manifest = manifestOf(module);
  const chunks = [...fetched].reduce((found, key) => closure(manifest, key, found), closure(manifest, module));
  const [script = '', ...imports] = [...chunks].map(({ file }) => file);
  return { script, imports, styles: [...chunks].flatMap(({ css = [] }) => css) };
}

/** The script of an island that has no place of its own in the page; it must import nothing. */
export function islandScript(name: string): string {
  const { script, imports } = filesOf(`src/islands/${name}.island.ts`, []);
  if (imports.length > 0) throw new Error(`${name}.island.ts imports ${imports.join(', ')}`);
  return script;
}

/** What an island is made with, beyond its component. */
interface Making<Props> {
  readonly props: Props;
  /** What its script needs to find the same properties again. */
  readonly facts: Facts;
  /** Modules of src that the script imports for that. */
  readonly fetched: readonly string[];
}

/** The island of that name, with the component as it looks before any script runs. */
export function prerenderIsland<Props extends Record<string, unknown>>(
  name: string,
  component: Component<Props>,
  making?: Making<ComponentProps<Component<Props>>>
): Island {
  const html = making ? render(component, { props: making.props }).body : render(component as Component).body;
  return {
    name,
    html,
    facts: making?.facts ?? null,
    ...filesOf(`src/islands/${name}.island.ts`, making?.fetched ?? [])
  };
}
