/**
 * What a command is to the shell: words in, lines and an exit status out, over a terminal that it may change.
 */
import type { Terminal } from './terminal.ts';

/** A line as a terminal shows it, without its newline; only `stdout` goes through a pipe. */
export interface Line {
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
}

/** What a command is given. */
export interface Call {
  readonly terminal: Terminal;
  /** The words after the command's name. */
  readonly words: readonly string[];
  /** What comes through a pipe; null at the head of a pipeline. */
  readonly stdin: readonly string[] | null;
  /** Whether standard output is the terminal, not a pipe. */
  readonly isShown: boolean;
  /** All commands there are, by name: for those that speak of others, or run them. */
  readonly commands: Commands;
}

/** What came of it. */
export interface Outcome {
  readonly terminal: Terminal;
  readonly lines: readonly Line[];
  readonly exit: number;
  /** The screen is to be emptied first. */
  readonly clears?: true;
}

/** What is being completed. */
export interface Completion {
  readonly terminal: Terminal;
  /** The words between the command's name and the one that is being typed. */
  readonly before: readonly string[];
  /** What there is of the word under the cursor. */
  readonly typed: string;
  readonly commands: Commands;
}

/** A command by its name. */
export interface Command {
  readonly name: string;
  /** What it does, in a few words: the line that `help` shows. */
  readonly summary: string;
  readonly run: (call: Call) => Outcome;
  /** Words that could stand there; those that do not begin as typed are left out by whoever asks. */
  readonly complete?: (completion: Completion) => readonly string[];
}

/** All commands by name. */
export type Commands = ReadonlyMap<string, Command>;

/** Lines for standard output. */
export function stdout(texts: readonly string[]): readonly Line[] {
  return texts.map((text) => ({ stream: 'stdout', text }));
}

/** Lines for standard error. */
export function stderr(...texts: readonly string[]): readonly Line[] {
  return texts.map((text) => ({ stream: 'stderr', text }));
}

/** The command did what was asked and changed nothing. */
export function print({ terminal }: Call, texts: readonly string[], exit = 0): Outcome {
  return { terminal, lines: stdout(texts), exit };
}

/** The command refuses. */
export function complain({ terminal }: Call, exit: number, ...texts: readonly string[]): Outcome {
  return { terminal, lines: stderr(...texts), exit };
}
