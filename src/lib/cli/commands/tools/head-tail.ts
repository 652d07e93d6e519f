/** `head` and `tail` (GNU coreutils). `tail -f` shows what is written until nothing is in flight. */
import { complain, stdout, type Call, type Outcome } from '../../command.ts';
import { runToEnd } from '../../../session/session.ts';
import { withSession } from '../../terminal.ts';
import type { Input } from '../../text/input.ts';
import type { ToolOptions } from '../../text/options.ts';
import { filterInputs, toolCommand } from './tool.ts';

const DEFAULT = '10';

/** `head -5` is `head -n 5`. */
function modernize(words: readonly string[]): readonly string[] {
  return words.map((word) => (/^-\d+$/.test(word) ? `-n${word.slice(1)}` : word));
}

const OPTIONS = [
  { letter: 'n', name: 'lines', takesValue: true },
  { letter: 'q', name: 'quiet' },
  { letter: 'v', name: 'verbose' }
] as const;

/** The part of the lines that a number asks for: `5`, `-5`, `+5`. */
type Part = (lines: readonly string[], sign: string, count: number) => readonly string[];

const firstPart: Part = (lines, sign, count) =>
  sign === '-' ? lines.slice(0, Math.max(0, lines.length - count)) : lines.slice(0, count);
const lastPart: Part = (lines, sign, count) =>
  sign === '+' ? lines.slice(Math.max(0, count - 1)) : lines.slice(Math.max(0, lines.length - count));

function show(call: Call, name: string, { given, operands }: ToolOptions, part: Part): Outcome {
  const wanted = given.get('n')?.at(-1) ?? DEFAULT;
  const [, sign = '', digits] = /^([+-]?)(\d+)$/.exec(wanted) ?? [];
  if (digits === undefined) {
    return complain(
      call,
      1,
      `${name}: invalid number of lines: '${wanted}'`,
      `Try '${name} --help' for more information.`
    );
  }
  const headed = (text: Input, index: number, all: readonly Input[]): readonly string[] => {
    const isHeaded = (all.length > 1 || given.has('v')) && !given.has('q');
    const heading = isHeaded ? [...(index > 0 ? [''] : []), `==> ${text.name ?? 'standard input'} <==`] : [];
    return [...heading, ...part(text.lines, sign, Number(digits))];
  };
  return filterInputs(call, name, operands, headed);
}

export const head = toolCommand({
  name: 'head',
  summary: 'the first lines',
  usage: '[OPTION]... [FILE]...',
  options: OPTIONS,
  modernize,
  run: (call, options) => show(call, 'head', options, firstPart)
});

/** What is written to the files while everything in flight finishes. */
function follow(call: Call, options: ToolOptions): Outcome {
  const now = show(call, 'tail', options, lastPart);
  if (call.stdin !== null || now.exit !== 0) return now;
  const length = (one: Call) => filterInputs(one, 'tail', options.operands, ({ lines }) => lines).lines;
  const later = { ...call, terminal: withSession(call.terminal, runToEnd(call.terminal.session)) };
  const added = length(later).slice(length(call).length);
  return { terminal: later.terminal, lines: [...now.lines, ...stdout(added.map(({ text }) => text))], exit: 0 };
}

export const tail = toolCommand({
  name: 'tail',
  summary: 'the last lines; -f shows what is written until nothing is in flight',
  usage: '[OPTION]... [FILE]...',
  options: [...OPTIONS, { letter: 'f', name: 'follow' }, { letter: 'F' }],
  modernize,
  run: (call, options) =>
    options.given.has('f') || options.given.has('F') ? follow(call, options) : show(call, 'tail', options, lastPart)
});
