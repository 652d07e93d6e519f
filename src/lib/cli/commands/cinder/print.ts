/**
 * Tables as cinderclient prints them.
 *
 * Upstream: cinderclient/utils.py (print_list, print_dict, _pretty_format_dict).
 */
import type { Fields } from '../../api/server.ts';
import { drawTable, sortRows } from '../../text/prettytable.ts';
import { str, type Value } from '../../text/python.ts';

/** A column: its heading, and what stands below it. */
export interface Column<Item> {
  readonly heading: string;
  readonly of: (item: Item) => Value;
}

/** A row an item, ordered by one column; in the order given when null. */
export function printList<Item>(
  items: readonly Item[],
  columns: readonly Column<Item>[],
  sortedBy: number | null
): readonly string[] {
  const rows = items.map((item) =>
    columns.map(({ of }) => {
      const value = of(item);
      return value === null ? '-' : str(value);
    })
  );
  const headings = columns.map(({ heading }) => heading);
  return drawTable({ columns: headings, rows: sortedBy === null ? rows : sortRows(rows, sortedBy) });
}

/** Fields whose inner fields stand on a line each. */
const FORMATTED = ['metadata', 'volume_image_metadata'];

function cell(name: string, value: Value): string {
  if (!FORMATTED.includes(name) || value === null || typeof value !== 'object') return str(value);
  return Object.entries(value)
    .map(([key, inner]) => `${key} : ${str(inner)}`)
    .toSorted()
    .join('\n');
}

/** A row a field, by name. */
export function printDict(fields: Fields): readonly string[] {
  const rows = Object.entries(fields).map(([name, value]) => [name, cell(name, value)]);
  return drawTable({ columns: ['Property', 'Value'], rows: sortRows(rows, 0) });
}
