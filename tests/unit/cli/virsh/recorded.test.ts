/**
 * virsh as Debian 12's virsh 9.0.0 answered, over libvirt's test driver: help, misuse, and what needs no domain.
 *
 * The recording has standard output and error as a terminal shows them.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerCli } from '../../../conformance/answer/cli.ts';

interface Recorded {
  readonly command: string;
  readonly output: string;
  readonly exit: number;
}

const recorded = JSON.parse(readFileSync(new URL('virsh-9.0.0.json', import.meta.url), 'utf8')) as readonly Recorded[];

const { outputs, exits } = answerCli({
  lab: 'article',
  release: '26.0.0',
  commands: recorded.map(({ command }) => command)
});

describe('virsh 9.0.0', () => {
  it.each(recorded.map((one, index) => [one.command, one, index] as const))(
    '%s',
    (_command, { output, exit }, index) => {
      expect(outputs[index]).toBe(output);
      expect(exits[index]).toBe(exit);
    }
  );
});
