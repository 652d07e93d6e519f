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

/** The disk of the domain. */
export function domainDiskIdentity(cloud: Cloud, disk: AttachedDisk): DiskIdentity {
  if (disk.serial !== null) return volumeIdentity(cloud, disk.serial);
  const file = sourcePath(disk.source)?.split('/').at(-1) ?? '';
  return localIdentity(file) ?? local('root');
}

/** The disk that the guest's kernel sees at a PCI address; null when the domain has none there any more. */
export function guestDiskIdentity(cloud: Cloud, { pci }: GuestDisk): DiskIdentity | null {
  const disk = cloud.domain?.live?.disks.find(
    ({ address }) => address?.type === 'pci' && address.bus === pci.bus && address.slot === pci.slot
  );
  return disk ? domainDiskIdentity(cloud, disk) : null;
}
