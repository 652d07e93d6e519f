/** Terminals for tests: lines in, what is shown out. */
import { enter, openTerminal, type Outcome, type Terminal } from '../../../src/lib/cli/cli.ts';
import type { Lab } from '../../../src/lib/engine/cloud/lab.ts';
import type { Release } from '../../../src/lib/engine/nova/releases/release.ts';
import { articleLab } from '../../../src/lib/session/article.ts';
import { startSession } from '../../../src/lib/session/session.ts';

/** A terminal of the article's lab, at another release if one is said. */
export function terminalOf(release: Release = articleLab.release, lab: Lab = articleLab): Terminal {
  return openTerminal(startSession({ ...lab, release }));
}

/** What came of the last of some lines. */
export function type(terminal: Terminal, ...lines: readonly string[]): Outcome {
  let outcome: Outcome = { terminal, lines: [], exit: 0 };
  for (const line of lines) outcome = enter(outcome.terminal, line);
  return outcome;
}

/** What the last of some lines shows. */
export function shown(terminal: Terminal, ...lines: readonly string[]): readonly string[] {
  return type(terminal, ...lines).lines.map(({ text }) => text);
}

/** What the last of some lines says at a release, requests without their ids. */
export function said(
  release: Release,
  ...lines: readonly string[]
): { readonly text: string[]; readonly exit: number } {
  const { lines: printed, exit } = type(terminalOf(release), ...lines);
  return { text: printed.map(({ text }) => text.replace(/req-[-0-9a-f]{36}/, 'REQ')), exit };
}
