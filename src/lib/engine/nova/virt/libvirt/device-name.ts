/**
 * The name for one more volume.
 *
 * Upstream: nova/virt/libvirt/driver.py (get_device_name_for_instance, default_device_names_for_instance).
 */
import { ok, type Result } from '../../../kernel/result.ts';
import type { BlockDeviceMapping } from '../../block-device-mapping.ts';
import { prependDev, type DeviceName } from '../../block-device.ts';
import type { NovaException } from '../../exception.ts';
import { getBlockDeviceInfo } from '../block-device-info.ts';
import { getDiskInfo, getInfoFromBdm, type DiskInfoResult, type NamingInput } from './blockinfo.ts';
import { decision, type NamingTrace } from './naming-decision.ts';

/**
 * [NAME-8] The lowest name that the mapping, computed anew, leaves free on the bus of `block_device`.
 *
 * The name that the user asked for is ignored; the domain is not looked at.
 */
export function getDeviceNameForInstance(
  input: NamingInput,
  root_device_name: DeviceName | null,
  bdms: readonly BlockDeviceMapping[],
  block_device: BlockDeviceMapping,
  trace?: NamingTrace
): Result<DeviceName, NovaException> {
  const computed = getDiskInfo(input, getBlockDeviceInfo(root_device_name, bdms, input.behaviour), trace);
  if (!computed.ok) return computed;
  const { draft } = computed.value;
  const next = getInfoFromBdm(input, draft, { ...block_device, device_name: null }, null, 'mapped');
  if (!next.ok) return next;
  trace?.push(decision(draft, 'NAME-8', 'next', block_device, next.value, 'searched', input.conf));
  return ok(prependDev(next.value.dev));
}

/** Names every row of an instance at boot, as if none had a name. */
export function defaultDeviceNamesForInstance(
  input: NamingInput,
  root_device_name: DeviceName | null,
  bdms: readonly BlockDeviceMapping[]
): Result<DiskInfoResult, NovaException> {
  const nameless = bdms.map((bdm) => ({ ...bdm, device_name: null }));
  return getDiskInfo(input, getBlockDeviceInfo(root_device_name, nameless, input.behaviour));
}
