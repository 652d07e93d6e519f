/** One lesson, fetched by itself. */
import type { Lesson } from '../session/lesson/lesson.ts';
import { numberedLesson, placeOf, type Fewest, type NumberedLesson } from './numbered.ts';

const lessons = import.meta.glob<Lesson>('./*/lesson.ts', { import: 'lesson' });
const fewest = import.meta.glob<Fewest>('./*/fewest.json', { import: 'default' });

/** The lesson of a folder: `04-the-article`. */
export async function loadLesson(folder: string): Promise<NumberedLesson> {
  const [lesson, operations] = await Promise.all([
    lessons[`./${folder}/lesson.ts`]?.(),
    fewest[`./${folder}/fewest.json`]?.()
  ]);
  return numberedLesson(folder, lesson, operations);
}

/** The lesson whose page has this address; null where there is none. */
export async function loadLessonAt(slug: string): Promise<NumberedLesson | null> {
  const folder = Object.keys(lessons)
    .map((path) => path.split('/')[1] ?? '')
    .find((name) => placeOf(name).slug === slug);
  return folder === undefined ? null : loadLesson(folder);
}
