/**
 * Two XML texts as lines to show: what was added or removed, and which unchanged lines can be folded away.
 */
import { diffLines } from 'diff';

/** One line of the comparison. */
export interface XmlLine {
  readonly text: string;
  readonly change: 'added' | 'removed' | 'same';
}

/** Lines that are shown, or a stretch of unchanged ones that is folded. */
export interface Stretch {
  readonly folded: boolean;
  readonly lines: readonly XmlLine[];
}

/** Unchanged lines that stay beside a changed one. */
const CONTEXT = 3;

/** The lines of both texts in the order of the newer one. */
export function xmlLines(before: string, after: string): readonly XmlLine[] {
  return diffLines(before, after).flatMap(({ value, added, removed }) => {
    const change = added ? 'added' : removed ? 'removed' : 'same';
    return value
      .replace(/\n$/, '')
      .split('\n')
      .map((text) => ({ text, change }) as const);
  });
}

/** Whether each line belongs to a disk element. */
function inDisks(lines: readonly XmlLine[]): readonly boolean[] {
  let inside = false;
  return lines.map(({ text }) => {
    if (text.includes('<disk ')) inside = true;
    const belongs = inside;
    if (text.includes('</disk>')) inside = false;
    return belongs;
  });
}

/** What stays visible: changes with their context, or the disks where nothing changed. */
function visible(lines: readonly XmlLine[]): readonly boolean[] {
  const changed = lines.flatMap(({ change }, index) => (change === 'same' ? [] : [index]));
  if (changed.length === 0) return inDisks(lines);
  const shown = new Set(
    changed.flatMap((index) => Array.from({ length: 2 * CONTEXT + 1 }, (_, offset) => index - CONTEXT + offset))
  );
  return lines.map((_, index) => shown.has(index));
}

/** The lines cut into what is shown and what is folded. */
export function stretches(lines: readonly XmlLine[]): readonly Stretch[] {
  const shown = visible(lines);
  const cut: { folded: boolean; lines: XmlLine[] }[] = [];
  lines.forEach((line, index) => {
    const folded = !shown[index];
    const last = cut.at(-1);
    if (last?.folded === folded) last.lines.push(line);
    else cut.push({ folded, lines: [line] });
  });
  return cut;
}

/** A piece of a line, for its colour. */
export interface Token {
  readonly kind: 'plain' | 'tag' | 'attribute' | 'value';
  readonly text: string;
}

const PIECES = /(<\/?[\w:]+|\/?>)|([\w:-]+)(?==)|('[^']*'|"[^"]*")/g;

/** A line of XML cut into pieces that together are the line. */
export function tokens(line: string): readonly Token[] {
  const found: Token[] = [];
  let end = 0;
  const plain = (until: number) => {
    if (until > end) found.push({ kind: 'plain', text: line.slice(end, until) });
  };
  for (const match of line.matchAll(PIECES)) {
    plain(match.index);
    const kind = match[1] !== undefined ? 'tag' : match[2] !== undefined ? 'attribute' : 'value';
    found.push({ kind, text: match[0] });
    end = match.index + match[0].length;
  }
  plain(line.length);
  return found;
}
