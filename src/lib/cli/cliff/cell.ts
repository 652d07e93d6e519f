/**
 * What stands in a cell of a table, for people and for programs.
 *
 * Upstream: cliff/columns.py (FormattableColumn). A client that has no such columns gives plain values, which are the
 * same for both.
 */
import { str, type Value } from '../text/python.ts';

/** One text for people (`-f table`), another value for programs (`-f json` and the like). */
export class FormattableColumn {
  readonly human: string;
  readonly machine: Value;

  constructor(human: string, machine: Value) {
    this.human = human;
    this.machine = machine;
  }
}

/** A number that Python writes with a point even where JavaScript would not: `1.0`. */
export class Float {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Cell = Value | Float | FormattableColumn;

/** The cell without what is for people. */
function machineReadable(cell: Cell): Value | Float {
  return cell instanceof FormattableColumn ? cell.machine : cell;
}

/** What `str()` makes of it, for programs. */
export function machineText(cell: Cell): string {
  const value = machineReadable(cell);
  return value instanceof Float ? value.text : str(value);
}

/** What people see. */
export function humanText(cell: Cell): string {
  return cell instanceof FormattableColumn ? cell.human : machineText(cell);
}

/** What a thing is to programs, by the names of its fields. */
export type Item = Value | Float | readonly Item[] | { readonly [name: string]: Item };

/** The cells of a row under the names of their columns. */
export function itemOf(columns: readonly string[], cells: readonly Cell[]): Item {
  return Object.fromEntries(columns.map((column, index) => [column, machineReadable(cells[index] ?? null)]));
}

/** Whether it is a list, as against a thing with fields. */
export function isList(item: Item): item is readonly Item[] {
  return Array.isArray(item);
}
