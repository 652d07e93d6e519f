/**
 * The name for one more volume.
 *
 * Upstream: nova/virt/libvirt/driver.py (get_device_name_for_instance, default_device_names_for_instance).
 */
import { ok, type Result } from '../../../kernel/result.ts';
import { isLocalImage, isSwap, type BlockDeviceMapping } from '../../block-device-mapping.ts';
import { prependDev, type DeviceName } from '../../block-device.ts';
import type { NovaException } from '../../exception.ts';
import { getBlockDeviceInfo } from '../block-device-info.ts';
import { getDiskInfo, getInfoFromBdm, type NamedBdm, type NamingInput } from './blockinfo.ts';
import type { DiskInfo } from './disk-mapping.ts';
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

function withoutNames(bdms: readonly BlockDeviceMapping[]): readonly BlockDeviceMapping[] {
  return bdms.map((bdm) => ({ ...bdm, device_name: null }));
}

/** The name of the root disk when nothing has a name yet (default_root_device_name). */
export function defaultRootDeviceName(
  input: NamingInput,
  bdms: readonly BlockDeviceMapping[]
): Result<DeviceName, NovaException> {
  const computed = getDiskInfo(input, getBlockDeviceInfo(null, withoutNames(bdms), input.behaviour));
  if (!computed.ok) return computed;
  return ok(prependDev((computed.value.mapping['root'] as DiskInfo).dev));
}

/** The rows of an instance named at boot, whatever names they had (default_device_names_for_instance). */
export function defaultDeviceNamesForInstance(
  input: NamingInput,
  root_device_name: DeviceName,
  bdms: readonly BlockDeviceMapping[]
): Result<readonly BlockDeviceMapping[], NovaException> {
  const nameless = withoutNames(bdms);
  const computed = getDiskInfo(input, getBlockDeviceInfo(root_device_name, nameless, input.behaviour));
  if (!computed.ok) return computed;
  const saved = saveNames(nameless, computed.value.named);
  return ok(saved.map((bdm) => (isLocalImage(bdm) ? { ...bdm, device_name: root_device_name } : bdm)));
}

/** Writes what the mapping decided into the rows (DriverBlockDevice.save); a swap row keeps its device_type. */
function saveNames(bdms: readonly BlockDeviceMapping[], named: readonly NamedBdm[]): readonly BlockDeviceMapping[] {
  return bdms.map((row) => {
    const found = named.find(({ bdm }) => bdm === row);
    if (!found) return row;
    const { device_name, disk_bus, device_type } = found;
    return { ...row, device_name, disk_bus, device_type: isSwap(row) ? row.device_type : device_type };
  });
}

/**
 * [NAME-10] The rows with a name for each that has none, as at a rebuild or an unshelve (_add_missing_dev_names). A row
 * is counted in the mapping while its name is worked out, so it does not get the name that it has there. `trace`
 * receives the decisions about the last row that was named.
 */
export function addMissingDevNames(
  input: NamingInput,
  root_device_name: DeviceName | null,
  bdms: readonly BlockDeviceMapping[],
  trace?: NamingTrace
): Result<readonly BlockDeviceMapping[], NovaException> {
  let named = bdms;
  for (const row of bdms) {
    if (row.device_name !== null) continue;
    trace?.splice(0);
    const name = getDeviceNameForInstance(input, root_device_name, named, row, trace);
    if (!name.ok) return name;
    named = named.map((bdm) => (bdm === row ? { ...bdm, device_name: name.value } : bdm));
  }
  return ok(named);
}
