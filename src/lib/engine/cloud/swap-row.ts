/**
 * The row of a flavor's swap disk, which a resize keeps from 31.0.0 on.
 *
 * Upstream: nova/compute/manager.py (ComputeManager._update_bdm_for_swap_to_finish_resize), nova/block_device.py
 * (create_blank_bdm), nova/db/main/api.py (block_device_mapping_update_or_create: an instance has one swap row, a new
 * one replaces it). The row gets no device_name: only a boot or a rebuild names it.
 */
import type { Flavor } from '../nova/flavor.ts';
import { isSwap, type BlockDeviceMapping } from '../nova/block-device-mapping.ts';
import { profileOf, updateInstance, type Cloud } from './cloud.ts';

/** A blank local disk without a name. `size` in MB for swap, in GB for an ephemeral disk. */
export function blankBdm(size: number, guest_format: 'swap' | null): BlockDeviceMapping {
  return {
    source_type: 'blank',
    destination_type: 'local',
    device_name: null,
    boot_index: -1,
    device_type: 'disk',
    disk_bus: null,
    guest_format,
    volume_id: null,
    volume_size: size
  };
}

/** [EPOCH-31-1] The table after a resize from one swap size to another, in MB: a row is added, resized or removed. */
export function updateSwapRow(
  bdms: readonly BlockDeviceMapping[],
  from: number,
  to: number
): readonly BlockDeviceMapping[] {
  if (from === to) return bdms;
  if (from === 0) return [...bdms.filter((bdm) => !isSwap(bdm)), blankBdm(to, 'swap')];
  const row = bdms.find(isSwap);
  if (to === 0) return bdms.filter((bdm) => bdm !== row);
  return bdms.map((bdm) => (bdm === row ? { ...bdm, volume_size: to } : bdm));
}

/** The cloud with another flavor, and with the swap row that it has there where the release keeps one. */
export function changeFlavor(cloud: Cloud, flavor: Flavor): Cloud {
  const changed = updateInstance(cloud, { flavor });
  if (!profileOf(cloud).compute.swapRowOnResize) return changed;
  return { ...changed, bdms: updateSwapRow(cloud.bdms, cloud.instance.flavor.swap, flavor.swap) };
}
