/** The record of what somebody has completed: its rows, and the file that can be handed in. */
import { rightAnswers, NOT_BEGUN, type Progress } from '../../session/lesson/progress.ts';
import type { ListedLesson } from '../lessons/listed-lesson.ts';
import { lessonsText as text } from './en/lessons.ts';

/** What the record says of one lesson. */
export interface RecordRow {
  readonly number: number;
  readonly title: string;
  readonly status: string;
  readonly operations: string;
  readonly answers: string;
}

/** The record, one row a lesson; cells are empty where there is nothing to say yet. */
export function recordRows(lessons: readonly ListedLesson[], progress: Progress): readonly RecordRow[] {
  return lessons.map(({ number, slug, title, parts, questions, fewest }) => {
    const kept = progress[slug] ?? NOT_BEGUN;
    const isBegun = kept.parts > 0 || Object.keys(kept.answers).length > 0;
    return {
      number,
      title,
      status: kept.finished ?? (isBegun ? text.statusBegun(kept.parts, parts) : text.statusNew),
      operations: kept.operations === null ? '' : text.ofFewest(kept.operations, fewest),
      answers: isBegun ? text.ofAll(rightAnswers(kept), questions) : ''
    };
  });
}

/** How many lessons are finished, in words. */
export function recordTotal(lessons: readonly ListedLesson[], progress: Progress): string {
  return text.recordDone(lessons.filter(({ slug }) => progress[slug]?.finished).length, lessons.length);
}

/** A cell of a Markdown table; the name is the reader's own and may hold anything. */
function cell(value: string | number): string {
  return String(value)
    .replaceAll(/[\r\n]+/g, ' ')
    .replaceAll('|', '\\|');
}

/** The record in Markdown. */
export function lessonRecord(lessons: readonly ListedLesson[], progress: Progress, name: string): string {
  const { lesson, status, operations, answers } = text.columns;
  const rows = recordRows(lessons, progress).map((row) =>
    [row.number, row.title, row.status, row.operations, row.answers].map(cell).join(' | ')
  );
  return [
    `# ${text.recordTitle}`,
    '',
    ...(name.trim() ? [text.recordFor(cell(name.trim())), ''] : []),
    recordTotal(lessons, progress),
    '',
    `| # | ${lesson} | ${status} | ${operations} | ${answers} |`,
    '| --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
    ''
  ].join('\n');
}
