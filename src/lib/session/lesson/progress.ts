/**
 * What is kept of somebody's way through the lessons, as one small value that is stored, exported and imported.
 *
 * It comes back from a store or a file that anybody may have changed, so nothing of it is believed unseen.
 */

/** The form of what is kept; another one gets the next number. */
const VERSION = 1;

/** What is kept of one lesson. */
export interface LessonRecord {
  /** How many parts were passed. */
  readonly parts: number;
  /** Whether each prediction was right, by `PART.NUMBER`; the first answer counts. */
  readonly answers: Readonly<Record<string, boolean>>;
  /** How many hints and solutions were opened. */
  readonly hints: number;
  /** How many operations it took; null until it is finished. */
  readonly operations: number | null;
  /** The day on which it was finished, `2026-11-25`; null until then. */
  readonly finished: string | null;
}

/** By the lesson's part of the address. */
export type Progress = Readonly<Record<string, LessonRecord>>;

/** A lesson that nobody has begun. */
export const NOT_BEGUN: LessonRecord = { parts: 0, answers: {}, hints: 0, operations: null, finished: null };

/** `damaged`: this is no progress; `future`: a newer version of the page has written it. */
export type ProgressProblem = 'damaged' | 'future';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < 10_000;
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

function isLessonRecord(value: unknown): value is LessonRecord {
  if (!isRecord(value)) return false;
  const { parts, answers, hints, operations, finished } = value;
  const isAnswered = isRecord(answers) && Object.values(answers).every((right) => typeof right === 'boolean');
  return (
    isCount(parts) &&
    isCount(hints) &&
    isAnswered &&
    (operations === null || isCount(operations)) &&
    (finished === null || isDay(finished))
  );
}

/** The text to store or to export. */
export function writeProgress(progress: Progress): string {
  return JSON.stringify({ version: VERSION, lessons: progress });
}

/** What a stored or imported text says. */
export function readProgress(text: string): Progress | ProgressProblem {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'damaged';
  }
  if (!isRecord(value) || !isCount(value['version'])) return 'damaged';
  if (value['version'] > VERSION) return 'future';
  const { lessons } = value;
  if (!isRecord(lessons) || !Object.values(lessons).every(isLessonRecord)) return 'damaged';
  return lessons as Progress;
}

/** Of two records of a lesson the one that is further. */
function further(one: LessonRecord, other: LessonRecord): LessonRecord {
  if ((one.finished === null) !== (other.finished === null)) return one.finished === null ? other : one;
  return other.parts > one.parts ? other : one;
}

/** Both together: of each lesson the record that is further, so that an import never takes anything away. */
export function mergeProgress(one: Progress, other: Progress): Progress {
  const merged = new Map(Object.entries(one));
  for (const [slug, record] of Object.entries(other)) {
    merged.set(slug, further(merged.get(slug) ?? NOT_BEGUN, record));
  }
  return Object.fromEntries(merged);
}

/** How many of the answers were right. */
export function rightAnswers({ answers }: LessonRecord): number {
  return Object.values(answers).filter(Boolean).length;
}
