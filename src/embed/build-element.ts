/** The part of the build that makes `embed.v1.js`: one file at the site's root, under the name that hosts have written. */
import { build, type Plugin } from 'vite';

/** Kit's folder for what is served: its adapter copies all of it. */
const outDir = '.svelte-kit/output/client';

export function buildElement(): Plugin {
  return {
    name: 'build-element',
    apply: 'build',
    writeBundle: {
      sequential: true,
      order: 'pre',
      async handler() {
        await build({
          configFile: false,
          publicDir: false,
          logLevel: 'warn',
          build: {
            outDir,
            emptyOutDir: false,
            // In a function of its own: a script that stands twice in a page declares nothing twice.
            lib: { entry: 'src/embed/embed.v1.ts', formats: ['iife'], name: 'unused', fileName: () => 'embed.v1.js' }
          }
        });
      }
    }
  };
}
