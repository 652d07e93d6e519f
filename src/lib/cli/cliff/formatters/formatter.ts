/** What a formatter is given: what there is, and how it was asked for (cliff/formatters/base.py). */
import type { Cell } from '../cell.ts';

/** A table of many things, one a row. */
export interface Listing {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** One thing: its fields and what they are, in order. */
export type Fields = readonly (readonly [name: string, cell: Cell])[];

/** The options of all formatters. */
export interface Format {
  /** No wider than this; null when it does not matter. */
  readonly maxWidth: number | null;
  readonly printsEmpty: boolean;
  readonly isIndented: boolean;
  /** Python's csv.QUOTE_*: `all`, `minimal`, `none`, `nonnumeric`. */
  readonly quote: string;
  /** Begins the names of variables. */
  readonly prefix: string;
}

/** Makes the lines of a list, or of one thing. */
export type Formatter<Data> = (data: Data, format: Format) => readonly string[];

/** A format for both. */
export interface FullFormatter {
  readonly list: Formatter<Listing>;
  readonly one: Formatter<Fields>;
}
