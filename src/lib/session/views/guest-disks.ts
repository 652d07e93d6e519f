/**
 * The disks that the guest has, each with what it is, what is on it and how large it is.
 */
import { findVolume, type Cloud } from '../../engine/cloud/cloud.ts';
import type { NamedDisk } from '../../engine/guest/fstab.ts';
import {
  configDriveFileSystem,
  ephemeralFileSystem,
  rootFileSystem,
  swapFileSystem,
  volumeFileSystem,
  type FileSystem
} from '../../engine/guest/file-system.ts';
import type { GuestDisk } from '../../engine/guest/guest.ts';
import { sourcePath, type AttachedDisk, type TargetDev } from '../../engine/libvirt/disk.ts';
import { domainDiskIdentity, volumeIdOf, type DiskIdentity } from './disk-identity.ts';

/** A disk in the guest. */
export interface DiskInGuest extends NamedDisk {
  readonly identity: DiskIdentity;
  /** What the guest can read of it. */
  readonly hardware: GuestDisk;
  /** libvirt's name for it, which the guest never sees. */
  readonly target: TargetDev;
  /** null where nobody says its size. */
  readonly bytes: number | null;
}

const RESCUE = 'disk.rescue';

/** The image that a rescued server boots from; its own root disk lies beside it. */
const RESCUE_IMAGE: DiskIdentity = { kind: 'root', name: 'rescue image' };

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;

/** Nova makes every config drive this large: nova/virt/configdrive.py, CONFIGDRIVESIZE_BYTES. */
const CONFIG_DRIVE_BYTES = 64 * MIB;

/** In this lab, every image that an operator brings along is this large, in GiB. */
const OPERATORS_IMAGE_SIZE = 1;

/** The guest's disks, in the order in which its kernel found them. */
export function disksInGuest(cloud: Cloud): readonly DiskInGuest[] {
  return cloud.guest.disks.flatMap((hardware) => {
    const disk = cloud.domain?.live?.disks.find(({ address }) => isAt(address, hardware));
    return disk ? [diskInGuest(cloud, hardware, disk)] : [];
  });
}

/** Whether the guest runs from the rescue image, which has an /etc/fstab of its own. */
export function isRescued({ domain }: Cloud): boolean {
  return domain?.live?.disks.some((disk) => fileOf(disk) === RESCUE) ?? false;
}

/** The disk with an id, as it is shown everywhere, whether the guest has it now or not. */
export function identityOf(cloud: Cloud, id: string): DiskIdentity {
  const volume = findVolume(cloud, id);
  if (volume) return { kind: 'volume', name: volume.name };
  return LOCAL_DISKS[id] ?? { kind: 'root', name: id };
}

const LOCAL_DISKS: Readonly<Record<string, DiskIdentity>> = {
  swap: { kind: 'swap', name: 'swap' },
  ephemeral: { kind: 'ephemeral', name: 'ephemeral' }
};

function isAt(address: AttachedDisk['address'], { pci }: GuestDisk): boolean {
  return address?.type === 'pci' && address.bus === pci.bus && address.slot === pci.slot;
}

function fileOf({ source }: AttachedDisk): string {
  return sourcePath(source)?.split('/').at(-1) ?? '';
}

function diskInGuest(cloud: Cloud, hardware: GuestDisk, disk: AttachedDisk): DiskInGuest {
  const identity = fileOf(disk) === RESCUE ? RESCUE_IMAGE : domainDiskIdentity(cloud, disk);
  return {
    id: idOf(cloud, identity, disk),
    name: hardware.name,
    fileSystem: fileSystemOf(cloud, identity, disk),
    identity,
    hardware,
    target: disk.target.dev,
    bytes: bytesOf(cloud, identity, disk)
  };
}

/** A volume goes by its own id, an operator's image by its file, any other disk by its kind. */
function idOf(cloud: Cloud, identity: DiskIdentity, disk: AttachedDisk): string {
  if (identity === RESCUE_IMAGE) return identity.name;
  return identity.kind === 'volume' ? (volumeIdOf(cloud, disk) ?? identity.name) : identity.kind;
}

function fileSystemOf(cloud: Cloud, identity: DiskIdentity, disk: AttachedDisk): FileSystem {
  const { lab, instance } = cloud;
  const { kind } = identity;
  if (kind === 'volume') return volumeFileSystem(idOf(cloud, identity, disk));
  if (kind === 'swap') return swapFileSystem(lab.log.host, instance.flavor.swap);
  if (kind === 'ephemeral') return ephemeralFileSystem(lab.log.host, instance.flavor.ephemeral);
  if (kind === 'config') return configDriveFileSystem(instance.uuid);
  return rootFileSystem(volumeIdOf(cloud, disk) ?? lab.image_id);
}

function bytesOf(cloud: Cloud, { kind }: DiskIdentity, disk: AttachedDisk): number | null {
  const { flavor } = cloud.instance;
  const volume_id = volumeIdOf(cloud, disk);
  const volume = volume_id === null ? undefined : findVolume(cloud, volume_id);
  if (volume || kind === 'volume') return (volume?.size ?? OPERATORS_IMAGE_SIZE) * GIB || null;
  if (kind === 'swap') return flavor.swap * MIB;
  if (kind === 'config') return CONFIG_DRIVE_BYTES;
  return (kind === 'ephemeral' ? flavor.ephemeral : flavor.disk) * GIB || null;
}
