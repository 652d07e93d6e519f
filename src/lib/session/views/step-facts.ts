/**
 * The facts that a sentence about one step can be made of. None of them is written by hand.
 */
import { findVolume, findVolumeBdm, type Cloud } from '../../engine/cloud/cloud.ts';
import type { Actor } from '../../engine/cloud/event.ts';
import { nextDeviceName } from '../../engine/cloud/naming.ts';
import type { StepReport } from '../../engine/cloud/operation.ts';
import { stripDev, type DeviceName } from '../../engine/nova/block-device.ts';
import { isSwap } from '../../engine/nova/block-device-mapping.ts';
import { upstreamPlace, type UpstreamPlace } from '../../engine/nova/releases/upstream.ts';
import { serverStatus } from '../../engine/nova/server-status.ts';
import { cloudBefore, cloudOf, reportOf, type Session } from '../session.ts';
import { valueAt } from '../timeline.ts';
import { commandOf } from './client-view.ts';
import { domainDiskIdentity, guestDiskIdentity } from './disk-identity.ts';
import { fourTruths } from './four-truths.ts';
import { namedLibvirtError, type NamedLibvirtError } from './libvirt-error.ts';

/** What happened in a step, in the words of the lab. Texts are names; an empty one does not apply. */
export interface StepFacts {
  readonly op: string;
  readonly step: string;
  readonly actor: Actor;
  /** The command that somebody has just typed; empty in a step that follows from an earlier one. */
  readonly command: string;
  /** The file and function of upstream as they are called at the lab's release, with an address where there is one. */
  readonly place: UpstreamPlace;
  readonly volume: string;
  readonly volumeStatus: string;
  /** Where the host finds the volume: `/dev/sda`; empty when QEMU opens it over the network. */
  readonly hostDevice: string;
  /** The name under which the volume is attached or detached: `vdc`. */
  readonly device: string;
  /** Which disk the domain has under that name: `swap`. */
  readonly holder: string;
  readonly flavor: string;
  /** Whether the flavor has a swap disk, and whether a row of the table stands for it. */
  readonly swap: 'none' | 'without row' | 'with row';
  readonly serverStatus: string;
  /** The domain's disks: `vda root, vdb volume1`. */
  readonly domainDisks: string;
  /** The guest's names: `vda root, vdb swap`. */
  readonly guestDisks: string;
  /** A disk that the guest calls otherwise than when it last had disks; null when all names are the same. */
  readonly renamed: { readonly disk: string; readonly before: string; readonly after: string } | null;
  readonly next: string;
  /** The disk that libvirt has where Nova wants to put the next one. */
  readonly conflict: string;
  /** The exception of this step. */
  readonly failure: string;
  /** The error behind it, when it was libvirt that refused in this step. */
  readonly libvirtError: NamedLibvirtError | null;
}

interface VolumeArgs {
  readonly volume_id?: string;
  readonly device_name?: DeviceName;
}

/** What the request of a step carries; steps of other operations than attach and detach carry no volume. */
function argsOf(report: StepReport, clouds: readonly Cloud[]): VolumeArgs {
  const works = clouds.flatMap(({ work }) => work);
  const args: VolumeArgs = works.find(({ request_id }) => request_id === report.request_id)?.args ?? {};
  return args;
}

function deviceOf({ volume_id = '', device_name }: VolumeArgs, clouds: readonly Cloud[]): string {
  const row = clouds.map((cloud) => findVolumeBdm(cloud, volume_id)).find((bdm) => bdm !== undefined);
  const name = row?.device_name ?? device_name;
  return name ? stripDev(name) : '';
}

function disksOfDomain(cloud: Cloud): readonly (readonly [device: string, disk: string])[] {
  const definition = cloud.domain?.live ?? cloud.domain?.persistent;
  return (definition?.disks ?? []).map((disk) => [disk.target.dev, domainDiskIdentity(cloud, disk).name]);
}

function listed(disks: readonly (readonly [device: string, disk: string])[]): string {
  return disks.map(([device, disk]) => `${device} ${disk}`).join(', ');
}

function swapOf({ instance, bdms }: Cloud): StepFacts['swap'] {
  if (bdms.some(isSwap)) return 'with row';
  return instance.flavor.swap > 0 ? 'without row' : 'none';
}

function disksOfGuest(cloud: Cloud): readonly (readonly [device: string, disk: string])[] {
  return cloud.guest.disks.map((disk) => [disk.name, guestDiskIdentity(cloud, disk)?.name ?? '?']);
}

/** The guest's disks when it last had any, before the step under the cursor; none where it never had. */
function lastDisksOfGuest({ timeline }: Session): ReturnType<typeof disksOfGuest> {
  for (let position = timeline.position - 1; position >= 0; position--) {
    const { cloud } = valueAt(timeline, position).snapshot.context;
    if (cloud.guest.disks.length > 0) return disksOfGuest(cloud);
  }
  return [];
}

function renamedInGuest(session: Session): StepFacts['renamed'] {
  const now = disksOfGuest(cloudOf(session));
  for (const [before, disk] of lastDisksOfGuest(session)) {
    const after = now.find(([, name]) => name === disk)?.[0];
    if (after !== undefined && after !== before) return { disk, before, after };
  }
  return null;
}

/** The facts of the step under the cursor; null at the beginning. */
export function stepFacts(session: Session): StepFacts | null {
  const report = reportOf(session);
  if (report === null) return null;
  const after = cloudOf(session);
  const { request } = valueAt(session.timeline);
  const clouds = [after, cloudBefore(session)];
  const args = argsOf(report, clouds);
  const device = deviceOf(args, clouds);
  const volume = findVolume(after, args.volume_id ?? '');
  const domainDisks = disksOfDomain(after);
  const next = nextDeviceName(after, '');
  const { verdict } = fourTruths(after);
  const failure = report.events.find((event) => event.type === 'failure');
  return {
    op: report.op,
    step: report.step,
    actor: report.actor,
    command: request ? commandOf(after, request) : '',
    place: upstreamPlace(after.lab.release, report.source),
    volume: volume?.name ?? '',
    volumeStatus: volume?.status ?? '',
    hostDevice: typeof volume?.host_device === 'string' ? volume.host_device : '',
    device,
    holder: domainDisks.find(([name]) => name === device)?.[1] ?? '',
    flavor: after.instance.flavor.name,
    swap: swapOf(after),
    serverStatus: serverStatus(after.instance),
    domainDisks: listed(domainDisks),
    guestDisks: listed(disksOfGuest(after)),
    renamed: renamedInGuest(session),
    next: next.ok ? stripDev(next.value) : '',
    conflict: verdict.kind === 'latent' ? verdict.holder : '',
    failure: failure?.failure.message ?? '',
    libvirtError: namedLibvirtError(failure?.failure.libvirt ?? null)
  };
}
