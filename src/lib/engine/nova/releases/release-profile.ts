/**
 * What a release does differently, as behaviours.
 *
 * Each file beside this one takes the profile before it and replaces what changed. Nothing outside this folder
 * compares versions.
 */
import type { VolumeStatus } from '../../cinder/volume.ts';
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

/** What nova/compute and the driver do differently around the names. */
export interface ComputeBehaviour {
  /** How Nova tells Cinder: os-reserve and os-attach, or attachments. */
  readonly volumeFlow: 'reserve' | 'attachment';
  /** What the API answers when the server has a row for the volume; null when it leaves the judgement to Cinder. */
  readonly alreadyAttached: ((volume_id: string, uuid: string) => NovaException) | null;
  /** What the API answers when Cinder does not let the volume be reserved. */
  readonly volumeNotAvailable: (volume_id: string, status: VolumeStatus) => NovaException;
  /** The HTTP status that refuses to detach the root volume. */
  readonly detachRootCode: 400 | 403;
  /** Whether the driver keeps to itself what libvirt answers to an attach, so that nobody rolls it back. */
  readonly dropsAttachError: boolean;
  /** Whether attaching and detaching a volume are recorded as actions of the server (instance_actions). */
  readonly volumeActions: boolean;
  /** Whether a resize keeps a row for the flavor's swap disk. */
  readonly swapRowOnResize: boolean;
  /** The XML namespace of what Nova writes about a server into its domain (NOVA_NS). */
  readonly metadataNamespace: string;
  /** Whether a detach goes on with the running domain when the persistent definition lacks the disk. */
  readonly finishesHalfDetach: boolean;
  /** Whether a detach takes the disk from the persistent definition first and then waits for libvirt's event. */
  readonly detachByEvent: boolean;
}

/** How nova-compute.log words things. */
export interface LogBehaviour {
  /** Python's name of libvirt's exception: python-libvirt under Python 2 shows no module. */
  readonly libvirtError: 'libvirtError' | 'libvirt.libvirtError';
  readonly ignoredDeviceName: 'WARNING' | 'INFO';
}

/** A stretch of releases that behave alike. */
export interface ReleaseProfile {
  /** The first release of the stretch. */
  readonly since: string;
  /** What changed, for people. */
  readonly change: string;
  readonly blockinfo: BlockinfoBehaviour;
  readonly compute: ComputeBehaviour;
  readonly log: LogBehaviour;
}
