/**
 * The options with which the output of a command is chosen, ordered and formatted, and what they make of it.
 *
 * Upstream: cliff/display.py (DisplayCommandBase.get_parser, _generate_columns_and_selector), cliff/lister.py
 * (Lister.get_parser, produce_output), cliff/show.py (ShowOne.produce_output), and add_argument_group of each formatter.
 * Simplified: help describes the options in the words of cliff 2.16 and later.
 */
import { ok, type Result } from '../../engine/kernel/result.ts';
import {
  clientError,
  flag,
  option,
  repeated,
  whole,
  type Arguments,
  type ClientError,
  type Named,
  type Values
} from '../argparse/argument.ts';
import type { ArgumentGroup } from '../argparse/help.ts';
import { repr, type Value } from '../text/python.ts';
import { Float, FormattableColumn, type Cell } from './cell.ts';
import { csv } from './formatters/csv.ts';
import type { Fields, Format, Formatter, Listing } from './formatters/formatter.ts';
import { json } from './formatters/json.ts';
import { shell } from './formatters/shell.ts';
import { table } from './formatters/table.ts';
import { value } from './formatters/value.ts';
import { yaml } from './formatters/yaml.ts';

/** Releases of cliff from which on something is so: 2.11 is 211. */
const SAYS_COLUMNS = 211;
const NORMALIZES_COLUMNS = 408;
const ARGUMENT_SINCE: Readonly<Record<string, number>> = {
  sort_column: 211,
  sort_ascending: 307,
  sort_descending: 307
};

/** Whether a release of cliff has an option. */
export function hasArgument(name: string, cliff: number): boolean {
  return cliff >= (ARGUMENT_SINCE[name] ?? 0);
}

const LIST_FORMATTERS: Readonly<Record<string, Formatter<Listing>>> = {
  csv: csv.list,
  json: json.list,
  table: table.list,
  value: value.list,
  yaml: yaml.list
};

const ONE_FORMATTERS: Readonly<Record<string, Formatter<Fields>>> = {
  json: json.one,
  shell: shell.one,
  table: table.one,
  value: value.one,
  yaml: yaml.one
};

function formatOption(formatters: Readonly<Record<string, unknown>>) {
  return option(['-f', '--format'], {
    choices: Object.keys(formatters),
    help: 'the output format, defaults to table'
  });
}

const column = repeated(['-c', '--column'], {
  metavar: 'COLUMN',
  help: 'specify the column(s) to include, can be repeated to show multiple columns'
});

const noindent = flag('--noindent', { help: 'whether to disable indenting the JSON' });

const tableArguments = {
  max_width: whole(
    option('--max-width', {
      metavar: '<integer>',
      help:
        'Maximum display width, <1 to disable. You can also use the CLIFF_MAX_TERM_WIDTH environment variable, but the ' +
        'parameter takes precedence.'
    })
  ),
  fit_width: flag('--fit-width', {
    help:
      'Fit the table to the display width. Implied if --max-width greater than 0. Set the environment variable ' +
      'CLIFF_FIT_WIDTH=1 to always enable'
  }),
  print_empty: flag('--print-empty', { help: 'Print empty table if there is no data to show.' })
} satisfies Arguments;

/** The options of a command that lists (cliff's Lister). */
export const listArguments = {
  format: formatOption(LIST_FORMATTERS),
  column,
  quote: option('--quote', {
    choices: ['all', 'minimal', 'none', 'nonnumeric'],
    help: 'when to include quotes, defaults to nonnumeric'
  }),
  noindent,
  ...tableArguments,
  sort_column: repeated('--sort-column', {
    metavar: 'SORT_COLUMN',
    help:
      'specify the column(s) to sort the data (columns specified first have a priority, non-existing columns are ' +
      'ignored), can be repeated'
  }),
  sort_ascending: flag('--sort-ascending', { group: 'sort', help: 'sort the column(s) in ascending order' }),
  sort_descending: flag('--sort-descending', { group: 'sort', help: 'sort the column(s) in descending order' })
} satisfies Arguments;

/** The options of a command that shows one thing (cliff's ShowOne). */
export const oneArguments = {
  format: formatOption(ONE_FORMATTERS),
  column,
  noindent,
  prefix: option('--prefix', { help: 'add a prefix to all variable names' }),
  ...tableArguments
} satisfies Arguments;

const outputFormatters = (names: readonly string[]): ArgumentGroup => ({
  title: 'output formatters',
  description: 'output formatter options',
  names
});
const jsonFormatter: ArgumentGroup = { title: 'json formatter', names: ['noindent'] };
const tableFormatter: ArgumentGroup = { title: 'table formatter', names: Object.keys(tableArguments) };

/** How help divides the options of a list. */
export const listGroups: readonly ArgumentGroup[] = [
  outputFormatters(['format', 'column', 'sort_column', 'sort_ascending', 'sort_descending']),
  { title: 'CSV Formatter', names: ['quote'] },
  jsonFormatter,
  tableFormatter
];

/** How help divides the options of one thing. */
export const oneGroups: readonly ArgumentGroup[] = [
  outputFormatters(['format', 'column']),
  jsonFormatter,
  { title: 'shell formatter', description: 'a format a UNIX shell can parse (variable="value")', names: ['prefix'] },
  tableFormatter
];

/** The order of a dictionary of Python 2, which kept the formatters: `table`, `json`, `csv` or `shell`. */
const PYTHON_2_ORDER = [
  ...['format', 'column', 'max_width', 'fit_width', 'print_empty', 'noindent', 'quote', 'prefix'],
  'sort_column'
];

function placeOf(name: string | undefined): number {
  return PYTHON_2_ORDER.indexOf(name ?? '');
}

/** The arguments as help shows them under Python 2: only the options of display change their places. */
export function pythonTwoOrder(named: readonly Named[]): readonly Named[] {
  const isMoved = ({ name }: Named) => placeOf(name) !== -1;
  const moved = named.filter(isMoved).toSorted((one, other) => placeOf(one.name) - placeOf(other.name));
  const first = named.findIndex(isMoved);
  return first === -1
    ? named
    : [...named.slice(0, first), ...moved, ...named.slice(first).filter((one) => !isMoved(one))];
}

/** The groups in the same order. */
export function pythonTwoGroups(groups: readonly ArgumentGroup[]): readonly ArgumentGroup[] {
  return groups.toSorted((one, other) => placeOf(one.names[0]) - placeOf(other.names[0]));
}

type ListValues = Values<typeof listArguments>;
type OneValues = Values<typeof oneArguments>;

function formatOf(values: OneValues | ListValues): Format {
  const width = Number(values.max_width ?? 0);
  return {
    maxWidth: width > 0 ? width : null,
    printsEmpty: values.print_empty,
    isIndented: !values.noindent,
    quote: 'quote' in values ? (values.quote ?? 'nonnumeric') : 'nonnumeric',
    prefix: 'prefix' in values ? (values.prefix ?? '') : ''
  };
}

/** `('ID', 'Name')`: Python's repr of a tuple. */
function tuple(words: readonly string[]): string {
  return `(${words.map(repr).join(', ')}${words.length === 1 ? ',' : ''})`;
}

/** Which columns are wanted, by their place. */
function chooseColumns(
  columns: readonly string[],
  wanted: readonly string[],
  cliff: number
): Result<readonly number[], ClientError> {
  if (wanted.length === 0) return ok(columns.map((_, index) => index));
  const normal = (name: string) => (cliff < NORMALIZES_COLUMNS ? name : name.toLowerCase().trim().replaceAll(' ', '_'));
  const names = wanted.map(normal);
  const chosen = columns.flatMap((name, index) => (names.includes(normal(name)) ? [index] : []));
  if (chosen.length > 0) return ok(chosen);
  const recognized = cliff < SAYS_COLUMNS ? '' : `. Recognized columns are ${tuple(columns)}.`;
  return clientError('ValueError', `No recognized column names in ${repr(wanted)}${recognized}`);
}

/** What Python compares when it orders cells; null where it cannot. */
function sortKey(cell: Cell): Value {
  if (cell instanceof Float) return Number(cell.text);
  return cell instanceof FormattableColumn ? cell.human : cell;
}

function compare(one: Cell, other: Cell): number {
  const [a, b] = [sortKey(one), sortKey(other)];
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : a > b ? 1 : 0;
}

function sortListing(listing: Listing, values: ListValues): Listing {
  const sign = values.sort_descending ? -1 : 1;
  const indexes = values.sort_column.map((name) => listing.columns.indexOf(name)).filter((index) => index !== -1);
  const rows = listing.rows.toSorted((one, other) => {
    const orders = indexes.map((index) => sign * compare(one[index] ?? null, other[index] ?? null));
    return orders.find((order) => order !== 0) ?? 0;
  });
  return { ...listing, rows };
}

/** The lines of a list. `cliff` is the release of cliff: 2.8 is 208. */
export function produceList(
  listing: Listing,
  values: ListValues,
  cliff: number
): Result<readonly string[], ClientError> {
  const chosen = chooseColumns(listing.columns, values.column, cliff);
  if (!chosen.ok) return chosen;
  const choose = <Item>(items: readonly Item[]) => items.filter((_, index) => chosen.value.includes(index));
  const { columns, rows } = sortListing(listing, values);
  const format = LIST_FORMATTERS[values.format ?? 'table'] ?? table.list;
  return ok(format({ columns: choose(columns), rows: rows.map(choose) }, formatOf(values)));
}

/** The lines of one thing. */
export function produceOne(fields: Fields, values: OneValues, cliff: number): Result<readonly string[], ClientError> {
  const chosen = chooseColumns(
    fields.map(([name]) => name),
    values.column,
    cliff
  );
  if (!chosen.ok) return chosen;
  const format = ONE_FORMATTERS[values.format ?? 'table'] ?? table.one;
  return ok(
    format(
      fields.filter((_, index) => chosen.value.includes(index)),
      formatOf(values)
    )
  );
}
