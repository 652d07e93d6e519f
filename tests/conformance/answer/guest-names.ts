/**
 * The black box for recordings of kind `guest-names`: what happens to a Linux guest's disks in, what it calls them
 * after each event out.
 */
import { boot, GUEST_OFF, plug, reboot, unplug, type Guest } from '../../../src/lib/engine/guest/guest.ts';
import { formatPciAddress, parsePciAddress, type PciAddress } from '../../../src/lib/engine/libvirt/pci-address.ts';

type RecordedDisk = readonly [pci: string, serial: string];

/** An event in a guest's life; `held`: a process keeps the disk open while it is pulled. */
export type GuestEvent =
  | { readonly boot: readonly RecordedDisk[] }
  | { readonly plug: RecordedDisk }
  | { readonly unplug: string; readonly held?: boolean }
  | { readonly reset: true };

/** What the guest calls a disk. */
export interface NamedDisk {
  readonly name: string;
  readonly pci: string;
  readonly serial: string;
}

/** Runs the events on the engine's guest; names are listed in order of the guest's own names. */
export function answerGuestNames({ events }: { readonly events: readonly GuestEvent[] }): {
  readonly names: readonly (readonly NamedDisk[])[];
} {
  let guest = GUEST_OFF;
  const names: (readonly NamedDisk[])[] = [];
  for (const event of events) {
    guest = after(guest, event);
    names.push(namedDisks(guest));
  }
  return { names };
}

function after(guest: Guest, event: GuestEvent): Guest {
  if ('boot' in event) return boot(event.boot.map(([pci, serial]) => ({ pci: address(pci), serial })));
  if ('plug' in event) return plug(guest, address(event.plug[0]), event.plug[1]);
  if ('unplug' in event) return unplug(guest, address(event.unplug), event.held);
  return reboot(guest);
}

function namedDisks(guest: Guest): readonly NamedDisk[] {
  const disks = guest.disks.map(({ name, pci, serial }) => ({ name, pci: formatPciAddress(pci), serial }));
  return disks.toSorted((one, other) => one.name.length - other.name.length || (one.name < other.name ? -1 : 1));
}

function address(text: string): PciAddress {
  const pci = parsePciAddress(text);
  if (pci === null) throw new Error(`not a PCI address: ${text}`);
  return pci;
}
