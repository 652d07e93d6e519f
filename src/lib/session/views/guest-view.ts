/**
 * What somebody logged in to the guest sees: its disks, their links, and what /etc/fstab means.
 *
 * The page may look at more than the guest can: beside each disk stands libvirt's name for it.
 */
import type { Cloud } from '../../engine/cloud/cloud.ts';
import type { FstabOptions } from '../../engine/guest/fstab.ts';
import { byIdLinks, diskLinks, lsblk, type LinkLine } from '../../engine/guest/lsblk.ts';
import type { Mounted } from '../../engine/guest/mount.ts';
import { cloudOf, type Session } from '../session.ts';
import { domainDiskIdentity, type DiskIdentity } from './disk-identity.ts';
import { fstabLines, type DisksWhen, type FstabLine, type Occasion } from './fstab-verdicts.ts';
import { disksInGuest, isRescued, type DiskInGuest } from './guest-disks.ts';
import { addressKey, guestHistory, type GuestHistory } from './guest-history.ts';
import { nextBoot, type NextBoot } from './next-boot.ts';

/** Whether somebody can log in, and why not. */
export type GuestStatus =
  'running' | 'rescued' | 'paused' | 'booting' | 'suspended' | 'off' | 'shelved' | 'no domain' | 'deleted';

/** A line of `lsblk`, and the disk that it shows, if it shows one. */
export interface ListedDisk {
  readonly text: string;
  readonly disk: { readonly identity: DiskIdentity; readonly name: string; readonly target: string } | null;
}

/** The sentence above all: the worst line, and the occasions on which it is as bad. `empty`: nothing to judge. */
export type FstabSummary =
  | { readonly kind: 'empty' }
  | { readonly kind: 'right' }
  | {
      readonly kind: 'wrong' | 'refused' | 'missing';
      readonly when: readonly Occasion[];
      readonly source: string;
      readonly meant: DiskIdentity;
      readonly finds: DiskIdentity | null;
    };

/** The guest at one moment. */
export interface GuestView {
  readonly status: GuestStatus;
  /** Empty while no kernel runs. */
  readonly lsblk: readonly ListedDisk[];
  readonly links: readonly LinkLine[];
  /** Disks that the guest has on another bus than virtio. */
  readonly others: readonly { readonly identity: DiskIdentity; readonly bus: string }[];
  /** Empty while the guest runs from another root disk, or there is none. */
  readonly fstab: readonly FstabLine[];
  readonly summary: FstabSummary;
  /** Why a hard reboot at this moment would fail; null when it would not. */
  readonly hardRebootFails: string | null;
}

/** What the guest shows at the cursor, with /etc/fstab written in this way. */
export function guestView(session: Session, options: FstabOptions): GuestView {
  const cloud = cloudOf(session);
  const status = guestStatus(cloud);
  const history = guestHistory(session);
  const disks = hasKernel(status) ? disksInGuest(cloud) : [];
  const canBoot = cloud.domain !== null && status !== 'rescued' && status !== 'deleted';
  const hard = canBoot ? nextBoot(cloud, 'hardReboot') : null;
  const there: DisksWhen = {
    ...(status === 'running' ? { now: disks, ...disksAfter('softReboot', nextBoot(cloud, 'softReboot')) } : {}),
    ...disksAfter('hardReboot', hard)
  };
  const hasFiles = status !== 'rescued' && status !== 'deleted';
  const fstab = hasFiles ? fstabLines(cloud, history.files, there, options) : [];
  return {
    status,
    lsblk: listed(disks, mountedIn(history, status, options)),
    links: byIdLinks(
      disks.map(({ hardware }) => hardware),
      ({ pci }) => linkTime(cloud, history, addressKey(pci))
    ),
    others: hasKernel(status) ? otherDisks(cloud) : [],
    fstab,
    summary: summaryOf(fstab),
    hardRebootFails: hard && !hard.ok ? hard.error.message : null
  };
}

/** A disk in use, and where: a directory, or `none` for swap. */
export interface DiskInUse {
  readonly disk: DiskInGuest;
  readonly file: string;
}

/** What is mounted at the cursor, in the order in which it was. */
export function disksInUse(session: Session, options: FstabOptions): readonly DiskInUse[] {
  const cloud = cloudOf(session);
  const disks = disksInGuest(cloud);
  return mountedIn(guestHistory(session), guestStatus(cloud), options).flatMap(({ disk: id, file }) => {
    const disk = disks.find((one) => one.id === id);
    return disk ? [{ disk, file }] : [];
  });
}

/** The links below /dev/disk/by-uuid at the cursor; of disks with one UUID the last has it. */
export function uuidLinks(session: Session): readonly LinkLine[] {
  const cloud = cloudOf(session);
  const history = guestHistory(session);
  const byUuid = new Map(disksInGuest(cloud).map((disk) => [disk.fileSystem.uuid, disk]));
  return diskLinks(
    [...byUuid.values()],
    ({ fileSystem }) => fileSystem.uuid,
    ({ hardware }) => linkTime(cloud, history, addressKey(hardware.pci))
  );
}

/** Whether somebody can log in at a moment, and why not. */
export function guestStatus(cloud: Cloud): GuestStatus {
  const { instance, domain, guest } = cloud;
  if (instance.vm_state === 'deleted') return 'deleted';
  if (instance.vm_state === 'shelved_offloaded') return 'shelved';
  if (domain === null) return 'no domain';
  if (domain.live === null) return instance.vm_state === 'suspended' ? 'suspended' : 'off';
  if (guest.disks.length === 0) return 'booting';
  if (domain.state === 'paused') return 'paused';
  return isRescued(cloud) ? 'rescued' : 'running';
}

/** Whether a kernel has found disks and still holds them. */
function hasKernel(status: GuestStatus): boolean {
  return status === 'running' || status === 'rescued' || status === 'paused';
}

function disksAfter(when: 'softReboot' | 'hardReboot', boot: NextBoot | null): DisksWhen {
  return boot?.ok ? { [when]: boot.value } : {};
}

function mountedIn({ files }: GuestHistory, status: GuestStatus, { by }: FstabOptions): readonly Mounted[] {
  return status === 'rescued' ? [{ disk: 'rescue image', file: '/' }] : files.usage[by].mounted;
}

function listed(disks: readonly DiskInGuest[], mounted: readonly Mounted[]): readonly ListedDisk[] {
  if (disks.length === 0) return [];
  const devices = disks.map(({ id, name, bytes }) => ({
    name,
    bytes,
    mountpoints: mounted.filter(({ disk }) => disk === id).map(({ file }) => (file === 'none' ? '[SWAP]' : file))
  }));
  return lsblk(devices).map(({ name, text }) => ({ text, disk: disks.find((disk) => disk.name === name) ?? null }));
}

/** udev makes a link as the disk appears. */
function linkTime({ lab, clock }: Cloud, { since }: GuestHistory, address: string): number {
  return lab.log.start + (since.get(address) ?? clock);
}

function otherDisks(cloud: Cloud): GuestView['others'] {
  const disks = cloud.domain?.live?.disks ?? [];
  return disks
    .filter(({ target }) => target.bus !== 'virtio')
    .map((disk) => ({ identity: domainDiskIdentity(cloud, disk), bus: disk.target.bus }));
}

/** What a reader should hear first: what is wrong now, then what would be after a reboot, then what is only missing. */
const URGENCY: readonly (readonly [FstabLine['verdicts'][number]['outcome'], Occasion])[] = [
  ['wrong', 'now'],
  ['refused', 'now'],
  ['wrong', 'hardReboot'],
  ['refused', 'hardReboot'],
  ['wrong', 'softReboot'],
  ['refused', 'softReboot'],
  ['missing', 'now'],
  ['missing', 'hardReboot'],
  ['missing', 'softReboot']
];

function summaryOf(fstab: readonly FstabLine[]): FstabSummary {
  if (fstab.every(({ verdicts }) => verdicts.length === 0)) return { kind: 'empty' };
  for (const [kind, when] of URGENCY) {
    for (const { source, meant, verdicts } of fstab) {
      const found = verdicts.find((verdict) => verdict.outcome === kind && verdict.when.includes(when));
      if (found && kind !== 'right') return { kind, when: found.when, source, meant, finds: found.finds };
    }
  }
  return { kind: 'right' };
}
