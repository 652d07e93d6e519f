/**
 * `-f table` (cliff/formatters/table.py): numbers stand at the right, as the first row tells, and with `--max-width`
 * the widest columns are narrowed and their text is broken.
 *
 * Simplified: `--fit-width` changes nothing, since the lab's terminal is as wide as its lines.
 */
import { Float, humanText, type Cell } from '../cell.ts';
import { drawTable, type Align } from '../../text/prettytable.ts';
import { wrap } from '../../text/wrap.ts';
import type { FullFormatter } from './formatter.ts';

/** The least width to which a column is narrowed: of a list, and of a single thing, whose names should stay legible. */
const MIN_WIDTH = { list: 8, one: 16 } as const;

function alignOf(cell: Cell | undefined): Align {
  return typeof cell === 'number' || cell instanceof Float ? 'right' : 'left';
}

function widthOf(text: string): number {
  return Math.max(...text.split('\n').map((line) => Array.from(line).length));
}

/** What the columns may be wide, for a table of `most` characters (_assign_max_widths). */
function maxWidths(natural: readonly number[], most: number, least: number): readonly number[] {
  const usable = Math.max(0, most - 1 - 3 * natural.length);
  const optimal = Math.floor(usable / natural.length);
  const shrinking = natural.flatMap((width, index) => (width > optimal ? [index] : []));
  const kept = natural.filter((width) => width <= optimal).reduce((sum, width) => sum + width, 0);
  const each = Math.floor((usable - kept) / shrinking.length);
  const last = usable - kept - each * (shrinking.length - 1);
  return natural.map((width, index) => {
    if (!shrinking.includes(index)) return width;
    return Math.max(least, index === shrinking.at(-1) ? last : each);
  });
}

function breakLines(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => (line.length > width ? wrap(line, width).join('\n') : line))
    .join('\n');
}

function draw(
  columns: readonly string[],
  texts: readonly (readonly string[])[],
  align: readonly Align[],
  most: number | null,
  least: number
): readonly string[] {
  const natural = columns.map((column, index) =>
    Math.max(widthOf(column), ...texts.map((row) => widthOf(row[index] ?? '')))
  );
  const whole = natural.reduce((sum, width) => sum + width + 3, 1);
  if (most === null || whole <= most) return drawTable({ columns, rows: texts, align });
  const widths = maxWidths(natural, most, least);
  const rows = texts.map((row) => row.map((text, index) => breakLines(text, widths[index] ?? text.length)));
  return drawTable({ columns, rows, align });
}

export const table: FullFormatter = {
  list: ({ columns, rows }, { maxWidth, printsEmpty }) => {
    const [first] = rows;
    if (!first) return printsEmpty ? drawTable({ columns, rows: [] }) : [''];
    const texts = rows.map((row) => row.map(humanText));
    return draw(columns, texts, first.map(alignOf), maxWidth, MIN_WIDTH.list);
  },
  one: (fields, { maxWidth }) => {
    const texts = fields.map(([name, cell]) => [name, humanText(cell)]);
    if (texts.length === 0) return [''];
    return draw(['Field', 'Value'], texts, ['left', 'left'], maxWidth, MIN_WIDTH.one);
  }
};
