/** The lessons as Node finds them; Vite's glob, which the site uses, does not exist there. */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Lesson } from '../../../src/lib/session/lesson/lesson.ts';

const FOLDER = 'src/lib/lessons';

/** The folders of all lessons, in their order. */
export function lessonFolders(): readonly string[] {
  const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => join(FOLDER, name)).sort();
}

/** The lesson of a folder. */
export async function readLesson(folder: string): Promise<Lesson> {
  const file = pathToFileURL(resolve(folder, 'lesson.ts')).href;
  const { lesson } = (await import(file)) as { readonly lesson: Lesson };
  return lesson;
}
