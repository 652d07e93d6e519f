/**
 * The lines of two definitions in one text, each marked with what the step did to it.
 */
import { diffArrays } from 'diff';
import type { DiskIdentity } from '../../session/views/disk-identity.ts';
import type { DefinitionXml, XmlChange } from '../../session/views/domain-xml.ts';
import { xmlLines, type XmlLine } from './xml-lines.ts';

/** What a step did to a line. */
export type Mark = 'same' | 'added' | 'removed';

/** A line of the definition after the step, or one that the step removed. */
export interface MarkedLine {
  readonly mark: Mark;
  readonly line: XmlLine;
  /** The disk that it stands in; null outside of disks. */
  readonly disk: DiskIdentity | null;
}

interface Marked {
  readonly text: string;
  mark: Mark;
}

/** Both definitions as one text: what was removed stands before what came in its place. */
export function markLines({ before, after }: XmlChange): readonly MarkedLine[] {
  const [old, now] = [xmlLines(before.text), xmlLines(after.text)];
  const marked = compare(old, now);
  slideToElements(marked);
  let [atOld, atNow] = [0, 0];
  return marked.flatMap(({ mark }) => {
    const of = mark === 'removed' ? before : after;
    const line = mark === 'removed' ? old[atOld] : now[atNow];
    if (mark !== 'added') atOld++;
    if (mark !== 'removed') atNow++;
    return line ? [{ mark, line, disk: diskOf(line, of) }] : [];
  });
}

function diskOf({ disk }: XmlLine, { disks }: DefinitionXml): DiskIdentity | null {
  return disk === null ? null : (disks[disk] ?? null);
}

function compare(old: readonly XmlLine[], now: readonly XmlLine[]): Marked[] {
  const texts = (lines: readonly XmlLine[]) => lines.map(({ text }) => text);
  return diffArrays(texts(old), texts(now)).flatMap(({ added, removed, value }) => {
    const mark: Mark = added ? 'added' : removed ? 'removed' : 'same';
    return value.map((text) => ({ text, mark }));
  });
}

/**
 * Moves each run of marks to where it covers whole elements. A disk added behind another can as well be told as
 * "the end of the first and the beginning of the second": the same to a machine, and nonsense to a reader.
 */
function slideToElements(lines: Marked[]): void {
  for (let start = 0; start < lines.length; start++) {
    const mark = lines[start]?.mark;
    if (mark === 'same' || mark === undefined) continue;
    let end = start;
    while (lines[end]?.mark === mark) end++;
    if (lines[end] === undefined || lines[end]?.mark === 'same') settle(lines, start, end, mark);
    start = end;
  }
}

/** Of all places that a run can slide up to, takes the one that begins with the outermost element. */
function settle(lines: Marked[], start: number, end: number, mark: Mark): void {
  let best = start;
  for (let at = start; canSlide(lines, at, at + end - start);) {
    at--;
    if (awkwardness(lines[at]) < awkwardness(lines[best])) best = at;
  }
  for (let at = best; at < end; at++) {
    const line = lines[at];
    if (line) line.mark = at < best + end - start ? mark : 'same';
  }
}

function canSlide(lines: readonly Marked[], start: number, end: number): boolean {
  const above = lines[start - 1];
  return above?.mark === 'same' && above.text === lines[end - 1]?.text;
}

/** How bad a line is as the first of a run: the deeper the worse, and an end worse than a beginning. */
function awkwardness(line: Marked | undefined): number {
  const text = line?.text ?? '';
  const depth = text.length - text.trimStart().length;
  return 2 * depth + (text.trimStart().startsWith('</') ? 1 : 0);
}
