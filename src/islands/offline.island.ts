/**
 * Keeps the site for when there is no network, and says when a new version of it waits. On every page but the embed,
 * which is a guest in somebody else's page: it leaves no worker and no 5 MB of files behind there.
 *
 * It imports nothing and waits until the page is at rest, so it stands in the way of nothing.
 */
const page = document.documentElement;
const workers = 'serviceWorker' in navigator ? navigator.serviceWorker : null;
/** Whether the page came from the store; then another worker means another version. */
const wasKept = Boolean(workers?.controller);

function sayThatNewVersionWaits(registration: ServiceWorkerRegistration): void {
  const reload = (): void => {
    // Another page may have asked for the new version already.
    if (!registration.waiting) {
      location.reload();
      return;
    }
    workers?.addEventListener('controllerchange', () => {
      location.reload();
    });
    registration.waiting.postMessage({ type: 'SKIP_WAITING' });
  };
  dispatchEvent(new CustomEvent('newversion', { detail: { reload } }));
}

async function keepSite(workers: ServiceWorkerContainer): Promise<void> {
  await workers.register(`${page.dataset['root'] ?? '/'}service-worker.js`);
  const registration = await workers.ready;
  const say = (): void => {
    sayThatNewVersionWaits(registration);
  };
  const watch = (worker: ServiceWorker | null): void => {
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed') say();
    });
  };
  if (registration.waiting) say();
  watch(registration.installing);
  registration.addEventListener('updatefound', () => {
    watch(registration.installing);
  });
  workers.addEventListener('controllerchange', () => {
    if (wasKept) say();
  });
}

function whenIdle(): void {
  // A browser may refuse to keep anything, as in a private window; then the site needs its server, as any other.
  const start = (): void => void (workers && keepSite(workers).catch(() => undefined));
  if ('requestIdleCallback' in window) requestIdleCallback(start);
  else setTimeout(start);
}

if (document.readyState === 'complete') whenIdle();
else addEventListener('load', whenIdle, { once: true });
