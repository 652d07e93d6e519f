/** What the page says of its address, where that could not be followed. In English. */
import type { LinkProblem } from '../../../session/link/link.ts';

export const addressText = {
  linkProblems: {
    damaged:
      'The link in the address is damaged, so this is the article’s lab. Ask whoever sent it to copy it again; nothing of yours is lost.',
    future: 'A newer version of this page made the link in the address. Load the page again to get that version.'
  } satisfies Record<LinkProblem, string>,
  noLesson: (slug: string) =>
    `There is no lesson “${slug}”, so this is the article’s lab. The list of lessons has them all.`,
  lessonFailed: 'The lesson could not be fetched, so this is the article’s lab. Load the page again to try once more.'
} as const;
