import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerCli } from './answer/cli.ts';

interface Step {
  readonly n: number;
  readonly command: string;
  readonly compare: 'exact' | 'disk-elements' | 'collapse-spaces' | 'skip';
  readonly output: readonly string[];
  readonly before?: readonly string[];
}

const { steps } = JSON.parse(readFileSync(new URL('data/transcript.json', import.meta.url), 'utf8')) as {
  readonly steps: readonly Step[];
};

/** All that is typed, in order, and where in it each step's own command stands. */
const commands: string[] = [];
const positions = new Map<number, number>();
for (const { n, command, before = [] } of steps) {
  positions.set(n, commands.push(...before, command) - 1);
}

const { outputs } = answerCli({ lab: 'article', commands });

function outputOf({ n }: Step): string {
  return outputs[positions.get(n)!]!;
}

function collapse(text: string): string {
  return text.replace(/ +/g, ' ');
}

/** The `<disk>` elements of a domain, white space between tags left out. */
function disksIn(text: string): readonly string[] {
  return (text.match(/<disk [\s\S]*?<\/disk>/g) ?? []).map((disk) => disk.replace(/>\s+</g, '><'));
}

function expected({ output }: Step): string {
  return output.map((line) => `${line}\n`).join('');
}

const of = (compare: Step['compare']) => steps.filter((step) => step.compare === compare);

describe('the article’s terminal', () => {
  it('has 21 commands to compare', () => {
    expect(steps.length - of('skip').length).toBe(21);
  });

  it.each(of('exact'))('$n: $command', (step) => {
    expect(outputOf(step)).toBe(expected(step));
  });

  it.each(of('collapse-spaces'))('$n: $command, but for runs of spaces', (step) => {
    expect(collapse(outputOf(step))).toBe(collapse(expected(step)));
  });

  it.each(of('disk-elements'))('$n: $command, its disks', (step) => {
    expect(disksIn(outputOf(step))).toEqual(disksIn(expected(step)));
  });

  it('refuses the detach that the article repeats, as Nova does', () => {
    const [step] = of('skip');
    expect(outputOf(step!)).toMatch(/^ERROR \(NotFound\): .*(HTTP 404)/);
  });
});
