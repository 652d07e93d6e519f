/**
 * Going back to lines that were entered before, as readline does: with up and down, and by searching (Ctrl-R).
 *
 * Upstream: readline(3), previous-history, next-history and reverse-search-history.
 */

/** Where in the history the reader is: an index, or its length where a new line is being typed. */
export interface Recall {
  readonly at: number;
  /** The new line, kept while old ones are looked at. */
  readonly draft: string;
}

/** At the new line, which is empty. */
export function atNewLine(history: readonly string[]): Recall {
  return { at: history.length, draft: '' };
}

/** One line older (-1) or newer (1); the same where there is none. */
export function recall(
  history: readonly string[],
  { at, draft }: Recall,
  direction: -1 | 1,
  shown: string
): { readonly recall: Recall; readonly line: string } {
  const kept = at >= history.length ? shown : draft;
  const next = Math.max(0, Math.min(history.length, at + direction));
  return { recall: { at: next, draft: kept }, line: history[next] ?? kept };
}

/** The latest line before `before` that contains the query; -1 where none does. */
export function searchBack(history: readonly string[], query: string, before: number): number {
  if (query === '') return -1;
  return history.slice(0, before).findLastIndex((line) => line.includes(query));
}
