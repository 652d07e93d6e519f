/** How the names of the site's caches begin. Copies of the site on one origin share one store, so it has the path. */
export function cachePrefix({ scope }: ServiceWorkerRegistration): string {
  return `nova-disk-playground:${new URL(scope).pathname}:`;
}
