/** Writes what is generated from the lessons: beside each, the fewest operations that reach its goals. */
import { writeFileSync } from 'node:fs';
import { fewestOperations } from './fewest.ts';
import { lessonFolders, readLesson } from './read.ts';

for (const folder of lessonFolders()) {
  const operations = fewestOperations(await readLesson(folder));
  writeFileSync(`${folder}/fewest.json`, `${JSON.stringify({ operations })}\n`);
  console.log(`${folder}: ${operations}`);
}
