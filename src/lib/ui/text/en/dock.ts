/** Words of the dock: its tabs, and what it says while a pane is fetched. */
export const dockText = {
  label: 'More about this step',
  panes: {
    steps: 'Steps',
    why: 'Why this name',
    repairs: 'Repairs',
    xml: 'Domain XML',
    lifecycle: 'Lifecycle',
    guest: 'Guest'
  },
  loading: 'Loading …',
  failed: 'This part of the page could not be fetched.',
  retry: 'Try again'
} as const;
