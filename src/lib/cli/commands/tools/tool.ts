/** What the small tools have in common: options declared once, for parsing, refusals, help and completion. */
import { complain, print, stderr, stdout, type Call, type Command, type Outcome } from '../../command.ts';
import { allPaths } from '../../files.ts';
import { readInputs, type Input } from '../../text/input.ts';
import { readOptions, type ToolOption, type ToolOptions } from '../../text/options.ts';

/** A tool that turns lines into lines. */
export interface Tool {
  readonly name: string;
  readonly summary: string;
  /** What stands behind its name in its usage. */
  readonly usage: string;
  readonly options: readonly ToolOption[];
  /** Old ways of writing options, such as `head -5`, in today's words. */
  readonly modernize?: (words: readonly string[]) => readonly string[];
  readonly run: (call: Call, options: ToolOptions) => Outcome;
}

/** `usage: head [-n LINES] [FILE]...` and what each option is called. */
function helpLines({ name, usage, summary, options }: Tool): readonly string[] {
  const known = options.map(({ letter, name: long, takesValue }) => {
    const value = takesValue ? ' VALUE' : '';
    return `  -${letter}${long === undefined ? '' : `, --${long}`}${value}`;
  });
  return [`Usage: ${name} ${usage}`, `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`, ...known];
}

/** The tool as a command of the shell. */
export function toolCommand(tool: Tool, misuse = 1): Command {
  const { name, summary, options, modernize = (words: readonly string[]) => words } = tool;
  return {
    name,
    summary,
    run: (call) => {
      if (call.words.includes('--help')) return print(call, helpLines(tool));
      const read = readOptions(options, modernize(call.words));
      if (read.ok) return tool.run(call, read.value);
      return complain(call, misuse, `${name}: ${read.error}`, `Try '${name} --help' for more information.`);
    },
    complete: ({ typed }) =>
      typed.startsWith('-')
        ? options.flatMap((one) => [`-${one.letter}`, ...(one.name ? [`--${one.name}`] : [])])
        : allPaths
  };
}

/** Runs a filter over each text that the operands name; what cannot be read is said, and makes the exit status 1. */
export function filterInputs(
  call: Call,
  name: string,
  operands: readonly string[],
  filter: (text: Input, index: number, all: readonly Input[]) => readonly string[]
): Outcome {
  const { texts, problems } = readInputs(call, name, operands);
  const lines = [...stderr(...problems), ...stdout(texts.flatMap(filter))];
  return { terminal: call.terminal, lines, exit: problems.length > 0 ? 1 : 0 };
}

/** The value of an option that counts; null for one that is no number. */
export function countOf({ given }: ToolOptions, letter: string, otherwise: number): number | null {
  const value = given.get(letter)?.at(-1);
  if (value === undefined) return otherwise;
  return /^\d+$/.test(value) ? Number(value) : null;
}
