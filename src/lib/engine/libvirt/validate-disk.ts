/**
 * What libvirt checks of a disk by itself, before it looks at the domain's other disks.
 *
 * Upstream: src/conf/device_conf.c (virPCIDeviceAddressParseXML), src/conf/domain_validate.c
 * (virDomainDiskDefValidate), src/qemu/qemu_validate.c (qemuValidateDomainDeviceDefDisk and its helpers).
 * Simplified: only what a disk of this playground can get wrong.
 */
import type { DiskBus, DomainDisk } from './disk.ts';
import { hasDriveAddress } from './disk-address.ts';
import { parseDiskName } from './disk-name.ts';
import { libvirtError, type LibvirtError } from './libvirt-error.ts';
import { hex2 } from './pci-address.ts';

/** A check: the refusal it speaks, or null. */
type Check = (disk: DomainDisk) => LibvirtError | null;

/** The beginnings that a hard disk's target may have. */
const HARD_DISK_NAMES = ['hd', 'sd', 'vd', 'xvd', 'ubd'] as const;

/** Characters that a serial may have on QEMU's command line. */
const SAFE_SERIAL = /^[A-Za-z0-9\-_ .+]*$/;

/** [VALID-1] An address beyond what PCI has is an error of the XML, before anything else is looked at. */
export function refuseUnreadable({ address }: DomainDisk): LibvirtError | null {
  if (address?.type !== 'pci') return null;
  if (address.slot > 0x1f) return outOfRange(`slot='0x${hex2(address.slot)}', must be <= 0x1F`);
  if (address.function > 7) return outOfRange(`function=0x${address.function.toString(16)}, must be <= 7`);
  return address.bus > 0xff ? outOfRange(`bus='0x${hex2(address.bus)}', must be <= 0xFF`) : null;
}

/** [VALID-2] The first refusal of the checks below, in libvirt's order: its common ones, then those for QEMU. */
export function validateDisk(disk: DomainDisk): LibvirtError | null {
  for (const check of CHECKS) {
    const refused = check(disk);
    if (refused !== null) return refused;
  }
  return null;
}

const lunIsBlock: Check = ({ device, source }) =>
  device === 'lun' && source?.type !== 'block'
    ? unsupported('DOMAIN', `disk device='lun' is only valid for block type disk source`)
    : null;

const addressSuitsBus: Check = ({ address, target: { bus, dev } }) => {
  if (address === null || addressTypesFor(bus).includes(address.type)) return null;
  const words = `Invalid address type '${address.type}' for the disk '${dev}' with the bus type '${bus}'`;
  return unsupported('DOMAIN', words);
};

const floppyOnFloppyBus: Check = ({ device, target: { bus } }) => {
  if ((device === 'floppy') === (bus === 'fdc')) return null;
  return internal('DOMAIN', `Invalid bus type '${bus}' for ${device === 'floppy' ? 'floppy disk' : 'disk'}`);
};

const nameSuitsDevice: Check = ({ device, target: { dev } }) => {
  if (device === 'floppy')
    return dev.startsWith('fd') ? null : internal('DOMAIN', `Invalid floppy device name: ${dev}`);
  if (device === 'cdrom' || HARD_DISK_NAMES.some((start) => dev.startsWith(start))) return null;
  return internal('DOMAIN', `Invalid harddisk device name: ${dev}`);
};

const hasSource: Check = ({ device, source, target: { dev } }) =>
  device === 'disk' && source === null ? libvirtError('NO_SOURCE', 'DOMAIN', dev) : null;

const driverIsQemu: Check = ({ driver, target: { dev } }) =>
  driver === null || driver.name === 'qemu'
    ? null
    : unsupported('QEMU', `unsupported driver name '${driver.name}' for disk '${dev}'`);

const noPartition: Check = ({ target: { dev } }) => {
  const name = parseDiskName(dev);
  if (name === null) return unsupported('QEMU', `invalid disk target '${dev}'`);
  const words = `invalid disk target '${dev}', partitions can't appear in disk targets`;
  return name.partition === 0 ? null : unsupported('QEMU', words);
};

const ejectableOnlyWherePossible: Check = ({ device, target: { bus, dev } }) =>
  device === 'cdrom' && bus === 'virtio'
    ? unsupported('QEMU', `disk type of '${dev}' does not support ejectable media`)
    : null;

const nativeIoWithoutCache: Check = ({ driver }) =>
  driver?.io !== 'native' || driver.cache === 'none' || driver.cache === 'directsync'
    ? null
    : unsupported('QEMU', `io='native' needs either no disk cache or directsync cache mode`);

const serialIsSafe: Check = ({ serial }) =>
  serial === null || SAFE_SERIAL.test(serial)
    ? null
    : internal('QEMU', `driver serial '${serial}' contains unsafe characters`);

const CHECKS: readonly Check[] = [
  lunIsBlock,
  addressSuitsBus,
  floppyOnFloppyBus,
  nameSuitsDevice,
  hasSource,
  driverIsQemu,
  noPartition,
  ejectableOnlyWherePossible,
  nativeIoWithoutCache,
  serialIsSafe
];

function addressTypesFor(bus: DiskBus): readonly string[] {
  if (hasDriveAddress(bus)) return ['drive'];
  // A drive address on virtio gets past this check: see virtioNeedsPci in attach-device.ts.
  return bus === 'usb' ? ['usb'] : ['pci', 'drive', 'usb'];
}

function outOfRange(words: string): LibvirtError {
  return libvirtError('XML_ERROR', 'NONE', `Invalid PCI address ${words}`);
}

function internal(domain: 'DOMAIN' | 'QEMU', words: string): LibvirtError {
  return libvirtError('INTERNAL_ERROR', domain, words);
}

function unsupported(domain: 'DOMAIN' | 'QEMU', words: string): LibvirtError {
  return libvirtError('CONFIG_UNSUPPORTED', domain, words);
}
