/** For a page with a session: tells of a new version that waits (offline.island.ts), whatever it takes to tell it. */
export function tellOfNewVersion(): void {
  window.addEventListener(
    'newversion',
    ({ detail: { reload } }) => {
      void import('../lib/ui/offline/show-new-version.ts').then(({ showNewVersion }) => {
        showNewVersion(reload);
      });
    },
    { once: true }
  );
}
