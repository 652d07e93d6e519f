import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleLab } from '../../src/lib/session/article.ts';
import {
  canStepForward,
  cloudOf,
  runToEnd,
  startSession,
  stepBack,
  stepForward
} from '../../src/lib/session/session.ts';
import { anyMove, make } from '../support/lab/moves.ts';

const begun = startSession(articleLab);

describe('a session, whatever is done in it', () => {
  it('goes back and forward again to exactly the same moment', () => {
    fc.assert(
      fc.property(fc.array(anyMove, { maxLength: 12 }), (moves) => {
        const session = moves.reduce(make, begun);
        if (session.timeline.position === 0) return;
        expect(cloudOf(stepForward(stepBack(session)))).toBe(cloudOf(session));
      })
    );
  });

  it('loses no moment that was ever reached', () => {
    fc.assert(
      fc.property(fc.array(anyMove, { maxLength: 12 }), (moves) => {
        moves.reduce((session, move) => {
          const after = make(session, move);
          expect(after.timeline.moments.slice(0, session.timeline.moments.length)).toEqual(session.timeline.moments);
          return after;
        }, begun);
      }),
      { numRuns: 30 }
    );
  });

  it('comes to rest at the end of its branch', () => {
    fc.assert(
      fc.property(fc.array(anyMove, { maxLength: 12 }), (moves) => {
        expect(canStepForward(runToEnd(moves.reduce(make, begun)))).toBe(false);
      })
    );
  });
});
