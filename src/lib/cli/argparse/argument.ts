/**
 * The arguments of a sub-command: declared once, for parsing, help, errors and completion alike.
 *
 * Upstream: Lib/argparse.py (add_argument). The declaration is an object whose keys are the names under which `run`
 * finds the values; their order is the order of help.
 */
import { ok, refuse, type Result } from '../../engine/kernel/result.ts';
import type { Terminal } from '../terminal.ts';

/** A client gives up on a command: Python's class of the exception, and its words. */
export interface ClientError {
  readonly type: string;
  readonly message: string;
}

/** How many words an argument takes: exactly one, none (a flag), one or none, some, any. */
export type Count = 1 | 0 | '?' | '+' | '*';

/** The words that an argument was given, each time that it was. */
export type Given = readonly (readonly string[])[];

/** The first and the last microversion 2.x; help says of a range that it is one where `isNoted`. */
export interface Microversions {
  readonly from: number;
  readonly to: number;
  readonly isNoted: boolean;
}

/** One argument. `Value` is what `run` gets. */
export interface Argument<Value> {
  /** `--poll`, `-f`; none for a positional argument, which is known by its place. */
  readonly flags: readonly string[];
  readonly metavar: string;
  readonly count: Count;
  /** Null hides the argument from help (argparse.SUPPRESS). */
  readonly help: string | null;
  readonly choices: readonly string[] | null;
  /** An option that must be given. */
  readonly required: boolean;
  /** Options of one group exclude each other. */
  readonly group: string | null;
  /** The microversions in which the client has it. */
  readonly microversions: Microversions;
  /** Words for completion, beside `choices`. */
  readonly complete: (terminal: Terminal) => readonly string[];
  /** What is wrong with a word as such, in Python's words (`type=int`); null when nothing. */
  readonly check: (word: string) => string | null;
  /** The value from what was given: the words of each time that the argument was, none when it was not. */
  readonly read: (given: Given, terminal: Terminal) => Result<Value, ClientError>;
}

/** The arguments of a sub-command by name. */
export type Arguments = Readonly<Record<string, Argument<unknown>>>;

/** What `run` gets for a declaration. */
export type Values<Declared extends Arguments> = {
  readonly [Name in keyof Declared]: Declared[Name] extends Argument<infer Value> ? Value : never;
};

/** What can be said of every argument. */
interface Described {
  readonly help: string | null;
  readonly metavar?: string;
  readonly choices?: readonly string[];
  readonly group?: string;
  /** The microversion that brings it, as help notes. */
  readonly since?: number;
  /** The microversion of the first client that has it, where that is not a matter of the API. */
  readonly from?: number;
  /** The last microversion that has it. */
  readonly until?: number;
  readonly complete?: (terminal: Terminal) => readonly string[];
}

function declare<Value>(
  flags: readonly string[],
  count: Count,
  said: Described,
  read: Argument<Value>['read']
): Argument<Value> {
  return {
    flags,
    metavar: said.metavar ?? '',
    count,
    help: said.help,
    choices: said.choices ?? null,
    required: flags.length === 0 && (count === 1 || count === '+'),
    group: said.group ?? null,
    microversions: {
      from: said.since ?? said.from ?? 0,
      to: said.until ?? Infinity,
      isNoted: said.since !== undefined || said.until !== undefined
    },
    complete: said.complete ?? (() => []),
    check: () => null,
    read
  };
}

/** The flags of an option: `--poll`, or several in the order in which help shows them. */
type Flags = string | readonly string[];

function listed(flags: Flags): readonly string[] {
  return typeof flags === 'string' ? [flags] : flags;
}

/** The one word, or the last that was given. */
function last(given: Given): string | null {
  return given.at(-1)?.[0] ?? null;
}

/** A word in its place: `<server>`. */
export function positional(said: Described): Argument<string> {
  return declare([], 1, said, (given) => ok(last(given) ?? ''));
}

/** A word in its place that may be left out: `[<device>]`. */
export function optionalPositional(said: Described): Argument<string | null> {
  return declare([], '?', said, (given) => ok(last(given)));
}

/** One word or more: `<server> [<server> ...]`. */
export function positionals(said: Described): Argument<readonly string[]> {
  return declare([], '+', said, (given) => ok(given.flat()));
}

/** `--poll`: given or not. */
export function flag(flags: Flags, said: Described): Argument<boolean> {
  return declare(listed(flags), 0, said, (given) => ok(given.length > 0));
}

/** `--name <name-regexp>`. */
export function option(flags: Flags, said: Described): Argument<string | null> {
  return declare(listed(flags), 1, said, (given) => ok(last(given)));
}

/** `--all-tenants [<0|1>]`: `bare` is its value when it stands alone. */
export function optionalValue(flags: Flags, bare: string, said: Described): Argument<string | null> {
  return declare(listed(flags), '?', said, (given) => ok(given.length === 0 ? null : (last(given) ?? bare)));
}

/** `--meta <key=value>`, as often as one likes: all that were given. */
export function repeated(flags: Flags, said: Described): Argument<readonly string[]> {
  return declare(listed(flags), 1, said, (given) => ok(given.flat()));
}

/** `--metadata [<key=value> [<key=value> ...]]`. */
export function anyNumber(flags: Flags, said: Described): Argument<readonly string[]> {
  return declare(listed(flags), '*', said, (given) => ok(given.at(-1) ?? []));
}

/** The same argument where only a whole number will do (type=int). */
export function whole<Value>(argument: Argument<Value>): Argument<Value> {
  return { ...argument, check: (word) => (/^\s*[+-]?\d+\s*$/.test(word) ? null : `invalid int value: '${word}'`) };
}

/** The same argument, with the thing that it names in the place of the name. */
export function found<Thing>(
  argument: Argument<string>,
  find: (terminal: Terminal, name: string) => Result<Thing, ClientError>
): Argument<Thing> {
  return { ...argument, read: (given, terminal) => find(terminal, last(given) ?? '') };
}

/** As `found`, for one that need not be given. */
export function foundIfGiven<Thing>(
  argument: Argument<string | null>,
  find: (terminal: Terminal, name: string) => Result<Thing, ClientError>
): Argument<Thing | null> {
  return {
    ...argument,
    read: (given, terminal) => {
      const name = last(given);
      return name === null ? ok(null) : find(terminal, name);
    }
  };
}

/** A refusal of a client. */
export function clientError(type: string, message: string): Result<never, ClientError> {
  return refuse({ type, message });
}

/** An argument with its name. */
export interface Named extends Argument<unknown> {
  readonly name: string;
}

/** The arguments in order, as far as a client of some microversion has them; all of them when none is said. */
export function namedArguments(declared: Arguments, microversion?: number): readonly Named[] {
  const isThere = ({ microversions: { from, to } }: Argument<unknown>) =>
    microversion === undefined || (from <= microversion && microversion <= to);
  return Object.entries(declared)
    .filter(([, argument]) => isThere(argument))
    .map(([name, argument]) => ({ ...argument, name }));
}

/** Whether it is known by its place. */
export function isPositional({ flags }: Argument<unknown>): boolean {
  return flags.length === 0;
}
