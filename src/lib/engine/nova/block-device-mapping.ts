/**
 * A row of Nova's `block_device_mapping` table: what Nova remembers of one disk.
 *
 * Upstream: nova/objects/block_device.py, nova/block_device.py (new_format_is_swap, new_format_is_ephemeral).
 * A flavor's swap or ephemeral disk that came with a resize has no row before 31.0.0; that is the whole trouble.
 */
import type { DeviceName } from './block-device.ts';

/** Where the content of the disk comes from. */
export type SourceType = 'image' | 'volume' | 'snapshot' | 'blank';

/** Whether the disk is a file of the hypervisor or a Cinder volume. */
export type DestinationType = 'local' | 'volume';

/** Field names are Nova's own; null where the row has none. */
export interface BlockDeviceMapping {
  readonly source_type: SourceType;
  readonly destination_type: DestinationType;
  readonly device_name: DeviceName | null;
  /** 0 is the root disk; -1 and null never boot. */
  readonly boot_index: number | null;
  readonly device_type: string | null;
  readonly disk_bus: string | null;
  readonly guest_format: string | null;
  readonly volume_id: string | null;
  /** GB; MB for swap. */
  readonly volume_size: number | null;
}

/** The swap disk of the hypervisor: blank, local, formatted as swap. */
export function isSwap(bdm: BlockDeviceMapping): boolean {
  return bdm.source_type === 'blank' && bdm.destination_type === 'local' && bdm.guest_format === 'swap';
}

/** An ephemeral disk of the hypervisor: blank, local, anything but swap. */
export function isEphemeral(bdm: BlockDeviceMapping): boolean {
  return bdm.source_type === 'blank' && bdm.destination_type === 'local' && bdm.guest_format !== 'swap';
}

/** The root disk copied from an image onto the hypervisor. */
export function isLocalImage(bdm: BlockDeviceMapping): boolean {
  return bdm.source_type === 'image' && bdm.destination_type === 'local';
}
