/** The script of a lesson's page. The lesson itself is fetched beside it: the page says which one. */
import { loadLesson } from '../lib/lessons/load.ts';
import LessonBench from '../lib/ui/lessons/LessonBench.svelte';
import { tellOfNewVersion } from './new-version.ts';
import { factsOf, wake } from './wake.ts';

interface LessonFacts {
  readonly folder: string;
  readonly next: { readonly slug: string; readonly title: string } | null;
}

tellOfNewVersion();
const { folder, next } = factsOf('lesson') as LessonFacts;
wake('lesson', LessonBench, { numbered: await loadLesson(folder), next });
