/**
 * `-f yaml` (cliff/formatters/yaml_format.py), as PyYAML writes it: safe_dump with default_flow_style=False, which sorts
 * the keys of a thing and breaks long texts after 80 characters.
 *
 * Upstream: PyYAML, lib/yaml/emitter.py (analyze_scalar, choose_scalar_style, write_plain, write_single_quoted) and
 * resolver.py (the words that are no text when they stand bare). Simplified: no text has a line break or a character
 * that does not print.
 */
import { Float, isList, itemOf, type Item } from '../cell.ts';
import { str } from '../../text/python.ts';
import type { FullFormatter } from './formatter.ts';

const BEST_WIDTH = 80;

/** Bare words that YAML reads as something else than text. */
const RESOLVED = [
  /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/,
  /^(?:~|null|Null|NULL|)$/,
  /^[-+]?(?:0b[01_]+|0[0-7_]+|0|[1-9][0-9_]*|0x[0-9a-fA-F_]+|[1-9][0-9_]*(?::[0-5]?[0-9])+)$/,
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9_]+(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
  /^\d{4}-\d\d-\d\d$|^\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?$/,
  /^(?:<<|=)$/
];

/** What would be read as a part of YAML itself: at the beginning, or anywhere. */
const INDICATOR = /^[-?:](?:\s|$)|^[#,[\]{}&*!|>'"%@`]|^---|^\.\.\.|: |:$| #|^ | $/;

/** Whether a text can stand without quotes. */
function isPlain(text: string): boolean {
  return !INDICATOR.test(text) && !RESOLVED.some((pattern) => pattern.test(text));
}

/** A text broken at spaces once a line is full; `column` is where it begins. */
function fold(text: string, column: number, indent: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let at = column;
  const words = text.split(/( +)/);
  words.forEach((part, index) => {
    const isInside = index > 0 && index < words.length - 1;
    if (part === ' ' && at > BEST_WIDTH && isInside) {
      lines.push(line);
      line = '';
      at = indent;
    } else {
      line += part;
      at += part.length;
    }
  });
  return [...lines, line];
}

function scalar(value: string, column: number, indent: number): string {
  const [quote, inner] = isPlain(value) ? ['', value] : ["'", value.replaceAll("'", "''")];
  const [first = '', ...more] = fold(inner, column + quote.length, indent);
  return [quote + first, ...more.map((line) => ' '.repeat(indent) + line)].join('\n') + quote;
}

/** One entry with what leads it: what it is follows in the line, or stands on lines below. */
function entry(lead: string, item: Item, indent: number): readonly string[] {
  if (item instanceof Float) return [`${lead} ${item.text}`];
  if (typeof item === 'string') return `${lead} ${scalar(item, lead.length + 1, indent + 2)}`.split('\n');
  if (item === null) return [`${lead} null`];
  if (typeof item !== 'object') return [`${lead} ${str(item).toLowerCase()}`];
  if (isList(item)) {
    if (item.length === 0) return [`${lead} []`];
    return lead.endsWith('-') ? nested(lead, block(item, indent + 2)) : [lead, ...block(item, indent)];
  }
  if (Object.keys(item).length === 0) return [`${lead} {}`];
  return lead.endsWith('-') ? nested(lead, block(item, indent + 2)) : [lead, ...block(item, indent + 2)];
}

/** The first line of a block goes beside the dash. */
function nested(lead: string, lines: readonly string[]): readonly string[] {
  const [first = '', ...more] = lines;
  return [`${lead} ${first.trimStart()}`, ...more];
}

function block(item: Item, indent: number): readonly string[] {
  const space = ' '.repeat(indent);
  if (isList(item)) return item.flatMap((one) => entry(`${space}-`, one, indent));
  return Object.entries(item as Readonly<Record<string, Item>>)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([name, one]) => entry(`${space}${scalar(name, indent, indent)}:`, one, indent));
}

export const yaml: FullFormatter = {
  list: ({ columns, rows }) =>
    rows.length === 0
      ? ['[]']
      : block(
          rows.map((row) => itemOf(columns, row)),
          0
        ),
  // Each field is dumped on its own, so they keep their order.
  one: (all) => all.flatMap(([name, cell]) => block(itemOf([name], [cell]), 0))
};
