/**
 * A definition: hardware and disks, all in their places. How it is made, and how one disk more gets in.
 *
 * Upstream: src/conf/domain_conf.c (virDomainDefParseXML, virDomainDefPostParse, virDomainDiskDefCheckDuplicateInfo),
 * src/conf/domain_validate.c (virDomainDefValidate, virDomainDefDuplicateDriveAddressesValidate),
 * src/qemu/qemu_validate.c (qemuValidateDomainDeviceDefController).
 */
import { ok, refuse, type Result } from '../kernel/result.ts';
import { assignAddresses, NOTHING_PLACED, spareAddress } from './assign-addresses.ts';
import { addDiskControllers, type Controller, freshControllers } from './controller.ts';
import { type AttachedDisk, type DiskAddress, type DomainDisk, placedDisk, sourcePath } from './disk.ts';
import { assignDriveAddress, assignUsbPort, sameDriveAddress } from './disk-address.ts';
import { insertDisk } from './disk-order.ts';
import { chipsetOf, type DomainHardware, type FixedAddresses, usbPorts } from './hardware.ts';
import { libvirtError, targetDuplicated, type LibvirtError } from './libvirt-error.ts';
import { refuseUnreadable, validateDisk } from './validate-disk.ts';

/** Hardware and disks with every device at its address. `disks` are in libvirt's order. */
export interface DomainDefinition {
  readonly hardware: DomainHardware;
  readonly fixed: FixedAddresses;
  readonly controllers: readonly Controller[];
  readonly disks: readonly AttachedDisk[];
}

/**
 * [DEFINE-1] A definition from scratch: disks are put in order and get their seats, controllers and PCI addresses are
 * added, then each disk is checked by itself and at last against the others.
 */
export function defineDefinition(
  hardware: DomainHardware,
  asked: readonly DomainDisk[]
): Result<DomainDefinition, LibvirtError> {
  let disks: readonly AttachedDisk[] = [];
  for (const disk of asked) {
    const seated = seatDisk(disk);
    if (!seated.ok) return seated;
    const plugged = assignUsbPort(seated.value, disks, usbPorts(hardware));
    if (!plugged.ok) return plugged;
    disks = insertDisk(disks, atRest(plugged.value, plugged.value.address));
  }
  const controllers = freshControllers(hardware, disks);
  const placed = assignAddresses({ hardware, fixed: NOTHING_PLACED, controllers, disks });
  if (!placed.ok) return placed;
  const refused = refuseDefinition(placed.value);
  return refused === null ? placed : refuse(refused);
}

/** [DEFINE-2] The definition with one disk more, with the controllers and buses that it needs; no other moves. */
export function withDisk(definition: DomainDefinition, disk: DomainDisk): Result<DomainDefinition, LibvirtError> {
  const { hardware, fixed } = definition;
  const spare = disk.target.bus === 'virtio' && disk.address === null ? spareAddress(definition) : null;
  // The usual case: there is room, so that libvirt's two passes over all devices would change this one alone.
  if (spare !== null) return ok({ ...definition, disks: insertDisk(definition.disks, atRest(disk, spare)) });
  const plugged = assignUsbPort(disk, definition.disks, usbPorts(hardware));
  if (!plugged.ok) return plugged;
  const disks = insertDisk(definition.disks, atRest(plugged.value, plugged.value.address));
  const controllers = addDiskControllers(definition.controllers, chipsetOf(hardware.machine), [plugged.value]);
  return assignAddresses({ hardware, fixed, controllers, disks });
}

/** A disk as read from XML, and on its seat if its bus has seats. */
export function seatDisk(disk: DomainDisk): Result<DomainDisk, LibvirtError> {
  const unreadable = refuseUnreadable(disk);
  return unreadable === null ? assignDriveAddress(disk) : refuse(unreadable);
}

/** A disk at its address in a definition that does not run. */
function atRest(disk: DomainDisk, address: DiskAddress | null): AttachedDisk {
  return placedDisk(disk, address, null, null);
}

/** [DUP-1] Why two disks cannot be in one definition, or null: they have the same target, on whatever bus. */
export function refusePair(one: DomainDisk, other: DomainDisk): LibvirtError | null {
  if (one.target.dev !== other.target.dev) return null;
  return targetDuplicated(one.target.dev, sourcePath(one.source), sourcePath(other.source));
}

function refuseDefinition({ hardware, controllers, disks }: DomainDefinition): LibvirtError | null {
  if (chipsetOf(hardware.machine) === 'q35' && controllers.some(({ type }) => type === 'ide')) {
    const words = 'IDE controllers are unsupported for this QEMU binary or machine type';
    return libvirtError('CONFIG_UNSUPPORTED', 'QEMU', words);
  }
  for (const disk of disks) {
    const refused = validateDisk(disk);
    if (refused !== null) return refused;
  }
  return firstRefusedPair(disks, refusePair) ?? firstRefusedPair(disks, refuseSameSeat);
}

function firstRefusedPair(
  disks: readonly DomainDisk[],
  refusal: (one: DomainDisk, other: DomainDisk) => LibvirtError | null
): LibvirtError | null {
  for (const [at, one] of disks.entries()) {
    for (let behind = at + 1; behind < disks.length; behind++) {
      const other = disks[behind];
      const refused = other === undefined ? null : refusal(one, other);
      if (refused !== null) return refused;
    }
  }
  return null;
}

/** [DUP-2] Two disks of one bus on the same seat of a controller. */
function refuseSameSeat(one: DomainDisk, other: DomainDisk): LibvirtError | null {
  if (one.target.bus !== other.target.bus) return null;
  if (one.address?.type !== 'drive' || other.address?.type !== 'drive') return null;
  if (!sameDriveAddress(one.address, other.address)) return null;
  const { controller, bus, target, unit } = one.address;
  const seat = `controller='${controller}' bus='${bus}' target='${target}' unit='${unit}'`;
  const words = `Found duplicate drive address for disk with target name '${one.target.dev}' ${seat}`;
  return libvirtError('CONFIG_UNSUPPORTED', 'DOMAIN', words);
}
