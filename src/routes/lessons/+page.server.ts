import { allLessons } from '$lib/lessons/all.ts';
import LessonIndex from '$lib/ui/lessons/LessonIndex.svelte';
import type { ListedLesson } from '$lib/ui/lessons/listed-lesson.ts';
import { prerenderIsland, type Island } from '../../islands/prerender.ts';

const lessons: readonly ListedLesson[] = allLessons.map(({ number, slug, fewest, lesson }) => ({
  number,
  slug,
  fewest,
  title: lesson.title,
  goal: lesson.goal,
  minutes: lesson.minutes,
  release: lesson.release,
  parts: lesson.parts.length,
  questions: lesson.parts.flatMap(({ predictions }) => predictions).length
}));

export function load(): { index: Island } {
  const facts = { lessons };
  return { index: prerenderIsland('lesson-index', LessonIndex, { props: facts, facts, fetched: [] }) };
}
