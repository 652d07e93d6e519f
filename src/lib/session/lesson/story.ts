/** A lesson as its own solutions tell it. */
import { articleSettings, labWith } from '../lab-settings.ts';
import { goTo, startSession, type Session } from '../session.ts';
import { performAll } from './deed.ts';
import type { Deed, Lesson } from './lesson.ts';

/** The deeds of all parts before one. */
function deedsBefore({ parts }: Lesson, part: number): readonly Deed[] {
  return parts.slice(0, part).flatMap(({ solution }) => solution);
}

/** The lesson's session as its own solutions lead to a part. Throws when a deed is refused: the lesson is wrong then. */
export function sessionAt(lesson: Lesson, part: number): Session {
  const lab = labWith({ ...articleSettings, ...lesson.lab, release: lesson.release });
  const session = performAll(startSession(lab), [...lesson.opening, ...deedsBefore(lesson, part)]);
  if (session === null) throw new Error(`a deed of ${lesson.title} is refused`);
  return session;
}

/** A moment of the lesson's whole story, by the number that the page gives it; null, or more than there are: the last. */
export function momentOf(lesson: Lesson, step: number | null): Session {
  const story = sessionAt(lesson, lesson.parts.length);
  return step === null ? story : goTo(story, step);
}
