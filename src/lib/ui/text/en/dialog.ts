/** Words that all dialogs share, and those of the buttons that open them. */
export const dialogText = {
  close: 'Close',
  export: 'Export',
  share: 'Share',
  help: 'Help',
  lab: 'Lab settings',
  failed: (label: string) => `“${label}” could not be loaded. Press the button again to try once more.`
} as const;
