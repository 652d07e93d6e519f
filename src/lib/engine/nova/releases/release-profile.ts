/**
 * What a release does differently, as behaviours.
 *
 * Each file beside this one is an epoch: it takes the epoch before and replaces what changed. Nothing outside this
 * folder compares versions.
 */
import type { BlockDeviceMapping } from '../block-device-mapping.ts';
import type { NovaConf } from '../conf.ts';
import type { NovaException } from '../exception.ts';
import type { TargetDev } from '../../libvirt/disk.ts';
import type { Result } from '../../kernel/result.ts';

/** What nova/virt/libvirt/blockinfo.py does differently. */
export interface BlockinfoBehaviour {
  /** Buses that KVM offers (SUPPORTED_DEVICE_BUSES). */
  readonly supportedDeviceBuses: readonly string[];
  /** How many names a bus has; Infinity for no limit (get_dev_count_for_disk_bus). */
  readonly deviceLimit: (bus: string | null, conf: NovaConf) => number;
  /** The exception when all names of a prefix are held (find_disk_dev_for_disk_bus). */
  readonly noFreeName: (prefix: string, limit: number) => NovaException;
  /** The bus of a cdrom that the image does not place (get_disk_bus_for_device_type). */
  readonly defaultCdromBus: (machine_type: string | undefined) => string;
  /** The bus of a root disk without a row of its own but with a name (get_root_info). */
  readonly busOfNamedRoot: (dev: TargetDev, bus: string | null) => Result<string | null, NovaException>;
  /** Whether the root disk copied from an image has a driver block device, with a stored name and bus. */
  readonly imageIsDriverBlockDevice: boolean;
  /** The root's row as get_root_info reads it when the image is an iso. */
  readonly isoRoot: (bdm: BlockDeviceMapping, cdrom_bus: string | null) => BlockDeviceMapping;
}

/** One epoch of releases that name disks alike. */
export interface ReleaseProfile {
  /** The first release of the epoch. */
  readonly since: string;
  /** What changed for disk names, for people. */
  readonly change: string;
  readonly blockinfo: BlockinfoBehaviour;
}
