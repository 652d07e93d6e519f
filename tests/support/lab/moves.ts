/** What somebody may do in a session of the article's lab, at random. */
import fc from 'fast-check';
import type { Request } from '../../../src/lib/engine/cloud/operations.ts';
import { act, goTo, runToEnd, stepForward, type Session } from '../../../src/lib/session/session.ts';
import { VOLUME } from './instance.ts';
import { anyRequest } from './random.ts';

/** Requests of the random labs, told in the words of the article's lab. */
const anyArticleRequest = anyRequest.map((request): Request => {
  if ('volume_id' in request) return { ...request, volume_id: VOLUME };
  return request.type === 'resize' ? { ...request, flavor: request.flavor === 'swap' ? '203' : '204' } : request;
});

/** What somebody does on the page. */
export type Move =
  Request | { readonly type: 'forward' } | { readonly type: 'end' } | { readonly type: 'to'; readonly at: number };

export const anyMove: fc.Arbitrary<Move> = fc.oneof(
  anyArticleRequest,
  fc.constant<Move>({ type: 'forward' }),
  fc.constant<Move>({ type: 'end' }),
  fc.nat({ max: 30 }).map((at): Move => ({ type: 'to', at }))
);

/** The session after a move; a request that is refused moves nothing. */
export function make(session: Session, move: Move): Session {
  if (move.type === 'forward') return stepForward(session);
  if (move.type === 'end') return runToEnd(session);
  if (move.type === 'to') return goTo(session, move.at);
  const made = act(session, move);
  return made.ok ? made.value : session;
}
