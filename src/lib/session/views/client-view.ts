/**
 * What the client sees: its requests, the answers of the API, and the state it can read there. Nothing else.
 */
import type { Cloud } from '../../engine/cloud/cloud.ts';
import type { CloudEvent } from '../../engine/cloud/event.ts';
import { isApiRequest, type Request } from '../../engine/cloud/operations.ts';
import type { VolumeStatus } from '../../engine/cinder/volume.ts';
import { exhaustive } from '../../engine/kernel/exhaustive.ts';
import { sourcePath } from '../../engine/libvirt/disk.ts';
import { serverStatus } from '../../engine/nova/server-status.ts';
import { cloudOf, type Session, type SessionMoment } from '../session.ts';
import { valueAt } from '../timeline.ts';

/** A request with its answer, once it has come. */
export interface Exchange {
  /** The position in history at which it was sent. */
  readonly position: number;
  /** The command that sends it. */
  readonly command: string;
  /** The HTTP status; null while the client waits. */
  readonly code: number | null;
  /** The device name in the answer, where there is one. */
  readonly device: string | null;
  /** Why nova-api refused after all; null when it did not. */
  readonly refusal: string | null;
  /** The work failed after the answer, and nobody tells the client; at most the server's status shows that it did. */
  readonly aftermath: 'silence' | 'status ERROR' | null;
}

function operatorCommand(domain: string, request: Extract<Request, { readonly type: 'operator' }>): string {
  const words: string[] = [request.command];
  if (request.command !== 'guest reboot') words.push(domain);
  if ('disk' in request) words.push(sourcePath(request.disk.source) ?? "''", request.disk.target.dev);
  if ('target' in request) words.push(request.target);
  if ('flags' in request) {
    const { live, config } = request.flags;
    if (live) words.push('--live');
    if (config) words.push('--config');
  }
  return words.join(' ');
}

/** The command that stands for a request: of the article's clients, or of an operator. */
export function commandOf(cloud: Cloud, request: Request): string {
  const server = cloud.instance.display_name;
  switch (request.type) {
    case 'attach':
      return [`nova volume-attach ${server} ${request.volume_id}`, request.device].filter(Boolean).join(' ');
    case 'detach':
      return `nova volume-detach ${server} ${request.volume_id}`;
    case 'resize': {
      const flavor = cloud.lab.flavors.find(({ id }) => id === request.flavor)?.name ?? request.flavor;
      return `nova resize ${server} ${flavor}`;
    }
    case 'confirm':
      return `nova resize-confirm ${server}`;
    case 'revert':
      return `nova resize-revert ${server}`;
    case 'softReboot':
      return `nova reboot ${server}`;
    case 'hardReboot':
      return `nova reboot --hard ${server}`;
    case 'stop':
      return `nova stop ${server}`;
    case 'start':
      return `nova start ${server}`;
    case 'resetState':
      return `nova reset-state${request.state === 'active' ? ' --active' : ''} ${server}`;
    case 'resetVolume': {
      const status = request.status === null ? '' : ` --state ${request.status}`;
      const attached = request.attach_status === null ? '' : ` --attach-status ${request.attach_status}`;
      return `cinder reset-state${status}${attached} ${request.volume_id}`;
    }
    case 'pause':
    case 'unpause':
    case 'suspend':
    case 'resume':
    case 'rescue':
    case 'unrescue':
    case 'shelve':
    case 'unshelve':
    case 'delete':
      return `nova ${request.type} ${server}`;
    case 'rebuild':
      return `nova rebuild ${server} ${cloud.lab.image_id}`;
    case 'operator':
      return operatorCommand(cloud.instance.name, request);
    default:
      return exhaustive(request);
  }
}

/** What nova-api says with an event; null when it says nothing. */
function answerOf(event: CloudEvent): Pick<Exchange, 'code' | 'device' | 'refusal'> | null {
  switch (event.type) {
    case 'response':
      return { code: event.code, device: event.device, refusal: null };
    case 'refusal':
      return { code: event.error.code, device: null, refusal: event.error.message };
    case 'log':
    case 'failure':
      return null;
    default:
      return exhaustive(event);
  }
}

/** A request whose client waits for the answer. */
function sent(position: number, { request, snapshot }: SessionMoment): Exchange | null {
  if (!request || !isApiRequest(request)) return null;
  const command = commandOf(snapshot.context.cloud, request);
  return { position, command, code: null, device: null, refusal: null, aftermath: null };
}

/** How a step of a request leaves its client, who may have been left in silence before. */
function aftermathOf({ snapshot: { context } }: SessionMoment, before: Exchange['aftermath']): Exchange['aftermath'] {
  const failed = before !== null || context.report?.events.some(({ type }) => type === 'failure');
  if (!failed) return null;
  return context.cloud.instance.vm_state === 'error' ? 'status ERROR' : 'silence';
}

/** The position at which the last `count` requests up to the cursor begin. */
function beginOf({ timeline }: Session, count: number): number {
  let found = 0;
  for (let position = timeline.position; position > 0; position--) {
    const { request } = valueAt(timeline, position);
    if (request && isApiRequest(request) && ++found >= count) return position;
  }
  return 1;
}

/** The requests up to the cursor, of a long history the last `atMost`, with the answers that have come until then. */
export function exchanges(session: Session, atMost = Infinity): readonly Exchange[] {
  const { timeline } = session;
  const made: Exchange[] = [];
  const ids: string[] = [];
  for (let position = beginOf(session, atMost); position <= timeline.position; position++) {
    const moment = valueAt(timeline, position);
    const { report } = moment.snapshot.context;
    const begun = sent(position, moment);
    if (begun) ids[made.push(begun) - 1] = report?.request_id ?? '';
    const index = report ? ids.lastIndexOf(report.request_id) : -1;
    const exchange = made[index];
    if (!exchange || !report) continue;
    const answer = report.events.map(answerOf).find((given) => given !== null);
    made[index] = { ...exchange, ...answer, aftermath: aftermathOf(moment, exchange.aftermath) };
  }
  return made;
}

/** What `nova list` shows of the server. */
export interface ServerListing {
  readonly status: string;
  readonly task_state: string;
  readonly power_state: string;
  /** Whether the power state is what nova-compute saw last: a task is under way, and nothing runs at this moment. */
  readonly isLastKnown: boolean;
}

const POWER_STATE_WORDS = { pending: 'NOSTATE', running: 'Running', paused: 'Paused', shutdown: 'Shutdown' } as const;

/** The server as the API shows it. */
export function serverListing({ instance, domain }: Cloud): ServerListing {
  return {
    status: serverStatus(instance),
    task_state: instance.task_state ?? '-',
    power_state: POWER_STATE_WORDS[instance.power_state],
    isLastKnown: instance.power_state === 'running' && instance.task_state !== null && !domain?.live
  };
}

/** What `cinder list` shows of a volume. */
export interface VolumeListing {
  readonly id: string;
  readonly name: string;
  readonly status: VolumeStatus;
}

/** The volumes as the API shows them. */
export function volumeListing(session: Session): readonly VolumeListing[] {
  return cloudOf(session).volumes.map(({ id, name, status }) => ({ id, name, status }));
}
