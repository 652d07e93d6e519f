/** The drawing of the machine: complete, true, and nothing in it in the way of something else. */
import { describe, expect, it } from 'vitest';
import { statechartOf } from '../../../src/lib/machine/statechart.ts';
import { chartLayouts } from '../../../src/lib/ui/lifecycle/chart-layouts.ts';
import type { Area, ChartLayout, Corners } from '../../../src/lib/ui/lifecycle/layout.ts';
import { lineOf } from '../../../src/lib/ui/lifecycle/lines.ts';
import { layoutsOf } from '../../support/machine/chart-layout.ts';
import { tableOfMachine } from '../../support/machine/table-of.ts';

const chart = statechartOf(tableOfMachine());
const { full, map } = chartLayouts;

type Point = readonly [number, number];

function pointsOf(corners: Corners): readonly Point[] {
  return Array.from({ length: corners.length / 2 }, (_, index) => [corners[2 * index]!, corners[2 * index + 1]!]);
}

function legsOf(corners: Corners): readonly Area[] {
  const points = pointsOf(corners);
  return points.slice(1).map(([x, y], index) => {
    const [fromX, fromY] = points[index]!;
    return [Math.min(x, fromX), Math.min(y, fromY), Math.abs(x - fromX), Math.abs(y - fromY)];
  });
}

/** Whether two areas share more than an edge. */
function overlap([ax, ay, aw, ah]: Area, [bx, by, bw, bh]: Area): boolean {
  return ax < bx + bw && bx < ax + aw && ay < by + bh && by < ay + ah;
}

/** Whether a line runs through an area, and not only along its edge. */
function runsThrough([x, y, width, height]: Area, [left, top, w, h]: Area): boolean {
  return x < left + w && left < x + width + (width === 0 ? 0.001 : 0)
    ? y < top + h && top < y + height + (height === 0 ? 0.001 : 0)
    : false;
}

function isOnEdge([px, py]: Point, [x, y, width, height]: Area): boolean {
  const within = px >= x && px <= x + width && py >= y && py <= y + height;
  return within && (px === x || px === x + width || py === y || py === y + height);
}

describe('the layout of the statechart', () => {
  it('is what ELK makes of the machine now; else run `npm run generate`', async () => {
    expect(chartLayouts).toEqual(await layoutsOf(chart));
  });

  it('is the same each time', async () => {
    expect(JSON.stringify(await layoutsOf(chart))).toBe(JSON.stringify(await layoutsOf(chart)));
  });

  it('fits a pane and a phone', () => {
    expect(full.width).toBeLessThanOrEqual(620);
    expect(map.width).toBeLessThanOrEqual(312);
  });

  it('has a chip for each operation', () => {
    const operations = chart.transitions.filter(({ operation }) => operation !== null).map(({ id }) => id);
    expect(Object.keys(full.chips).toSorted()).toEqual(operations.toSorted());
  });
});

const drawings: readonly (readonly [string, ChartLayout])[] = [
  ['full', full],
  ['map', map]
];

describe.each(drawings)('the %s drawing', (_name, layout) => {
  const { boxes, chips, lines, width, height } = layout;

  it('has every box, and each within its bounds', () => {
    expect(Object.keys(boxes).toSorted()).toEqual(['any', ...chart.boxes].toSorted());
    const all = [...Object.values(boxes), ...Object.values(chips)];
    expect(all.filter(([x, y, w, h]) => x < 0 || y < 0 || x + w > width || y + h > height)).toEqual([]);
  });

  it('has a line for each way between two boxes', () => {
    const ways = chart.transitions.flatMap((transition) =>
      transition.ends.flatMap((to) => (transition.from === null || transition.from === to ? [] : [{ transition, to }]))
    );
    expect(ways.filter(({ transition, to }) => lineOf(layout, transition, to) === null)).toEqual([]);
    expect(ways.length).toBeGreaterThan(25);
  });

  it('lets each line begin and end at the edge of what it connects', () => {
    const astray = Object.entries(lines).filter(([id, corners]) => {
      const [start = '', end = ''] = id.split('>');
      const from = chips[start] ?? boxes[start.replace(/\.$/, '')]!;
      const points = pointsOf(corners);
      return !isOnEdge(points[0]!, from) || !isOnEdge(points.at(-1)!, boxes[end]!);
    });
    expect(astray).toEqual([]);
  });

  it('lets no box or chip lie on another', () => {
    const solid = [...Object.entries(boxes), ...Object.entries(chips)];
    const clashes = solid.flatMap(([id, area], index) =>
      solid
        .slice(index + 1)
        .filter(([other, otherArea]) => overlap(area, otherArea) && !other.startsWith(`${id}.`))
        .map(([other]) => [id, other])
    );
    expect(clashes).toEqual([]);
  });

  it('leads no line through a box or a chip', () => {
    const solid = [...Object.entries(boxes), ...Object.entries(chips)];
    const crossed = Object.entries(lines).flatMap(([line, corners]) =>
      solid.filter(([, area]) => legsOf(corners).some((leg) => runsThrough(leg, area))).map(([id]) => [line, id])
    );
    expect(crossed).toEqual([]);
  });
});
