/**
 * The command line of the lab, as a page or a script uses it: a line in, the next terminal and what it prints out.
 */
import type { Outcome } from './command.ts';
import { commands } from './commands.ts';
import { completeLine, type Completed } from './shell/complete-line.ts';
import { runLine } from './shell/run-line.ts';
import type { Terminal } from './terminal.ts';

/** A line is entered at the prompt. */
export function enter(terminal: Terminal, line: string): Outcome {
  return runLine(commands, terminal, line);
}

/** What the word before the cursor could become; `line` ends at the cursor. */
export function complete(terminal: Terminal, line: string): Completed {
  return completeLine(commands, terminal, line);
}

export { openTerminal, promptOf, withSession, type Terminal } from './terminal.ts';
export type { Line, Outcome } from './command.ts';
