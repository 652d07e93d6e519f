/**
 * The same requests under another lab, and where what comes of them differs.
 *
 * A request is made when the work before it has gone as far as it had in the first lab: to rest if it had come to rest,
 * else by as many steps. One that is refused stays in the list, and the replay goes on with the next.
 */
import type { Lab } from '../engine/cloud/lab.ts';
import { isBusy, type Request } from '../engine/cloud/operations.ts';
import { articleRequests } from './article.ts';
import { outcomesOf, type Deed, type Outcome } from './outcome.ts';
import {
  act,
  cloudOf,
  goTo,
  runToEnd,
  startSession,
  stepForward,
  type Session,
  type SessionMoment
} from './session.ts';
import { appendAll, startTimeline, valueAt } from './timeline.ts';
import { commandOf } from './views/client-view.ts';

/** In what two outcomes can differ, what matters most first. */
export const ASPECTS = ['answer', 'failure', 'status', 'volumes', 'next', 'verdict'] as const;
export type Aspect = (typeof ASPECTS)[number];

/** A request and what comes of it in both labs. */
export interface ReplayedRequest {
  readonly request: Request;
  /** The command of the client that stands for it. */
  readonly command: string;
  readonly now: Outcome;
  readonly then: Outcome;
  readonly differs: readonly Aspect[];
}

/** Two labs side by side. */
export interface Comparison {
  /** Why the server could not even be built; null where it was. */
  readonly unbuilt: { readonly now: string | null; readonly then: string | null };
  readonly requests: readonly ReplayedRequest[];
}

/** What a session becomes under another lab. */
export interface Replay extends Comparison {
  readonly session: Session;
}

/** What somebody did: a request, and how far work went before the next. */
export interface Move {
  readonly request: Request;
  readonly steps: number;
  readonly rests: boolean;
}

/** A session and the requests that were made in it. */
interface Course {
  readonly session: Session;
  readonly deeds: readonly Deed[];
}

function isAtRest({ timeline }: Session, position: number): boolean {
  return !isBusy(valueAt(timeline, position).snapshot.context.cloud);
}

/** What was done on the branch, whichever moment of it is looked at. */
export function movesMade(session: Session): readonly Move[] {
  return movesOf(courseOf(session));
}

/** The session that comes of moves in a lab, the cursor at its end; what is refused there is left out. */
export function sessionOf(lab: Lab, moves: readonly Move[]): Session {
  return perform(lab, moves).session;
}

/** The requests of the branch, whichever moment of it is looked at. */
function courseOf(session: Session): Course {
  const { timeline } = session;
  const last = timeline.line.length - 1;
  const made = timeline.line.flatMap((_, at) => {
    const { request } = valueAt(timeline, at);
    return request ? [{ request, at }] : [];
  });
  const deeds = made.map((one, index) => ({ ...one, until: (made[index + 1]?.at ?? last + 1) - 1, refused: null }));
  return { session, deeds };
}

function movesOf({ session, deeds }: Course): readonly Move[] {
  return deeds.map(({ request, at, until }) => ({ request, steps: until - at, rests: isAtRest(session, until) }));
}

function step(session: Session, steps: number): Session {
  let current = session;
  for (let taken = 0; taken < steps; taken++) current = stepForward(current);
  return current;
}

/**
 * The moves made in a lab, from the server's building on. Each is made in a history that begins with it, and all are put
 * together at the end: else a link with thousands of moves would copy all of history for each.
 */
function perform(lab: Lab, moves: readonly Move[]): Course {
  const begun = startSession(lab);
  const deeds: Deed[] = [];
  const taken: SessionMoment[] = [];
  let current = begun;
  for (const { request, steps, rests } of moves) {
    const made = act(current, request);
    if (made.ok) current = made.value;
    const at = taken.length + current.timeline.position;
    const { timeline } = rests ? runToEnd(current) : step(current, steps);
    taken.push(...timeline.line.slice(1).map((_, index) => valueAt(timeline, index + 1)));
    deeds.push({ request, at, until: taken.length, refused: made.ok ? null : made.error });
    current = { timeline: startTimeline(valueAt(timeline)) };
  }
  return { session: { timeline: appendAll(begun.timeline, taken) }, deeds };
}

/** Two outcomes are told apart by what both labs have: a volume that only one has makes no difference. */
function differences(now: Outcome, then: Outcome): readonly Aspect[] {
  const same: Readonly<Record<Aspect, boolean>> = {
    answer:
      now.answer.code === then.answer.code &&
      now.answer.device === then.answer.device &&
      now.answer.refusal === then.answer.refusal,
    failure: now.failure === then.failure,
    status: now.status === then.status,
    volumes: now.volumes.every(({ id, status }) => then.volumes.every((one) => one.id !== id || one.status === status)),
    next: now.next === then.next,
    verdict: now.verdict === then.verdict
  };
  return ASPECTS.filter((aspect) => !same[aspect]);
}

function whyUnbuilt({ timeline }: Session): string | null {
  const { instance } = valueAt(timeline, 0).snapshot.context.cloud;
  return instance.vm_state === 'error' ? instance.fault : null;
}

const known = new WeakMap<Session, readonly Outcome[]>();

function settledOutcomes({ session, deeds }: Course): readonly Outcome[] {
  const found = known.get(session);
  if (found) return found;
  const outcomes = outcomesOf(runToEnd(session), deeds);
  known.set(session, outcomes);
  return outcomes;
}

function compare(before: Course, after: Course): Comparison {
  const now = settledOutcomes(before);
  const then = settledOutcomes(after);
  const cloud = cloudOf(before.session);
  const requests = before.deeds.flatMap(({ request }, index) => {
    const [one, other] = [now[index], then[index]];
    if (!one || !other) return [];
    return [{ request, command: commandOf(cloud, request), now: one, then: other, differs: differences(one, other) }];
  });
  return { unbuilt: { now: whyUnbuilt(before.session), then: whyUnbuilt(after.session) }, requests };
}

/** The moment that corresponds to the one under the cursor: the same request, as many steps on or at rest. */
function correspondingPosition(before: Course, after: Course): number {
  const { session } = before;
  const { position } = session.timeline;
  const index = before.deeds.findLastIndex(({ at }) => at <= position);
  const [deed, other] = [before.deeds[index], after.deeds[index]];
  if (!deed || !other) return 0;
  if (!isAtRest(session, position)) return Math.min(other.at + position - deed.at, other.until);
  let rest = other.at;
  while (rest < other.until && !isAtRest(after.session, rest)) rest++;
  return rest;
}

/** The session's requests in another lab, the cursor at the moment that corresponds. */
export function replay(session: Session, lab: Lab): Replay {
  const before = courseOf(session);
  const after = perform(lab, movesOf(before));
  return { ...compare(before, after), session: goTo(after.session, correspondingPosition(before, after)) };
}

const articleMoves = articleRequests.map((request): Move => ({ request, steps: 0, rests: true }));

/** The article's requests in two labs, for a session in which nothing has been done yet. */
export function compareArticle(now: Lab, then: Lab): Comparison {
  return compare(perform(now, articleMoves), perform(then, articleMoves));
}

/** What came of each request of a session. */
export function outcomes(session: Session): readonly Outcome[] {
  return settledOutcomes(courseOf(session));
}
