import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complete, enter, type Outcome, type Terminal } from '../../src/lib/cli/cli.ts';
import { drawTable } from '../../src/lib/cli/text/prettytable.ts';
import { wrap } from '../../src/lib/cli/text/wrap.ts';
import { compilePattern, Effort, findMatch, hasMatch } from '../../src/lib/cli/text/regex/regex.ts';
import { releases } from '../../src/lib/engine/nova/releases/release.ts';
import { numbersFrom, randomLine } from '../support/cli/random.ts';
import { terminalOf } from '../support/cli/terminal.ts';

/** How many lines are typed, and after how many somebody begins anew. */
const LINES = 100_000;
const SITTING = 25;

/** Commands whose exit status is an answer, not a refusal. */
const ANSWERING = /\b(?:[ef]?grep|false)\b/;

/** What is wrong with what a line led to; null when nothing is. */
function wrongWith(line: string, { lines, exit }: Outcome): string | null {
  if (!Number.isInteger(exit) || exit < 0 || exit > 255) return `exit status ${exit}`;
  if (lines.some(({ text }) => typeof text !== 'string' || text.includes('undefined'))) return 'a line without a text';
  if (lines.some(({ stream, text }) => stream === 'stderr' && text.trim() === '')) return 'an empty complaint';
  const isSilent = lines.every(({ text }) => text.trim() === '');
  return exit !== 0 && isSilent && !ANSWERING.test(line) && !line.includes('/dev/null') ? 'a silent refusal' : null;
}

describe('a terminal', () => {
  it(`takes ${LINES} random lines, and says something whenever it refuses`, () => {
    const below = numbersFrom(0x5eed);
    const fresh = releases.map((release) => terminalOf(release));
    let terminal: Terminal = fresh[0]!;
    const wrong: string[] = [];
    for (let count = 0; count < LINES; count++) {
      if (count % SITTING === 0) terminal = fresh[below(fresh.length)]!;
      const line = randomLine(below, terminal);
      const outcome = enter(terminal, line);
      const problem = wrongWith(line, outcome);
      if (problem !== null) wrong.push(`${problem}: ${JSON.stringify(line)}`);
      ({ terminal } = outcome);
    }
    expect(wrong).toEqual([]);
  });

  it('takes any text for a line, and for one to complete', () => {
    const terminal = terminalOf();
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (line) => {
        enter(terminal, line);
        const { from, words } = complete(terminal, line);
        expect(from).toBeLessThanOrEqual(line.length);
        expect(words.every((word) => word.startsWith(line.slice(from)) || /["'\\$]/.test(line))).toBe(true);
      }),
      { numRuns: 2000 }
    );
  });

  it('does the same again for the same lines', () => {
    const play = () => {
      const below = numbersFrom(7);
      let terminal = terminalOf();
      return Array.from({ length: 100 }, () => {
        const { lines, exit, terminal: next } = enter(terminal, randomLine(below, terminal));
        terminal = next;
        return { lines, exit };
      });
    };
    expect(play()).toEqual(play());
  });
});

describe('grep’s patterns', () => {
  const anyPattern = fc.array(fc.constantFrom('a', 'b', '.', '[ab]', 'a*', '(a|b)', 'b+', '(ab)?', 'a{1,2}'), {
    maxLength: 6
  });
  const anyText = fc.stringMatching(/^[abc ]{0,12}$/);

  it('match where JavaScript’s do', () => {
    fc.assert(
      fc.property(anyPattern, anyText, (parts, text) => {
        const pattern = compilePattern(parts.join(''), 'extended');
        if (!pattern.ok) throw new Error(pattern.error);
        const letters = Array.from(text);
        const found = new RegExp(parts.join('')).exec(text);
        expect(hasMatch([pattern.value], letters, new Effort())).toBe(found !== null);
        expect(findMatch([pattern.value], letters, new Effort())?.from).toBe(found?.index);
      })
    );
  });
});

describe('texts', () => {
  it('are wrapped without loss, and within the width where the words allow', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 }),
        fc.integer({ min: 12, max: 40 }),
        (words, width) => {
          const lines = wrap(words.join(' '), width);
          expect(lines.join(' ')).toBe(words.join(' '));
          expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(width);
        }
      )
    );
  });

  it('stand in tables whose lines are all as long', () => {
    const anyRow = fc.array(fc.string({ maxLength: 20 }), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(fc.array(anyRow), (rows) => {
        const lines = drawTable({ columns: ['Property', 'Value'], rows });
        expect(new Set(lines.map((line) => Array.from(line).length)).size).toBe(1);
      })
    );
  });
});
