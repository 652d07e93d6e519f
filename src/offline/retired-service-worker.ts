/// <reference lib="webworker" />
/**
 * Takes the place of the site's worker where the site is to be kept in browsers no longer: put at its name, it removes
 * its own caches and its registration when a browser next looks for an update. Open pages go on from the network.
 */
import { cachePrefix } from './cache-prefix.ts';

declare const self: ServiceWorkerGlobalScope;

async function retire(): Promise<void> {
  const prefix = cachePrefix(self.registration);
  const own = (await caches.keys()).filter((name) => name.startsWith(prefix));
  await Promise.all(own.map((name) => caches.delete(name)));
  await self.registration.unregister();
}

self.addEventListener('install', (event) => {
  event.waitUntil(self.skipWaiting());
});
self.addEventListener('activate', (event) => {
  event.waitUntil(retire());
});
