/**
 * Places every device of a definition on the PCI buses, adding buses where the devices do not fit.
 *
 * Upstream: src/qemu/qemu_domain_address.c (qemuDomainAssignPCIAddresses, qemuDomainPCIAddressSetCreate,
 * qemuDomainCollectPCIAddress, qemuDomainValidateDevicePCISlotsPIIX3, ...Q35, qemuDomainAssignDevicePCISlots,
 * qemuDomainDeviceCalculatePCIConnectFlags), src/conf/domain_addr.c (virDomainPCIAddressEnsureAddr).
 * Simplified: the devices a Nova guest has here; one video card.
 *
 * libvirt does it in two passes over the same devices: a rehearsal on paper, in which buses may be added, and the
 * real one, in which the added buses (now controllers) get their place first.
 */
import { ok, refuse, type Result } from '../kernel/result.ts';
import { addPciController, type Controller, findController, type PciBusModel } from './controller.ts';
import type { DomainDisk } from './disk.ts';
import { chipsetOf, type Chipset, type DomainHardware, type FixedAddresses } from './hardware.ts';
import { libvirtError, noMorePciSlots, type LibvirtError } from './libvirt-error.ts';
import { pciAddress, type PciAddress } from './pci-address.ts';
import {
  busModel,
  growFor,
  isFullyReserved,
  nextFreeAddress,
  pciAddressSet,
  type PciAddressSet,
  type PciConnect,
  refuseAddress,
  takeAddress,
  takeNextAddress
} from './pci-bus.ts';

/** A definition in which some devices still lack an address. */
export interface Unplaced<Disk extends DomainDisk> {
  readonly hardware: DomainHardware;
  readonly fixed: FixedAddresses;
  readonly controllers: readonly Controller[];
  readonly disks: readonly Disk[];
}

/** The fixed devices before anything is placed. */
export const NOTHING_PLACED: FixedAddresses = { video: null, nics: [], memballoon: null };

/** What holds a PCI address, by where it stands in the definition. */
interface PciDevice {
  readonly what: 'controller' | 'nic' | 'disk' | 'memballoon';
  readonly at: number;
  readonly connect: PciConnect;
  readonly address: PciAddress | null;
}

/** [PCI-6] Gives each device without an address its own; those that have one keep it. */
export function assignAddresses<Disk extends DomainDisk>(
  unplaced: Unplaced<Disk>
): Result<Unplaced<Disk>, LibvirtError> {
  const rehearsal = withNeededBuses(unplaced);
  if (!rehearsal.ok) return rehearsal;
  const draft = { ...unplaced, controllers: rehearsal.value };
  const set = pciAddressSet(busesOf(draft.controllers));
  const devices = pciDevices(draft);
  const refused = collectAddresses(set, draft, devices, false);
  if (refused !== null) return refuse(refused);
  const video = placeVideo(set, draft);
  const placed: (PciAddress | null)[] = [];
  for (const device of devices) {
    const address = device.address ?? takeNextAddress(set, device.connect, false);
    if (!('slot' in address)) return refuse(address);
    placed.push(address);
  }
  return ok(withAddresses(draft, devices, placed, video));
}

/**
 * [LIVE-2] A PCI address for a device plugged into a running guest: the one it asks for, function 0 and on a bus with
 * hot-plug, or the lowest free slot. Running guests get no new buses.
 */
export function ensureAddress(
  live: Unplaced<DomainDisk>,
  connect: PciConnect,
  wanted: PciAddress | null
): Result<PciAddress, LibvirtError> {
  const set = pciAddressSet(busesOf(live.controllers));
  occupy(set, live);
  if (wanted === null) {
    const address = nextFreeAddress(set, connect, true);
    return address === null ? refuse(noMorePciSlots()) : ok(address);
  }
  if (wanted.function !== 0) {
    const words = 'Only PCI device addresses with function=0 are supported';
    return refuse(libvirtError('INTERNAL_ERROR', 'DOMAIN', words));
  }
  const refused = refuseAddress(set, wanted, true);
  return refused === null ? ok(wanted) : refuse(refused);
}

/**
 * [PCI-12] Where a virtio disk more would go in a definition that has room for it, null when buses must be added. A
 * classic PCI guest has room only while one more slot stays free, see [PCI-8].
 */
export function spareAddress(placed: Unplaced<DomainDisk>): PciAddress | null {
  const connect = virtioConnect(chipsetOf(placed.hardware.machine));
  const set = pciAddressSet(busesOf(placed.controllers));
  occupy(set, placed);
  const address = nextFreeAddress(set, connect, false);
  if (address === null || connect === 'pcie') return address;
  takeAddress(set, address, connect);
  return nextFreeAddress(set, connect, false) === null ? null : address;
}

/** What a virtio device needs: PCI Express where the machine has it. */
export function virtioConnect(chipset: Chipset): PciConnect {
  return chipset === 'q35' ? 'pcie' : 'pci';
}

/** [PCI-7] An address of zeros counts as none: libvirt chooses. */
export function wantedPciAddress(disk: DomainDisk): PciAddress | null {
  const { address } = disk;
  if (address?.type !== 'pci') return null;
  return address.bus === 0 && address.slot === 0 ? null : address;
}

/** The rehearsal: the controllers, with those added that the devices need. */
function withNeededBuses(draft: Unplaced<DomainDisk>): Result<readonly Controller[], LibvirtError> {
  const set = pciAddressSet(busesOf(draft.controllers));
  const known = set.buses.length;
  const devices = pciDevices(draft);
  const refused = collectAddresses(set, draft, devices, true);
  if (refused !== null) return refuse(refused);
  placeVideo(set, draft);
  // [PCI-8] A classic PCI guest keeps one slot to spare, so that the last one goes to a bridge and never to a disk.
  if (set.buses[0] === 'pci-root' && !isFullyReserved(set)) takeNextAddress(set, 'pci', true);
  for (const { address, connect } of devices) {
    if (address !== null) continue;
    const taken = takeNextAddress(set, connect, true);
    if (!('slot' in taken)) return refuse(taken);
  }
  // [PCI-9] A new PCI Express guest gets one root port more than it needs; that is all its room for hot-plug.
  if (known <= 1 && set.buses.length > known && set.buses[0] === 'pcie-root') takeNextAddress(set, 'pcie', true);
  return withNewBuses(set, draft.controllers);
}

function withNewBuses(
  set: PciAddressSet,
  controllers: readonly Controller[]
): Result<readonly Controller[], LibvirtError> {
  let all = controllers;
  for (let bus = 1; bus < set.buses.length; bus++) {
    if (findController(all, 'pci', bus) !== undefined) continue;
    const model = busModel(set.buses[bus] ?? 'pci-bridge');
    all = addPciController(all, bus, model);
    // The bus itself needs a slot, and may need one more bus for it.
    const place = takeNextAddress(set, controllerConnect(model), true);
    if (!('slot' in place)) return refuse(place);
  }
  return ok(all);
}

/** Marks what is taken already and what the chipset keeps for itself; refuses an address that cannot be. */
function collectAddresses(
  set: PciAddressSet,
  draft: Unplaced<DomainDisk>,
  devices: readonly PciDevice[],
  mayGrow: boolean
): LibvirtError | null {
  // A disk is the only device here whose address a client names, so all the others are marked first.
  markFixed(set, draft);
  for (const { what, address, connect } of devices) {
    if (address !== null && what !== 'disk') takeAddress(set, address, connect);
  }
  for (const { what, address, connect } of devices) {
    if (address === null || what !== 'disk') continue;
    if (mayGrow) growFor(set, address.bus, connect);
    const refused = refuseAddress(set, address, false);
    if (refused !== null) return refused;
    takeAddress(set, address, connect);
  }
  return null;
}

/** As collecting, for a definition in which all is known to be well. */
function occupy(set: PciAddressSet, placed: Unplaced<DomainDisk>): void {
  markFixed(set, placed);
  for (const { type, model, address } of placed.controllers) {
    if (type === 'pci' && address !== null) takeAddress(set, address, controllerConnect(model));
  }
  for (const address of placed.fixed.nics) takeAddress(set, address, 'pci');
  if (placed.fixed.memballoon !== null) takeAddress(set, placed.fixed.memballoon, 'pci');
  for (const { address } of placed.disks) if (address?.type === 'pci') takeAddress(set, address, 'pci');
}

/** [PCI-3] What the chipset holds without being in the XML, and its own controllers; the video card if placed. */
function markFixed(set: PciAddressSet, draft: Unplaced<DomainDisk>): void {
  const slot = chipsetOf(draft.hardware.machine) === 'q35' ? 0x1f : 1;
  set.taken[slot] = (set.taken[slot] ?? 0) | 0b1001; // the ISA bridge, and SMBus or power management
  for (const { type, address } of draft.controllers) {
    if (type !== 'pci' && address !== null) takeAddress(set, address, 'pci');
  }
  if (draft.fixed.video !== null) takeAddress(set, draft.fixed.video, 'pci');
}

/** [PCI-10] The video card sits right behind the chipset: slot 2 of a PIIX3 machine, slot 1 of q35. */
function placeVideo(set: PciAddressSet, draft: Unplaced<DomainDisk>): PciAddress | null {
  if (draft.hardware.video === null || draft.fixed.video !== null) return draft.fixed.video;
  const q35 = chipsetOf(draft.hardware.machine) === 'q35';
  const usual = pciAddress(0, q35 ? 1 : 2);
  if (set.taken[usual.slot] !== 0) {
    const other = takeNextAddress(set, 'pci', true);
    return 'slot' in other ? other : null;
  }
  takeAddress(set, usual, 'pci');
  return usual;
}

/** [PCI-11] The devices in the order in which they are served: PCI buses, NICs, controllers, disks, memballoon. */
function pciDevices(draft: Unplaced<DomainDisk>): readonly PciDevice[] {
  const { hardware, fixed, controllers, disks } = draft;
  const virtio = virtioConnect(chipsetOf(hardware.machine));
  const devices: PciDevice[] = [];
  controllers.forEach((one, at) => {
    if (one.type !== 'pci' || one.index === 0) return;
    devices.push({ what: 'controller', at, connect: controllerConnect(one.model), address: one.address });
  });
  hardware.nics.forEach((nic, at) => {
    const connect = nic.model === 'virtio' || nic.model === 'e1000e' ? virtio : 'pci';
    devices.push({ what: 'nic', at, connect, address: fixed.nics[at] ?? null });
  });
  controllers.forEach((one, at) => {
    if (!needsSlot(one) || one.address !== null) return;
    devices.push({ what: 'controller', at, connect: deviceControllerConnect(one, virtio), address: null });
  });
  disks.forEach((disk, at) => {
    if (disk.target.bus !== 'virtio') return;
    devices.push({ what: 'disk', at, connect: virtio, address: wantedPciAddress(disk) });
  });
  if (hardware.memballoon) devices.push({ what: 'memballoon', at: 0, connect: virtio, address: fixed.memballoon });
  return devices;
}

/** Floppy controllers sit behind the ISA bridge, a first IDE controller in the chipset or nowhere. */
function needsSlot(controller: Controller): boolean {
  if (controller.type === 'pci' || controller.type === 'fdc') return false;
  return controller.type !== 'ide' || controller.index > 0;
}

function controllerConnect(model: string): PciConnect {
  if (model === 'pcie-root-port' || model === 'pcie-to-pci-bridge') return model;
  return 'pci-bridge';
}

function deviceControllerConnect(controller: Controller, virtio: PciConnect): PciConnect {
  if (controller.type === 'virtio-serial' || controller.model === 'virtio-scsi') return virtio;
  return controller.model === 'qemu-xhci' ? virtio : 'pci';
}

function withAddresses<Disk extends DomainDisk>(
  draft: Unplaced<Disk>,
  devices: readonly PciDevice[],
  placed: readonly (PciAddress | null)[],
  video: PciAddress | null
): Unplaced<Disk> {
  const controllers = draft.controllers.slice();
  const disks = draft.disks.slice();
  const nics: PciAddress[] = [];
  let memballoon: PciAddress | null = null;
  let fixedMoved = video !== draft.fixed.video;
  devices.forEach(({ what, at, address: before }, index) => {
    const address = placed[index] ?? null;
    if (what === 'nic' && address !== null) nics.push(address);
    if (what === 'memballoon') memballoon = address;
    if (before !== null) return;
    const controller = controllers[at];
    const disk = disks[at];
    if (what === 'controller' && controller !== undefined) controllers[at] = { ...controller, address };
    else if (what === 'disk' && disk !== undefined) disks[at] = { ...disk, address };
    else fixedMoved = true;
  });
  const fixed = fixedMoved ? { video, nics, memballoon } : draft.fixed;
  return { hardware: draft.hardware, fixed, controllers, disks };
}

/** The buses by number; a number that no controller has yet stands for a bridge or a root port to come. */
function busesOf(controllers: readonly Controller[]): readonly PciBusModel[] {
  const buses: (PciBusModel | undefined)[] = [];
  for (const one of controllers) if (one.type === 'pci') buses[one.index] = one.model;
  const missing = buses[0] === 'pcie-root' ? 'pcie-root-port' : 'pci-bridge';
  for (let bus = 0; bus < buses.length; bus++) buses[bus] ??= missing;
  return buses as PciBusModel[];
}
