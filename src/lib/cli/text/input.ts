/** What a small tool reads: the files that it is given, or what comes through the pipe. */
import type { Call } from '../command.ts';
import { readFile } from '../files.ts';

/** A text with its name; null for what comes through the pipe. */
export interface Input {
  readonly name: string | null;
  readonly lines: readonly string[];
}

/** The texts in order, and what could not be read. */
export interface Inputs {
  readonly texts: readonly Input[];
  readonly problems: readonly string[];
}

/** Reads what the operands name; without operands, the pipe. `tool` begins what it complains about. */
export function readInputs(call: Call, tool: string, operands: readonly string[]): Inputs {
  const texts: Input[] = [];
  const problems: string[] = [];
  for (const name of operands.length > 0 ? operands : ['-']) {
    if (name !== '-') {
      const read = readFile(call.terminal, name);
      if (typeof read === 'string') problems.push(`${tool}: ${name}: ${read}`);
      else texts.push({ name, lines: read });
    } else if (call.stdin === null) {
      problems.push(`${tool}: nothing to read: name a file, or pipe a command into it`);
    } else {
      texts.push({ name: null, lines: call.stdin });
    }
  }
  return { texts, problems };
}
