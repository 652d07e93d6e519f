/**
 * Which disk it is, whatever anybody calls it.
 *
 * The database, Nova's computation, libvirt and the guest have different names for one disk; this tells that they
 * mean the same one.
 */
import type { Cloud } from '../../engine/cloud/cloud.ts';
import type { GuestDisk } from '../../engine/guest/guest.ts';
import type { AttachedDisk } from '../../engine/libvirt/disk.ts';
import { sourcePath } from '../../engine/libvirt/disk.ts';
import { isEphemeral, isLocalImage, isSwap, type BlockDeviceMapping } from '../../engine/nova/block-device-mapping.ts';

/** The kinds of disk that a learner tells apart. */
export type DiskKind = 'root' | 'ephemeral' | 'swap' | 'config' | 'volume';

/** A disk; `name` is the volume's, or the kind. */
export interface DiskIdentity {
  readonly kind: DiskKind;
  readonly name: string;
}

const local = (kind: DiskKind): DiskIdentity => ({ kind, name: kind === 'config' ? 'config drive' : kind });

/** The volume of an id, or the root disk when that volume holds it. */
function volumeIdentity(cloud: Cloud, volume_id: string): DiskIdentity {
  const name = cloud.volumes.find(({ id }) => id === volume_id)?.name ?? volume_id;
  const isRoot = cloud.bdms.some((bdm) => bdm.volume_id === volume_id && bdm.boot_index === 0);
  return { kind: isRoot ? 'root' : 'volume', name: isRoot ? `root, ${name}` : name };
}

/** The disk of a row of the table. */
export function rowIdentity(cloud: Cloud, bdm: BlockDeviceMapping): DiskIdentity {
  if (bdm.volume_id !== null) return volumeIdentity(cloud, bdm.volume_id);
  if (isLocalImage(bdm)) return local('root');
  if (isSwap(bdm)) return local('swap');
  return isEphemeral(bdm) ? local('ephemeral') : local('root');
}

/** The local disk of a mapping key or of a file of that name: `disk`, `disk.swap`; null for a volume's key. */
export function localIdentity(key: string): DiskIdentity | null {
  if (key === 'disk' || key === 'root') return local('root');
  if (key === 'disk.swap') return local('swap');
  if (key === 'disk.config') return local('config');
  return key === 'disk.local' || key.startsWith('disk.eph') ? local('ephemeral') : null;
}

/** The id of the volume that a disk of the domain is: in its serial, or by its device; null when it is none. */
export function volumeIdOf({ volumes }: Cloud, { serial, source }: AttachedDisk): string | null {
  if (serial !== null) return serial;
  const path = sourcePath(source);
  return volumes.find(({ host_device }) => path !== null && host_device === path)?.id ?? null;
}

/** The disk of the domain; an image that nobody but an operator knows goes by the name of its file. */
export function domainDiskIdentity(cloud: Cloud, disk: AttachedDisk): DiskIdentity {
  const volume_id = volumeIdOf(cloud, disk);
  if (volume_id !== null) return volumeIdentity(cloud, volume_id);
  const file = sourcePath(disk.source)?.split('/').at(-1) ?? '';
  return localIdentity(file) ?? (file === 'disk.rescue' ? local('root') : { kind: 'volume', name: file });
}

/** The disk that the guest's kernel sees at a PCI address; null when the domain has none there any more. */
export function guestDiskIdentity(cloud: Cloud, { pci }: GuestDisk): DiskIdentity | null {
  const disk = cloud.domain?.live?.disks.find(
    ({ address }) => address?.type === 'pci' && address.bus === pci.bus && address.slot === pci.slot
  );
  return disk ? domainDiskIdentity(cloud, disk) : null;
}
