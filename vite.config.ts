import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { buildElement } from './src/embed/build-element.ts';
import { finishSite } from './src/build/finish-site.ts';
import { ShippedPackages } from './src/build/shipped-packages.ts';
import { buildIslands } from './src/islands/build-islands.ts';
import { inlineIcons } from './src/islands/inline-icons.ts';
import { chromiumLaunchOptions } from './tests/support/chromium.js';
import { buildFolder } from './tests/support/site/build.ts';

/** A project whose tests run on Node alone, as the engine must. */
const onNode = (name: string) => ({
  extends: true as const,
  test: { name, environment: 'node', include: [`tests/${name}/**/*.test.ts`], benchmark: { include: [] } }
});

const shipped = new ShippedPackages();

export default defineConfig({
  plugins: [inlineIcons(), sveltekit(), buildIslands(shipped.watch), buildElement(), finishSite(buildFolder, shipped)],
  // Kit knows nothing of the islands, so the development server would find their packages only when a page asks.
  // Lucide is left out, so that its icons come through inlineIcons here too, as on the server.
  optimizeDeps: { entries: ['src/islands/*.island.ts'], exclude: ['@lucide/svelte'] },
  test: {
    // A slow machine must not fail a test: these only end what hangs.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      onNode('unit'),
      onNode('conformance'),
      onNode('property'),
      {
        extends: true,
        test: {
          name: 'component',
          include: ['tests/component/**/*.test.ts'],
          benchmark: { include: [] },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: chromiumLaunchOptions() }),
            instances: [{ browser: 'chromium' }]
          }
        }
      },
      {
        extends: true,
        test: { name: 'bench', include: [], benchmark: { include: ['tests/bench/**/*.bench.ts'] } }
      }
    ]
  }
});
