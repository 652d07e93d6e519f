/** All lessons, in their order: every folder here that has a lesson.ts. */
import type { Lesson } from '../session/lesson/lesson.ts';
import { numberedLesson, type Fewest, type NumberedLesson } from './numbered.ts';

const lessons = import.meta.glob<Lesson>('./*/lesson.ts', { import: 'lesson', eager: true });
const fewest = import.meta.glob<Fewest>('./*/fewest.json', { import: 'default', eager: true });

export const allLessons: readonly NumberedLesson[] = Object.keys(lessons)
  .sort()
  .map((path) => {
    const folder = path.split('/')[1] ?? '';
    return numberedLesson(folder, lessons[path], fewest[`./${folder}/fewest.json`]);
  });
