/** Words that all dialogs share. */
export const dialogText = {
  close: 'Close'
} as const;
