/** The notice that a new version of the site is there. In English. */
export const offlineText = {
  ready: 'A new version is ready.',
  keeps: {
    session: 'What you did stays; only the terminal is emptied.',
    parts: 'The parts that you did stay done; this one begins anew.'
  },
  reload: 'Reload',
  reloading: 'Reloading …',
  later: 'Later'
} as const;
