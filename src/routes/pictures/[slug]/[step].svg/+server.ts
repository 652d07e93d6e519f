import { allLessons } from '$lib/lessons/all.ts';
import { sessionAt } from '$lib/session/lesson/story.ts';
import { goTo, type Session } from '$lib/session/session.ts';
import { momentSvg } from '$lib/ui/export/moment-svg.ts';
import { error } from '@sveltejs/kit';
import type { EntryGenerator, RequestHandler } from './$types';

/** The picture of each moment of each lesson, for pages that show one without a script: `pictures/SLUG/N.svg`. */
export const prerender = true;

/** Each lesson's whole story, told once. */
const stories: ReadonlyMap<string, { readonly title: string; readonly story: Session }> = new Map(
  allLessons.map(({ slug, lesson }) => [slug, { title: lesson.title, story: sessionAt(lesson, lesson.parts.length) }])
);

export const entries: EntryGenerator = () =>
  [...stories].flatMap(([slug, { story }]) => story.timeline.line.map((_, step) => ({ slug, step: String(step) })));

export const GET: RequestHandler = ({ params }) => {
  const told = stories.get(params.slug);
  const position = Number(params.step);
  if (!told || told.story.timeline.line[position] === undefined) error(404);
  const { svg } = momentSvg(goTo(told.story, position), told.title);
  return new Response(svg, { headers: { 'content-type': 'image/svg+xml' } });
};
