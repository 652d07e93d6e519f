/** Bundles the service worker with the list of what it keeps: the whole site, as the build has left it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import type { PrecacheEntry } from 'workbox-precaching';
import { filesIn } from './files.ts';

/** What no page shows: for servers and search engines. */
const notKept = /^(_headers|robots\.txt|sitemap\.xml|service-worker\.js)$/;

/** The pictures that stand in a page. The others are many: they are kept when used. */
function shownPictures(site: string, files: readonly string[]): ReadonlySet<string> {
  const pages = files.filter((file) => file.endsWith('.html')).map((file) => readFileSync(join(site, file), 'utf8'));
  return new Set(
    pages.flatMap((page) => [...page.matchAll(/<img src="[./]*(pictures\/[^"]+)"/g)].map(([, file = '']) => file))
  );
}

const hashOf = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex').slice(0, 16);

function precacheEntries(site: string): PrecacheEntry[] {
  const files = filesIn(site);
  const shown = shownPictures(site, files);
  return files
    .filter((file) => !notKept.test(file) && (!file.startsWith('pictures/') || shown.has(file)))
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
