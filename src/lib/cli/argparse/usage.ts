/**
 * The usage line of a command as argparse writes it.
 *
 * Upstream: Lib/argparse.py (HelpFormatter._format_usage, _format_actions_usage, _format_args).
 */
import { isPositional, type Argument, type Named } from './argument.ts';

/** The columns of the terminal, less what argparse keeps free. */
export const TEXT_WIDTH = 78;

/** How an error names an argument: `--poll`, `-f/--format`, `<server>`. */
export function argumentName({ flags, metavar, name }: Named): string {
  if (flags.length > 0) return flags.join('/');
  return metavar === '' ? name : metavar;
}

/** The name for the words that an argument takes: what was declared, else its own. */
function placeholder(argument: Named): string {
  if (argument.metavar !== '') return argument.metavar;
  if (argument.choices) return `{${argument.choices.join(',')}}`;
  return isPositional(argument)
    ? argument.name
    : (argument.flags.at(-1) ?? '').replace(/^-+/, '').replaceAll('-', '_').toUpperCase();
}

/** The words that an argument takes: `<server> [<server> ...]`. */
export function argumentWords(argument: Named, isTerse: boolean): string {
  const one = placeholder(argument);
  switch (argument.count) {
    case 0:
      return '';
    case 1:
      return one;
    case '?':
      return `[${one}]`;
    case '+':
      return `${one} [${one} ...]`;
    case '*':
      return isTerse ? `[${one} ...]` : `[${one} [${one} ...]]`;
  }
}

function optionPart(option: Named, isTerse: boolean): string {
  const words = argumentWords(option, isTerse);
  const [flag = ''] = option.flags;
  return words === '' ? flag : `${flag} ${words}`;
}

/** Options of one group stand together: `[--hard | --soft]`. */
function optionParts(options: readonly Named[], isTerse: boolean): readonly string[] {
  const groups = new Set<string>();
  return options.flatMap((option) => {
    if (option.group !== null) {
      if (groups.has(option.group)) return [];
      groups.add(option.group);
      const all = options.filter(({ group }) => group === option.group);
      return [`[${all.map((one) => optionPart(one, isTerse)).join(' | ')}]`];
    }
    const part = optionPart(option, isTerse);
    return [option.required ? part : `[${part}]`];
  });
}

function isShown({ help }: Argument<unknown>): boolean {
  return help !== null;
}

function fill(parts: readonly string[], indent: string, first: number): readonly string[] {
  const lines: string[] = [];
  let line: string[] = [];
  let length = first - 1;
  for (const part of parts) {
    if (length + 1 + part.length > TEXT_WIDTH && line.length > 0) {
      lines.push(indent + line.join(' '));
      line = [];
      length = indent.length - 1;
    }
    line.push(part);
    length += part.length + 1;
  }
  return line.length === 0 ? lines : [...lines, indent + line.join(' ')];
}

const PREFIX = 'usage: ';

/** `usage: nova resize [--poll] <server> <flavor>`, on several lines where one is too short. */
export function formatUsage(prog: string, shown: readonly Named[], isTerse: boolean, tail = ''): readonly string[] {
  const options = optionParts(
    shown.filter((one) => !isPositional(one) && isShown(one)),
    isTerse
  );
  const words = shown
    .filter((one) => isPositional(one) && isShown(one))
    .flatMap((one) => argumentWords(one, isTerse).match(/\[.*?\]+(?=\s|$)|\S+/g) ?? []);
  const positionals = tail === '' ? words : [...words, ...tail.split(' ')];
  const whole = [prog, ...options, ...positionals].join(' ');
  if (PREFIX.length + whole.length <= TEXT_WIDTH) return [PREFIX + whole];
  const indent = ' '.repeat(PREFIX.length + prog.length + 1);
  const isShortProg = PREFIX.length + prog.length <= 0.75 * TEXT_WIDTH;
  if (!isShortProg) {
    const narrow = ' '.repeat(PREFIX.length);
    return [PREFIX + prog, ...fill(options, narrow, narrow.length), ...fill(positionals, narrow, narrow.length)];
  }
  const [first = '', ...more] = fill([prog, ...(options.length > 0 ? options : positionals)], indent, PREFIX.length);
  const below = options.length > 0 ? fill(positionals, indent, indent.length) : [];
  return [PREFIX + first.trimStart(), ...more, ...below];
}
