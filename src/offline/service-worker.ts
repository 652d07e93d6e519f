/// <reference lib="webworker" />
/**
 * Serves the site from the browser's own store, so that after one visit all of it works without a network.
 *
 * Each version of the site keeps its files in a cache of its own. A new version is fetched beside the running one and
 * waits: it takes over when no page is open any more, or when somebody asks for it (`SKIP_WAITING`). Pages of the version
 * before that are still open then find their files in the cache of that version, which stays as long.
 *
 * The build bundles it last, with the list of files (src/build/service-worker.ts); nothing is fetched from elsewhere.
 */
import type { WorkboxPlugin } from 'workbox-core';
import { PrecacheController, PrecacheRoute, type PrecacheEntry } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { StaleWhileRevalidate } from 'workbox-strategies';
import { cachePrefix } from './cache-prefix.ts';

declare const self: ServiceWorkerGlobalScope;

/** Filled in by the build: the files with their revisions, and a name that changes with any of them. */
declare const PRECACHE: { readonly version: string; readonly entries: PrecacheEntry[] };

// Named once: the build puts the list wherever the word stands.
const { version, entries } = PRECACHE;
const prefix = cachePrefix(self.registration);
const filesPrefix = `${prefix}files:`;
const ownFiles = filesPrefix + version;

/** Takes what did not change from the version before, instead of fetching it once more. */
const carryOver: WorkboxPlugin = {
  cachedResponseWillBeUsed: async ({ cacheName, cachedResponse, request, event }) => {
    if (cachedResponse ?? event.type !== 'install') return cachedResponse;
    const kept = await caches.match(request);
    if (kept) await (await caches.open(cacheName)).put(request, kept.clone());
    return kept;
  }
};

const files = new PrecacheController({ cacheName: ownFiles, plugins: [carryOver] });
files.addToCacheList(entries);

self.addEventListener('install', (event) => void files.install(event));

/** Pages may still run the version that was active until now; older ones are gone or will say that they need a reload. */
async function forgetOldFiles(): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window' });
  const earlier = (await caches.keys()).filter((name) => name.startsWith(filesPrefix) && name !== ownFiles);
  const unneeded = pages.length === 0 ? earlier : earlier.slice(0, -1);
  await Promise.all(unneeded.map((name) => caches.delete(name)));
}

self.addEventListener('activate', (event) => {
  // The page of the first visit is served too, from here on.
  event.waitUntil(forgetOldFiles().then(() => self.clients.claim()));
});

self.addEventListener('message', ({ data }: ExtendableMessageEvent) => {
  if ((data as { readonly type?: unknown } | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
});

/** Links in a page count from its folder, so `/lessons/names` has to become `/lessons/names/`, as on a server. */
registerRoute(
  ({ request, url }) =>
    request.mode === 'navigate' &&
    !url.pathname.endsWith('/') &&
    files.getCacheKeyForURL(`${url.pathname}/index.html`) !== undefined,
  ({ url }) => Promise.resolve(Response.redirect(`${url.pathname}/${url.search}`))
);

// Whatever the query says, it is the same file.
registerRoute(new PrecacheRoute(files, { ignoreURLParametersMatching: [/./], cleanURLs: false }));

/** A page of an earlier version that is still open asks for files of that version. */
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.includes('/_app/immutable/'),
  async ({ request }) => (await caches.match(request)) ?? fetch(request)
);

/** There are too many pictures to fetch them unasked. */
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.href.startsWith(`${self.registration.scope}pictures/`),
  new StaleWhileRevalidate({ cacheName: `${prefix}pictures` })
);

/** An address that the site does not have: what the server says, and without a network the site's own page for that. */
registerRoute(
  new NavigationRoute(async ({ request }) => {
    try {
      return await fetch(request);
    } catch {
      return (await files.matchPrecache('404.html')) ?? Response.error();
    }
  })
);
