/** All lessons, in their order. A lesson is a folder: its number and its address are the folder's name. */
import type { Lesson } from '../session/lesson/lesson.ts';

/** A lesson with its place among the others. */
export interface NumberedLesson {
  readonly number: number;
  /** Its part of the address: `/lessons/the-article/`. */
  readonly slug: string;
  readonly lesson: Lesson;
  /** The fewest operations that reach all goals, found by searching the engine (`npm run generate`). */
  readonly fewest: number;
}

const lessons = import.meta.glob<Lesson>('./*/lesson.ts', { import: 'lesson', eager: true });
const fewest = import.meta.glob<{ readonly operations: number }>('./*/fewest.json', { import: 'default', eager: true });

function numbered(path: string): NumberedLesson {
  const [, folder = '', number = '', slug = ''] = /^\.\/((\d+)-([^/]+))\//.exec(path) ?? [];
  const lesson = lessons[`./${folder}/lesson.ts`];
  const found = fewest[`./${folder}/fewest.json`];
  if (!lesson) throw new Error(`${path} holds no lesson`);
  if (!found) throw new Error(`${folder} has no fewest.json yet: npm run generate`);
  return { number: Number(number), slug, lesson, fewest: found.operations };
}

export const allLessons: readonly NumberedLesson[] = Object.keys(lessons).sort().map(numbered);
