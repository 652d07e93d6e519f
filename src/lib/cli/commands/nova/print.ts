/**
 * Tables as novaclient prints them.
 *
 * Upstream: novaclient/utils.py (print_list, print_dict, make_field_formatter).
 */
import type { Fields } from '../../api/server.ts';
import { drawTable, sortRows } from '../../text/prettytable.ts';
import { str, toJson, type Value } from '../../text/python.ts';
import { wrap } from '../../text/wrap.ts';

/** A column: its heading, and what stands below it. */
export interface Column<Item> {
  readonly heading: string;
  readonly of: (item: Item) => Value | undefined;
}

function cell(value: Value | undefined): string {
  return value === undefined ? '' : value === null ? '-' : str(value);
}

/** A row an item, ordered by one column; in the order given when null. */
export function printList<Item>(
  items: readonly Item[],
  columns: readonly Column<Item>[],
  sortedBy: number | null = null
): readonly string[] {
  const rows = items.map((item) => columns.map(({ of }) => cell(of(item))));
  return drawTable({
    columns: columns.map(({ heading }) => heading),
    rows: sortedBy === null ? rows : sortRows(rows, sortedBy)
  });
}

function valueLines(value: Value, width: number): readonly string[] {
  const text = value !== null && typeof value === 'object' ? toJson(value) : value;
  if (text === null) return [width > 0 ? 'None' : '-'];
  const written = width > 0 ? wrap(str(text), width).join('\n') : str(text);
  return typeof text === 'string' && written.includes('\\n') ? written.trim().split('\\n') : [written];
}

/** A row a field, by name. `width` wraps the values; 0 leaves them. */
export function printDict(fields: Fields, width = 0): readonly string[] {
  const names = Object.keys(fields).toSorted((one, other) => (one < other ? -1 : 1));
  const rows = names.flatMap((name) =>
    valueLines(fields[name] ?? null, width).map((line, index) => [index === 0 ? name : '', line])
  );
  return drawTable({ columns: ['Property', 'Value'], rows });
}

/** `OS-EXT-STS: Task State` for `OS-EXT-STS:task_state`: how a field chosen by the user is headed. */
export function fieldHeading(field: string): string {
  const parts = field.split(':');
  const name = (parts.pop() ?? '').replaceAll('_', ' ');
  const isOneCase = name === name.toLowerCase() || name === name.toUpperCase();
  const titled = isOneCase
    ? name.toLowerCase().replace(/[a-z]+/g, (word) => word.charAt(0).toUpperCase() + word.slice(1))
    : name;
  return [...(parts.length > 0 ? [parts.join(':')] : []), titled].join(': ');
}
