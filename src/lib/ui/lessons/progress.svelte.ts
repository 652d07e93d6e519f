/**
 * The reader's progress as the page holds it, kept in the browser's store.
 *
 * What cannot be read is not thrown away: it is set aside under another key, and the page says so.
 */
import {
  mergeProgress,
  NOT_BEGUN,
  readProgress,
  writeProgress,
  type LessonRecord,
  type Progress,
  type ProgressProblem
} from '../../session/lesson/progress.ts';
import { keptKey } from '../kept-key.ts';

const NAME = 'lessons';
/** Where a store that cannot be read is kept. */
const ASIDE_NAME = `${NAME}:set-aside`;

export class KeptProgress {
  all: Progress = $state.raw({});
  /** Why the stored progress was set aside, or `notKept` where nothing can be stored; null when all is well. */
  problem: ProgressProblem | 'notKept' | null = $state(null);

  /** Reads the store; before that, as on the server, nothing is kept. */
  open(): void {
    try {
      const stored = localStorage.getItem(keptKey(NAME));
      if (stored === null) return;
      const read = readProgress(stored);
      if (typeof read !== 'string') {
        this.all = read;
        return;
      }
      this.problem = read;
      localStorage.setItem(keptKey(ASIDE_NAME), stored);
      localStorage.removeItem(keptKey(NAME));
    } catch {
      this.problem = 'notKept';
    }
  }

  of(slug: string): LessonRecord {
    return this.all[slug] ?? NOT_BEGUN;
  }

  note(slug: string, change: Partial<LessonRecord>): void {
    this.#keep({ ...this.all, [slug]: { ...this.of(slug), ...change } });
  }

  /** Adds what an exported file says; says why not where it cannot be read. */
  add(text: string): ProgressProblem | null {
    const read = readProgress(text);
    if (typeof read === 'string') return read;
    this.#keep(mergeProgress(this.all, read));
    return null;
  }

  forget(): void {
    this.#keep({});
  }

  #keep(progress: Progress): void {
    this.all = progress;
    try {
      localStorage.setItem(keptKey(NAME), writeProgress(progress));
    } catch {
      this.problem = 'notKept';
    }
  }
}
