/**
 * `-f csv` (cliff/formatters/commaseparated.py, and Python's csv.writer with `\` as its escape character).
 */
import { Float, machineText, type Cell } from '../cell.ts';
import type { Formatter, Listing } from './formatter.ts';

/** Whether the writer takes it for a number: Python's booleans are numbers too. */
function isNumeric(cell: Cell): boolean {
  return cell instanceof Float || typeof cell === 'number' || typeof cell === 'boolean';
}

function isQuoted(cell: Cell, text: string, quote: string): boolean {
  if (quote === 'all') return true;
  if (quote === 'nonnumeric') return !isNumeric(cell);
  return quote === 'minimal' && /[",\n\r]/.test(text);
}

function field(cell: Cell, quote: string): string {
  // Nothing is an empty field; what a FormattableColumn holds is made text first, and nothing is then a word.
  const text = (cell === null ? '' : machineText(cell)).replaceAll('\\', '\\\\');
  if (isQuoted(cell, text, quote)) return `"${text.replaceAll('"', '""')}"`;
  return quote === 'none' ? text.replace(/[",\n\r]/g, '\\$&') : text;
}

function record(cells: readonly Cell[], quote: string): string {
  return cells.map((cell) => field(cell, quote)).join(',');
}

export const csv: { readonly list: Formatter<Listing> } = {
  list: ({ columns, rows }, { quote }) => [columns, ...rows].flatMap((row) => record(row, quote).split('\n'))
};
