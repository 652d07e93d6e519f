/**
 * Whether a fact of a lesson holds at a moment.
 */
import { isBusy } from '../../engine/cloud/operations.ts';
import { exhaustive } from '../../engine/kernel/exhaustive.ts';
import { serverStatus } from '../../engine/nova/server-status.ts';
import { cloudOf, reportOf, type Session, type SessionMoment } from '../session.ts';
import { valueAt } from '../timeline.ts';
import { exchanges } from '../views/client-view.ts';
import { computeLog } from '../views/compute-log.ts';
import { fourTruths, isPresent, type Truth } from '../views/four-truths.ts';
import type { DiskName, Fact } from './lesson.ts';

/** Where a place has a disk; null where it has none. */
function deviceOf(session: Session, truth: Truth, disk: DiskName): string | null {
  const { rows } = fourTruths(cloudOf(session));
  return rows.find(({ disks }) => disks[truth].some((one) => one.name === disk && isPresent(one)))?.device ?? null;
}

/** The name that the next volume would get; null when Nova finds none. */
function nextOf(session: Session): string | null {
  return fourTruths(cloudOf(session)).rows.find(({ isNext }) => isNext)?.device ?? null;
}

function momentsSince({ timeline }: Session, since: number): readonly SessionMoment[] {
  const count = Math.max(0, timeline.position - since);
  return Array.from({ length: count }, (_, index) => valueAt(timeline, since + 1 + index));
}

/** Whether the fact holds at the cursor. `since`: the position in history at which the part began. */
export function holds(session: Session, fact: Fact, since: number): boolean {
  const cloud = cloudOf(session);
  switch (fact.fact) {
    case 'server':
      return serverStatus(cloud.instance) === fact.status;
    case 'flavor':
      return cloud.instance.flavor.name === fact.name;
    case 'volume':
      return cloud.volumes.some(({ name, status }) => name === fact.volume && status === fact.status);
    case 'place':
      return deviceOf(session, fact.truth, fact.disk) === fact.device;
    case 'next':
      return nextOf(session) === fact.device;
    case 'verdict':
      return fourTruths(cloud).verdict.kind === fact.kind;
    case 'logged':
      return computeLog(session).some(
        ({ position, message, traceback }) =>
          position > since && [message, ...traceback].some((line) => line.includes(fact.text))
      );
    case 'told':
      return exchanges(session).some(({ position, device }) => position > since && device === `/dev/${fact.device}`);
    case 'asked':
      return momentsSince(session, since).some(({ request }) => request?.type === fact.request);
    case 'root kept':
      return !momentsSince(session, since).some(({ request }) => request?.type === 'rebuild');
    case 'moment':
      return reportOf(session)?.step === fact.step;
    default:
      return exhaustive(fact);
  }
}

/** Which of the goals hold at the cursor; none count while work is in flight, unless one of them is a moment. */
export function goalsHeld(session: Session, goals: readonly Fact[], since: number): readonly boolean[] {
  const counts = !isBusy(cloudOf(session)) || goals.some(({ fact }) => fact === 'moment');
  return goals.map((goal) => counts && holds(session, goal, since));
}

/** Whether all goals hold at the cursor. */
export function isReached(session: Session, goals: readonly Fact[], since: number): boolean {
  return goalsHeld(session, goals, since).every(Boolean);
}
