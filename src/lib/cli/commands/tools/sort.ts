/** `sort` and `uniq` (GNU coreutils), in the order of the C locale. */
import { complain } from '../../command.ts';
import { countOf, filterInputs, toolCommand } from './tool.ts';
import { readInputs } from '../../text/input.ts';
import { stderr, stdout } from '../../command.ts';

/** Where a key begins and ends among the fields of a line: `2`, `2,3`. */
interface Key {
  readonly from: number;
  readonly to: number;
  readonly isNumeric: boolean;
  readonly isReversed: boolean;
}

function readKey(text: string): Key | null {
  const [, from, flags = '', to, more = ''] =
    /^(\d+)(?:\.\d+)?([a-zA-Z]*)(?:,(\d+)(?:\.\d+)?([a-zA-Z]*))?$/.exec(text) ?? [];
  if (from === undefined || Number(from) === 0) return null;
  const all = flags + more;
  return {
    from: Number(from),
    to: to === undefined ? Infinity : Number(to),
    isNumeric: all.includes('n'),
    isReversed: all.includes('r')
  };
}

function fieldsOf(line: string, separator: string | undefined): readonly string[] {
  return separator === undefined ? line.split(/(?<=\S)(?=\s)/) : line.split(separator);
}

function numberOf(text: string): number {
  const found = /^\s*-?\d*\.?\d+/.exec(text);
  return found ? Number(found[0]) : 0;
}

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

export const sort = toolCommand(
  {
    name: 'sort',
    summary: 'the lines in order',
    usage: '[OPTION]... [FILE]...',
    options: [
      { letter: 'r', name: 'reverse' },
      { letter: 'n', name: 'numeric-sort' },
      { letter: 'u', name: 'unique' },
      { letter: 'f', name: 'ignore-case' },
      { letter: 'b', name: 'ignore-leading-blanks' },
      { letter: 'k', name: 'key', takesValue: true },
      { letter: 't', name: 'field-separator', takesValue: true }
    ],
    run: (call, { given, operands }) => {
      const separator = given.get('t')?.at(-1);
      if (separator !== undefined && Array.from(separator).length !== 1) {
        return complain(call, 2, separator === '' ? 'sort: empty tab' : `sort: multi-character tab '${separator}'`);
      }
      const written = given.get('k') ?? ['1'];
      const keys = written.map(readKey);
      const wrong = keys.indexOf(null);
      if (wrong !== -1)
        return complain(
          call,
          2,
          `sort: invalid number at field start: invalid count at start of '${written[wrong] ?? ''}'`
        );
      const textOf = (line: string, { from, to }: Key) => {
        const text = fieldsOf(line, separator)
          .slice(from - 1, to)
          .join(separator ?? '');
        const folded = given.has('f') ? text.toUpperCase() : text;
        return given.has('b') ? folded.trimStart() : folded;
      };
      const byKeys = (one: string, other: string): number => {
        for (const key of keys) {
          if (!key) continue;
          const [a, b] = [textOf(one, key), textOf(other, key)];
          const isNumeric = key.isNumeric || given.has('n');
          const order = isNumeric ? numberOf(a) - numberOf(b) : compareTexts(a, b);
          if (order !== 0) return key.isReversed !== given.has('r') ? -order : order;
        }
        return 0;
      };
      const { texts, problems } = readInputs(call, 'sort', operands);
      const lastResort = (one: string, other: string) =>
        given.has('r') ? -compareTexts(one, other) : compareTexts(one, other);
      const sorted = texts
        .flatMap(({ lines }) => lines)
        .toSorted((one, other) => byKeys(one, other) || (given.has('u') ? 0 : lastResort(one, other)));
      const kept = given.has('u')
        ? sorted.filter((line, index) => index === 0 || byKeys(sorted[index - 1] ?? '', line) !== 0)
        : sorted;
      return {
        terminal: call.terminal,
        lines: [...stderr(...problems), ...stdout(kept)],
        exit: problems.length > 0 ? 2 : 0
      };
    }
  },
  2
);

export const uniq = toolCommand({
  name: 'uniq',
  summary: 'lines that are not like the one before',
  usage: '[OPTION]... [FILE]',
  options: [
    { letter: 'c', name: 'count' },
    { letter: 'd', name: 'repeated' },
    { letter: 'u', name: 'unique' },
    { letter: 'i', name: 'ignore-case' },
    { letter: 'f', name: 'skip-fields', takesValue: true }
  ],
  run: (call, options) => {
    const { given, operands } = options;
    const skipped = countOf(options, 'f', 0);
    if (skipped === null)
      return complain(call, 1, `uniq: invalid number of fields to skip: '${given.get('f')?.at(-1) ?? ''}'`);
    const key = (line: string) => {
      const rest = line
        .split(/(?<=\S)(?=\s)/)
        .slice(skipped)
        .join('');
      return given.has('i') ? rest.toLowerCase() : rest;
    };
    return filterInputs(call, 'uniq', operands, ({ lines }) => {
      const groups: { readonly line: string; count: number }[] = [];
      for (const line of lines) {
        const last = groups.at(-1);
        if (last && key(last.line) === key(line)) last.count++;
        else groups.push({ line, count: 1 });
      }
      return groups
        .filter(({ count }) => (!given.has('d') || count > 1) && (!given.has('u') || count === 1))
        .map(({ line, count }) => (given.has('c') ? `${String(count).padStart(7)} ${line}` : line));
    });
  }
});
