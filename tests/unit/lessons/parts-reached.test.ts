import { describe, expect, it } from 'vitest';
import { allLessons } from '../../../src/lib/lessons/all.ts';
import { beginningsOf, partsReached } from '../../../src/lib/session/lesson/parts-reached.ts';
import { sessionAt } from '../../../src/lib/session/lesson/story.ts';
import { goTo } from '../../../src/lib/session/session.ts';

describe.each(allLessons)('the parts of lesson $slug', ({ lesson }) => {
  const beginnings = beginningsOf(lesson);
  const whole = sessionAt(lesson, lesson.parts.length);

  it('are reached one by one by whoever walks its story, and none before it begins', () => {
    const met = new Set<number>();
    for (let step = 0; step < whole.timeline.line.length; step++) {
      const before = [...met];
      for (const part of partsReached(lesson, beginnings, goTo(whole, step))) met.add(part);
      if (step <= (beginnings[0] ?? 0)) expect(met.size).toBe(0);
      expect(met.size - before.length).toBeLessThanOrEqual(1);
    }
    expect([...met]).toEqual([...lesson.parts.keys()]);
  });
});
