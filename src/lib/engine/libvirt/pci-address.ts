/**
 * A PCI address and its two spellings.
 *
 * Upstream: src/util/virpci.c (virPCIDeviceAddressAsString), src/conf/device_conf.c (virPCIDeviceAddressFormat).
 * Simplified: there is only PCI domain 0, as QEMU's x86 machines have it; no zPCI.
 */

/** Bus, slot and function in PCI domain 0. */
export interface PciAddress {
  readonly type: 'pci';
  readonly bus: number;
  readonly slot: number;
  readonly function: number;
}

/** Makes an address; function 0 unless said. */
export function pciAddress(bus: number, slot: number, fn = 0): PciAddress {
  return { type: 'pci', bus, slot, function: fn };
}

/** `0000:00:05.0`, as messages and lspci write it. */
export function formatPciAddress(address: PciAddress): string {
  return `0000:${hex2(address.bus)}:${hex2(address.slot)}.${address.function}`;
}

/** Two hexadecimal digits, as addresses are written. */
export function hex2(value: number): string {
  return value.toString(16).padStart(2, '0');
}

/** Reads `0000:00:05.0`; null when the text is no address of PCI domain 0. */
export function parsePciAddress(text: string): PciAddress | null {
  const parts = /^0000:([0-9a-f]{2}):([0-9a-f]{2})\.([0-7])$/.exec(text);
  if (parts === null) return null;
  return pciAddress(parseInt(parts[1] ?? '', 16), parseInt(parts[2] ?? '', 16), Number(parts[3]));
}
