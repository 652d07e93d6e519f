import { allLessons } from '$lib/lessons/all.ts';
import { errorTopics, type ErrorCase, type ErrorTopic, type TopicName } from '$lib/session/errors/error-case.ts';
import { shortened, stretchesOf, textsOf, type ErrorStretch, type ErrorText } from '$lib/session/errors/error-text.ts';
import { lineOf } from '$lib/session/lesson/deed.ts';
import { sessionAt } from '$lib/session/lesson/story.ts';
import { linkOf } from '$lib/session/link/link.ts';
import { cloudOf, goTo, reportOf, type Session } from '$lib/session/session.ts';
import { waysOut, type WaysOut } from '$lib/session/views/ways-out.ts';
import { momentInWords, momentSvg } from '$lib/ui/export/moment-svg.ts';

/** A literal text, the releases that print it, and its place on the page. */
export interface Heading extends ErrorText {
  readonly id: string;
}

/** What one case says, release by release, and where to see it. */
export interface CaseEntry {
  readonly stretches: readonly {
    readonly from: string;
    readonly to: string;
    readonly code: number | null;
    readonly text: string;
    readonly lines: readonly string[];
  }[];
  /** The fragment of a link to the playground at this moment; null where a link cannot say it. */
  readonly fragment: string | null;
  readonly lesson: { readonly slug: string; readonly title: string } | null;
}

/** The picture of a lesson's moment in which the same text comes up. */
interface Picture {
  readonly path: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

/** An error as the page tells it; its words are in the page's texts, by the name of the topic. */
export interface ErrorEntry {
  readonly topic: TopicName;
  readonly kind: ErrorTopic['kind'];
  readonly codes: readonly number[];
  readonly headings: readonly Heading[];
  readonly cases: readonly CaseEntry[];
  readonly picture: Picture | null;
  /** The commands that mend it, tried in the model. */
  readonly repair: readonly string[];
  readonly ways: WaysOut | null;
}

/** `requested-operation-is-not-valid-target-vdc-already`: a text's first words, as many as tell it from all others. */
function slugOf(text: string): string {
  return (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).slice(0, 8).join('-');
}

async function caseEntry({ lesson }: ErrorCase, stretches: readonly ErrorStretch[]): Promise<CaseEntry> {
  const moment = stretches.at(-1)?.seen.moment;
  const title = allLessons.find(({ slug }) => slug === lesson)?.lesson.title;
  return {
    stretches: stretches.map(({ from, to, seen: { code, text, lines } }) => ({ from, to, code, text, lines })),
    fragment: moment ? await linkOf(moment) : null,
    lesson: lesson === undefined || title === undefined ? null : { slug: lesson, title }
  };
}

/** The first moment of a lesson's story in which something fails with one of these texts. */
function pictureOf(slug: string | undefined, texts: readonly string[]): Picture | null {
  const lesson = allLessons.find((one) => one.slug === slug)?.lesson;
  if (!lesson) return null;
  const story = sessionAt(lesson, lesson.parts.length);
  const moments = story.timeline.line.map((_, position) => goTo(story, position));
  const found = moments.find((moment) => texts.some((text) => failsWith(moment, text)));
  if (!found) return null;
  const { width, height } = momentSvg(found, lesson.title);
  return { path: `${slug}/${found.timeline.position}.svg`, alt: momentInWords(found), width, height };
}

function failsWith(moment: Session, text: string): boolean {
  const events = reportOf(moment)?.events ?? [];
  return events.some((event) => event.type === 'failure' && shortened(event.failure.message) === text);
}

async function entryOf(topic: TopicName): Promise<ErrorEntry> {
  const { kind, cases, repair = [] }: ErrorTopic = errorTopics[topic];
  const told = cases.map((one) => stretchesOf(one, kind));
  const stretches = told.flat();
  const headings = textsOf(stretches).map((found) => ({ ...found, id: slugOf(found.text) }));
  const moment = told[0]?.at(-1)?.seen.moment;
  return {
    topic,
    kind,
    codes: [...new Set(stretches.flatMap(({ seen }) => seen.code ?? []))],
    headings,
    cases: await Promise.all(cases.map((one, index) => caseEntry(one, told[index] ?? []))),
    picture: pictureOf(
      cases[0].lesson,
      headings.map(({ text }) => text)
    ),
    repair: moment ? repair.map((deed) => lineOf(cloudOf(moment), deed).replace('; :run', '')) : [],
    ways: moment && kind === 'failure' ? waysOut(moment) : null
  };
}

/** All errors, in the order in which the page tells them. */
export function errorEntries(): Promise<readonly ErrorEntry[]> {
  return Promise.all((Object.keys(errorTopics) as TopicName[]).map(entryOf));
}
