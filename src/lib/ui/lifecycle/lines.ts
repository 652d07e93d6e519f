/** The lines of the statechart as SVG paths. */
import type { Transition } from '../../machine/statechart.ts';
import type { ChartLayout, Corners } from './layout.ts';

/** A point of the drawing, in units. */
export type Point = readonly [x: number, y: number];

/** Units. */
const ROUNDING = 5;
const BEAD_RADIUS = 3.5;
const ARROW = { length: 7, halfWidth: 3.5 } as const;

function pointsOf(corners: Corners): readonly Point[] {
  return Array.from({ length: corners.length / 2 }, (_, index) => [
    corners[2 * index] ?? 0,
    corners[2 * index + 1] ?? 0
  ]);
}

function backwards(corners: Corners): Corners {
  return pointsOf(corners)
    .toReversed()
    .flatMap((point) => [...point]);
}

function distance([ax, ay]: Point, [bx, by]: Point): number {
  return Math.hypot(bx - ax, by - ay);
}

/** The point that lies `length` units from `from` towards `to`. */
function towards(from: Point, to: Point, length: number): Point {
  const share = length / (distance(from, to) || 1);
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}

/** The line of a transition to a box; null where none is drawn. Where one line stands for both ways, turned round. */
export function lineOf({ lines }: ChartLayout, { id, from }: Transition, to: string): Corners | null {
  const start = from ?? 'any';
  const back = lines[`${to}>${start}`];
  return lines[`${id}>${to}`] ?? lines[`${start}>${to}`] ?? (back ? backwards(back) : null);
}

/** The path along the corners, each a little rounded. */
export function pathOf(corners: Corners): string {
  const points = pointsOf(corners);
  const parts = points.map((point, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (!before) return `M${point.join(' ')}`;
    if (!after) return `L${point.join(' ')}`;
    const radius = Math.min(ROUNDING, distance(before, point) / 2, distance(point, after) / 2);
    return `L${towards(point, before, radius).join(' ')}Q${point.join(' ')} ${towards(point, after, radius).join(' ')}`;
  });
  return parts.join('');
}

/** The triangle at the end, as the points of a polygon. */
export function arrowOf(corners: Corners): string {
  const [tip = [0, 0], before = [0, 0]] = pointsOf(corners).toReversed();
  const [x, y] = towards(tip, before, ARROW.length);
  const [dx, dy] = [((tip[1] - y) / ARROW.length) * ARROW.halfWidth, ((tip[0] - x) / ARROW.length) * ARROW.halfWidth];
  return [tip, [x + dx, y - dy], [x - dx, y + dy]].map((point) => point.join(',')).join(' ');
}

/** Beads on a line, and how large they can be without touching. */
export interface Beads {
  readonly points: readonly Point[];
  readonly radius: number;
}

/** So many beads, evenly apart from each other and from the ends of the line. */
export function beadsOn(corners: Corners, count: number): Beads {
  const points = pointsOf(corners);
  const legs = points.slice(1).map((point, index) => [points[index] ?? point, point] as const);
  const apart = legs.reduce((sum, leg) => sum + distance(...leg), 0) / (count + 1);

  /** The point that lies `length` units from the beginning of the line. */
  function pointAt(length: number, [leg, ...others]: typeof legs): Point {
    if (!leg) return [0, 0];
    const rest = length - distance(...leg);
    return rest <= 0 || others.length === 0 ? towards(...leg, length) : pointAt(rest, others);
  }
  return {
    points: Array.from({ length: count }, (_, bead) => pointAt(apart * (bead + 1), legs)),
    radius: Math.min(BEAD_RADIUS, apart / 3)
  };
}
