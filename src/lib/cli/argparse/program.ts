/**
 * A client with sub-commands: from their declarations it parses, explains, refuses and completes.
 *
 * Upstream: novaclient/shell.py (OpenStackComputeShell.main, NovaClientArgumentParser.error), and cinderclient's like
 * it. Simplified: `-h` after a sub-command shows that sub-command's help, where the real nova and cinder show their own.
 */
import type { Call, Command, Completion, Line, Outcome } from '../command.ts';
import { stderr, stdout } from '../command.ts';
import type { Result } from '../../engine/kernel/result.ts';
import type { Terminal } from '../terminal.ts';
import {
  flag,
  isPositional,
  namedArguments,
  positional,
  type Arguments,
  type ClientError,
  type Named,
  type Values
} from './argument.ts';
import { formatHelp, type HelpStyle, type ListedCommand } from './help.ts';
import { formatUsage } from './usage.ts';
import { parseArguments, type ArgumentErrors, type Parsed } from './parse-arguments.ts';

/** What a sub-command is given. */
export interface ClientCall {
  readonly terminal: Terminal;
  /** The microversion 2.x that the client speaks. */
  readonly microversion: number;
}

/** What came of it: lines, the terminal after it, and the exception that ended it, if one did. */
export interface Reply {
  readonly terminal: Terminal;
  readonly lines: readonly Line[];
  readonly failure: ClientError | null;
}

/** It went well. */
export function reply({ terminal }: { readonly terminal: Terminal }, texts: readonly string[] = []): Reply {
  return { terminal, lines: stdout(texts), failure: null };
}

/** It ended with an exception. */
export function failed({ terminal }: { readonly terminal: Terminal }, failure: ClientError): Reply {
  return { terminal, lines: [], failure };
}

/** A sub-command: its words, its help, its arguments, and what it does. */
interface Declaration<Declared extends Arguments> {
  /** One word or several: `volume-attach`, `server add volume`. */
  readonly name: string;
  /** What it does, in a line; the first of its description. */
  readonly summary: string;
  /** All of its description where that is more than the summary. */
  readonly description?: string;
  readonly arguments: Declared;
  readonly run: (call: ClientCall, values: Values<Declared>) => Reply;
}

/** A sub-command whose arguments nobody needs to know the types of any more. */
export interface Subcommand {
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly arguments: Arguments;
  /** Reads the arguments, things that they name included, and runs. */
  readonly invoke: (call: ClientCall, parsed: Parsed) => Reply;
}

/** Declares a sub-command. */
export function subcommand<Declared extends Arguments>(declaration: Declaration<Declared>): Subcommand {
  const { name, summary, description = summary, run } = declaration;
  return {
    name,
    summary,
    description,
    arguments: declaration.arguments,
    invoke: (call, { given }) => {
      const values: Record<string, unknown> = {};
      for (const [argument, { read }] of Object.entries(declaration.arguments)) {
        const value = read(given.get(argument) ?? [], call.terminal);
        if (!value.ok) return failed(call, value.error);
        values[argument] = value.value;
      }
      return run(call, values as Values<Declared>);
    }
  };
}

/** A client: its name, the options before its sub-commands, and how it speaks. */
export interface Program {
  readonly name: string;
  /** What the line in `help` says. */
  readonly summary: string;
  readonly description: string;
  readonly epilog: string;
  readonly globals: Arguments;
  readonly subcommands: readonly Subcommand[];
  readonly version: (terminal: Terminal) => string;
  readonly microversion: (terminal: Terminal, globals: Parsed) => Result<number, ClientError>;
  readonly style: (terminal: Terminal) => HelpStyle;
  readonly errors: (terminal: Terminal) => ArgumentErrors;
  /** What it says below the usage when it was misused; `name` is the sub-command's, empty before there is one. */
  readonly misused: (name: string, message: string) => readonly string[];
  /** How it reports an exception: `ERROR (CommandError): ...`. */
  readonly report: (failure: ClientError) => string;
}

const SUBCOMMAND = positional({ metavar: '<subcommand>', help: null });
const HELP = flag(['-h', '--help'], { help: null });
const VERSION = flag('--version', { help: "show program's version number and exit" });

const HELP_COMMAND: ListedCommand = {
  name: 'help',
  help: 'Display help about this program or one of its subcommands.'
};

function isHelp(words: readonly string[]): boolean {
  const end = words.indexOf('--');
  return words.slice(0, end === -1 ? words.length : end).some((word) => word === '-h' || word === '--help');
}

/** A program at work: the methods share what does not change during one call. */
class Client {
  readonly #program: Program;
  readonly #call: Call;

  constructor(program: Program, call: Call) {
    this.#program = program;
    this.#call = call;
  }

  run(): Outcome {
    const { terminal, words } = this.#call;
    const { globals } = this.#program;
    const top = namedArguments({ help: HELP, version: VERSION, ...globals });
    const named = [...top, { ...SUBCOMMAND, name: 'subcommand', required: false }];
    const parsed = parseArguments(named, words, this.#program.errors(terminal), 'subcommand');
    if (!parsed.ok) return this.#misused(parsed.error);
    const { given, extras } = parsed.value;
    if (given.has('version')) return this.#say([this.#program.version(terminal)]);
    const rest = given.get('subcommand')?.[0] ?? [];
    if (given.has('help') || rest.length === 0) return this.#say(this.#help());
    if (extras.length > 0) return this.#misused(`unrecognized arguments: ${extras.join(' ')}`);
    const microversion = this.#program.microversion(terminal, parsed.value);
    return microversion.ok ? this.#dispatch(rest, microversion.value) : this.#fail(microversion.error);
  }

  #dispatch(rest: readonly string[], microversion: number): Outcome {
    if (rest[0] === 'help') return this.#explain(rest.slice(1), microversion);
    const found = findSubcommand(this.#program, rest);
    if (!found) {
      const word = this.#program.errors(this.#call.terminal).quote(rest[0] ?? '');
      return this.#misused(`argument <subcommand>: invalid choice: ${word}`);
    }
    const { chosen, words } = found;
    if (isHelp(words)) return this.#say(this.#helpOf(chosen, microversion));
    const named = namedArguments(chosen.arguments, microversion);
    const parsed = parseArguments(named, words, this.#program.errors(this.#call.terminal));
    if (!parsed.ok) {
      const usage = formatUsage(`${this.#program.name} ${chosen.name}`, named, this.#isTerse());
      return this.#misused(parsed.error, usage, chosen.name);
    }
    const { extras } = parsed.value;
    if (extras.length > 0) return this.#misused(`unrecognized arguments: ${extras.join(' ')}`);
    const { terminal, lines, failure } = chosen.invoke({ terminal: this.#call.terminal, microversion }, parsed.value);
    if (failure === null) return { terminal, lines, exit: 0 };
    return { terminal, lines: [...lines, ...stderr(this.#program.report(failure))], exit: 1 };
  }

  #say(texts: readonly string[]): Outcome {
    return { terminal: this.#call.terminal, lines: stdout(texts), exit: 0 };
  }

  #fail(failure: ClientError): Outcome {
    return { terminal: this.#call.terminal, lines: stderr(this.#program.report(failure)), exit: 1 };
  }

  /** `help`, and `help resize`. */
  #explain(words: readonly string[], microversion: number): Outcome {
    if (words.length === 0 || isHelp(words)) return this.#say(this.#help());
    const chosen = this.#program.subcommands.find(({ name }) => name === words.join(' '));
    if (chosen) return this.#say(this.#helpOf(chosen, microversion));
    return this.#fail({ type: 'CommandError', message: `'${words.join(' ')}' is not a valid subcommand` });
  }

  #globals(): readonly Named[] {
    return namedArguments({ version: VERSION, ...this.#program.globals });
  }

  #isTerse(): boolean {
    return this.#program.style(this.#call.terminal).isTerse;
  }

  #usage(): readonly string[] {
    return formatUsage(this.#program.name, this.#globals(), this.#isTerse(), '<subcommand> ...');
  }

  #help(): readonly string[] {
    const { name, description, epilog, subcommands } = this.#program;
    const listed = [...subcommands.map((one) => ({ name: one.name, help: one.summary })), HELP_COMMAND];
    return formatHelp(
      { prog: name, description, shown: this.#globals(), subcommands: listed, epilog },
      this.#program.style(this.#call.terminal)
    );
  }

  #helpOf({ name, description, arguments: declared }: Subcommand, microversion?: number): readonly string[] {
    const shown = namedArguments(declared, microversion);
    return formatHelp(
      { prog: `${this.#program.name} ${name}`, description, shown },
      this.#program.style(this.#call.terminal)
    );
  }

  /** The usage, what is wrong with how it was used, and where to read on. */
  #misused(message: string, usage = this.#usage(), name = ''): Outcome {
    const lines = stderr(...usage, ...this.#program.misused(name, message));
    return { terminal: this.#call.terminal, lines, exit: 2 };
  }
}

/** The sub-command that the words begin with, the one of most words first, and the words after it. */
function findSubcommand({ subcommands }: Pick<Program, 'subcommands'>, words: readonly string[]) {
  const begun = subcommands
    .map((chosen) => ({ chosen, name: chosen.name.split(' ') }))
    .filter(({ name }) => name.every((word, index) => word === words[index]))
    .toSorted((one, other) => other.name.length - one.name.length);
  const [longest] = begun;
  return longest ? { chosen: longest.chosen, words: words.slice(longest.name.length) } : null;
}

/** The next words of sub-commands that begin with these. */
function nextWords({ subcommands }: Pick<Program, 'subcommands'>, words: readonly string[]): readonly string[] {
  const names = [...subcommands.map(({ name }) => name.split(' ')), [HELP_COMMAND.name]];
  const begun = names.filter(
    (name) => name.length > words.length && words.every((word, index) => word === name[index])
  );
  return [...new Set(begun.map((name) => name[words.length] ?? ''))];
}

function completeArguments(declared: readonly Named[], terminal: Terminal, before: readonly string[], typed: string) {
  const options = declared.filter((one) => !isPositional(one));
  const wordsOf = (argument: Named | undefined) =>
    argument ? [...(argument.choices ?? []), ...argument.complete(terminal)] : [];
  const taking = (word: string | undefined) =>
    options.find(({ flags, count }) => word !== undefined && count !== 0 && flags.includes(word));
  const waiting = taking(before.at(-1));
  if (waiting && !typed.startsWith('-')) return wordsOf(waiting);
  if (typed.startsWith('-')) return options.flatMap(({ flags, help }) => (help === null ? [] : flags));
  const plain = before.filter((word, index) => !word.startsWith('-') && !taking(before[index - 1])).length;
  const places = declared.filter(isPositional);
  const many = places.findIndex(({ count }) => count === '+' || count === '*');
  return wordsOf(places[many !== -1 && plain >= many ? many : plain]);
}

/** Words for completion of a program's options, of its sub-commands, and of their arguments. */
export function completeProgram(
  program: Pick<Program, 'globals' | 'subcommands'>,
  { terminal, before, typed }: Completion
): readonly string[] {
  const globals = namedArguments(program.globals);
  const start = before.findIndex((word) => !word.startsWith('-'));
  if (start === -1) {
    return typed.startsWith('-') ? completeArguments(globals, terminal, before, typed) : nextWords(program, []);
  }
  const words = before.slice(start);
  if (words[0] === 'help') return nextWords(program, words.slice(1));
  const found = findSubcommand(program, words);
  const more = found && found.words.length > 0 ? [] : nextWords(program, words);
  if (!found) return more;
  const declared = namedArguments(found.chosen.arguments);
  return [...more, ...completeArguments(declared, terminal, found.words, typed)];
}

/** The program as a command of the shell. */
export function command(program: Program): Command {
  return {
    name: program.name,
    summary: program.summary,
    run: (call) => new Client(program, call).run(),
    complete: (completion) => completeProgram(program, completion)
  };
}
