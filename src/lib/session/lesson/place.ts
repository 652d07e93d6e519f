/**
 * Where somebody is in a lesson, as text for a store: the part, what was done, and what was guessed.
 *
 * What was done is kept as a link carries it. Like a link it may come back damaged, or from another version of the
 * lesson, so nothing of it is believed unseen.
 */
import * as v from 'valibot';
import { linkOf, sessionOfLink } from '../link/link.ts';
import { cloudOf, goTo, type Session } from '../session.ts';
import { beginningIn, beginPart, follow, type LessonRun } from './lesson-run.ts';
import type { Lesson } from './lesson.ts';

/** A moment of somebody's way through a lesson. */
export interface Place {
  readonly run: LessonRun;
  readonly session: Session;
  /** What was answered to the questions of the part, by their place. */
  readonly guesses: readonly (string | undefined)[];
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const placeSchema = v.object({
  part: count,
  reached: v.boolean(),
  /** The position at which the part was begun. */
  from: count,
  session: v.string(),
  guesses: v.array(v.nullable(v.string()))
});

/** The text to keep; null for a session that no link can carry. */
export async function writePlace({ run, session, guesses }: Place): Promise<string | null> {
  const link = await linkOf(session);
  if (link === null) return null;
  return JSON.stringify({
    part: run.part,
    reached: run.reached,
    from: beginningIn(session, run.origin),
    session: link,
    guesses: guesses.map((guess) => guess ?? null)
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The place that a text tells; null when it is none of this lesson. */
export async function readPlace(lesson: Lesson, text: string): Promise<Place | null> {
  const kept = v.safeParse(placeSchema, parsed(text));
  if (!kept.success || kept.output.part >= lesson.parts.length) return null;
  const { part, from, reached, guesses, session: link } = kept.output;
  const opened = await sessionOfLink(link);
  if (!opened.ok || cloudOf(opened.value).lab.release !== lesson.release) return null;
  const session = opened.value;
  const run = { ...beginPart(lesson, part, goTo(session, from)), reached };
  return { run: follow(run, session), session, guesses: guesses.map((guess) => guess ?? undefined) };
}
