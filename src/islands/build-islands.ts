/** The part of the build that makes a script of every `NAME.island.ts` in this folder, for prerender.ts to find. */
import { readdirSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type Plugin } from 'vite';

const folder = 'src/islands';

/** Kit's folder for what is served: its adapter copies all of it. */
const outDir = '.svelte-kit/output/client';

export function buildIslands(): Plugin {
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
        await build({
          configFile: false,
          plugins: [svelte()],
          base: './',
          publicDir: false,
          logLevel: 'warn',
          worker: { format: 'es' },
          build: {
            outDir,
            emptyOutDir: false,
            assetsDir: '_app/immutable',
            manifest: true,
            // Monaco, which is only fetched when somebody opens it.
            chunkSizeWarningLimit: 4000,
            rolldownOptions: { input: islands.map((file) => `${folder}/${file}`) }
          }
        });
      }
    }
  };
}
