/**
 * History as a tree: every moment that was ever reached stays, and a cursor says which one is looked at.
 *
 * Going back moves the cursor. Acting in the past grows a new branch from there; the old one is kept.
 */

/** One moment and how it came about. */
export interface Moment<Value> {
  readonly value: Value;
  /** The moment before; null for the first. */
  readonly parent: number | null;
}

/** A history. Moments are numbered in the order in which they were reached. */
export interface Timeline<Value> {
  readonly moments: readonly Moment<Value>[];
  /** The branch that is looked at, from the first moment to its end. */
  readonly line: readonly number[];
  /** Where on that branch the cursor stands. */
  readonly position: number;
}

/** A history that has only begun. */
export function startTimeline<Value>(value: Value): Timeline<Value> {
  return { moments: [{ value, parent: null }], line: [0], position: 0 };
}

/** The value of the moment at `position` of the branch; the cursor's when not said. */
export function valueAt<Value>(timeline: Timeline<Value>, position = timeline.position): Value {
  const moment = timeline.moments[timeline.line[position] ?? -1];
  if (!moment) throw new RangeError(`there is no moment ${position} on this branch`);
  return moment.value;
}

/** Whether the cursor stands at the end of its branch. */
export function isAtEnd<Value>({ line, position }: Timeline<Value>): boolean {
  return position === line.length - 1;
}

/** The same with nothing after the cursor on its branch. */
export function endedHere<Value>(timeline: Timeline<Value>): Timeline<Value> {
  return { ...timeline, line: timeline.line.slice(0, timeline.position + 1) };
}

/** The cursor moved to a position, which is brought into range. */
export function moveTo<Value>(timeline: Timeline<Value>, position: number): Timeline<Value> {
  return { ...timeline, position: Math.max(0, Math.min(position, timeline.line.length - 1)) };
}

/** New moments after the cursor, and the cursor on the last. What came after the cursor before stays as a branch. */
export function appendAll<Value>(timeline: Timeline<Value>, values: readonly Value[]): Timeline<Value> {
  const { moments, line, position } = timeline;
  if (values.length === 0) return timeline;
  const indexes = values.map((_, index) => moments.length + index);
  const parents = [line[position] ?? null, ...indexes];
  const added = values.map((value, index) => ({ value, parent: parents[index] ?? null }));
  return {
    moments: [...moments, ...added],
    line: [...line.slice(0, position + 1), ...indexes],
    position: position + values.length
  };
}

/** A new moment after the cursor, and the cursor on it. What came after the cursor before stays as a branch. */
export function append<Value>(timeline: Timeline<Value>, value: Value): Timeline<Value> {
  const { moments, line, position } = timeline;
  const parent = line[position] ?? null;
  return {
    moments: [...moments, { value, parent }],
    line: [...line.slice(0, position + 1), moments.length],
    position: position + 1
  };
}

/** A way through history from the first moment to one that nothing follows. */
export interface Branch {
  readonly line: readonly number[];
  /** The last position that it shares with the branch that is looked at. */
  readonly forksAt: number;
}

/** From the first moment to this one. */
function lineTo<Value>(moments: readonly Moment<Value>[], end: number): readonly number[] {
  const line: number[] = [];
  for (let index: number | null = end; index !== null; index = moments[index]?.parent ?? null) line.push(index);
  return line.reverse();
}

function lastShared(line: readonly number[], other: readonly number[]): number {
  const parting = line.findIndex((index, position) => index !== other[position]);
  return (parting === -1 ? line.length : parting) - 1;
}

/**
 * All branches, in the order in which their ends were reached; the one that is looked at is among them. Where the cursor
 * stands makes no difference.
 */
export function branchesOf<Value>({ moments, line: current }: Omit<Timeline<Value>, 'position'>): readonly Branch[] {
  const parents = new Set(moments.map(({ parent }) => parent));
  const ends = [...moments.keys()].filter((index) => !parents.has(index));
  return ends.map((end) => {
    const line = lineTo(moments, end);
    return { line, forksAt: lastShared(line, current) };
  });
}

/** Another branch, with the cursor at its end. */
export function follow<Value>({ moments }: Timeline<Value>, { line }: Branch): Timeline<Value> {
  return { moments, line, position: line.length - 1 };
}
