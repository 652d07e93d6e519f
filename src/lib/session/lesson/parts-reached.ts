/** Which parts of a lesson are done at a moment, for whoever shows its story without running it. */
import type { Session } from '../session.ts';
import { isReached } from './facts.ts';
import type { Lesson } from './lesson.ts';
import { sessionAt } from './story.ts';

/** Where each part begins in the lesson's whole story: the positions of its cursor. */
export function beginningsOf(lesson: Lesson): readonly number[] {
  return lesson.parts.map((_, part) => sessionAt(lesson, part).timeline.position);
}

/** The parts whose goals hold at the cursor, for somebody who came there through the story or on a way of their own. */
export function partsReached(lesson: Lesson, beginnings: readonly number[], session: Session): readonly number[] {
  const { position } = session.timeline;
  return [...lesson.parts.entries()]
    .filter(([part, { goals }]) => {
      const since = beginnings[part] ?? 0;
      return position > since && isReached(session, goals, since);
    })
    .map(([part]) => part);
}
