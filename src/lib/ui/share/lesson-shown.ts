/** Which lesson's moment a page shows, if it is one that its address asked for. */
import { loadLessonAt } from '../../lessons/load.ts';
import type { NumberedLesson } from '../../lessons/numbered.ts';
import { momentOf } from '../../session/lesson/story.ts';
import { linkOf } from '../../session/link/link.ts';
import { readPresentation } from '../../session/link/presentation.ts';
import { goTo, type Session } from '../../session/session.ts';

/**
 * The lesson that the query names, where the session is still its story and nobody has done anything else; else null.
 * `fragment`: the session's link.
 */
export async function lessonShown(
  query: string,
  session: Session,
  fragment: string | null
): Promise<NumberedLesson | null> {
  const { lesson: slug } = readPresentation(query).presentation;
  if (slug === null || fragment === null) return null;
  const found = await loadLessonAt(slug).catch(() => null);
  if (found === null) return null;
  const story = goTo(momentOf(found.lesson, null), session.timeline.position);
  return (await linkOf(story)) === fragment ? found : null;
}
