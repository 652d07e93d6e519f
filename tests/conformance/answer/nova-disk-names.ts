/**
 * The black box for `nova-disk-names`: Nova's naming for one scenario at one release.
 *
 * A scenario gives the rows of the table and the settings; the answer has the mapping, the name for one more volume
 * and what the rows were named, or Nova's exception in place of each.
 */
import type { BlockDeviceMapping } from '../../../src/lib/engine/nova/block-device-mapping.ts';
import type { DeviceName } from '../../../src/lib/engine/nova/block-device.ts';
import { DEFAULT_CONF } from '../../../src/lib/engine/nova/conf.ts';
import type { NovaException } from '../../../src/lib/engine/nova/exception.ts';
import { releaseProfile, type Release } from '../../../src/lib/engine/nova/releases/release.ts';
import { getBlockDeviceInfo, type BlockDeviceInfo } from '../../../src/lib/engine/nova/virt/block-device-info.ts';
import {
  getDiskInfo,
  type DiskInfoResult,
  type NamingInput
} from '../../../src/lib/engine/nova/virt/libvirt/blockinfo.ts';
import { getBootOrder } from '../../../src/lib/engine/nova/virt/libvirt/boot-order.ts';
import { getDeviceNameForInstance } from '../../../src/lib/engine/nova/virt/libvirt/device-name.ts';

export interface NamingScenario {
  readonly flavor: { readonly swap: number; readonly ephemeral: number };
  readonly bdms: readonly Partial<BlockDeviceMapping>[];
  readonly root_device_name?: string;
  readonly image_props?: Readonly<Record<string, string>>;
  readonly disk_format?: string;
  readonly config_drive?: boolean;
  readonly config_drive_format?: 'iso9660' | 'vfat';
  readonly max_disk_devices?: number;
  readonly disk_prefix?: string;
  readonly requested_device?: string;
  readonly attach_disk_bus?: string;
  readonly attach_device_type?: string;
}

export interface NamingQuestion {
  readonly release: Release;
  readonly scenario: NamingScenario;
}

const EMPTY_ROW: Omit<BlockDeviceMapping, 'source_type' | 'destination_type'> = {
  device_name: null,
  boot_index: null,
  device_type: null,
  disk_bus: null,
  guest_format: null,
  volume_id: null,
  volume_size: null
};

/** A row of the table; fields that the scenario leaves out are null. */
export function row(fields: Partial<BlockDeviceMapping>): BlockDeviceMapping {
  return { source_type: 'volume', destination_type: 'volume', ...EMPTY_ROW, ...fields };
}

/** What the scenario's mapping depends on beside its table. */
export function namingInput({ release, scenario }: NamingQuestion): NamingInput {
  return {
    flavor: scenario.flavor,
    config_drive: scenario.config_drive ?? false,
    image_meta: { disk_format: scenario.disk_format ?? 'qcow2', properties: scenario.image_props ?? {} },
    conf: {
      config_drive_format: scenario.config_drive_format ?? DEFAULT_CONF.config_drive_format,
      max_disk_devices_to_attach: scenario.max_disk_devices ?? DEFAULT_CONF.max_disk_devices_to_attach,
      disk_prefix: scenario.disk_prefix ?? DEFAULT_CONF.disk_prefix
    },
    behaviour: releaseProfile(release).blockinfo
  };
}

function refusal({ exception, message }: NovaException) {
  return { error: exception, message };
}

function diskInfoAnswer({ disk_bus, cdrom_bus, mapping }: DiskInfoResult) {
  return { disk_bus, cdrom_bus, mapping: Object.entries(mapping), boot_order: getBootOrder(mapping) };
}

/** The rows that the driver sees, in its order, as the mapping left them. */
function namedAnswer({ named }: DiskInfoResult, bdms: readonly BlockDeviceMapping[], info: BlockDeviceInfo) {
  const driverBdms = [
    ...info.image,
    ...info.ephemerals,
    ...(info.swap ? [info.swap] : []),
    ...info.block_device_mapping
  ];
  return driverBdms.map((bdm) => {
    // Only a swap row of size zero is left as it was; its driver block device shows no device_type.
    const { device_name, disk_bus, device_type } = named.find((candidate) => candidate.bdm === bdm) ?? {
      ...bdm,
      device_type: null
    };
    return [bdms.indexOf(bdm), device_name, disk_bus, device_type];
  });
}

/** Answers one line of the black box. */
export function answerNovaDiskNames(question: NamingQuestion) {
  const { scenario } = question;
  const input = namingInput(question);
  const bdms = scenario.bdms.map(row);
  const root_device_name = (scenario.root_device_name ?? null) as DeviceName | null;
  const info = getBlockDeviceInfo(root_device_name, bdms, input.behaviour);
  const computed = getDiskInfo(input, info);
  const asking = row({
    device_name: (scenario.requested_device ?? null) as DeviceName | null,
    disk_bus: scenario.attach_disk_bus ?? null,
    device_type: scenario.attach_device_type ?? null
  });
  const next = getDeviceNameForInstance(input, root_device_name, bdms, asking);
  return {
    disk_info: computed.ok ? diskInfoAnswer(computed.value) : refusal(computed.error),
    next_device: next.ok ? next.value : refusal(next.error),
    named_bdms: computed.ok ? namedAnswer(computed.value, bdms, info) : refusal(computed.error)
  };
}
