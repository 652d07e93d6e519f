import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  act,
  canStepForward,
  cloudOf,
  goTo,
  runToEnd,
  startSession,
  stepBack,
  stepForward,
  type Session
} from '../../src/lib/session/session.ts';
import { articleLab } from '../../src/lib/session/article.ts';
import { anyRequest } from '../support/lab/random.ts';
import { VOLUME } from '../support/lab/instance.ts';
import type { Request } from '../../src/lib/engine/cloud/operations.ts';

/** Requests of the random labs, told in the words of the article's lab. */
const anyArticleRequest = anyRequest.map((request): Request => {
  if (request.type === 'attach' || request.type === 'detach') return { ...request, volume_id: VOLUME };
  return request.type === 'resize' ? { ...request, flavor: request.flavor === 'swap' ? '203' : '204' } : request;
});

/** What somebody does on the page. */
type Move =
  Request | { readonly type: 'forward' } | { readonly type: 'end' } | { readonly type: 'to'; readonly at: number };

const anyMove: fc.Arbitrary<Move> = fc.oneof(
  anyArticleRequest,
  fc.constant<Move>({ type: 'forward' }),
  fc.constant<Move>({ type: 'end' }),
  fc.nat({ max: 30 }).map((at): Move => ({ type: 'to', at }))
);

function make(session: Session, move: Move): Session {
  if (move.type === 'forward') return stepForward(session);
  if (move.type === 'end') return runToEnd(session);
  if (move.type === 'to') return goTo(session, move.at);
  const made = act(session, move);
  return made.ok ? made.value : session;
}

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
