/**
 * `-f json` (cliff/formatters/json_format.py, and Python's json.dump).
 *
 * Simplified: fields stand in the order of the columns and lines end without a space, as Python 3 writes them;
 * Python 2, under which the clients up to Stein ran, kept no order.
 */
import { Float, isList, itemOf, type Item } from '../cell.ts';
import type { FullFormatter } from './formatter.ts';

function text(word: string): string {
  return JSON.stringify(word).replace(
    /[\u007f-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
  );
}

/** What json.dump writes; `indent` is what a line begins with, null when all stands in one line. */
function dump(item: Item, indent: string | null): string {
  if (item instanceof Float) return item.text;
  if (typeof item === 'string') return text(item);
  if (item === null || typeof item !== 'object') return String(item);
  const inner = indent === null ? null : `${indent}  `;
  const parts = isList(item)
    ? item.map((one) => dump(one, inner))
    : Object.entries(item).map(([name, one]) => `${text(name)}: ${dump(one, inner)}`);
  const [open, close] = isList(item) ? ['[', ']'] : ['{', '}'];
  if (parts.length === 0) return open + close;
  if (indent === null) return `${open}${parts.join(', ')}${close}`;
  return `${open}\n${parts.map((part) => `${indent}  ${part}`).join(',\n')}\n${indent}${close}`;
}

export const json: FullFormatter = {
  list: ({ columns, rows }, { isIndented }) =>
    dump(
      rows.map((row) => itemOf(columns, row)),
      isIndented ? '' : null
    ).split('\n'),
  one: (all, { isIndented }) => {
    const item = itemOf(
      all.map(([name]) => name),
      all.map(([, cell]) => cell)
    );
    return dump(item, isIndented ? '' : null).split('\n');
  }
};
