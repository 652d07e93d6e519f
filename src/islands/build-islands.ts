/** The part of the build that makes a script of every `NAME.island.ts` in this folder, for prerender.ts to find. */
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type Plugin } from 'vite';
import { inlineIcons } from './inline-icons.ts';

const folder = 'src/islands';

/** Kit's folder for what is served: its adapter copies all of it. */
const outDir = '.svelte-kit/output/client';

type ModuleInfo = (id: string) => { readonly importedIds: readonly string[] } | null;

/** A module and all that it imports statically. */
function closure(id: string, infoOf: ModuleInfo, found = new Set<string>()): Set<string> {
  if (found.has(id)) return found;
  found.add(id);
  for (const imported of infoOf(id)?.importedIds ?? []) closure(imported, infoOf, found);
  return found;
}

/**
 * Names the chunk of a module: those that the same islands need at once go into one. Left alone, the bundler would also
 * tell them apart by what is fetched later, and a first load would be dozens of files, each compressed by itself.
 */
function chunkNames(islands: readonly string[]): (id: string, context: { getModuleInfo: ModuleInfo }) => string | null {
  const needed = new Map<string, Set<string>>();
  return (id, context) => {
    const users = islands.filter((island) => {
      const modules = needed.get(island) ?? closure(resolve(folder, island), (one) => context.getModuleInfo(one));
      needed.set(island, modules);
      return modules.has(id);
    });
    // Where there is one island, nobody else is kept waiting by what it needs.
    const fewest = islands.length > 1 ? 2 : 1;
    return users.length >= fewest ? users.map((island) => island.replace('.island.ts', '')).join('-') : null;
  };
}

/**
 * One build of islands, which share files among themselves and none with another build. `watch` makes a plugin that sees
 * what goes into the scripts.
 */
async function buildTogether(name: string, islands: readonly string[], watch: () => Plugin): Promise<void> {
  await build({
    configFile: false,
    plugins: [inlineIcons(), svelte(), watch()],
    base: './',
    publicDir: false,
    logLevel: 'warn',
    worker: { format: 'es', plugins: () => [watch()] },
    build: {
      outDir,
      emptyOutDir: false,
      assetsDir: '_app/immutable',
      manifest: `.vite/islands/${name}.json`,
      // Monaco, which is only fetched when somebody opens it.
      chunkSizeWarningLimit: 4000,
      rolldownOptions: {
        input: islands.map((file) => `${folder}/${file}`),
        output: {
          codeSplitting: { groups: [{ name: chunkNames(islands), includeDependenciesRecursively: false }] }
        }
      }
    }
  });
}

/**
 * A browser keeps what a frame has fetched apart, for each page around it: an embed can never use what the site has
 * brought. So files in common would only cost it, as each more of them packs worse.
 */
const ALONE = 'embed.island.ts';

/** `watch` makes a plugin that sees what goes into the scripts. */
export function buildIslands(watch: () => Plugin): Plugin {
  return {
    name: 'build-islands',
    apply: 'build',
    // Before Kit's own hook of that name, which prerenders the pages.
    enforce: 'pre',
    writeBundle: {
      sequential: true,
      order: 'pre',
      async handler() {
        const islands = readdirSync(folder).filter((file) => file.endsWith('.island.ts'));
        await buildTogether(
          'site',
          islands.filter((file) => file !== ALONE),
          watch
        );
        await buildTogether('embed', [ALONE], watch);
      }
    }
  };
}
