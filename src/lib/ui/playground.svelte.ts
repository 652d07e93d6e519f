/**
 * The session as the page holds it: one reactive cell, and what the buttons do to it.
 */
import { articleLab, articleRequests } from '../session/article.ts';
import {
  act,
  canStepForward,
  goTo,
  isIdleAtEnd,
  requestsMade,
  runToEnd,
  startSession,
  stepBack,
  stepForward,
  type Session
} from '../session/session.ts';
import type { Request } from '../engine/cloud/operations.ts';

/** Milliseconds that a played step stays, for reading. */
const READING_TIME = 2400;

/** A chapter of the article: one of its requests, or its end. */
export type Chapter = number | 'end';

export class Playground {
  session: Session = $state.raw(startSession(articleLab));
  /** Whether the article is being told: stepping on then goes through its requests. */
  guided = $state(false);
  playing = $state(false);
  /** What nova-api said to the last request that it refused; empty when it took it. */
  refusal = $state('');

  readonly position = $derived(this.session.timeline.position);
  readonly last = $derived(this.session.timeline.line.length - 1);
  readonly canStepBack = $derived(this.position > 0);
  readonly canStepForward = $derived(canStepForward(this.session) || this.#articleGoesOn());
  /** The chapter that the cursor stands in; null when the article is not being told. */
  readonly chapter: Chapter | null = $derived.by(() => this.#chapter());

  #timer: ReturnType<typeof setTimeout> | undefined;

  act(request: Request): void {
    this.pause();
    this.guided = false;
    this.#send(request);
  }

  stepBack(): void {
    this.pause();
    this.#show(stepBack(this.session));
  }

  stepForward(): void {
    this.pause();
    this.#advance();
  }

  runToEnd(): void {
    this.pause();
    this.#show(runToEnd(this.session));
  }

  goTo(position: number): void {
    this.pause();
    this.#show(goTo(this.session, position));
  }

  startOver(): void {
    this.pause();
    this.guided = false;
    this.#show(startSession(articleLab));
  }

  /** Tells the article: from the beginning, or on from where it was paused. */
  play(): void {
    if (!this.guided) this.#show(startSession(articleLab));
    this.guided = true;
    this.playing = true;
    this.#tick();
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

  #tick(): void {
    if (!this.canStepForward) {
      this.pause();
      return;
    }
    this.#advance();
    this.#timer = setTimeout(() => {
      this.#tick();
    }, READING_TIME);
  }

  #advance(): void {
    const request = this.#nextOfArticle();
    if (request) this.#send(request);
    else this.#show(stepForward(this.session));
  }

  #send(request: Request): void {
    const made = act(this.session, request);
    if (made.ok) this.#show(made.value);
    else this.refusal = made.error.message;
  }

  #show(session: Session): void {
    this.session = session;
    this.refusal = '';
  }

  #articleGoesOn(): boolean {
    return this.guided && this.#nextOfArticle() !== undefined;
  }

  /** The request that the article makes next, once nothing is in flight. */
  #nextOfArticle(): Request | undefined {
    if (!this.guided || !isIdleAtEnd(this.session)) return undefined;
    return articleRequests[requestsMade(this.session)];
  }

  #chapter(): Chapter | null {
    if (!this.guided) return null;
    const made = requestsMade(this.session);
    const isOver = made === articleRequests.length && isIdleAtEnd(this.session);
    return isOver ? 'end' : Math.max(0, made - 1);
  }
}
