/**
 * How far somebody is in a lesson. Pure: each function takes a run and returns the next one.
 *
 * The runner watches a session and never writes it: whoever has changed it, by button or in a terminal, counts alike.
 */
import { cloudOf, requestsMade, type Session } from '../session.ts';
import { endedHere, isAtEnd } from '../timeline.ts';
import { isRequest, performAll, requestOf } from './deed.ts';
import { goalsHeld, isReached } from './facts.ts';
import type { Lesson, Part } from './lesson.ts';
import { sessionAt } from './story.ts';

/** A lesson under way. */
export interface LessonRun {
  readonly lesson: Lesson;
  /** Which part is being done. */
  readonly part: number;
  /** The session as it was when the part was begun. */
  readonly origin: Session;
  /** Whether the goals of the part have been reached: once they were, they stay so. */
  readonly reached: boolean;
}

/** The part that is being done. */
export function partOf({ lesson, part }: LessonRun): Part {
  const found = lesson.parts[part];
  if (!found) throw new RangeError(`the lesson has no part ${part}`);
  return found;
}

/** The last position that a session shares with the part's beginning: what comes after it has happened in the part. */
export function beginningIn(session: Session, { timeline }: Session): number {
  const { line } = session.timeline;
  const parting = timeline.line.findIndex(
    (moment, position) => position > timeline.position || moment !== line[position]
  );
  return (parting < 0 ? timeline.line.length : parting) - 1;
}

/** A part is begun in a session. Goals that hold already are reached. */
export function beginPart(lesson: Lesson, part: number, origin: Session): LessonRun {
  return follow({ lesson, part, origin, reached: false }, origin);
}

/** The run after the session has changed. */
export function follow(run: LessonRun, session: Session): LessonRun {
  if (run.reached || !isReached(session, partOf(run).goals, beginningIn(session, run.origin))) return run;
  return { ...run, reached: true };
}

/** Which goals of the part hold in the session. */
export function goalsOf(run: LessonRun, session: Session): readonly boolean[] {
  const { goals } = partOf(run);
  return run.reached ? goals.map(() => true) : goalsHeld(session, goals, beginningIn(session, run.origin));
}

/** The ids of the volume and the flavor that the part's solution names first: what its operations are about. */
export function subjectsOf(run: LessonRun): { readonly volume_id?: string; readonly flavor?: string } {
  const requests = partOf(run).solution.filter(isRequest);
  const made = requests.map((deed) => requestOf(cloudOf(run.origin), deed));
  return {
    ...made.find((request) => 'volume_id' in request),
    ...made.find((request) => 'flavor' in request)
  };
}

/** Whether the part is the last. */
export function isLastPart({ lesson, part }: LessonRun): boolean {
  return part === lesson.parts.length - 1;
}

/** How many operations were used since the lesson began, on the branch up to the cursor. */
export function operationsUsed({ lesson }: LessonRun, session: Session): number {
  return Math.max(0, requestsMade(session) - lesson.opening.length);
}

/**
 * The session in which the part's questions are asked: as the learner came to the part, if what they are about can be
 * done there; else as the lesson's own solutions lead to it.
 */
export function askedIn({ lesson, part, origin }: LessonRun): Session {
  const predictions = lesson.parts[part]?.predictions ?? [];
  // What was done since is ahead of the origin's cursor, and must not be asked about.
  const came = isAtEnd(origin.timeline) ? origin : { timeline: endedHere(origin.timeline) };
  const fits = predictions.every(({ ask, ahead }) => performAll(came, ask === 'client' ? ahead.slice(0, -1) : ahead));
  return fits ? came : sessionAt(lesson, part);
}
