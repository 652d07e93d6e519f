/**
 * A session: one lab, its history, and the only functions that write it.
 *
 * Pure: each takes a session and returns the next one, so a page can keep it in one reactive cell, and a terminal or
 * a test can drive it alike.
 */
import type { Cloud } from '../engine/cloud/cloud.ts';
import { createCloud } from '../engine/cloud/create-cloud.ts';
import type { Lab } from '../engine/cloud/lab.ts';
import { nextWork, type StepReport } from '../engine/cloud/operation.ts';
import { isBusy, type Request } from '../engine/cloud/operations.ts';
import { ok, refuse, type Result } from '../engine/kernel/result.ts';
import type { NovaException } from '../engine/nova/exception.ts';
import type { TaskState } from '../engine/nova/instance.ts';
import { releaseName } from '../engine/nova/releases/release.ts';
import { next, startInstance, type InstanceSnapshot } from '../machine/instance.ts';
import { refusal } from '../machine/permission.ts';
import {
  append,
  appendAll,
  follow,
  isAtEnd,
  moveTo,
  startTimeline,
  valueAt,
  type Branch,
  type Timeline
} from './timeline.ts';

/** One moment of the lab, and the request that was made in it, if one was. */
export interface SessionMoment {
  readonly snapshot: InstanceSnapshot;
  readonly request: Request | null;
}

/** A lab and its history. */
export interface Session {
  readonly timeline: Timeline<SessionMoment>;
}

/** A session whose server has been built. */
export function startSession(lab: Lab): Session {
  let snapshot = startInstance(createCloud(lab));
  while (isBusy(snapshot.context.cloud)) snapshot = next(snapshot, { type: 'step' });
  return { timeline: startTimeline({ snapshot, request: null }) };
}

/** The machine's snapshot under the cursor. */
export function snapshotOf({ timeline }: Session): InstanceSnapshot {
  return valueAt(timeline).snapshot;
}

/** The lab under the cursor. */
export function cloudOf(session: Session): Cloud {
  return snapshotOf(session).context.cloud;
}

/** The step that led to the cursor; null at the beginning. */
export function reportOf(session: Session): StepReport | null {
  return session.timeline.position === 0 ? null : snapshotOf(session).context.report;
}

/** The name of the lab's release: `Queens`, `2025.1 Epoxy`. */
export function labName(session: Session): string {
  return releaseName(cloudOf(session).lab.release);
}

/** The lab just before the step that led to the cursor. */
export function cloudBefore({ timeline }: Session): Cloud {
  return valueAt(timeline, Math.max(0, timeline.position - 1)).snapshot.context.cloud;
}

/** Whether there is a step to take: one that was taken before, or work in flight. */
export function canStepForward(session: Session): boolean {
  return !isAtEnd(session.timeline) || isBusy(cloudOf(session));
}

/** Whether the cursor stands at the end of its branch and nothing is in flight. */
export function isIdleAtEnd(session: Session): boolean {
  return isAtEnd(session.timeline) && !isBusy(cloudOf(session));
}

/** How many requests were made on the branch up to the cursor. */
export function requestsMade({ timeline }: Session): number {
  const moments = timeline.line.slice(0, timeline.position + 1).map((index) => timeline.moments[index]);
  return moments.filter((moment) => moment?.value.request).length;
}

/** One step back in history. */
export function stepBack({ timeline }: Session): Session {
  return { timeline: moveTo(timeline, timeline.position - 1) };
}

/** One step on: along the branch if it goes on, else the next step of what is in flight. */
export function stepForward(session: Session): Session {
  const { timeline } = session;
  if (!isAtEnd(timeline)) return { timeline: moveTo(timeline, timeline.position + 1) };
  return isBusy(cloudOf(session)) ? takeStep(session) : session;
}

/** Any moment of the branch. */
export function goTo({ timeline }: Session, position: number): Session {
  return { timeline: moveTo(timeline, position) };
}

/** The end of another branch. */
export function switchTo({ timeline }: Session, branch: Branch): Session {
  return { timeline: follow(timeline, branch) };
}

/** On to the end of the branch, and then until nothing is in flight. */
export function runToEnd({ timeline }: Session): Session {
  return runWhile({ timeline: moveTo(timeline, timeline.line.length - 1) }, isBusy);
}

/**
 * A client sends a request, once it has the answer to the one before. In the past this grows a new branch. A refusal
 * leaves the session as it was.
 */
export function act(session: Session, request: Request): Result<Session, NovaException> {
  const ready = runWhile(session, isAnswering);
  const snapshot = snapshotOf(ready);
  const refused = refusal(snapshot, request);
  if (refused) return refuse(refused);
  return ok({ timeline: append(ready.timeline, { snapshot: next(snapshot, request), request }) });
}

/** On until the client has its answer: what is left is work that goes on without it. */
export function awaitAnswer(session: Session): Session {
  return runWhile(session, isAnswering);
}

/** Step by step on until the server's task_state is this one, or nothing is left to do. */
export function runUntilTask(session: Session, task_state: TaskState): Session {
  let current = session;
  while (cloudOf(current).instance.task_state !== task_state && canStepForward(current)) current = stepForward(current);
  return current;
}

function isAnswering(cloud: Cloud): boolean {
  return nextWork(cloud)?.answering ?? false;
}

function takeStep({ timeline }: Session): Session {
  const snapshot = next(valueAt(timeline).snapshot, { type: 'step' });
  return { timeline: append(timeline, { snapshot, request: null }) };
}

/** All steps at once: a long history is not copied for each. */
function runWhile({ timeline }: Session, condition: (cloud: Cloud) => boolean): Session {
  const taken: SessionMoment[] = [];
  let { snapshot } = valueAt(timeline);
  while (condition(snapshot.context.cloud)) {
    snapshot = next(snapshot, { type: 'step' });
    taken.push({ snapshot, request: null });
  }
  return { timeline: appendAll(timeline, taken) };
}
