/**
 * What three real clients printed: openstackclient 3.12.2, 6.0.0 and 9.0.0 ran against a small API that answered as the
 * lab's does, before or after the volume was attached. Recorded are all commands that only look, the refusals of the
 * others, help and usage. Left out: lists of what somebody may have meant, and the program's own help, since the lab has
 * fewer commands; and usage of 3.12.2 and 9.0.0, which ran under another Python, or with the formatters in another order,
 * than they would have.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Release } from '../../src/lib/engine/nova/releases/release.ts';
import { terminalOf, type } from '../support/cli/terminal.ts';

interface Answer {
  readonly client: string;
  readonly release: Release;
  readonly before: readonly string[];
  readonly command: string;
  readonly output: string;
  readonly exit: number;
}

const answers = readFileSync(new URL('data/openstackclient.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Answer);

const terminals = new Map<string, ReturnType<typeof terminalOf>>();

/** The terminal of a release after some lines. */
function terminalAfter({ release, before }: Answer) {
  const key = [release, ...before].join('\n');
  const terminal = terminals.get(key) ?? type(terminalOf(release), ...before).terminal;
  terminals.set(key, terminal);
  return terminal;
}

describe('openstack prints what the real client printed', () => {
  it.each(answers)('$client: $command', (answer) => {
    const { lines, exit } = type(terminalAfter(answer), answer.command);
    expect(lines.map(({ text }) => `${text}\n`).join('')).toBe(answer.output);
    expect(exit).toBe(answer.exit);
  });
});
