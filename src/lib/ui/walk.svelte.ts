/**
 * A session that is walked: one reactive cell, and the ways to another of its moments.
 */
import {
  canStepForward,
  cloudOf,
  goTo,
  reportOf,
  requestsMade,
  runToEnd,
  stepBack,
  stepForward,
  switchTo,
  type Session
} from '../session/session.ts';
import type { Branch } from '../session/timeline.ts';
import { fourTruths, isAlarming } from '../session/views/four-truths.ts';

/** Milliseconds that a played step stays, for reading: longer where a chapter begins, something fails or the truth splits. */
const READING_TIME = { usual: 2800, decisive: 8000 } as const;

/** A chapter of the article: one of its requests, or its end. */
export type Chapter = number | 'end';

export class Walk {
  session: Session = $state.raw() as Session;
  playing = $state(false);
  readonly #begin: () => Session;

  readonly position = $derived(this.session.timeline.position);
  readonly last = $derived(this.session.timeline.line.length - 1);
  readonly canStepBack = $derived(this.position > 0);
  readonly canStepForward = $derived(canStepForward(this.session));

  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `begin`: the session to begin with, and to start over with. */
  constructor(begin: () => Session) {
    this.#begin = begin;
    this.session = begin();
  }

  /** Whether there is the article to be told. */
  get tellsArticle(): boolean {
    return false;
  }

  /** The chapter that the cursor stands in; null when the article is not being told. */
  get chapter(): Chapter | null {
    return null;
  }

  /** Whether there is something to play. */
  get canPlay(): boolean {
    return this.canStepForward;
  }

  stepBack(): void {
    this.pause();
    this.show(stepBack(this.session));
  }

  stepForward(): void {
    this.pause();
    this.show(stepForward(this.session));
  }

  /** Until nothing is in flight. */
  runToEnd(): void {
    this.pause();
    this.show(runToEnd(this.session));
  }

  goTo(position: number): void {
    this.pause();
    this.show(goTo(this.session, position));
  }

  startOver(): void {
    this.pause();
    this.show(this.#begin());
  }

  /** Goes to the end of another branch. */
  switchTo(branch: Branch): void {
    this.pause();
    this.show(switchTo(this.session, branch));
  }

  /** Plays the steps ahead. */
  play(): void {
    if (!this.canStepForward) return;
    this.pause();
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

  /** Every session that is shown comes through here. */
  protected show(session: Session): void {
    this.session = session;
  }

  #tick(): void {
    if (!this.canStepForward) {
      this.pause();
      return;
    }
    this.show(stepForward(this.session));
    this.#timer = setTimeout(
      () => {
        this.#tick();
      },
      READING_TIME[this.#isDecisive() ? 'decisive' : 'usual']
    );
  }

  /** Whether the step under the cursor is one to dwell on. */
  #isDecisive(): boolean {
    const { position, line } = this.session.timeline;
    const before = goTo(this.session, position - 1);
    const fails = reportOf(this.session)?.events.some(({ type }) => type === 'failure') ?? false;
    const isWrong = (session: Session) => isAlarming(fourTruths(cloudOf(session)).verdict);
    const splits = isWrong(this.session) && !isWrong(before);
    return fails || splits || position === line.length - 1 || requestsMade(this.session) > requestsMade(before);
  }
}
