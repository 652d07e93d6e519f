/**
 * The fewest operations that reach all goals of a lesson and cost nobody anything, found by searching: breadth first,
 * every such request that nova-api takes, whatever the lesson's own solution does.
 *
 * Each request is run to its end; goals are looked at in every moment on the way, as a learner can stop in each.
 */
import type { Request, RequestName } from '../../../src/lib/engine/cloud/operations.ts';
import { beginPart, follow, isLastPart, type LessonRun } from '../../../src/lib/session/lesson/lesson-run.ts';
import { sessionAt } from '../../../src/lib/session/lesson/story.ts';
import { isRequest, requestOf } from '../../../src/lib/session/lesson/deed.ts';
import type { Fact, Lesson } from '../../../src/lib/session/lesson/lesson.ts';
import { holds } from '../../../src/lib/session/lesson/facts.ts';
import {
  act,
  cloudOf,
  canStepForward,
  snapshotOf,
  stepForward,
  type Session
} from '../../../src/lib/session/session.ts';
import { keyOf, requestsOf } from '../lab/reachable.ts';

/** Where a search stands: a session at rest, and how far its goals have come. */
interface Node {
  readonly session: Session;
  readonly run: LessonRun;
  readonly operations: number;
}

/** The run once all parts whose goals hold at this moment are passed. */
function pass(run: LessonRun, session: Session): LessonRun {
  const followed = follow(run, session);
  if (!followed.reached || isLastPart(followed)) return followed;
  return pass(beginPart(run.lesson, run.part + 1, session), session);
}

function isDone(run: LessonRun): boolean {
  return run.reached && isLastPart(run);
}

/** A session run to its end, and the goals that were reached on the way. */
function settle(session: Session, run: LessonRun): Pick<Node, 'session' | 'run'> {
  let current = session;
  let passed = pass(run, current);
  while (canStepForward(current)) {
    current = stepForward(current);
    passed = pass(passed, current);
  }
  return { session: current, run: passed };
}

/** Facts about what has happened, which the situation alone does not tell. */
const OF_THE_PAST: readonly Fact['fact'][] = ['logged', 'told', 'asked', 'root kept'];

function key({ session, run }: Node): string {
  const past = run.lesson.parts[run.part]?.goals.filter(({ fact }) => OF_THE_PAST.includes(fact)) ?? [];
  const held = past.map((fact) => holds(session, fact, run.origin.timeline.position));
  return JSON.stringify([keyOf(snapshotOf(session)), run.part, held]);
}

/**
 * What costs somebody something: the guest its power, the root disk its content, the customer the server, or the flavor
 * that is paid for. A way that does such a thing may be shorter, but no learner shall be measured by it.
 */
const HARSH: readonly RequestName[] = ['hardReboot', 'rebuild', 'delete', 'resize'];

/** Whether a request of that name costs nothing, or a goal of the lesson is to see it. */
function isAllowed({ parts }: Lesson, name: RequestName): boolean {
  const goals = parts.flatMap((part) => part.goals);
  return !HARSH.includes(name) || goals.some((goal) => goal.fact === 'asked' && goal.request === name);
}

/** Whatever could be asked, and what the lesson itself asks: it may ask for a name, or for a flavor. */
function requestsIn(session: Session, lesson: Lesson): readonly Request[] {
  const cloud = cloudOf(session);
  const own = lesson.parts.flatMap(({ solution }) => solution).filter(isRequest);
  return [
    ...requestsOf(cloud).filter(({ type }) => isAllowed(lesson, type)),
    ...own
      .map((deed) => requestOf(cloud, deed))
      .filter((request) => (request.type === 'attach' && request.device) || request.type === 'resize'),
    { type: 'resetState', state: 'active' }
  ];
}

/** No lesson needs so many; more means that its goals cannot be reached. */
const TOO_MANY = 60_000;

/** How many operations the shortest way takes. Throws when there is none. */
export function fewestOperations(lesson: Lesson): number {
  const begun = sessionAt(lesson, 0);
  const start = { ...settle(begun, beginPart(lesson, 0, begun)), operations: 0 };
  const queue: Node[] = [start];
  const seen = new Set([key(start)]);
  for (const node of queue) {
    if (isDone(node.run)) return node.operations;
    for (const request of requestsIn(node.session, lesson)) {
      const made = act(node.session, request);
      if (!made.ok) continue;
      const reached = { ...settle(made.value, node.run), operations: node.operations + 1 };
      if (seen.has(key(reached))) continue;
      seen.add(key(reached));
      queue.push(reached);
    }
    if (seen.size > TOO_MANY) break;
  }
  throw new Error(`no way leads to the goals of ${lesson.title}`);
}
