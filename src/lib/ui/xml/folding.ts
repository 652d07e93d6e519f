/**
 * What of a definition is shown at first: what the step changed with a little around it, else the disks.
 */
import type { Mark, MarkedLine } from './line-diff.ts';

/** Lines in a row that are all shown, or all folded at first. */
export interface Region {
  readonly folded: boolean;
  readonly lines: readonly MarkedLine[];
}

/** What stands in a row of the view: a line, or the fold that hides or heads some. */
export type Row =
  | { readonly kind: 'line'; readonly line: MarkedLine; readonly inFold: boolean }
  | {
      readonly kind: 'fold';
      readonly key: string;
      readonly count: number;
      readonly mark: Mark;
      readonly open: boolean;
    };

/** Lines shown around a change. */
const CONTEXT = 3;
/** A fold takes a line itself, so fewer lines than this are not worth one. */
const WORTH_FOLDING = 4;

/** The lines in regions, in order. */
export function foldLines(lines: readonly MarkedLine[]): readonly Region[] {
  const shown = shownLines(lines);
  const regions: { folded: boolean; lines: MarkedLine[] }[] = [];
  lines.forEach((line, at) => {
    const folded = !shown[at];
    const last = regions.at(-1);
    if (last?.folded === folded) last.lines.push(line);
    else regions.push({ folded, lines: [line] });
  });
  return regions.map(({ folded, lines: own }) => ({ folded: folded && own.length >= WORTH_FOLDING, lines: own }));
}

/** The rows that are seen when the folds of these keys are open. A fold's key is its first line, so it lasts a step. */
export function rowsOf(regions: readonly Region[], opened: ReadonlySet<string>): readonly Row[] {
  return regions.flatMap(({ folded, lines }): readonly Row[] => {
    const rows = lines.map((line) => ({ kind: 'line', line, inFold: folded }) as const);
    const [first] = lines;
    if (!folded || first === undefined) return rows;
    const key = first.line.text;
    const open = opened.has(key);
    return [{ kind: 'fold', key, count: lines.length, mark: first.mark, open }, ...(open ? rows : [])];
  });
}

/** A step that changes nothing, or everything, has no place to look at: then the disks are what matters. */
function shownLines(lines: readonly MarkedLine[]): readonly boolean[] {
  const changed = lines.map(({ mark }) => mark !== 'same');
  if (changed.every((one) => one === changed[0])) return lines.map(({ line }) => line.disk !== null);
  const shown = lines.map((_, at) => changed.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).includes(true));
  return withWholeDisks(lines, shown);
}

/** A disk of which a part is shown is shown from its beginning to its end: it is the target that tells which it is. */
function withWholeDisks(lines: readonly MarkedLine[], shown: readonly boolean[]): readonly boolean[] {
  let block = -1;
  const blocks = lines.map(({ line }) => {
    if (line.opensDisk) block++;
    return line.disk === null ? null : block;
  });
  const touched = new Set(blocks.filter((_, at) => shown[at]));
  return shown.map((one, at) => one || (blocks[at] !== null && touched.has(blocks[at] ?? null)));
}
