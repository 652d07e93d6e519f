/** The record of what somebody has completed, as a file that can be handed in. */
import { rightAnswers, NOT_BEGUN, type Progress } from '../../session/lesson/progress.ts';
import type { ListedLesson } from '../lessons/listed-lesson.ts';
import { lessonsText as text } from './en/lessons.ts';

/** A cell of a Markdown table; the name is the reader's own and may hold anything. */
function cell(value: string | number): string {
  return String(value)
    .replaceAll(/[\r\n]+/g, ' ')
    .replaceAll('|', '\\|');
}

/** The record in Markdown: one row a lesson. */
export function lessonRecord(lessons: readonly ListedLesson[], progress: Progress, name: string): string {
  const rows = lessons.map(({ number, slug, title, parts, questions, fewest }) => {
    const kept = progress[slug] ?? NOT_BEGUN;
    const status = kept.finished ?? text.statusBegun(kept.parts, parts);
    const operations = kept.operations === null ? '' : text.ofFewest(kept.operations, fewest);
    return [number, title, status, operations, text.ofAll(rightAnswers(kept), questions)].map(cell).join(' | ');
  });
  const done = lessons.filter(({ slug }) => progress[slug]?.finished).length;
  const { lesson, status, operations, answers } = text.columns;
  return [
    `# ${text.recordTitle}`,
    '',
    ...(name.trim() ? [text.recordFor(cell(name.trim())), ''] : []),
    text.recordDone(done, lessons.length),
    '',
    `| # | ${lesson} | ${status} | ${operations} | ${answers} |`,
    '| --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
    ''
  ].join('\n');
}
