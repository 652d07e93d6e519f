/**
 * The moment that an embedded page was asked for. Whatever is wrong with the question, there is a moment to show: the
 * beginning of the article's story, and a notice that says what to do.
 *
 * What reads lessons and what reads links is each fetched by the pages that need it.
 */
import type { NumberedLesson } from '../../lessons/numbered.ts';
import { articleStory } from '../../session/article.ts';
import type { Presentation } from '../../session/link/presentation.ts';
import { goTo, type Session } from '../../session/session.ts';
import { embedText as text } from '../text/en/embed.ts';

export interface Opened {
  readonly session: Session;
  readonly title: string;
  /** The lesson whose story this is; null: the article's, or somebody's own. */
  readonly lesson: NumberedLesson | null;
  readonly notices: readonly string[];
}

/** The article's story, at its beginning. */
function article(...notices: readonly string[]): Opened {
  return { session: articleStory(), title: text.article, lesson: null, notices };
}

async function momentAsked({ lesson: slug, step }: Presentation): Promise<Opened> {
  if (slug === null) return { ...article(), session: goTo(articleStory(), step ?? 0) };
  const [{ loadLessonAt }, { momentOf }] = await Promise.all([
    import('../../lessons/load.ts'),
    import('../../session/lesson/story.ts')
  ]);
  const lesson = await loadLessonAt(slug);
  if (!lesson) return article(text.noLesson(slug));
  return { session: momentOf(lesson.lesson, step), title: lesson.lesson.title, lesson, notices: [] };
}

/** The moment that the query names. A step that the story does not have is its last. */
async function ofQuery(presentation: Presentation): Promise<Opened> {
  const opened = await momentAsked(presentation);
  const last = opened.session.timeline.line.length - 1;
  const { step } = presentation;
  if (step === null || step <= last || opened.notices.length > 0) return opened;
  return { ...opened, notices: [text.noStep(step, last)] };
}

/** `fragment`: of the address, without its `#`; a session in it wins over what the query says. */
export async function openMoment(presentation: Presentation, fragment: string): Promise<Opened> {
  try {
    if (fragment === '') return await ofQuery(presentation);
    const { isLink, sessionOfLink } = await import('../../session/link/link.ts');
    if (!isLink(fragment)) return await ofQuery(presentation);
    const linked = await sessionOfLink(fragment);
    if (linked.ok) return { session: linked.value, title: text.linked, lesson: null, notices: [] };
    const opened = await ofQuery(presentation);
    return { ...opened, notices: [text.links[linked.error], ...opened.notices] };
  } catch {
    return article(text.notFetched);
  }
}
