/**
 * Which bus a disk sits on, and which letters its name starts with.
 *
 * Upstream: nova/virt/libvirt/blockinfo.py (is_disk_bus_valid_for_virt, get_disk_bus_for_device_type,
 * get_disk_bus_for_disk_dev, get_dev_prefix_for_disk_bus).
 * Simplified: virt_type is kvm and the architecture x86_64.
 */
import { refuse, ok, type Result } from '../../../kernel/result.ts';
import type { TargetDev } from '../../../libvirt/disk.ts';
import { internalError, unsupportedHardware, type NovaException } from '../../exception.ts';
import type { ImageMeta, ImageProperties } from '../../image-meta.ts';
import type { BlockinfoBehaviour } from '../../releases/release-profile.ts';

const VIRT_TYPE = 'kvm';

const PREFIX_OF_BUS: Readonly<Record<string, string>> = {
  ide: 'hd',
  virtio: 'vd',
  scsi: 'sd',
  usb: 'sd',
  fdc: 'fd',
  sata: 'sd'
};

/** The start of a name on `bus`: `vd` on virtio, unless `[libvirt]/disk_prefix` says otherwise. */
export function getDevPrefixForDiskBus(bus: string | null, disk_prefix: string | null): Result<string, NovaException> {
  const prefix = disk_prefix ?? PREFIX_OF_BUS[bus ?? ''];
  return prefix === undefined
    ? refuse(internalError(`Unable to determine disk prefix for ${bus ?? 'None'}`))
    : ok(prefix);
}

/** Whether KVM offers the bus at this release. */
export function isDiskBusValidForVirt(bus: string | null, behaviour: BlockinfoBehaviour): bus is string {
  return bus !== null && behaviour.supportedDeviceBuses.includes(bus);
}

const BUS_PROPERTY: Readonly<Record<string, keyof ImageProperties>> = {
  disk: 'hw_disk_bus',
  cdrom: 'hw_cdrom_bus',
  floppy: 'hw_floppy_bus'
};

/** The bus for a disk, cdrom or floppy: what the image asks for, else KVM's default; null for any other type. */
export function getDiskBusForDeviceType(
  image_meta: ImageMeta,
  device_type: string,
  behaviour: BlockinfoBehaviour
): Result<string | null, NovaException> {
  const property = BUS_PROPERTY[device_type];
  const asked = property && image_meta.properties[property];
  if (asked !== undefined) {
    return isDiskBusValidForVirt(asked, behaviour) ? ok(asked) : refuse(unsupportedHardware(asked, VIRT_TYPE));
  }
  switch (device_type) {
    case 'disk':
      return ok('virtio');
    case 'cdrom':
      return ok(behaviour.defaultCdromBus(image_meta.properties.hw_machine_type));
    case 'floppy':
      return ok('fdc');
    default:
      return ok(null);
  }
}

const BUS_OF_PREFIX: Readonly<Record<string, string>> = { hd: 'ide', sd: 'scsi', vd: 'virtio', fd: 'fdc' };

/** The bus guessed from a name, for a row that has a name but no bus that KVM offers: `sdf` means scsi. */
export function getDiskBusForDiskDev(dev: TargetDev): Result<string, NovaException> {
  const bus = BUS_OF_PREFIX[dev.slice(0, 2)];
  return bus === undefined ? refuse(internalError(`Unable to determine disk bus for '${dev.slice(0, 1)}'`)) : ok(bus);
}
