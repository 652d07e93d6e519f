/**
 * What is on a disk. It belongs to the disk and goes where the disk goes, whatever name that has.
 *
 * Upstream: nova/virt/libvirt/driver.py (LibvirtDriver._create_swap, _create_ephemeral, _create_image), nova/privsep/fs.py
 * (configurable_mkfs, unprivileged_mkfs), nova/virt/libvirt/imagebackend.py (Image.cache), nova/virt/configdrive.py
 * (ConfigDriveBuilder). A volume is blank when it comes; here its owner has made ext4 on it.
 * Simplified: file systems fill whole disks, so there are no partitions; the image says no os_type, and
 * `[DEFAULT]/default_ephemeral_format` and `virt_mkfs` are as they come, so an ephemeral disk is vfat.
 */
import { seededUuid, seedOf } from '../kernel/seeded-id.ts';

export type FileSystemType = 'ext4' | 'vfat' | 'swap';

/** A file system, or a swap area. */
export interface FileSystem {
  readonly type: FileSystemType;
  readonly uuid: string;
  readonly label: string | null;
}

/** The label by which Ubuntu's cloud images mount their root. */
const ROOT_LABEL = 'cloudimg-rootfs';

/** [GUEST-8] The root disk's, a copy of the image: all servers of one image have the same UUID. `origin`: the image. */
export function rootFileSystem(origin: string): FileSystem {
  return { type: 'ext4', uuid: seededUuid(seedOf(`root ${origin}`)), label: ROOT_LABEL };
}

/** [GUEST-8] What the owner makes on a new volume. */
export function volumeFileSystem(volume_id: string): FileSystem {
  return { type: 'ext4', uuid: seededUuid(seedOf(`volume ${volume_id}`)), label: null };
}

/** [GUEST-9] Nova's swap disk of a size in MB: laid over one base file of the host, so it has that file's UUID. */
export function swapFileSystem(host: string, megabytes: number): FileSystem {
  return { type: 'swap', uuid: seededUuid(seedOf(`swap_${megabytes} ${host}`)), label: null };
}

/** [GUEST-9] Nova's ephemeral disk of a size in GB: laid over one base file of the host, as swap is. */
export function ephemeralFileSystem(host: string, gigabytes: number): FileSystem {
  return { type: 'vfat', uuid: fatSerial(`ephemeral_${gigabytes} ${host}`), label: 'ephemeral0' };
}

/** A config drive that is a disk and no cdrom. */
export function configDriveFileSystem(server_uuid: string): FileSystem {
  return { type: 'vfat', uuid: fatSerial(`config ${server_uuid}`), label: 'config-2' };
}

/** The short id of a FAT file system: `3A51-0C7E`. */
function fatSerial(text: string): string {
  const digits = seedOf(text).toString(16).padStart(8, '0').toUpperCase();
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
}
