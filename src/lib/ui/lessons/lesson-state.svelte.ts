/**
 * A lesson as the page holds it: the run, the playground that it watches, and what the reader has answered.
 */
import type { NumberedLesson } from '../../lessons/numbered.ts';
import {
  askedIn,
  beginPart,
  follow,
  goalsOf,
  isLastPart,
  operationsUsed,
  partOf,
  subjectsOf,
  type LessonRun
} from '../../session/lesson/lesson-run.ts';
import type { Place } from '../../session/lesson/place.ts';
import { sessionAt } from '../../session/lesson/story.ts';
import { openQuestions, tellsAnswer, withheldDisplays } from '../../session/lesson/withheld.ts';
import type { Session } from '../../session/session.ts';
import { Playground } from '../playground.svelte.ts';
import { KeptProgress } from './progress.svelte.ts';

/** The day, `2026-11-25`. */
const today = (): string => new Date().toISOString().slice(0, 10);

export class LessonState {
  readonly numbered: NumberedLesson;
  readonly progress = new KeptProgress();
  readonly playground: Playground;
  #run: LessonRun = $state.raw() as LessonRun;
  /** The run as the visit began. */
  #resumed: LessonRun | null = null;
  /** What was answered to the questions of the part, by their place. */
  guesses: readonly (string | undefined)[] = $state.raw([]);
  /** Whether the summary is shown. */
  finished = $state(false);

  readonly part = $derived.by(() => partOf(this.#run));
  readonly index = $derived.by(() => this.#run.part);
  readonly isReached = $derived.by(() => this.#run.reached);
  readonly isLast = $derived.by(() => isLastPart(this.#run));
  readonly goals = $derived.by(() => goalsOf(this.#run, this.playground.session));
  readonly operations = $derived.by(() => operationsUsed(this.#run, this.playground.session));
  /** The session in which the part's questions are asked. */
  readonly askedIn = $derived.by(() => askedIn(this.#run));
  readonly #open = $derived.by(() => openQuestions(this.part, this.guesses, this.isReached));
  /** The first question that waits for an answer, by its place; null when none does. */
  readonly openQuestion = $derived.by(() => this.#open[0] && this.part.predictions.indexOf(this.#open[0]));
  /** The displays that are put away, as they would tell an answer. */
  readonly withheld = $derived.by(() => withheldDisplays(this.askedIn, this.part, this.#open, this.isReached));
  /** Whether each goal is told: not while it would tell an answer. */
  readonly toldGoals = $derived.by(() =>
    this.part.goals.map((goal) => !this.#open.some((question) => tellsAnswer(this.askedIn, goal, question)))
  );

  constructor(numbered: NumberedLesson) {
    this.numbered = numbered;
    const { lesson } = numbered;
    this.#run = beginPart(lesson, 0, sessionAt(lesson, 0));
    this.playground = new Playground({
      begin: () => this.#beginAnew(),
      onshow: (session) => {
        this.#follow(session);
      }
    });
    this.#choose();
  }

  /** Reads what is kept, and goes to where the reader was. */
  resume(): void {
    this.progress.open();
    const { parts, finished } = this.progress.of(this.numbered.slug);
    if (finished === null && parts > 0 && parts < this.numbered.lesson.parts.length) this.goTo(parts);
    this.#resumed = this.#run;
  }

  /** Where the reader is. */
  get place(): Place {
    return { run: this.#run, session: this.playground.session, guesses: this.guesses };
  }

  /** Goes to where the reader was, if nothing has been done or guessed since `resume`. */
  restore({ run, session, guesses }: Place): void {
    const isUntouched = this.#run === this.#resumed && this.playground.session === this.#run.origin;
    if (!isUntouched || this.guesses.length > 0) return;
    this.#begin(run.part, run.origin);
    this.#run = run;
    this.guesses = guesses;
    this.playground.open(session);
  }

  /** Goes to a part, in the lab as the lesson's own solutions lead to it. */
  goTo(part: number): void {
    this.#begin(part, sessionAt(this.numbered.lesson, part));
    this.playground.startOver();
  }

  /** The lab as the lesson's own solutions lead to the part, which begins anew in it. What was guessed stays. */
  #beginAnew(): Session {
    const { lesson, part } = this.#run;
    const session = sessionAt(lesson, part);
    this.finished = false;
    this.#run = beginPart(lesson, part, session);
    return session;
  }

  /** On to the next part: in the reader's own session where the part is done, else in the lesson's. */
  next(): void {
    if (this.isLast) {
      this.#noteFinished();
      this.finished = true;
    } else if (this.isReached) {
      this.#notePassed();
      this.#begin(this.index + 1, this.playground.session);
    } else this.goTo(this.index + 1);
  }

  /** Notes an answer; the first one counts, if it was given before everybody could see what came. */
  answer(question: number, guess: string, isRight: boolean): void {
    this.guesses = this.part.predictions.map((_, at) => (at === question ? guess : this.guesses[at]));
    const { answers } = this.progress.of(this.numbered.slug);
    const key = `${this.index}.${question}`;
    if (!this.isReached && !(key in answers))
      this.progress.note(this.numbered.slug, { answers: { ...answers, [key]: isRight } });
  }

  noteHint(): void {
    this.progress.note(this.numbered.slug, { hints: this.progress.of(this.numbered.slug).hints + 1 });
  }

  #follow(session: Session): void {
    const before = this.#run;
    this.#run = follow(before, session);
    if (this.isLast && this.isReached && !before.reached) this.#noteFinished();
  }

  #begin(part: number, session: Session): void {
    this.finished = false;
    this.guesses = [];
    this.#run = beginPart(this.numbered.lesson, part, session);
    this.#choose();
  }

  /** What the part is about stands ready beside the buttons. */
  #choose(): void {
    const { choices } = this.playground;
    const { volume_id, flavor } = subjectsOf(this.#run);
    choices.chosenVolume = volume_id ?? choices.chosenVolume;
    choices.chosenFlavor = flavor ?? choices.chosenFlavor;
  }

  #notePassed(): void {
    const { parts } = this.progress.of(this.numbered.slug);
    this.progress.note(this.numbered.slug, { parts: Math.max(parts, this.index + 1) });
  }

  /** The lesson is done, whether or not its summary is read. */
  #noteFinished(): void {
    this.#notePassed();
    const { finished, operations } = this.progress.of(this.numbered.slug);
    if (finished !== null && operations !== null && operations <= this.operations) return;
    this.progress.note(this.numbered.slug, {
      operations: this.operations,
      finished: today()
    });
  }
}
