/**
 * What somebody has chosen for a frame on a page of theirs.
 */
import type { NumberedLesson } from '../../lessons/numbered.ts';
import { momentOf } from '../../session/lesson/story.ts';
import { usualPresentation, type Controls, type Panel, type Theme } from '../../session/link/presentation.ts';
import type { Session } from '../../session/session.ts';
import { wantedPanels } from '../embed/wanted-panels.ts';
import { shareEmbedText as text } from '../text/en/share-embed.ts';
import type { Embed } from './embed-recipes.ts';
import { momentTitle } from './share-forms.ts';

/** Pixels: what a frame needs, and the least that shows anything. */
const USUAL_HEIGHT = 840;
export const LEAST_HEIGHT = 200;

const USUAL_PANELS = wantedPanels(usualPresentation).shown;

function isSame(one: readonly Panel[], other: readonly Panel[]): boolean {
  return one.length === other.length && other.every((panel) => one.includes(panel));
}

export class EmbedChoice {
  what: 'moment' | 'lesson' = $state() as 'moment' | 'lesson';
  /** The lesson that was chosen, with its place among the others; null until they are fetched. */
  lesson: NumberedLesson | null = $state.raw(null);
  panels: Panel[] = $state([...USUAL_PANELS]);
  theme: Theme = $state('auto');
  controls: Controls = $state('full');
  readonly: boolean = $state(false);
  /** NaN while what is typed is no number. */
  height = $state(USUAL_HEIGHT);

  #step = $state(0);
  /** The last moment of the lesson's story. */
  readonly last = $derived(this.lesson ? momentOf(this.lesson.lesson, null).timeline.line.length - 1 : 0);

  constructor(what: 'moment' | 'lesson') {
    this.what = what;
  }

  get step(): number {
    return this.#step;
  }

  set step(step: number) {
    this.#step = Math.max(0, Math.min(Math.trunc(step) || 0, this.last));
  }

  /** Another lesson, at its last moment when not said. */
  choose(lesson: NumberedLesson, step?: number): void {
    this.lesson = lesson;
    this.step = step ?? this.last;
  }

  /** The frame; null while it is not known of which moment. `fragment` is the session's, null where a link cannot say it. */
  embedOf(session: Session, site: string, fragment: string | null): Embed | null {
    const { what, lesson, step, theme, controls, readonly } = this;
    const height = Math.max(LEAST_HEIGHT, this.height || USUAL_HEIGHT);
    const panels = isSame(this.panels, USUAL_PANELS) ? usualPresentation.panels : this.panels;
    const shown = { panels, theme, controls, readonly };
    if (what === 'moment') {
      if (fragment === null) return null;
      return { site, presentation: shown, fragment, title: momentTitle(session), height };
    }
    if (lesson === null) return null;
    const presentation = { ...shown, lesson: lesson.slug, step };
    return { site, presentation, fragment: null, title: text.lessonTitle(lesson.lesson.title, step), height };
  }
}
