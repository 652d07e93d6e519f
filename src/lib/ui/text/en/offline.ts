/** The notice that a new version of the site is there. In English. */
export const offlineText = {
  ready: 'A new version is ready.',
  keeps: 'What you did stays; only the terminal is emptied.',
  reload: 'Reload',
  reloading: 'Reloading …',
  later: 'Later'
} as const;
