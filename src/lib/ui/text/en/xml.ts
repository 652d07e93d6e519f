/** Words of the domain XML pane. */
export const xmlText = {
  kinds: { live: 'Live', persistent: 'Persistent' },
  kindLabel: 'Which definition',
  none: 'There is no such definition at this moment.',
  same: 'unchanged in this step',
  changed: (added: number, removed: number) => `changed in this step: ${added} lines added, ${removed} removed`,
  changes: { added: 'added: ', removed: 'removed: ' },
  code: 'Domain XML, what this step changed',
  folded: (count: number) => (count === 1 ? '1 unchanged line' : `${count} unchanged lines`),
  copy: 'Copy XML',
  copied: 'Copied.',
  copyRefused: 'The browser did not allow copying. Download the file instead.',
  download: 'Download XML',
  openEditor: 'Open in the editor',
  closeEditor: 'Back to the light view',
  loading: 'The editor is loading …',
  editorFailed: 'The editor could not be loaded, so the light view stays. Press again to try once more.',
  before: 'Domain XML before this step',
  after: 'Domain XML after this step'
} as const;
