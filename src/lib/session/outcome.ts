/**
 * What came of each request of a session: what the client was told, what failed after that, and how things stood then.
 */
import type { Cloud } from '../engine/cloud/cloud.ts';
import type { CloudEvent } from '../engine/cloud/event.ts';
import type { Request } from '../engine/cloud/operations.ts';
import type { VolumeStatus } from '../engine/cinder/volume.ts';
import type { NovaException } from '../engine/nova/exception.ts';
import { serverStatus } from '../engine/nova/server-status.ts';
import type { Session } from './session.ts';
import { valueAt } from './timeline.ts';
import { fourTruths, type Verdict } from './views/four-truths.ts';

/** What nova-api said: an HTTP status, with a device name or with the words of a refusal. */
export interface Answer {
  readonly code: number | null;
  readonly device: string | null;
  readonly refusal: string | null;
}

/** What came of one request, as things stood when the next one came, or at rest. */
export interface Outcome {
  readonly answer: Answer;
  /** The exception after the answer, which only the log has; null when nothing failed. */
  readonly failure: string | null;
  /** The server's status as the API shows it. */
  readonly status: string;
  readonly volumes: readonly { readonly id: string; readonly name: string; readonly status: VolumeStatus }[];
  /** The name that the next volume would get; null when there is none. */
  readonly next: string | null;
  readonly verdict: Verdict['kind'];
}

/** A request in a session: the moment in which it was made, or refused, and the last one before the next request. */
export interface Deed {
  readonly request: Request;
  readonly at: number;
  readonly until: number;
  /** Why nova-api did not take it; null when it did. */
  readonly refused: NovaException | null;
}

type Told = Pick<Outcome, 'answer' | 'failure'>;

const NOTHING: Told = { answer: { code: null, device: null, refusal: null }, failure: null };

function hear(told: Told, event: CloudEvent): Told {
  if (event.type === 'failure') return { ...told, failure: told.failure ?? event.failure.message };
  if (event.type === 'log' || told.answer.code !== null) return told;
  const answer =
    event.type === 'response'
      ? { code: event.code, device: event.device, refusal: null }
      : { code: event.error.code, device: null, refusal: event.error.message };
  return { ...told, answer };
}

/** What was told of each request, by its id: requests can be under way side by side. */
function toldByRequest({ timeline }: Session): ReadonlyMap<string, Told> {
  const told = new Map<string, Told>();
  for (let position = 1; position < timeline.line.length; position++) {
    const { report } = valueAt(timeline, position).snapshot.context;
    if (report === null || report.events.length === 0) continue;
    told.set(report.request_id, report.events.reduce(hear, told.get(report.request_id) ?? NOTHING));
  }
  return told;
}

function standing(cloud: Cloud): Omit<Outcome, keyof Told> {
  const { rows, verdict } = fourTruths(cloud);
  return {
    status: serverStatus(cloud.instance),
    volumes: cloud.volumes.map(({ id, name, status }) => ({ id, name, status })),
    next: rows.find(({ isNext }) => isNext)?.device ?? null,
    verdict: verdict.kind
  };
}

/** What came of each request. `session` must have come to rest at its end. */
export function outcomesOf(session: Session, deeds: readonly Deed[]): readonly Outcome[] {
  const told = toldByRequest(session);
  const last = session.timeline.line.length - 1;
  return deeds.map(({ at, until, refused }, index) => {
    const end = valueAt(session.timeline, index === deeds.length - 1 ? last : until);
    const stands = standing(end.snapshot.context.cloud);
    if (refused) {
      return { ...stands, answer: { code: refused.code, device: null, refusal: refused.message }, failure: null };
    }
    const { request_id = '' } = valueAt(session.timeline, at).snapshot.context.report ?? {};
    return { ...stands, ...(told.get(request_id) ?? NOTHING) };
  });
}
