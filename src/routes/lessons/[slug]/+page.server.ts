import { error } from '@sveltejs/kit';
import { allLessons } from '$lib/lessons/all.ts';
import LessonBench from '$lib/ui/lessons/LessonBench.svelte';
import { prerenderIsland, type Island } from '../../../islands/prerender.ts';
import type { PageServerLoad } from './$types';
import { picturesOf, type PartPicture } from './pictures.ts';

// Which lessons there are, Kit finds by following the links of the list. With `entries`, which it cannot read without
// running this, it would no longer see that no page has a client of Kit's.

interface LessonPage {
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly bench: Island;
  readonly pictures: readonly PartPicture[];
}

export const load: PageServerLoad = ({ params }): LessonPage => {
  const index = allLessons.findIndex(({ slug }) => slug === params.slug);
  const numbered = allLessons[index];
  if (!numbered) error(404);
  const { folder, lesson } = numbered;
  const following = allLessons[index + 1];
  const next = following ? { slug: following.slug, title: following.lesson.title } : null;
  const bench = prerenderIsland('lesson', LessonBench, {
    props: { numbered, next },
    facts: { folder, next },
    fetched: [`src/lib/lessons/${folder}/lesson.ts`, `src/lib/lessons/${folder}/fewest.json`]
  });
  return { slug: params.slug, title: lesson.title, description: lesson.goal, bench, pictures: picturesOf(lesson) };
};
