/** Where the browser's store keeps things: the one place that makes a key. */

/**
 * The key of what is kept under that name. Several copies of the site may live on one origin, as `/stable/` and
 * `/latest/`, which share one store: so the key has the site's path, which the page says (app.html).
 */
export function keptKey(name: string): string {
  const root = new URL(document.documentElement.dataset['root'] ?? '/', location.href);
  return `nova-disk-playground:${root.pathname}:${name}`;
}
