/**
 * The session as the page holds it: one reactive cell, and what the buttons do to it.
 */
import { articleLab, articleStory } from '../session/article.ts';
import {
  act,
  canStepForward,
  goTo,
  isIdleAtEnd,
  requestsMade,
  runToEnd,
  cloudOf,
  startSession,
  stepBack,
  stepForward,
  switchTo,
  type Session
} from '../session/session.ts';
import type { Replay } from '../session/replay.ts';
import type { Branch } from '../session/timeline.ts';
import { Choices } from './choices.svelte.ts';
import { isPaneName, type PaneName } from './dock/pane-names.ts';
import { Remembered } from './remembered.svelte.ts';
import type { Request } from '../engine/cloud/operations.ts';

/** Milliseconds that a played step stays, for reading. */
const READING_TIME = 2400;

/** A chapter of the article: one of its requests, or its end. */
export type Chapter = number | 'end';

export class Playground {
  session: Session = $state.raw(startSession(articleLab));
  /** Whether the article is being told. Its whole story is then ahead of the cursor or behind it. */
  guided = $state(false);
  playing = $state(false);
  /** What nova-api said to the last request that it refused; empty when it took it. */
  refusal = $state('');
  /** What the last change of the lab led to; null when it was read, or when something else has happened since. */
  replayed: Replay | null = $state.raw(null);
  /** The reader's own stories that something else took the place of, the latest first. */
  #setAside: readonly Session[] = $state.raw([]);

  /** The pane that is open beside the picture. */
  readonly pane = new Remembered<PaneName>('pane', isPaneName, 'steps');
  /** Which flavor and which volume the next request is about. */
  readonly choices = new Choices(() => this.session);

  readonly position = $derived(this.session.timeline.position);
  readonly last = $derived(this.session.timeline.line.length - 1);
  readonly canStepBack = $derived(this.position > 0);
  readonly canStepForward = $derived(canStepForward(this.session));
  readonly hasSetAside = $derived(this.#setAside.length > 0);
  /** Whether there is something to play: steps ahead, or the article while nobody has done anything yet. */
  readonly canPlay = $derived(this.canStepForward || this.last === 0);
  /** Whether the article is being told and goes on from here. */
  readonly canContinue = $derived(this.guided && this.canStepForward);
  /** The chapter that the cursor stands in; null when the article is not being told. */
  readonly chapter: Chapter | null = $derived.by(() => this.#chapter());

  #timer: ReturnType<typeof setTimeout> | undefined;

  act(request: Request): void {
    this.pause();
    const made = act(this.session, request);
    if (!made.ok) {
      this.refusal = made.error.message;
      return;
    }
    this.guided = false;
    this.#show(made.value);
  }

  /** Makes one request after another, each when the work of the one before is done; a refusal ends it. */
  actInTurn(requests: readonly Request[]): void {
    for (const request of requests) {
      this.act(request);
      if (this.refusal) return;
      this.#show(runToEnd(this.session));
    }
  }

  stepBack(): void {
    this.pause();
    this.#show(stepBack(this.session));
  }

  stepForward(): void {
    this.pause();
    this.#show(stepForward(this.session));
  }

  /** Until nothing is in flight; in the article that is the end of a chapter. */
  runToEnd(): void {
    this.pause();
    this.#show(this.guided ? this.#endOfChapter() : runToEnd(this.session));
  }

  goTo(position: number): void {
    this.pause();
    this.#show(goTo(this.session, position));
  }

  startOver(): void {
    this.pause();
    this.#replace(startSession(cloudOf(this.session).lab), false);
  }

  /** Goes on in another lab, in which what was done has been done again. The story of the old lab is kept. */
  changeLab(session: Session, replay: Replay): void {
    this.pause();
    this.#replace(session, false);
    this.replayed = replay;
  }

  /** Goes to the end of another branch. */
  switchTo(branch: Branch): void {
    this.pause();
    this.guided = false;
    this.#show(switchTo(this.session, branch));
  }

  /** Tells the article: on from where it was paused, or from the beginning. A story of the reader's own is kept. */
  tellArticle(): void {
    if (!this.canContinue) this.#replace(articleStory(), true);
    this.#startPlaying();
  }

  /** Plays the steps ahead; where nothing has happened yet, the article. */
  play(): void {
    if (this.canStepForward) this.#startPlaying();
    else if (this.canPlay) this.tellArticle();
  }

  /** Plays, or pauses what plays. */
  toggle(): void {
    if (this.playing) this.pause();
    else this.play();
  }

  pause(): void {
    this.playing = false;
    clearTimeout(this.#timer);
  }

  /** Shows the story that was set aside last. */
  backToOwn(): void {
    const [story, ...others] = this.#setAside;
    if (!story) return;
    this.pause();
    this.#setAside = this.#isOwn() ? [...others, this.session] : others;
    this.guided = false;
    this.#show(story);
  }

  #startPlaying(): void {
    this.pause();
    this.playing = true;
    this.#tick();
  }

  #tick(): void {
    if (!this.canStepForward) {
      this.pause();
      return;
    }
    this.#show(stepForward(this.session));
    this.#timer = setTimeout(() => {
      this.#tick();
    }, READING_TIME);
  }

  #show(session: Session): void {
    this.session = session;
    this.refusal = '';
  }

  #replace(session: Session, guided: boolean): void {
    if (this.#isOwn()) this.#setAside = [this.session, ...this.#setAside];
    this.guided = guided;
    this.replayed = null;
    this.#show(session);
  }

  /** Whether the reader did something here; the article itself can be told again at any time. */
  #isOwn(): boolean {
    return !this.guided && this.last > 0;
  }

  #endOfChapter(): Session {
    let end = stepForward(this.session);
    let ahead = stepForward(end);
    while (canStepForward(end) && requestsMade(ahead) === requestsMade(end)) {
      end = ahead;
      ahead = stepForward(end);
    }
    return end;
  }

  #chapter(): Chapter | null {
    if (!this.guided) return null;
    if (isIdleAtEnd(this.session)) return 'end';
    return Math.max(0, requestsMade(this.session) - 1);
  }
}
