import { describe, expect, it } from 'vitest';
import { beginPart, follow, goalsOf } from '../../../../src/lib/session/lesson/lesson-run.ts';
import type { Lesson } from '../../../../src/lib/session/lesson/lesson.ts';
import { goTo, type Session } from '../../../../src/lib/session/session.ts';
import { andThen, article } from '../../../support/lab/session.ts';

const lesson: Lesson = {
  title: 'A log line',
  goal: 'see it.',
  minutes: 1,
  release: '17.0.0.0b1',
  lab: {},
  opening: [],
  parts: [
    {
      title: 'See it',
      text: [],
      predictions: [],
      goals: [{ fact: 'logged', text: 'already exists' }],
      hints: ['one', 'two', 'three'],
      solution: [],
      after: []
    }
  ],
  reading: [],
  recorded: null
};

/** The article's failing attach has happened: the log has the line before the part begins. */
const failed = article(5);
const attach = { type: 'attach', volume_id: 'a54facb5-8b1e-4370-9d0b-e7b6ca6f7adc' } as const;

const reached = (origin: Session, session: Session) => follow(beginPart(lesson, 0, origin), session).reached;

describe('a goal about the log', () => {
  it('is not held by a line that stood there when the part began', () => {
    expect(reached(failed, failed)).toBe(false);
    expect(goalsOf(beginPart(lesson, 0, failed), failed)).toEqual([false]);
  });

  it('is held once the learner has made the line come', () => {
    expect(reached(failed, andThen(failed, attach))).toBe(true);
  });

  it('is held as well when that happened on a branch from before the part', () => {
    const earlier = goTo(failed, article(4).timeline.position);
    const again = andThen(earlier, attach);
    expect(again.timeline.position).toBeLessThanOrEqual(failed.timeline.position);
    expect(reached(failed, again)).toBe(true);
  });

  it('is not held by going back and forth over the old line', () => {
    expect(reached(failed, goTo(failed, 3))).toBe(false);
    expect(reached(failed, goTo(goTo(failed, 3), failed.timeline.position))).toBe(false);
  });
});
