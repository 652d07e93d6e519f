/**
 * The moment of a part that a single picture has to show.
 */
import { goTo, reportOf, type Session } from '../session.ts';
import { sessionAt } from './story.ts';
import type { Lesson } from './lesson.ts';

/** The part's own moments, as the lesson's solutions make them, in their order. */
function momentsOf(lesson: Lesson, part: number): readonly Session[] {
  const begun = sessionAt(lesson, part).timeline.position;
  const end = sessionAt(lesson, part + 1);
  return Array.from({ length: end.timeline.position - begun }, (_, index) => goTo(end, begun + 1 + index));
}

function hasFailed(moment: Session): boolean {
  return reportOf(moment)?.events.some(({ type }) => type === 'failure') ?? false;
}

/** The step in which something fails, or where all goes well, the end of the part. Its position is that of the story. */
export function decisiveMoment(lesson: Lesson, part: number): Session {
  const moments = momentsOf(lesson, part);
  return moments.find(hasFailed) ?? moments.at(-1) ?? sessionAt(lesson, part);
}
