/** A lesson and its place among the others, which the name of its folder tells. */
import type { Lesson } from '../session/lesson/lesson.ts';

/** A lesson with its place. */
export interface NumberedLesson {
  /** `04-the-article`. */
  readonly folder: string;
  readonly number: number;
  /** Its part of the address: `/lessons/the-article/`. */
  readonly slug: string;
  readonly lesson: Lesson;
  /** The fewest operations that reach all goals, found by searching the engine (`npm run generate`). */
  readonly fewest: number;
}

/** What `npm run generate` writes beside a lesson. */
export interface Fewest {
  readonly operations: number;
}

/** What the name of a folder tells: `04-the-article` is the fourth, at `the-article`. */
export function placeOf(folder: string): Pick<NumberedLesson, 'number' | 'slug'> {
  const [, number = '', slug = ''] = /^(\d+)-(.+)$/.exec(folder) ?? [];
  return { number: Number(number), slug };
}

/** The lesson of a folder. Throws where the folder has none, or not all of it. */
export function numberedLesson(folder: string, lesson: Lesson | undefined, fewest: Fewest | undefined): NumberedLesson {
  if (!lesson) throw new Error(`${folder} holds no lesson`);
  if (!fewest) throw new Error(`${folder} has no fewest.json yet: npm run generate`);
  return { folder, ...placeOf(folder), lesson, fewest: fewest.operations };
}
