/**
 * One moment of a session as a value that can leave it: for the JSON file, and for whoever writes a report of it.
 *
 * It speaks the words of upstream where those exist (`request_id`, `clock` in milliseconds) and repeats nothing of the
 * lab, so a reader in any language can use it without this program.
 */
import type { Actor, CloudEvent, LogLevel } from '../../engine/cloud/event.ts';
import { formatLog } from '../../engine/cloud/log.ts';
import type { Cloud } from '../../engine/cloud/cloud.ts';
import type { StepReport } from '../../engine/cloud/operation.ts';
import type { Request } from '../../engine/cloud/operations.ts';
import { exhaustive } from '../../engine/kernel/exhaustive.ts';
import type { NovaException } from '../../engine/nova/exception.ts';
import type { Session } from '../session.ts';
import { valueAt } from '../timeline.ts';
import { commandOf } from '../views/client-view.ts';
import { namedLibvirtError, type NamedLibvirtError } from '../views/libvirt-error.ts';
import { fourTruths, TRUTHS, type Truth, type TruthDisk, type Verdict } from '../views/four-truths.ts';

/**
 * The disks that one place has, by device name (`vdb`); a name can hold two where the place contradicts itself. `only`
 * stands at a disk that one of libvirt's two definitions lacks.
 */
export type TraceNames = Readonly<Record<string, readonly TruthDisk[]>>;

/** What the four places say at a moment. */
export interface TraceMoment {
  /** 0 is the server just built; each step after that counts one. */
  readonly position: number;
  readonly names: Readonly<Record<Truth, TraceNames>>;
  /** The name that Nova would give to the next volume: `vdc`; null where it has none to give. */
  readonly next: string | null;
  /** How Nova's computation and libvirt's domain stand to each other. */
  readonly verdict: Verdict['kind'];
}

/** Something that a step let somebody see. */
export type TraceEvent =
  /** nova-api answered; `device` is null where the answer has no name in it. */
  | { readonly type: 'answer'; readonly code: number; readonly device: string | null }
  /** nova-api refused after all, in words that the client sees. */
  | ({ readonly type: 'refusal' } & NovaException)
  /** An entry of nova-compute.log: its line, and below it the traceback if there is one. */
  | { readonly type: 'log'; readonly level: LogLevel; readonly lines: readonly string[] }
  /** Something failed after the answer; `libvirt` is null when it was not libvirt that refused. */
  | {
      readonly type: 'failure';
      readonly exception: string;
      readonly message: string;
      readonly libvirt: NamedLibvirtError | null;
    };

/** A step: who did what, what it let somebody see, and what the four places say after it. */
export interface TraceStep extends TraceMoment {
  readonly op: string;
  readonly step: string;
  readonly actor: Actor;
  /** The file and function of upstream that the step stands for. */
  readonly source: string;
  readonly request_id: string;
  /** Milliseconds since the first command. */
  readonly clock: number;
  /** What a client asked in this step; null in every step but the first of an operation. */
  readonly request: Request | null;
  /** The command that asks it; null where nothing was asked. */
  readonly command: string | null;
  readonly events: readonly TraceEvent[];
}

function eventOf(cloud: Cloud, report: StepReport, event: CloudEvent): TraceEvent {
  switch (event.type) {
    case 'response':
      return { type: 'answer', code: event.code, device: event.device };
    case 'refusal':
      return { type: 'refusal', ...event.error };
    case 'log':
      return { type: 'log', level: event.level, lines: formatLog(cloud.lab, report, event) };
    case 'failure':
      return { type: 'failure', ...event.failure, libvirt: namedLibvirtError(event.failure.libvirt) };
    default:
      return exhaustive(event);
  }
}

/** What the four places say at a position of the branch. */
export function momentAt({ timeline }: Session, position: number): TraceMoment {
  const { rows, verdict } = fourTruths(valueAt(timeline, position).snapshot.context.cloud);
  const namesIn = (truth: Truth): TraceNames =>
    Object.fromEntries(
      rows.filter(({ disks }) => disks[truth].length > 0).map((row) => [row.device, row.disks[truth]])
    );
  const names = Object.fromEntries(TRUTHS.map((truth) => [truth, namesIn(truth)])) as Record<Truth, TraceNames>;
  return { position, names, next: rows.find(({ isNext }) => isNext)?.device ?? null, verdict: verdict.kind };
}

/** What the step that leads to a position lets somebody see; nothing at the beginning. */
export function eventsAt({ timeline }: Session, position: number): readonly TraceEvent[] {
  const { cloud, report } = valueAt(timeline, position).snapshot.context;
  if (report === null || position === 0) return [];
  return report.events.map((event) => eventOf(cloud, report, event));
}

/** The step that leads to a position of the branch, which must not be its beginning. */
export function stepAt(session: Session, position: number): TraceStep {
  const { request, snapshot } = valueAt(session.timeline, position);
  const { cloud, report } = snapshot.context;
  if (report === null || position === 0) throw new RangeError('no step leads to the beginning');
  const { op, step, actor, source, request_id, clock } = report;
  return {
    ...momentAt(session, position),
    ...{ op, step, actor, source, request_id, clock },
    request,
    command: request && commandOf(cloud, request),
    events: eventsAt(session, position)
  };
}
