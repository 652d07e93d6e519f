import { describe, expect, it } from 'vitest';
import { append, appendAll, isAtEnd, moveTo, startTimeline, valueAt } from '../../../src/lib/session/timeline.ts';

const story = ['b', 'c', 'd'].reduce(append, startTimeline('a'));

describe('timeline', () => {
  it('stands on the moment that was appended last', () => {
    expect(valueAt(story)).toBe('d');
    expect(isAtEnd(story)).toBe(true);
  });

  it('goes back without losing what came after', () => {
    const back = moveTo(story, 1);
    expect(valueAt(back)).toBe('b');
    expect(isAtEnd(back)).toBe(false);
    expect(valueAt(moveTo(back, 3))).toBe('d');
  });

  it('brings a position into range', () => {
    expect(valueAt(moveTo(story, -5))).toBe('a');
    expect(valueAt(moveTo(story, 99))).toBe('d');
  });

  it('grows a branch when something happens in the past, and keeps the other one', () => {
    const forked = append(moveTo(story, 1), 'x');
    expect(forked.line.map((_, position) => valueAt(forked, position))).toEqual(['a', 'b', 'x']);
    expect(forked.moments.map(({ value }) => value)).toEqual(['a', 'b', 'c', 'd', 'x']);
    expect(forked.moments[4]?.parent).toBe(1);
  });

  it('grows by several moments as by one after the other, and by none not at all', () => {
    const past = moveTo(story, 1);
    expect(appendAll(past, ['x', 'y'])).toEqual(['x', 'y'].reduce(append, past));
    expect(appendAll(past, [])).toBe(past);
  });

  it('leaves the history that it was given as it was', () => {
    append(moveTo(story, 0), 'y');
    expect(story.moments).toHaveLength(4);
    expect(story.position).toBe(3);
  });

  it('has no moment outside its branch', () => {
    expect(() => valueAt(story, 4)).toThrow(RangeError);
  });
});
