/**
 * Attaching a disk to the running domain, to its persistent definition, or to both.
 *
 * Upstream: src/qemu/qemu_driver.c (qemuDomainAttachDeviceFlags, qemuDomainAttachDeviceLiveAndConfig,
 * qemuDomainAttachDeviceConfig), src/qemu/qemu_hotplug.c (qemuDomainAttachDeviceDiskLive,
 * qemuDomainAttachDeviceDiskLiveInternal, qemuDomainFindOrCreateSCSIDiskController).
 * Simplified: a refused hot-plug leaves nothing behind; libvirt keeps a SCSI controller that it added on the way.
 */
import { ok, refuse, type Result } from '../kernel/result.ts';
import { affected, type AffectFlags } from './affect-flags.ts';
import { ensureAddress, virtioConnect, wantedPciAddress } from './assign-addresses.ts';
import { addController, type Controller, findController } from './controller.ts';
import { type DomainDefinition, refusePair, seatDisk, withDisk } from './definition.ts';
import { sourcePath, type DiskAddress, type DomainDisk } from './disk.ts';
import { assignUsbPort, sameDriveAddress } from './disk-address.ts';
import { insertDisk } from './disk-order.ts';
import type { Domain } from './domain.ts';
import { chipsetOf, usbPorts } from './hardware.ts';
import { cannotAccessStorage, libvirtError, targetAlreadyExists, type LibvirtError } from './libvirt-error.ts';
import { refuseDeviceAdd, refuseDeviceSetup } from './qemu.ts';
import { asLive, imageCount } from './source-index.ts';
import { validateDisk } from './validate-disk.ts';

const NO_SOURCES: readonly string[] = [];

/**
 * [ATTACH-1] Attaches a disk. The checks come in this order: state of the domain; the disk by itself; the persistent
 * definition; the live one. [ATTACH-2] Both or none: when the live part is refused, the persistent definition stays
 * as it was. [LIVE-3] Each definition finds the disk a place of its own. `missingSources`: paths that the host lacks.
 */
export function attachDeviceFlags(
  domain: Domain,
  disk: DomainDisk,
  flags: AffectFlags,
  missingSources: readonly string[] = NO_SOURCES
): Result<Domain, LibvirtError> {
  const targets = affected(domain, flags);
  if (!targets.ok) return targets;
  const read = readDisk(disk);
  if (!read.ok) return read;
  let { persistent, live, nodeNameIndex } = domain;
  if (targets.value.config && persistent !== null) {
    const attached = attachConfig(persistent, read.value);
    if (!attached.ok) return attached;
    persistent = attached.value;
  }
  if (targets.value.live && live !== null) {
    const attached = attachLive(live, read.value, nodeNameIndex, missingSources);
    if (!attached.ok) return attached;
    live = attached.value;
    nodeNameIndex += imageCount(disk);
  }
  return ok({ ...domain, persistent, live, nodeNameIndex });
}

/** The disk by itself: on its seat, and free of what libvirt refuses in any definition. */
function readDisk(disk: DomainDisk): Result<DomainDisk, LibvirtError> {
  const seated = seatDisk(disk);
  if (!seated.ok) return seated;
  const refused = validateDisk(seated.value);
  return refused === null ? seated : refuse(refused);
}

/** [CONFIG-1] The persistent definition: the target must be free, then the PCI address; sources may be missing. */
function attachConfig(definition: DomainDefinition, disk: DomainDisk): Result<DomainDefinition, LibvirtError> {
  const { dev, bus } = disk.target;
  if (definition.disks.some((other) => other.target.dev === dev)) return refuse(targetAlreadyExists(dev));
  if (bus === 'virtio' && disk.address !== null && disk.address.type !== 'pci') {
    const words = `virtio disk cannot have an address of type '${disk.address.type}'`;
    return refuse(libvirtError('CONFIG_UNSUPPORTED', 'QEMU', words));
  }
  const taken = refuseTakenSeat(disk, definition.disks);
  return taken === null ? withDisk(definition, disk) : refuse(taken);
}

/** [LIVE-1] The running domain: the source must exist, the target be free, a place be found, and QEMU agree. */
function attachLive(
  definition: DomainDefinition,
  disk: DomainDisk,
  nodeNameIndex: number,
  missingSources: readonly string[]
): Result<DomainDefinition, LibvirtError> {
  const refused = refuseHotplug(disk, definition, missingSources);
  if (refused !== null) return refuse(refused);
  const place = findPlace(disk, definition);
  if (!place.ok) return place;
  const { address, controllers } = place.value;
  const { machine } = definition.hardware;
  const device = asLive(disk, address, nodeNameIndex + 1, controllers);
  const qemuSays =
    refuseDeviceSetup(device, controllers, machine) ?? refuseDeviceAdd(device, definition.disks, controllers, machine);
  if (qemuSays !== null) return refuse(qemuSays);
  return ok({ ...definition, controllers, disks: insertDisk(definition.disks, device) });
}

function refuseHotplug(
  disk: DomainDisk,
  definition: DomainDefinition,
  missingSources: readonly string[]
): LibvirtError | null {
  const path = sourcePath(disk.source);
  if (path !== null && missingSources.includes(path)) return cannotAccessStorage(path);
  if (disk.device === 'floppy') {
    return libvirtError('OPERATION_UNSUPPORTED', 'QEMU', `floppy device hotplug isn't supported`);
  }
  for (const other of definition.disks) {
    const refused = refusePair(other, disk);
    if (refused !== null) return refused;
  }
  return null;
}

/** Where a disk goes in a running machine, and the controllers then. */
interface Place {
  readonly address: DiskAddress | null;
  readonly controllers: readonly Controller[];
}

function findPlace(disk: DomainDisk, definition: DomainDefinition): Result<Place, LibvirtError> {
  const { bus } = disk.target;
  if (bus === 'scsi') return findScsiPlace(disk, definition);
  const { hardware, controllers, disks } = definition;
  if (bus !== 'virtio') {
    const plugged = assignUsbPort(disk, disks, usbPorts(hardware));
    return plugged.ok ? ok({ address: plugged.value.address, controllers }) : plugged;
  }
  if (disk.address !== null && disk.address.type !== 'pci') {
    return refuse(libvirtError('INTERNAL_ERROR', 'QEMU', `Unexpected address type for 'virtio-blk'`));
  }
  const address = ensureAddress(definition, virtioConnect(chipsetOf(hardware.machine)), wantedPciAddress(disk));
  return address.ok ? ok({ address: address.value, controllers }) : address;
}

/**
 * [LIVE-4] A SCSI disk needs its controller and all with lower numbers; those that lack are plugged in first, each of
 * the model of the last one found, LSI when there is none.
 */
function findScsiPlace(disk: DomainDisk, definition: DomainDefinition): Result<Place, LibvirtError> {
  const seat = disk.address;
  if (seat?.type !== 'drive') throw new Error(`a SCSI disk without a drive address: ${disk.target.dev}`);
  const taken = refuseTakenSeat(disk, definition.disks);
  if (taken !== null) return refuse(taken);
  const chipset = chipsetOf(definition.hardware.machine);
  let { controllers } = definition;
  for (let index = 0; index <= seat.controller; index++) {
    if (findController(controllers, 'scsi', index) !== undefined) continue;
    const model = controllers.findLast(({ type }) => type === 'scsi')?.model ?? 'lsilogic';
    const connect = model === 'virtio-scsi' ? virtioConnect(chipset) : 'pci';
    const address = ensureAddress({ ...definition, controllers }, connect, null);
    if (!address.ok) return address;
    controllers = addController(controllers, chipset, 'scsi', index, model, address.value);
  }
  return ok({ address: seat, controllers });
}

/** [DUP-3] A SCSI disk whose seat another has; other buses are not asked. */
function refuseTakenSeat({ target, address: seat }: DomainDisk, disks: readonly DomainDisk[]): LibvirtError | null {
  if (target.bus !== 'scsi' || seat?.type !== 'drive') return null;
  const taken = disks.some(
    (other) => other.target.bus === 'scsi' && other.address?.type === 'drive' && sameDriveAddress(other.address, seat)
  );
  return taken ? libvirtError('OPERATION_INVALID', 'QEMU', 'Domain already contains a disk with that address') : null;
}
