import { describe, expect, it } from 'vitest';
import type { Transition } from '../../../../src/lib/machine/statechart.ts';
import type { ChartLayout } from '../../../../src/lib/ui/lifecycle/layout.ts';
import { arrowOf, beadsOn, lineOf, pathOf } from '../../../../src/lib/ui/lifecycle/lines.ts';

const bent = [0, 0, 0, 30, 60, 30];

const stop: Transition = {
  id: 'active.stop',
  from: 'active',
  operation: 'stop',
  routes: [{ tasks: ['powering-off'], to: 'stopped' }],
  ends: ['stopped'],
  onFailure: 'error'
};

function layoutWith(lines: ChartLayout['lines']): ChartLayout {
  return { width: 100, height: 100, boxes: {}, chips: {}, lines };
}

describe('a line of the statechart', () => {
  it('is rounded where it turns', () => {
    expect(pathOf(bent)).toBe('M0 0L0 25Q0 30 5 30L60 30');
  });

  it('is rounded less where there is no room', () => {
    expect(pathOf([0, 0, 0, 4, 60, 4])).toBe('M0 0L0 2Q0 4 2 4L60 4');
  });

  it('ends in an arrow that points the way it goes', () => {
    expect(arrowOf(bent)).toBe('60,30 53,26.5 53,33.5');
    expect(arrowOf([0, 0, 0, 30])).toBe('0,30 3.5,23 -3.5,23');
  });

  it('carries its beads evenly, also around a corner', () => {
    expect(beadsOn(bent, 2).points).toEqual([
      [0, 30],
      [30, 30]
    ]);
    expect(beadsOn(bent, 0).points).toEqual([]);
  });

  it('has beads that never touch, however short it is', () => {
    const { points, radius } = beadsOn([0, 0, 0, 12], 3);
    expect(points.map(([, y]) => y)).toEqual([3, 6, 9]);
    expect(2 * radius).toBeLessThan(3);
  });

  it('is found by transition, by its boxes, or turned round', () => {
    expect(lineOf(layoutWith({ 'active.stop>stopped': bent }), stop, 'stopped')).toEqual(bent);
    expect(lineOf(layoutWith({ 'active>stopped': bent }), stop, 'stopped')).toEqual(bent);
    expect(lineOf(layoutWith({ 'stopped>active': bent }), stop, 'stopped')).toEqual([60, 30, 0, 30, 0, 0]);
    expect(lineOf(layoutWith({}), stop, 'stopped')).toBeNull();
  });
});
