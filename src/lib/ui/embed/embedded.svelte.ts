/** An embedded page as it was asked for: what it shows, of which moment, and what was wrong with the question. */
import type { Component } from 'svelte';
import {
  readPresentation,
  usualPresentation,
  writePresentation,
  type Presentation,
  type Theme
} from '../../session/link/presentation.ts';
import type { Playground } from '../playground.svelte.ts';
import { embedText as text } from '../text/en/embed.ts';
import { openMoment, type Opened } from './opened.ts';
import type { Session } from '../../session/session.ts';
import type { FetchedPanel } from './panels.ts';
import { Walk } from '../walk.svelte.ts';
import { ON_PLAYGROUND, wantedPanels } from './wanted-panels.ts';

/** A moment that is shown. */
export interface Shown {
  readonly presentation: Presentation;
  readonly opened: Opened;
  readonly walk: Walk;
  /** The same, where a part needs more than a walk; null where none does, and where it could not be fetched. */
  readonly playground: Playground | null;
  readonly notices: readonly string[];
  /** Shows a part that is not here from the beginning; null when it could not be fetched. */
  readonly Part: Component<{ walk: Walk; playground: Playground | null; panel: FetchedPanel }> | null;
}

/** What a host says before anybody can hear it. It may say a lot; its last words count. */
const MOST_WAITING = 20;

async function fetchParts(presentation: Presentation): Promise<Shown['Part']> {
  try {
    const [{ fetchAll }, { default: Part }] = await Promise.all([
      import('./panels.ts'),
      import('./EmbeddedPanel.svelte')
    ]);
    await fetchAll(wantedPanels(presentation).shown);
    return Part;
  } catch {
    return null;
  }
}

function needsPlayground(presentation: Presentation): boolean {
  const { shown } = wantedPanels(presentation);
  return ON_PLAYGROUND.some((panel) => shown.includes(panel));
}

/** The playground; null where it could not be fetched. */
async function fetchPlayground(isReadonly: boolean, begin: () => Session): Promise<Playground | null> {
  try {
    const { Playground } = await import('../playground.svelte.ts');
    return new Playground({ begin, isReadonly });
  } catch {
    return null;
  }
}

export class Embedded {
  /** Null until the moment is there. */
  shown: Shown | null = $state.raw(null);
  /** The session as the fragment of an address; null until it is known, and where no link can say it. */
  link: string | null = $state(null);
  readonly panels = $derived(wantedPanels(this.shown?.presentation ?? usualPresentation).shown);
  readonly slug = $derived(this.shown?.opened.lesson?.slug ?? null);
  /** Where the whole page has the same moment. */
  readonly full = $derived.by(() => {
    if (this.link !== null) return `../#${this.link}`;
    return this.slug === null ? '../' : `../?${writePresentation({ lesson: this.slug })}`;
  });

  #hear: ((event: MessageEvent) => void) | null = null;
  #waiting: readonly MessageEvent[] = [];

  /** Shows what the address asks for. */
  async open({ search, hash }: Pick<Location, 'search' | 'hash'>): Promise<void> {
    const { presentation, problems } = readPresentation(search);
    this.setTheme(presentation.theme);
    const [opened, Part] = await Promise.all([openMoment(presentation, hash.slice(1)), fetchParts(presentation)]);
    const begin = () => opened.session;
    const isActive = needsPlayground(presentation);
    const playground = isActive ? await fetchPlayground(presentation.readonly, begin) : null;
    const isWhole = Part !== null && (playground !== null || !isActive);
    this.shown?.walk.pause();
    this.link = null;
    this.shown = {
      presentation,
      opened,
      // Without the playground nothing can be done, but the steps can be walked.
      walk: playground ?? new Walk(begin),
      playground,
      notices: [
        ...problems.map(text.problem),
        ...wantedPanels(presentation).leftOut.map(text.notReadonly),
        ...opened.notices,
        ...(isWhole ? [] : [text.partsNotFetched])
      ],
      Part
    };
  }

  setTheme(theme: Theme): void {
    document.documentElement.dataset['theme'] = theme;
  }

  /** A message has arrived. It waits until somebody hears it. */
  receive(event: MessageEvent): void {
    if (this.#hear) this.#hear(event);
    else if (event.source === window.parent) this.#waiting = [...this.#waiting, event].slice(-MOST_WAITING);
  }

  /** From now on messages go there, those that waited first. Returns how to end that. */
  listen(hear: (event: MessageEvent) => void): () => void {
    this.#waiting.forEach(hear);
    this.#waiting = [];
    this.#hear = hear;
    return () => {
      this.#hear = null;
    };
  }
}
