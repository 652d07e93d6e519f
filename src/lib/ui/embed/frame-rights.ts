/** What a frame with a moment in it may do, in the words of HTML's `iframe`. */

/** To run, to keep its own store, to open the whole page, to save and to copy. */
export const FRAME_RIGHTS = {
  sandbox: 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads',
  allow: 'clipboard-write'
} as const;
