/** Bundles the service worker with the list of what it keeps: the whole site, as the build has left it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import type { PrecacheEntry } from 'workbox-precaching';
import { filesIn } from './files.ts';

/** What no page shows: for servers and search engines. And the pictures, which are many: they are kept when used. */
const notKept = /^(_headers|robots\.txt|sitemap\.xml|service-worker\.js)$|^pictures\//;

const hashOf = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex').slice(0, 16);

function precacheEntries(site: string): PrecacheEntry[] {
  return filesIn(site)
    .filter((file) => !notKept.test(file))
    .map((file) => ({
      url: file,
      // The name of an immutable file says which revision it is.
      revision: file.startsWith('_app/immutable/') ? null : hashOf(readFileSync(join(site, file)))
    }));
}

/** A script without imports, for a browser to run as a worker. */
export async function bundleWorker(
  source: string,
  outDir: string,
  name: string,
  { define = {}, plugins = [] }: { readonly define?: object; readonly plugins?: readonly Plugin[] } = {}
): Promise<void> {
  await build({
    configFile: false,
    plugins: [...plugins],
    publicDir: false,
    logLevel: 'warn',
    define: Object.fromEntries(Object.entries(define).map(([key, value]) => [key, JSON.stringify(value)])),
    build: {
      outDir,
      emptyOutDir: false,
      rolldownOptions: { input: `src/offline/${source}`, output: { entryFileNames: name, format: 'iife' } }
    }
  });
}

/** `plugins` see what goes into it. */
export async function buildServiceWorker(site: string, plugins: readonly Plugin[] = []): Promise<void> {
  const entries = precacheEntries(site);
  const PRECACHE = { version: hashOf(JSON.stringify(entries)), entries };
  await bundleWorker('service-worker.ts', site, 'service-worker.js', { define: { PRECACHE }, plugins });
}
