/**
 * The black box of kind `cli`: commands in, what a terminal would show of each and its exit status out. The commands
 * act on one session of the lab, one after the other.
 */
import { ARTICLE_LAB, type Lab } from '../../../src/lib/engine/cloud/lab.ts';
import type { Release } from '../../../src/lib/engine/nova/releases/release.ts';
import { enter, openTerminal } from '../../../src/lib/cli/cli.ts';
import { startSession } from '../../../src/lib/session/session.ts';

/** A lab by its name, and what is typed in it. */
export interface CliQuestion {
  readonly lab: string;
  readonly commands: readonly string[];
  readonly release?: Release;
}

/** For each command: its lines, each with a newline at its end, and its exit status. */
export interface CliAnswer {
  readonly outputs: readonly string[];
  readonly exits: readonly number[];
}

const LABS: Readonly<Record<string, Lab>> = { article: ARTICLE_LAB };

/** Answers one line of the black box. */
export function answerCli({ lab: name, commands, release }: CliQuestion): CliAnswer {
  const lab = LABS[name];
  if (!lab) throw new Error(`there is no lab ${name}, only ${Object.keys(LABS).join(', ')}`);
  let terminal = openTerminal(startSession(release ? { ...lab, release } : lab));
  const outputs: string[] = [];
  const exits: number[] = [];
  for (const command of commands) {
    const outcome = enter(terminal, command);
    terminal = outcome.terminal;
    outputs.push(outcome.lines.map(({ text }) => `${text}\n`).join(''));
    exits.push(outcome.exit);
  }
  return { outputs, exits };
}
