/** An embedded page as it was asked for: what it shows, of which moment, and what was wrong with the question. */
import type { Component } from 'svelte';
import {
  readPresentation,
  usualPresentation,
  writePresentation,
  type Presentation,
  type Theme
} from '../../session/link/presentation.ts';
import { Playground } from '../playground.svelte.ts';
import { embedText as text } from '../text/en/embed.ts';
import { openMoment, type Opened } from './opened.ts';
import type { FetchedPanel } from './panels.ts';
import { wantedPanels } from './wanted-panels.ts';

/** A moment that is shown. */
export interface Shown {
  readonly presentation: Presentation;
  readonly opened: Opened;
  readonly playground: Playground;
  readonly notices: readonly string[];
  /** Shows a part that is not here from the beginning; null when it could not be fetched. */
  readonly Part: Component<{ playground: Playground; panel: FetchedPanel }> | null;
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
    this.shown?.playground.pause();
    this.link = null;
    this.shown = {
      presentation,
      opened,
      playground: new Playground({ begin: () => opened.session, isReadonly: presentation.readonly }),
      notices: [
        ...problems.map(text.problem),
        ...wantedPanels(presentation).leftOut.map(text.notReadonly),
        ...opened.notices,
        ...(Part ? [] : [text.partsNotFetched])
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
