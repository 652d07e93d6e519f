/**
 * Values as osc-lib writes them for people (osc_lib/utils: format_dict, format_list, format_list_of_dicts), and the
 * columns that keep the value itself for programs (osc_lib/cli/format_columns.py). Clients before such a column came
 * have the text for both.
 */
import { FormattableColumn, type Cell } from '../../cliff/cell.ts';
import { str, type Value } from '../../text/python.ts';

type Dict = Readonly<Record<string, Value>>;

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function isDict(value: Value): value is Dict {
  return value !== null && typeof value === 'object' && !isList(value);
}

/** `disk='1', location=`: by name, a dictionary inside as its own fields. */
function formatDict(fields: Dict, prefix = ''): string {
  return Object.keys(fields)
    .toSorted()
    .map((key) => {
      const name = prefix === '' ? key : `${prefix}.${key}`;
      const value = fields[key] ?? null;
      if (isDict(value)) return formatDict(value, name);
      return value === null ? `${name}=` : `${name}='${str(value)}'`;
    })
    .join(', ');
}

/** A column, or its text alone before its time. */
function column(human: string, machine: Value, isColumn: boolean): Cell {
  return isColumn ? new FormattableColumn(human, machine) : human;
}

/** DictColumn. */
export function dictCell(fields: Dict, isColumn = true): Cell {
  return column(formatDict(fields), fields, isColumn);
}

/** ListDictColumn. */
export function listDictCell(all: readonly Dict[], isColumn = true): Cell {
  return column(all.map((one) => formatDict(one)).join('\n'), all, isColumn);
}

/** ListColumn. */
export function listCell(words: readonly string[]): Cell {
  return new FormattableColumn(words.toSorted().join(', '), words);
}

/** `public=172.29.249.119` (DictListColumn, and _format_servers_list_networks before it). */
export function dictListCell(lists: Readonly<Record<string, readonly string[]>>, isColumn = true): Cell {
  const texts = Object.entries(lists)
    .filter(([, words]) => words.length > 0)
    .map(([name, words]) => `${name}=${words.join(', ')}`);
  return column(texts.join('; '), lists, isColumn);
}
