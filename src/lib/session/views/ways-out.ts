/**
 * What gets a server out of a conflict of names, tried from the moment under the cursor.
 *
 * No list says what ought to help: each way is walked to its end in a copy of the lab. So a way that a release or a
 * state does not allow is never recommended. Which ways are worth trying comes from the recordings of real Nova.
 */
import { findVolumeBdm, type Cloud } from '../../engine/cloud/cloud.ts';
import { isBusy, type Request } from '../../engine/cloud/operations.ts';
import { isSwap } from '../../engine/nova/block-device-mapping.ts';
import { stripDev } from '../../engine/nova/block-device.ts';
import { next } from '../../machine/instance.ts';
import type { InstanceSnapshot } from '../../machine/instance.ts';
import { refusal } from '../../machine/permission.ts';
import { snapshotOf, type Session } from '../session.ts';
import { valueAt } from '../timeline.ts';
import { commandOf } from './client-view.ts';
import { fourTruths } from './four-truths.ts';
import { WAYS, type Way, type WayOutcome } from './ways.ts';

/** A way, its requests with the command of each, and what came of it. */
export interface WayOut {
  readonly way: Way;
  readonly requests: readonly Request[];
  readonly commands: readonly string[];
  readonly outcome: WayOutcome;
}

/**
 * What is wrong with the names once nothing is under way: `conflict`, libvirt has a disk where Nova puts another one;
 * `duplicate`, Nova itself puts two disks under one name, so libvirt takes no domain of it.
 */
export type Trouble = 'conflict' | 'duplicate';

/** The trouble, and everything that was tried against it. */
export interface WaysOut {
  readonly trouble: Trouble;
  /** Whether the database has a row for the swap disk, but no name in it: the resize of 31.0.0 and later. */
  readonly hasNamelessSwap: boolean;
  readonly ways: readonly WayOut[];
}

function settle(snapshot: InstanceSnapshot): InstanceSnapshot {
  let current = snapshot;
  while (isBusy(current.context.cloud)) current = next(current, { type: 'step' });
  return current;
}

/** The names under which Nova's computation puts more than one disk. */
function duplicatedNames(cloud: Cloud): readonly string[] {
  return fourTruths(cloud)
    .rows.filter(({ disks }) => disks.computation.length > 1)
    .map(({ device }) => device);
}

function troubleOf(cloud: Cloud): Trouble | null {
  const { kind } = fourTruths(cloud).verdict;
  if (kind === 'collision' || kind === 'latent') return 'conflict';
  return kind === 'duplicate' ? 'duplicate' : null;
}

/** The volumes whose rows hold a name that Nova gives twice. */
function volumesInTheWay(cloud: Cloud): readonly string[] {
  const twice = duplicatedNames(cloud);
  return cloud.bdms.flatMap(({ volume_id, device_name, boot_index }) => {
    const isInTheWay = device_name !== null && boot_index !== 0 && twice.includes(stripDev(device_name));
    return volume_id !== null && isInTheWay ? [volume_id] : [];
  });
}

/** The volume that somebody asked for last, if the server does not have it. */
function volumeWanted({ timeline }: Session, { volumes }: Cloud): string | null {
  for (let position = timeline.position; position > 0; position--) {
    const { request } = valueAt(timeline, position);
    if (request?.type !== 'attach' && request?.type !== 'detach') continue;
    const volume = volumes.find(({ id }) => id === request.volume_id);
    return volume?.status === 'available' ? volume.id : null;
  }
  return null;
}

/** The requests of a way; none where it makes no sense. */
function requestsOf(cloud: Cloud, way: Way, wanted: string | null): readonly Request[] {
  const attachAgain: readonly Request[] = wanted === null ? [] : [{ type: 'attach', volume_id: wanted }];
  const stop: readonly Request[] = cloud.instance.vm_state === 'stopped' ? [] : [{ type: 'stop' }];
  if (way === 'stopStart') return [...stop, { type: 'start' }, ...attachAgain];
  if (way === 'shelveUnshelve') return [{ type: 'shelve' }, { type: 'unshelve' }, ...attachAgain];
  if (way === 'stopDetach') return withoutTheVolumes(cloud, stop, { type: 'start' });
  if (way === 'resetDetach') {
    return withoutTheVolumes(cloud, [{ type: 'resetState', state: 'active' }], { type: 'hardReboot' });
  }
  return [{ type: way }, ...attachAgain];
}

/** A domain that is built while the volumes in the way are away; `first` makes nova-api take the detach. */
function withoutTheVolumes(cloud: Cloud, first: readonly Request[], build: Request): readonly Request[] {
  const volumes = volumesInTheWay(cloud);
  if (volumes.length === 0) return [];
  const each = (type: 'detach' | 'attach') => volumes.map((volume_id): Request => ({ type, volume_id }));
  return [...first, ...each('detach'), build, ...each('attach')];
}

function tryOut(start: InstanceSnapshot, requests: readonly Request[]): WayOutcome {
  let current = start;
  for (const request of requests) {
    if (refusal(current, request) !== null) return 'refused';
    current = settle(next(current, request));
  }
  const { cloud } = current.context;
  const isAttached = requests.every((request) => request.type !== 'attach' || findVolumeBdm(cloud, request.volume_id));
  const isRepaired = cloud.instance.vm_state !== 'error' && fourTruths(cloud).verdict.kind === 'agree' && isAttached;
  return isRepaired ? 'repaired' : 'not repaired';
}

/** What leads out of the trouble that is left when the work in flight is over; null when there is none. */
export function waysOut(session: Session): WaysOut | null {
  const start = settle(snapshotOf(session));
  const { cloud } = start.context;
  const trouble = troubleOf(cloud);
  if (trouble === null) return null;
  const wanted = volumeWanted(session, cloud);
  const ways = WAYS.map((way) => ({ way, requests: requestsOf(cloud, way, wanted) }))
    .filter(({ requests }) => requests.length > 0)
    .map(({ way, requests }) => ({
      way,
      requests,
      commands: requests.map((request) => commandOf(cloud, request)),
      outcome: tryOut(start, requests)
    }));
  const hasNamelessSwap = cloud.bdms.some((bdm) => isSwap(bdm) && bdm.device_name === null);
  return { trouble, hasNamelessSwap, ways };
}
