/**
 * Names as nova-compute works them out from the lab's tables.
 */
import type { Result } from '../kernel/result.ts';
import type { BlockDeviceMapping } from '../nova/block-device-mapping.ts';
import type { DeviceName } from '../nova/block-device.ts';
import type { NovaException } from '../nova/exception.ts';
import { getBlockDeviceInfo } from '../nova/virt/block-device-info.ts';
import { getDiskInfo, getRescueDiskMapping, type DiskInfoResult } from '../nova/virt/libvirt/blockinfo.ts';
import { addMissingDevNames, getDeviceNameForInstance } from '../nova/virt/libvirt/device-name.ts';
import type { DiskMapping } from '../nova/virt/libvirt/disk-mapping.ts';
import type { NamingTrace } from '../nova/virt/libvirt/naming-decision.ts';
import { namingInput, type Cloud } from './cloud.ts';

/** The row that a new volume gets, before it has a name. */
export function volumeBdm(volume_id: string | null, device_name: DeviceName | null = null): BlockDeviceMapping {
  return {
    source_type: 'volume',
    destination_type: 'volume',
    device_name,
    boot_index: null,
    device_type: null,
    disk_bus: null,
    guest_format: null,
    volume_id,
    volume_size: null
  };
}

/** The name that one more volume would get now. `trace` receives the decisions. */
export function nextDeviceName(
  cloud: Cloud,
  volume_id: string,
  trace?: NamingTrace
): Result<DeviceName, NovaException> {
  const { root_device_name } = cloud.instance;
  return getDeviceNameForInstance(namingInput(cloud), root_device_name, cloud.bdms, volumeBdm(volume_id), trace);
}

/** The mapping as Nova computes it now. `trace` receives the decisions. */
export function computeDiskInfo(cloud: Cloud, trace?: NamingTrace): Result<DiskInfoResult, NovaException> {
  const input = namingInput(cloud);
  return getDiskInfo(input, getBlockDeviceInfo(cloud.instance.root_device_name, cloud.bdms, input.behaviour), trace);
}

/** The disks of the server if it were rescued now. `trace` receives the decisions. */
export function computeRescueMapping(cloud: Cloud, trace?: NamingTrace): Result<DiskMapping, NovaException> {
  return getRescueDiskMapping(namingInput(cloud), trace);
}

/** The rows with a name for each that has none. `trace` receives the decisions about the last one. */
export function nameRows(cloud: Cloud, trace?: NamingTrace): Result<readonly BlockDeviceMapping[], NovaException> {
  return addMissingDevNames(namingInput(cloud), cloud.instance.root_device_name, cloud.bdms, trace);
}
