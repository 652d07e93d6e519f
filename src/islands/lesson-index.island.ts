/** The script of the list of lessons, which only adds what the reader has done. */
import LessonIndex from '../lib/ui/lessons/LessonIndex.svelte';
import type { ListedLesson } from '../lib/ui/lessons/listed-lesson.ts';
import { factsOf, wake } from './wake.ts';

wake('lesson-index', LessonIndex, factsOf('lesson-index') as { readonly lessons: readonly ListedLesson[] });
