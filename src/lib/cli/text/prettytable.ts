/**
 * Tables as Python's PrettyTable draws them for the OpenStack clients.
 *
 * Upstream: prettytable 0.7 (PrettyTable.get_string, _get_rows). Simplified: every character is one column wide.
 */

/** Where the text of a column stands in its cell. */
export type Align = 'left' | 'right';

/** A table before it is drawn; a cell may have several lines. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** How each column is aligned; left when not said. */
  readonly align?: readonly Align[];
}

function length(text: string): number {
  return Array.from(text).length;
}

function widthOf(cell: string): number {
  return Math.max(...cell.split('\n').map(length));
}

function pad(text: string, width: number, align: Align): string {
  const space = ' '.repeat(width - length(text));
  return align === 'left' ? text + space : space + text;
}

/** The lines of the table. */
export function drawTable({ columns, rows, align = [] }: Table): readonly string[] {
  const widths = columns.map((_, index) => Math.max(...[columns, ...rows].map((row) => widthOf(row[index] ?? ''))));
  const rule = `+${widths.map((width) => '-'.repeat(width + 2)).join('+')}+`;
  const draw = (row: readonly string[], alignOf: (index: number) => Align) => {
    const cells = widths.map((_, index) => (row[index] ?? '').split('\n'));
    const height = Math.max(...cells.map(({ length: lines }) => lines));
    return Array.from({ length: height }, (_, line) => {
      const texts = widths.map((width, index) => ` ${pad(cells[index]?.[line] ?? '', width, alignOf(index))} `);
      return `|${texts.join('|')}|`;
    });
  };
  const alignOf = (index: number) => align[index] ?? 'left';
  return [rule, ...draw(columns, alignOf), rule, ...rows.flatMap((row) => draw(row, alignOf)), rule];
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The rows ordered by one column, and where that is equal by the others from the first on. */
export function sortRows(rows: readonly (readonly string[])[], column: number): readonly (readonly string[])[] {
  const key = (row: readonly string[]) => [row[column] ?? '', ...row];
  return rows.toSorted((one, other) => {
    const keys = key(one);
    const others = key(other);
    return keys.map((part, index) => compare(part, others[index] ?? '')).find((order) => order !== 0) ?? 0;
  });
}
