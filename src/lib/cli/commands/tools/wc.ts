/** `wc` (GNU coreutils, wc.c: the columns are as wide as the largest number, seven where a pipe hides the size). */
import { complain, stderr, stdout } from '../../command.ts';
import { readInputs, type Input } from '../../text/input.ts';
import { toolCommand } from './tool.ts';

const COUNTS: readonly (readonly [letter: string, count: (lines: readonly string[]) => number])[] = [
  ['l', (lines) => lines.length],
  ['w', (lines) => lines.reduce((sum, line) => sum + (line.match(/\S+/g) ?? []).length, 0)],
  ['m', (lines) => lines.reduce((sum, line) => sum + Array.from(line).length + 1, 0)],
  ['c', (lines) => lines.reduce((sum, line) => sum + new TextEncoder().encode(line).length + 1, 0)],
  ['L', (lines) => Math.max(0, ...lines.map((line) => Array.from(line).length))]
];

const USUAL = ['l', 'w', 'c'];

export const wc = toolCommand({
  name: 'wc',
  summary: 'how many lines, words and bytes',
  usage: '[OPTION]... [FILE]...',
  options: [
    { letter: 'l', name: 'lines' },
    { letter: 'w', name: 'words' },
    { letter: 'm', name: 'chars' },
    { letter: 'c', name: 'bytes' },
    { letter: 'L', name: 'max-line-length' }
  ],
  run: (call, { given, operands }) => {
    const { texts, problems } = readInputs(call, 'wc', operands);
    if (texts.length === 0) return complain(call, 1, ...problems);
    const wanted = COUNTS.filter(([letter]) => (given.size === 0 ? USUAL.includes(letter) : given.has(letter)));
    const rows = texts.map(({ name, lines }) => ({ name, counts: wanted.map(([, count]) => count(lines)) }));
    const totals = wanted.map((_, column) => rows.reduce((sum, { counts }) => sum + (counts[column] ?? 0), 0));
    const all = rows.length > 1 ? [...rows, { name: 'total', counts: totals }] : rows;
    const width = widthFor(texts, wanted.length, totals);
    const shown = all.map(({ name, counts }) => {
      const numbers = counts.map((count) => String(count).padStart(width)).join(' ');
      return name === null ? numbers : `${numbers} ${name}`;
    });
    const lines = [...stderr(...problems), ...stdout(shown)];
    return { terminal: call.terminal, lines, exit: problems.length > 0 ? 1 : 0 };
  }
});

function widthFor(texts: readonly Input[], columns: number, totals: readonly number[]): number {
  if (texts.length === 1 && columns === 1) return 1;
  if (texts.some(({ name }) => name === null)) return 7;
  return Math.max(...totals.map((total) => String(total).length));
}
