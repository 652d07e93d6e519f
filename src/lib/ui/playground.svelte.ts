/**
 * The session as a whole page holds it: it is walked, its server is acted on, the article is told, and what the reader
 * did is kept.
 */
import { articleLab, articleStory } from '../session/article.ts';
import {
  act,
  canStepForward,
  isIdleAtEnd,
  requestsMade,
  runToEnd,
  cloudOf,
  startSession,
  stepForward,
  type Session
} from '../session/session.ts';
import type { Replay } from '../session/replay.ts';
import type { Branch } from '../session/timeline.ts';
import { commandOf } from '../session/views/client-view.ts';
import { Choices } from './choices.svelte.ts';
import { isPaneName, type PaneName } from './dock/pane-names.ts';
import { Remembered } from './remembered.svelte.ts';
import type { Entry } from './terminal/entry.ts';
import type { Request } from '../engine/cloud/operations.ts';
import { Walk, type Chapter } from './walk.svelte.ts';

/** As many commands as anybody scrolls back. */
const MOST_ENTRIES = 500;

/** A session that can be gone back to. */
interface Story {
  readonly session: Session;
  readonly guided: boolean;
}

/** A page that gives the playground a beginning of its own, as a lesson does. */
export interface Setting {
  /** The session to begin with, and to start over with. */
  readonly begin: () => Session;
  /** Hears of every session that is shown. */
  readonly onshow?: (session: Session) => void;
  /** Nothing can be done to the server: its steps can only be walked. */
  readonly isReadonly?: boolean;
}

export class Playground extends Walk {
  readonly #setting: Setting | null;
  /** The line that is being typed in the terminal, kept while that is closed. */
  line = $state('');
  /** Whether the article is being told. Its whole story is then ahead of the cursor or behind it. */
  guided = $state(false);
  /** What nova-api said to the last request that it refused; empty when it took it. */
  refusal = $state('');
  /** What the last change of the lab led to; null when it was read, or when something else has happened since. */
  replayed: Replay | null = $state.raw(null);
  /** Stories that something else took the place of, the latest first. */
  #setAside: readonly Story[] = $state.raw([]);

  /** The commands that were entered or stand for a pressed button, oldest first: what a shell calls its history. */
  entered: readonly string[] = $state.raw([]);
  /** What the terminal shows. */
  transcript: readonly Entry[] = $state.raw([]);

  /** The pane that is open beside the picture. */
  readonly pane = new Remembered<PaneName>('pane', isPaneName, 'steps');
  /** Which flavor and which volume the next request is about. */
  readonly choices = new Choices(() => this.session);

  /** Whether this is the article's lab, and nothing has been done in it. */
  readonly isPristine = $derived(this.last === 0 && cloudOf(this.session).lab === articleLab);
  /** What was set aside last: a story of the reader's own, or the article; null when nothing was. */
  readonly setAside = $derived(this.#setAside[0] ? (this.#setAside[0].guided ? 'article' : 'own') : null);
  /** Whether the article is being told and goes on from here. */
  readonly canContinue = $derived(this.guided && this.canStepForward);

  /** Without a setting it begins in the article's lab. */
  constructor(setting: Setting | null = null) {
    super(setting?.begin ?? (() => startSession(articleLab)));
    this.#setting = setting;
  }

  override get tellsArticle(): boolean {
    return this.#setting === null;
  }

  override get chapter(): Chapter | null {
    if (!this.guided) return null;
    if (isIdleAtEnd(this.session)) return 'end';
    return Math.max(0, requestsMade(this.session) - 1);
  }

  /** Steps ahead, or the article while nobody has done anything yet. */
  override get canPlay(): boolean {
    return super.canPlay || (this.tellsArticle && this.last === 0);
  }

  /** Whether the steps can be walked, and nothing be done. */
  get isReadonly(): boolean {
    return this.#setting?.isReadonly ?? false;
  }

  act(request: Request): void {
    if (this.isReadonly) return;
    this.pause();
    const made = act(this.session, request);
    if (!made.ok) {
      this.refusal = made.error.message;
      return;
    }
    const line = commandOf(cloudOf(this.session), request);
    this.follow(made.value, [...this.entered, line], { line, lines: [], byButton: true });
  }

  /** Goes where a command has led, and keeps what it printed. */
  follow(session: Session, entered: readonly string[], entry: Entry, clears = false): void {
    this.entered = entered;
    this.transcript = clears ? [] : [...this.transcript, entry].slice(-MOST_ENTRIES);
    if (session === this.session) return;
    this.pause();
    this.#leaveArticle();
    this.show(session);
  }

  /** Makes one request after another, each when the work of the one before is done; a refusal ends it. */
  actInTurn(requests: readonly Request[]): void {
    for (const request of requests) {
      this.act(request);
      if (this.refusal) return;
      this.show(runToEnd(this.session));
    }
  }

  /** In the article that is the end of a chapter. */
  override runToEnd(): void {
    if (!this.guided) {
      super.runToEnd();
      return;
    }
    this.pause();
    this.show(this.#endOfChapter());
  }

  override startOver(): void {
    this.pause();
    this.#replace(this.#setting?.begin() ?? startSession(cloudOf(this.session).lab), false);
  }

  /** Goes on in another lab, in which what was done has been done again. The story of the old lab is kept. */
  changeLab(session: Session, replay: Replay): void {
    this.pause();
    this.#replace(session, false);
    this.replayed = replay;
  }

  /** Shows a session that came from elsewhere. A story of the reader's own is kept. */
  open(session: Session): void {
    this.pause();
    this.#replace(session, false);
  }

  override switchTo(branch: Branch): void {
    this.guided = false;
    super.switchTo(branch);
  }

  /** Tells the article: on from where it was paused, or from the beginning. A story of the reader's own is kept. */
  tellArticle(): void {
    if (!this.canContinue) this.#replace(articleStory(), true);
    super.play();
  }

  /** Where nothing has happened yet, the article. */
  override play(): void {
    if (this.canStepForward) super.play();
    else if (this.canPlay) this.tellArticle();
  }

  /** Shows the story that was set aside last. */
  backToEarlier(): void {
    const [story, ...others] = this.#setAside;
    if (!story) return;
    this.pause();
    this.#setAside = this.#isOwn() ? [...others, { session: this.session, guided: false }] : others;
    this.guided = story.guided;
    this.show(story.session);
  }

  protected override show(session: Session): void {
    super.show(session);
    this.refusal = '';
    this.#setting?.onshow?.(session);
  }

  #replace(session: Session, guided: boolean): void {
    if (this.#isOwn()) this.#setAside = [{ session: this.session, guided: false }, ...this.#setAside];
    this.guided = guided;
    this.replayed = null;
    this.show(session);
  }

  /** The reader goes a way of their own; the article waits where it was left. */
  #leaveArticle(): void {
    if (this.guided) this.#setAside = [{ session: this.session, guided: true }, ...this.#setAside];
    this.guided = false;
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
}
