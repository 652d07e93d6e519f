/**
 * A step of history as a message between the lanes of a sequence diagram.
 */
import { ACTORS, type Actor } from '../../engine/cloud/event.ts';
import type { RequestName } from '../../engine/cloud/operations.ts';
import { valueAt } from '../timeline.ts';
import type { Session } from '../session.ts';

/** The lanes, in the order in which a request passes them. */
export const LANES: readonly Actor[] = ACTORS;

/** One step: who made whom act, and what became of it. */
export interface LaneStep {
  readonly position: number;
  /** The operation. */
  readonly op: string;
  /** What is done, in a word or two: `reserve name`. */
  readonly step: string;
  /** The function of upstream, without its file and class: `reserve_block_device_name`. */
  readonly name: string;
  readonly from: Actor;
  readonly to: Actor;
  /** The request that begins here. */
  readonly request: RequestName | null;
  /** The HTTP status that goes back to the client in this step. */
  readonly code: number | null;
  /** Whether something failed or was refused here. */
  readonly failed: boolean;
}

/** `reserve_block_device_name` of `nova/compute/manager.py: ComputeManager.reserve_block_device_name`. */
function functionOf(source: string): string {
  return source.split(': ').at(-1)?.split('.').at(-1) ?? source;
}

/** Who acted in the step before; the client where a request begins. */
function actorBefore({ timeline }: Session, position: number): Actor | null {
  return position === 0 ? null : (valueAt(timeline, position).snapshot.context.report?.actor ?? null);
}

/** The step that led to a position of the branch; null for the beginning. */
export function laneStep(session: Session, position: number): LaneStep | null {
  const { request, snapshot } = valueAt(session.timeline, position);
  const { report } = snapshot.context;
  if (position === 0 || report === null) return null;
  const answer = report.events.find((event) => event.type === 'response' || event.type === 'refusal');
  return {
    position,
    op: report.op,
    step: report.step.replaceAll('_', ' '),
    name: functionOf(report.source),
    from: request ? 'client' : (actorBefore(session, position - 1) ?? report.actor),
    to: report.actor,
    request: request?.type ?? null,
    code: answer === undefined ? null : answer.type === 'response' ? answer.code : answer.error.code,
    failed: report.events.some(({ type }) => type === 'failure' || type === 'refusal')
  };
}
