import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleLab } from '../../src/lib/session/article.ts';
import { isLink, linkOf, sessionOfLink } from '../../src/lib/session/link/link.ts';
import { goTo, startSession, type Session } from '../../src/lib/session/session.ts';
import { valueAt } from '../../src/lib/session/timeline.ts';
import { anyMove, make } from '../support/lab/moves.ts';

/** Everything that the branch holds, and where the cursor stands. */
function history({ timeline }: Session) {
  return { position: timeline.position, moments: timeline.line.map((_, position) => valueAt(timeline, position)) };
}

const anySession = fc.array(anyMove, { maxLength: 40 }).map((moves) => moves.reduce(make, startSession(articleLab)));

describe('a link', () => {
  it('brings back every moment of the branch, and the cursor', async () => {
    await fc.assert(
      fc.asyncProperty(anySession, fc.nat({ max: 200 }), async (session, position) => {
        const shared = goTo(session, position);
        const link = await linkOf(shared);
        expect(isLink(link ?? '')).toBe(true);
        const opened = await sessionOfLink(link ?? '');
        if (!opened.ok) throw new Error(opened.error);
        expect(history(opened.value)).toEqual(history(shared));
      }),
      { numRuns: 200 }
    );
  });

  it('is a session or a refusal, whatever was done to it', async () => {
    const link = (await linkOf(make(startSession(articleLab), { type: 'stop' }))) ?? '';
    const letters = Array.from('ABCabc019-_.=%');
    const anyDamage = fc.array(fc.tuple(fc.nat({ max: link.length }), fc.constantFrom('', ...letters)), {
      maxLength: 5
    });
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyDamage, fc.string({ unit: 'binary' })), async (damage) => {
        const fragment =
          typeof damage === 'string'
            ? `1.${damage}`
            : damage.reduce((text, [at, letter]) => text.slice(0, at) + letter + text.slice(at + 1), link);
        const opened = await sessionOfLink(fragment);
        expect(opened.ok || ['damaged', 'future'].includes(opened.error)).toBe(true);
      }),
      { numRuns: 3000 }
    );
  });
});
