/**
 * The rows of the table sorted into what the driver asks for by name.
 *
 * Upstream: nova/virt/driver.py (get_block_device_info), nova/virt/block_device.py (convert_local_images,
 * convert_ephemerals, convert_all_volumes, convert_swap, get_swap).
 */
import {
  isEphemeral,
  isLocalImage,
  isSwap,
  type BlockDeviceMapping,
  type SourceType
} from '../block-device-mapping.ts';
import type { DeviceName } from '../block-device.ts';
import type { BlockinfoBehaviour } from '../releases/release-profile.ts';

/** Nova's `block_device_info`; the rows themselves, not copies. */
export interface BlockDeviceInfo {
  readonly root_device_name: DeviceName | null;
  /** Root disks copied from an image; seen by the driver from 26.0.0 on. */
  readonly image: readonly BlockDeviceMapping[];
  readonly ephemerals: readonly BlockDeviceMapping[];
  readonly swap: BlockDeviceMapping | null;
  /** Cinder volumes, by source type and then in table order. */
  readonly block_device_mapping: readonly BlockDeviceMapping[];
}

const VOLUME_SOURCES: readonly SourceType[] = ['volume', 'snapshot', 'image', 'blank'];

function convertAllVolumes(bdms: readonly BlockDeviceMapping[]): readonly BlockDeviceMapping[] {
  const volumes = bdms.filter((bdm) => bdm.destination_type === 'volume');
  if (volumes.every((bdm) => bdm.source_type === 'volume')) return volumes;
  return VOLUME_SOURCES.flatMap((source) => volumes.filter((bdm) => bdm.source_type === source));
}

/** Sorts the rows of an instance for the driver. Of several swap rows the last one counts. */
export function getBlockDeviceInfo(
  root_device_name: DeviceName | null,
  bdms: readonly BlockDeviceMapping[],
  behaviour: BlockinfoBehaviour
): BlockDeviceInfo {
  return {
    root_device_name,
    image: behaviour.imageIsDriverBlockDevice ? bdms.filter(isLocalImage) : [],
    ephemerals: bdms.filter(isEphemeral),
    swap: bdms.findLast(isSwap) ?? null,
    block_device_mapping: convertAllVolumes(bdms)
  };
}
