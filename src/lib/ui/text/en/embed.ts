/** Words of the embedded page. In English. */
import type { LinkProblem } from '../../../session/link/link.ts';
import type { Presentation, PresentationProblem } from '../../../session/link/presentation.ts';

const ALTERNATIVES: Readonly<Record<keyof Presentation, string>> = {
  lesson: 'the last part of a lesson’s address, as the-article',
  step: 'a number, from 0',
  panels: 'step, truths, client, log, server, operations, steps, why, repairs, xml, lifecycle, guest',
  theme: 'light, dark, auto',
  controls: 'full, steps, none',
  readonly: 'nothing, true, false',
  lang: 'en'
};

export const embedText = {
  pageTitle: 'A moment in the nova disk playground',
  description: 'One moment of the nova disk playground, made to stand in another page.',
  title: 'nova disk playground',
  article: 'The article, step by step',
  linked: 'A shared session',
  release: (release: string, name: string) => `Nova ${release}, ${name}`,
  opening: 'Loading the moment …',
  willShow:
    'What Nova’s database, Nova’s next computation, libvirt’s domain and the guest’s kernel each call the disks of a server, at one step of its story.',
  noScript: 'This picture needs JavaScript. The full page also tells the story in words.',
  beginning: 'The server is built, and everybody agrees on its disks. Step forward to see what happened to it.',
  openFull: 'Open the full playground',
  openLesson: 'Do the lesson',
  newTab: '(in a new tab)',

  notices: 'About this embed',
  problem: ({ parameter, value }: PresentationProblem) =>
    `“${parameter}” cannot be “${value}”, so it was left out. Possible: ${ALTERNATIVES[parameter]}.`,
  noLesson: (slug: string) => `There is no lesson “${slug}”. This is the article’s story.`,
  noStep: (step: number, last: number) => `There is no step ${step}. This is the last one, ${last}.`,
  notReadonly: (panel: string) => `“${panel}” acts on the server, so it is left out where “readonly” is set.`,
  partsNotFetched: 'Some parts of this page could not be fetched. Load the page again to see them.',
  notFetched: 'A part of this page could not be fetched, so this is the article’s story. Load the page again.',
  links: {
    damaged: 'The link in this embed is damaged, so it shows another moment. Copy the link again where it was made.',
    future: 'A newer version of this page made the link in this embed. Load the page again to get that version.'
  } satisfies Record<LinkProblem, string>
} as const;
