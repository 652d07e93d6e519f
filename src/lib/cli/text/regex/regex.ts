/**
 * Matching without backtracking: all ways through the pattern are followed side by side, so that no pattern can take
 * longer than its size times the square of the line's length.
 *
 * Source: K. Thompson, "Regular Expression Search Algorithm" (1968). As POSIX wants it, the match that begins first is
 * found, and of those the longest.
 */
import type { Result } from '../../../engine/kernel/result.ts';
import { attempt, Problem } from '../problem.ts';
import { readPattern, type CharacterSet, type Dialect, type Node, type Place } from './syntax.ts';

/** One step of the compiled pattern; numbers are steps to go on with. */
type Step =
  | { readonly type: 'set'; readonly set: CharacterSet; readonly next: number }
  | { readonly type: 'place'; readonly place: Place; readonly next: number }
  | { readonly type: 'fork'; readonly next: readonly number[] }
  | { readonly type: 'accept' };

/** A pattern ready to match. */
export interface Pattern {
  readonly steps: readonly Step[];
  readonly first: number;
  readonly ignoresCase: boolean;
}

/** Where a match begins and ends, in letters. */
export interface Match {
  readonly from: number;
  readonly to: number;
}

/** How much matching may still be done: what no sensible pattern comes near, and a page does not notice. */
export class Effort {
  #left = 4_000_000;

  get isSpent(): boolean {
    return this.#left < 0;
  }

  spend(steps: number): void {
    this.#left -= steps;
  }
}

/** More steps than any pattern that means something needs. */
const MOST_STEPS = 4000;

/** The step at which a match ends. */
const ACCEPT = 0;

class Compiler {
  readonly steps: Step[] = [{ type: 'accept' }];

  add(step: Step): number {
    if (this.steps.length >= MOST_STEPS) throw new Problem('Regular expression too big');
    return this.steps.push(step) - 1;
  }

  /** The step with which a node begins, when `next` follows it. */
  compile(node: Node, next: number): number {
    switch (node.type) {
      case 'set':
        return this.add({ type: 'set', set: node.set, next });
      case 'place':
        return this.add({ type: 'place', place: node.place, next });
      case 'sequence':
        return node.parts.reduceRight((after, part) => this.compile(part, after), next);
      case 'choice':
        return this.add({ type: 'fork', next: node.parts.map((part) => this.compile(part, next)) });
      case 'repeat':
        return this.#repeat(node.part, node.least, node.most, next);
    }
  }

  #repeat(part: Node, least: number, most: number, next: number): number {
    let first = next;
    if (most === Infinity) {
      const ways: number[] = [];
      first = this.add({ type: 'fork', next: ways });
      ways.push(this.compile(part, first), next);
    } else {
      for (let count = least; count < most; count++) {
        first = this.add({ type: 'fork', next: [this.compile(part, first), next] });
      }
    }
    for (let count = 0; count < least; count++) first = this.compile(part, first);
    return first;
  }
}

function wholeLine(node: Node): Node {
  return {
    type: 'sequence',
    parts: [{ type: 'place', place: 'begin' }, node, { type: 'place', place: 'end' }]
  };
}

/** How a pattern is to be taken: `-i` and `-x` of grep. */
interface Manner {
  readonly ignoresCase?: boolean;
  /** Whether it must match whole lines. */
  readonly isWhole?: boolean;
}

/** A pattern ready to match, or what is wrong with it, as grep says it. */
export function compilePattern(
  text: string,
  dialect: Dialect,
  { ignoresCase = false, isWhole = false }: Manner = {}
): Result<Pattern, string> {
  const node = readPattern(text, dialect);
  if (!node.ok) return node;
  return attempt(() => {
    const compiler = new Compiler();
    const first = compiler.compile(isWhole ? wholeLine(node.value) : node.value, ACCEPT);
    return { steps: compiler.steps, first, ignoresCase };
  });
}

function isWord(letter: string | undefined): boolean {
  return letter !== undefined && /^\w$/.test(letter);
}

function isAt(place: Place, letters: readonly string[], index: number): boolean {
  const before = isWord(letters[index - 1]);
  const after = isWord(letters[index]);
  switch (place) {
    case 'begin':
      return index === 0;
    case 'end':
      return index === letters.length;
    case 'word-begin':
      return !before && after;
    case 'word-end':
      return before && !after;
    case 'word-edge':
      return before !== after;
    case 'not-word-edge':
      return before === after;
  }
}

function includes({ isNegated, ranges }: CharacterSet, letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  return ranges.some(([from, to]) => code >= from && code <= to) !== isNegated;
}

function accepts(set: CharacterSet, letter: string, ignoresCase: boolean): boolean {
  if (!ignoresCase) return includes(set, letter);
  const cases = [letter, letter.toLowerCase(), letter.toUpperCase()];
  const positive = { ...set, isNegated: false };
  return cases.some((one) => includes(positive, one)) !== set.isNegated;
}

/** Adds a step to those under way, and with it those that it leads to without a letter. */
function follow({ steps }: Pattern, into: Set<number>, start: number, letters: readonly string[], index: number): void {
  const waiting = [start];
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    if (into.has(step)) continue;
    into.add(step);
    const taken = steps[step];
    if (taken?.type === 'fork') waiting.push(...taken.next);
    else if (taken?.type === 'place' && isAt(taken.place, letters, index)) waiting.push(taken.next);
  }
}

/** The steps under way after the letter at an index. */
function advance(
  pattern: Pattern,
  current: ReadonlySet<number>,
  letters: readonly string[],
  index: number
): Set<number> {
  const following = new Set<number>();
  const letter = letters[index];
  if (letter === undefined) return following;
  for (const step of current) {
    const taken = pattern.steps[step];
    if (taken?.type === 'set' && accepts(taken.set, letter, pattern.ignoresCase)) {
      follow(pattern, following, taken.next, letters, index + 1);
    }
  }
  return following;
}

/** Whether a pattern is found at all: all places where it could begin are followed at once. */
function isFound(pattern: Pattern, letters: readonly string[], effort: Effort): boolean {
  let current = new Set<number>();
  for (let index = 0; index <= letters.length && !effort.isSpent; index++) {
    follow(pattern, current, pattern.first, letters, index);
    if (current.has(ACCEPT)) return true;
    effort.spend(current.size);
    current = advance(pattern, current, letters, index);
  }
  return false;
}

/** The ends of all matches that begin at a letter, the shortest first. */
function endsFrom(pattern: Pattern, letters: readonly string[], from: number, effort: Effort): readonly number[] {
  const ends: number[] = [];
  let current = new Set<number>();
  follow(pattern, current, pattern.first, letters, from);
  for (let index = from; current.size > 0 && !effort.isSpent; index++) {
    effort.spend(current.size);
    if (current.has(ACCEPT)) ends.push(index);
    current = advance(pattern, current, letters, index);
  }
  return ends;
}

/** Whether one of the patterns is found in a line. */
export function hasMatch(patterns: readonly Pattern[], letters: readonly string[], effort: Effort): boolean {
  return patterns.some((pattern) => isFound(pattern, letters, effort));
}

/** A further condition on a match: `-w` of grep. */
export type Condition = (letters: readonly string[], match: Match) => boolean;

const ANYWHERE: Condition = () => true;

/**
 * The match that begins first at or after a letter, the longest of those; null when there is none, or when the effort is
 * spent before it is found.
 */
export function findMatch(
  patterns: readonly Pattern[],
  letters: readonly string[],
  effort: Effort,
  from = 0,
  condition = ANYWHERE
): Match | null {
  if (from === 0 && !hasMatch(patterns, letters, effort)) return null;
  for (let start = from; start <= letters.length && !effort.isSpent; start++) {
    const ends = patterns.flatMap((pattern) => endsFrom(pattern, letters, start, effort));
    const fitting = ends.filter((to) => condition(letters, { from: start, to }));
    if (fitting.length > 0) return { from: start, to: Math.max(...fitting) };
  }
  return null;
}

/** Whether an extended expression is found in a text; one that cannot be read is taken as it is written. */
export function matches(pattern: string, text: string): boolean {
  const compiled = compilePattern(pattern, 'extended');
  return compiled.ok ? hasMatch([compiled.value], Array.from(text), new Effort()) : text.includes(pattern);
}
