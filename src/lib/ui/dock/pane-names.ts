/** The panes beside the picture, in the order of their tabs. */
export const PANE_NAMES = ['steps', 'why', 'repairs', 'xml', 'lifecycle', 'guest'] as const;
export type PaneName = (typeof PANE_NAMES)[number];

/** Whether something that was stored names a pane. */
export function isPaneName(value: unknown): value is PaneName {
  return PANE_NAMES.includes(value as PaneName);
}
