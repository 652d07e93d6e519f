/**
 * What somebody sees who is logged in to the guest: its disks, their links, and what /etc/fstab means now.
 *
 * Assumed: whoever runs the server wrote a line into fstab for each disk when the guest first had it.
 */
import { byIdLink } from '../../engine/guest/guest.ts';
import {
  readFstabLine,
  type Content,
  type FstabFinding,
  type FstabLine,
  type FstabStyle,
  type PresentDisk
} from '../../engine/guest/fstab.ts';
import { seededUuid } from '../../engine/kernel/seeded-id.ts';
import type { Cloud } from '../../engine/cloud/cloud.ts';
import { cloudOf, type Session } from '../session.ts';
import { valueAt } from '../timeline.ts';
import { domainDiskIdentity, guestDiskIdentity, type DiskIdentity } from './disk-identity.ts';

/** A disk as the guest has it. */
export interface GuestDiskView {
  readonly name: string;
  readonly disk: DiskIdentity;
  /** `1G`, `1M`; empty where the lab does not say. */
  readonly size: string;
  /** libvirt's name, which the guest never sees. */
  readonly target: string;
  /** The file name of its link in /dev/disk/by-id; null for a disk without a serial. */
  readonly byId: string | null;
}

/** A line of fstab and what it finds with the names of this moment. */
export interface FstabView extends FstabFinding<DiskIdentity> {
  readonly text: string;
  readonly meant: DiskIdentity;
  /** `/dev/vdb`, or `UUID=...`. */
  readonly spec: string;
}

/** The guest at the cursor. */
export interface GuestView {
  readonly isOn: boolean;
  readonly disks: readonly GuestDiskView[];
  readonly fstab: readonly FstabView[];
}

type Line = FstabLine<DiskIdentity>;

const isSame = (one: DiskIdentity, other: DiskIdentity) => one.name === other.name;

const contentOf = ({ kind }: DiskIdentity): Content => (kind === 'swap' ? 'swap' : 'ext4');

function present(cloud: Cloud): readonly PresentDisk<DiskIdentity>[] {
  return cloud.guest.disks.flatMap((guestDisk) => {
    const disk = guestDiskIdentity(cloud, guestDisk);
    return disk ? [{ disk, name: guestDisk.name, content: contentOf(disk) }] : [];
  });
}

/** The lines that were written until the cursor. Only moments at which the guest changed are looked at. */
function linesUntil({ timeline }: Session): readonly Line[] {
  const lines: Line[] = [];
  let seen: Cloud['guest'] | null = null;
  for (let position = 0; position <= timeline.position; position++) {
    const { cloud } = valueAt(timeline, position).snapshot.context;
    if (cloud.guest === seen) continue;
    seen = cloud.guest;
    const fresh = present(cloud).filter(
      ({ disk }) => disk.kind !== 'config' && !lines.some(({ meant }) => isSame(meant, disk))
    );
    lines.push(...fresh.map(({ disk, name, content }) => ({ meant: disk, name, content })));
  }
  return lines;
}

/** The UUID of what is on a disk, made from the disk's name so that it is the same in every visit. */
function contentUuid({ name }: DiskIdentity): string {
  const letters = Array.from({ length: name.length }, (_, index) => name.charCodeAt(index));
  return seededUuid(letters.reduce((sum, letter) => (sum * 31 + letter) % 0x7fffffff, 7));
}

function mountPoint({ meant }: Line, lines: readonly Line[]): string {
  if (meant.kind === 'root') return '/';
  if (meant.kind === 'swap') return 'none';
  if (meant.kind === 'ephemeral') return '/mnt';
  const number = lines.filter(({ meant: { kind } }) => kind === 'volume').findIndex((one) => isSame(one.meant, meant));
  return number === 0 ? '/data' : `/data${number + 1}`;
}

/** The root disk is named by UUID whatever the style, as images are made. */
function readLine(line: Line, lines: readonly Line[], style: FstabStyle, cloud: Cloud): FstabView {
  const used = line.meant.kind === 'root' ? 'uuid' : style;
  const spec = used === 'name' ? `/dev/${line.name}` : `UUID=${contentUuid(line.meant)}`;
  const text = `${spec} ${mountPoint(line, lines)} ${line.content} ${line.content === 'swap' ? 'sw' : 'defaults'} 0 0`;
  return { text, spec, meant: line.meant, ...readFstabLine(line, used, present(cloud), isSame) };
}

function sizeOf({ instance, volumes }: Cloud, { kind, name }: DiskIdentity): string {
  const { disk, swap, ephemeral } = instance.flavor;
  const sizes = { root: `${disk}G`, swap: `${swap}M`, ephemeral: `${ephemeral}G`, config: '', volume: '' };
  const volume = volumes.find((one) => one.name === name);
  return volume ? `${volume.size}G` : sizes[kind];
}

function diskViews(cloud: Cloud): readonly GuestDiskView[] {
  return cloud.guest.disks.flatMap((guestDisk) => {
    const disk = guestDiskIdentity(cloud, guestDisk);
    if (!disk) return [];
    const target = cloud.domain?.live?.disks.find((one) => isSame(domainDiskIdentity(cloud, one), disk))?.target.dev;
    const byId = byIdLink(guestDisk)?.split('/').at(-1) ?? null;
    return [{ name: guestDisk.name, disk, size: sizeOf(cloud, disk), target: target ?? '', byId }];
  });
}

/** The guest at the cursor, with an fstab in one of two styles. */
export function guestView(session: Session, style: FstabStyle): GuestView {
  const cloud = cloudOf(session);
  const lines = linesUntil(session);
  return {
    isOn: Boolean(cloud.domain?.live) && cloud.guest.disks.length > 0,
    disks: diskViews(cloud),
    fstab: lines.map((line) => readLine(line, lines, style, cloud))
  };
}
