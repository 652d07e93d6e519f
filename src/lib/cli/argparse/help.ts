/**
 * The help of a command as argparse writes it.
 *
 * Upstream: Lib/argparse.py (HelpFormatter.format_help, _format_action, _format_action_invocation).
 */
import { wrap } from '../text/wrap.ts';
import { isPositional, type Microversions, type Named } from './argument.ts';
import { argumentWords, formatUsage, TEXT_WIDTH } from './usage.ts';

/** How a client's parser writes its help. */
export interface HelpStyle {
  /** The column at which help stands at most (max_help_position). */
  readonly column: number;
  /** The heading of the options: `options`, or `optional arguments` before Python 3.10. */
  readonly optionsHeading: string;
  /** What the client makes of a heading: `Positional arguments`. */
  readonly heading: (text: string) => string;
  /** Whether `*` is written `[X ...]`, as from Python 3.9 on. */
  readonly isTerse: boolean;
  /** What the client adds to the help of an argument that only some microversions have. */
  readonly supported: (microversions: Microversions) => string;
}

/** A line of help: what one types, and what it does. Sub-commands stand further in. */
interface Entry {
  readonly invocation: string;
  readonly help: string;
  readonly indent: number;
}

function invocationOf(argument: Named, isTerse: boolean): string {
  const words = argumentWords(argument, isTerse);
  if (isPositional(argument)) return argument.metavar === '' ? argument.name : argument.metavar;
  return argument.flags.map((flag) => (words === '' ? flag : `${flag} ${words}`)).join(', ');
}

function entryOf(argument: Named, style: HelpStyle): Entry {
  const supported = argument.microversions.isNoted ? style.supported(argument.microversions) : '';
  return { invocation: invocationOf(argument, style.isTerse), help: `${argument.help ?? ''}${supported}`, indent: 2 };
}

function formatEntry({ invocation, help, indent }: Entry, column: number): readonly string[] {
  const [first = '', ...more] = wrap(help, Math.max(TEXT_WIDTH - column, 11));
  const below = more.map((line) => ' '.repeat(column) + line);
  const left = ' '.repeat(indent) + invocation;
  if (help === '') return [left];
  if (left.length <= column - 2) return [left.padEnd(column) + first, ...below];
  return [left, ' '.repeat(column) + first, ...below];
}

/** A section of help under its heading. */
interface Section {
  readonly heading: string;
  readonly description?: string;
  readonly entries: readonly Entry[];
}

function formatSections(sections: readonly Section[], most: number): readonly string[] {
  const entries = sections.flatMap((section) => section.entries);
  const widest = Math.max(0, ...entries.map(({ invocation, indent }) => invocation.length + indent));
  const column = Math.min(widest + 2, most);
  return sections
    .filter((section) => section.entries.length > 0)
    .flatMap(({ heading, description, entries: own }) => [
      '',
      `${heading}:`,
      ...(description === undefined ? [] : [...wrap(description, TEXT_WIDTH - 2).map((line) => `  ${line}`), '']),
      ...own.flatMap((entry) => formatEntry(entry, column))
    ]);
}

/** A sub-command in the help of its program. */
export interface ListedCommand {
  readonly name: string;
  readonly help: string;
}

/** Arguments that help shows under a heading of their own (add_argument_group). */
export interface ArgumentGroup {
  readonly title: string;
  readonly description?: string;
  /** The names of its arguments. */
  readonly names: readonly string[];
}

/** What a help text is made of. */
export interface HelpText {
  readonly prog: string;
  readonly description: string;
  readonly shown: readonly Named[];
  readonly groups?: readonly ArgumentGroup[];
  readonly subcommands?: readonly ListedCommand[];
  readonly epilog?: string;
}

const SUBCOMMAND = '<subcommand>';

/** The whole help of a program or of one of its sub-commands. */
export function formatHelp(
  { prog, description, shown, groups = [], subcommands, epilog }: HelpText,
  style: HelpStyle
): readonly string[] {
  const visible = shown.filter(({ help }) => help !== null);
  const entries = (arguments_: readonly Named[]) => arguments_.map((one) => entryOf(one, style));
  const commands = (subcommands ?? []).map(({ name, help }) => ({ invocation: name, help, indent: 4 }));
  const listing = subcommands ? [{ invocation: SUBCOMMAND, help: '', indent: 2 }, ...commands] : [];
  const isGrouped = ({ name }: Named) => groups.some(({ names }) => names.includes(name));
  const sections: readonly Section[] = [
    {
      heading: style.heading('positional arguments'),
      entries: [...listing, ...entries(visible.filter(isPositional))]
    },
    {
      heading: style.heading(style.optionsHeading),
      entries: entries(visible.filter((one) => !isPositional(one) && !isGrouped(one)))
    },
    ...groups.map(({ title, names, ...group }) => ({
      heading: title,
      ...group,
      entries: entries(visible.filter(({ name }) => names.includes(name)))
    }))
  ];
  return [
    ...formatUsage(prog, shown, style.isTerse, subcommands ? `${SUBCOMMAND} ...` : ''),
    '',
    ...wrap(description, TEXT_WIDTH),
    ...formatSections(sections, style.column),
    ...(epilog === undefined ? [] : ['', ...wrap(epilog, TEXT_WIDTH)])
  ];
}
