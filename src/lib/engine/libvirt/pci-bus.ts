/**
 * PCI buses and what may be plugged into them: which slots are free, and why an address is refused.
 *
 * Upstream: src/conf/domain_addr.c (virDomainPCIAddressBusSetModel, virDomainPCIAddressFlagsCompatible,
 * virDomainPCIAddressValidate, virDomainPCIAddressGetNextAddr, virDomainPCIAddressReserveAddrInternal,
 * virDomainPCIAddressSetGrow).
 * Simplified: no isolation groups (they are for POWER), no expander buses, no switches.
 *
 * A `PciAddressSet` is a working sheet: the function that makes it fills it in and throws it away; it never becomes
 * part of a domain. Two byte arrays keep it cheap, for it is made anew for each attach.
 */
import type { PciBusModel } from './controller.ts';
import { libvirtError, noMorePciSlots, type LibvirtError } from './libvirt-error.ts';
import { formatPciAddress, pciAddress, type PciAddress } from './pci-address.ts';

/** What a device needs: a classic PCI slot, a PCI Express one, or a place where such a bus may hang. */
export type PciConnect = 'pci' | 'pcie' | 'pci-bridge' | 'pcie-root-port' | 'pcie-to-pci-bridge';

/** A bus of a working sheet. The last is a root port kept for a bridge; it becomes a common one. */
type SheetBus = PciBusModel | 'root-port-for-bridge';

/** What a bus takes, whether libvirt puts things there of its own accord, and whether a running guest may. */
interface BusRules {
  readonly takes: readonly PciConnect[];
  readonly automatic: boolean;
  readonly hotplug: boolean;
  readonly firstSlot: number;
  readonly lastSlot: number;
}

const CLASSIC: BusRules = { takes: ['pci', 'pci-bridge'], automatic: true, hotplug: true, firstSlot: 1, lastSlot: 31 };
const PORT: BusRules = {
  takes: ['pcie', 'pcie-to-pci-bridge'],
  automatic: true,
  hotplug: true,
  firstSlot: 0,
  lastSlot: 0
};

/** [PCI-1] One row a kind of bus: the PCI Express root takes nothing by itself and nothing while the guest runs. */
const BUS_RULES: Readonly<Record<SheetBus, BusRules>> = {
  'pci-root': CLASSIC,
  'pci-bridge': CLASSIC,
  'pcie-to-pci-bridge': CLASSIC,
  'pcie-root': { takes: ['pcie', 'pcie-root-port'], automatic: false, hotplug: false, firstSlot: 1, lastSlot: 31 },
  'pcie-root-port': PORT,
  'root-port-for-bridge': { ...PORT, takes: ['pcie-to-pci-bridge'] }
};

const SLOTS = 32;
const FUNCTIONS = 8;
const NONE_SHARED = new Uint8Array(0);

/** A working sheet: the buses by number, for each slot the functions taken, and whether ports may share it. */
export interface PciAddressSet {
  readonly buses: SheetBus[];
  taken: Uint8Array;
  shared: Uint8Array;
}

/** An empty sheet for these buses. */
export function pciAddressSet(buses: readonly SheetBus[]): PciAddressSet {
  return { buses: buses.slice(), taken: new Uint8Array(buses.length * SLOTS), shared: NONE_SHARED };
}

/** The model that a bus of the sheet has as a controller. */
export function busModel(bus: SheetBus): PciBusModel {
  return bus === 'root-port-for-bridge' ? 'pcie-root-port' : bus;
}

/** Marks an address as taken. Root ports share a slot with each other, eight to a slot. */
export function takeAddress(set: PciAddressSet, address: PciAddress, connect: PciConnect): void {
  const slot = address.bus * SLOTS + address.slot;
  if (connect === 'pcie-root-port' && set.taken[slot] === 0) markShared(set, slot);
  set.taken[slot] = (set.taken[slot] ?? 0) | (1 << address.function);
}

/** Whether the very address is taken. */
function isTaken(set: PciAddressSet, address: PciAddress): boolean {
  return ((set.taken[address.bus * SLOTS + address.slot] ?? 0) & (1 << address.function)) !== 0;
}

/** [PCI-2] The lowest free slot of the lowest bus that takes the device by itself; null when there is none. */
export function nextFreeAddress(set: PciAddressSet, connect: PciConnect, hotplug: boolean): PciAddress | null {
  const endpoint = connect === 'pci' || connect === 'pcie';
  for (let bus = 0; bus < set.buses.length; bus++) {
    const rules = rulesOf(set, bus);
    if (!rules.takes.includes(connect) || (endpoint && !rules.automatic) || (hotplug && !rules.hotplug)) continue;
    const found = freeSlotOnBus(set, bus, rules, connect);
    if (found !== null) return found;
  }
  return null;
}

/** The next free address, taken at once, adding a bus when there is none: only where `mayGrow` allows it. */
export function takeNextAddress(set: PciAddressSet, connect: PciConnect, mayGrow: boolean): PciAddress | LibvirtError {
  let address = nextFreeAddress(set, connect, false);
  if (address === null) {
    if (!mayGrow) return noMorePciSlots();
    const bus = growFor(set, set.buses.length, connect);
    if (typeof bus !== 'number') return bus;
    address = pciAddress(bus, rulesOf(set, bus).firstSlot);
  }
  takeAddress(set, address, connect);
  return address;
}

/**
 * [PCI-4] Why a device may not have the address that its XML names, or null. Someone who names an address may mix PCI
 * and PCI Express, but not plug into a bus without hot-plug while the guest runs.
 */
export function refuseAddress(set: PciAddressSet, address: PciAddress, hotplug: boolean): LibvirtError | null {
  const text = formatPciAddress(address);
  if (address.bus >= set.buses.length) {
    return addressError(`Invalid PCI address ${text}. Only PCI buses up to ${set.buses.length - 1} are available`);
  }
  const rules = rulesOf(set, address.bus);
  if (hotplug && !rules.hotplug) {
    const but = `but the PCI controller with index='${address.bus}' doesn't support hotplug`;
    return addressError(`The device at PCI address ${text} requires hotplug capability, ${but}`);
  }
  if (address.slot < rules.firstSlot) {
    return addressError(`Invalid PCI address ${text}. slot must be >= ${rules.firstSlot}`);
  }
  if (address.slot > rules.lastSlot) {
    return addressError(`Invalid PCI address ${text}. slot must be <= ${rules.lastSlot}`);
  }
  return isTaken(set, address) ? addressError(`Attempted double use of PCI Address ${text}`) : null;
}

/**
 * [PCI-5] Adds buses up to a number so that the device finds a place: root ports for PCI Express, bridges for PCI;
 * where PCI Express is all there is, a root port and a bridge on it. Answers the bus for the device.
 */
export function growFor(set: PciAddressSet, bus: number, connect: PciConnect): number | LibvirtError {
  if (bus < set.buses.length) return bus;
  if (connect === 'pcie' || connect === 'pcie-to-pci-bridge') {
    while (set.buses.length <= bus) set.buses.push('pcie-root-port');
    return fitted(set, bus);
  }
  if (connect !== 'pci') {
    const need = `a PCI slot is needed to connect a PCI controller model='${connect}', but none is available`;
    return libvirtError('INTERNAL_ERROR', 'DOMAIN', `${need}, and it cannot be automatically added`);
  }
  const bridgeable = set.buses.some((_, index) => rulesOf(set, index).takes.includes('pci-bridge'));
  const last = !bridgeable && bus === set.buses.length ? bus + 1 : bus;
  if (!bridgeable) set.buses.push('root-port-for-bridge', 'pcie-to-pci-bridge');
  while (set.buses.length <= last) set.buses.push('pci-bridge');
  return fitted(set, last);
}

/** Whether no slot of any bus is free. */
export function isFullyReserved(set: PciAddressSet): boolean {
  return set.buses.every((_, bus) => {
    const { firstSlot, lastSlot } = rulesOf(set, bus);
    for (let slot = firstSlot; slot <= lastSlot; slot++) if (set.taken[bus * SLOTS + slot] === 0) return false;
    return true;
  });
}

function freeSlotOnBus(set: PciAddressSet, bus: number, rules: BusRules, connect: PciConnect): PciAddress | null {
  const base = bus * SLOTS;
  for (let slot = rules.firstSlot; slot <= rules.lastSlot; slot++) {
    const taken = set.taken[base + slot] ?? 0;
    if (taken === 0) return pciAddress(bus, slot);
    if (connect !== 'pcie-root-port' || set.shared[base + slot] !== 1) continue;
    for (let fn = 0; fn < FUNCTIONS; fn++) if ((taken & (1 << fn)) === 0) return pciAddress(bus, slot, fn);
  }
  return null;
}

function markShared(set: PciAddressSet, slot: number): void {
  // Classic machines have no root ports: the array exists only where it is needed.
  if (set.shared.length < set.taken.length) set.shared = widened(set.shared, set.taken.length);
  set.shared[slot] = 1;
}

function fitted(set: PciAddressSet, bus: number): number {
  set.taken = widened(set.taken, set.buses.length * SLOTS);
  return bus;
}

function widened(bytes: Uint8Array, length: number): Uint8Array {
  const wider = new Uint8Array(length);
  wider.set(bytes);
  return wider;
}

function rulesOf(set: PciAddressSet, bus: number): BusRules {
  return BUS_RULES[set.buses[bus] ?? 'pci-root'];
}

function addressError(words: string): LibvirtError {
  return libvirtError('XML_ERROR', 'DOMAIN', words);
}
