/**
 * What a Linux guest calls its virtio disks.
 *
 * Upstream: Linux drivers/block/virtio_blk.c (virtblk_probe takes the lowest free index, virtblk_name_format spells
 * it, virtblk_free_disk gives it back when the last opener is gone; VIRTIO_BLK_ID_BYTES), drivers/pci/probe.c
 * (pci_scan_child_bus: a bus is scanned in slot order); systemd rules.d/60-persistent-storage.rules (by-id links).
 * Simplified: virtio disks only; disks are probed in the order in which they appear. On SCSI, SATA and IDE the kernel
 * probes in parallel and promises no order.
 *
 * Nothing here reads a disk's target: the guest never gets to see it.
 */
import type { Brand } from '../kernel/brand.ts';
import { indexToDiskName } from '../libvirt/disk-name.ts';
import type { Domain } from '../libvirt/domain.ts';
import type { PciAddress } from '../libvirt/pci-address.ts';

/** `vdc`: the kernel's name of a disk, `/dev/vdc` inside the guest. */
export type GuestName = Brand<'GuestName'>;

/** A disk that the guest's kernel knows; `serial` is what it can read of it. */
export interface GuestDisk {
  readonly name: GuestName;
  readonly pci: PciAddress;
  readonly serial: string;
}

/** The guest's kernel, as far as disks go. `heldNames`: disks that are gone but that a process still holds open. */
export interface Guest {
  readonly disks: readonly GuestDisk[];
  readonly heldNames: readonly GuestName[];
}

/** A guest that has not booted: it has no names for anything. */
export const GUEST_OFF: Guest = { disks: [], heldNames: [] };

/** A virtio disk as the hardware shows it to the guest. */
export interface VisibleDisk {
  readonly pci: PciAddress;
  readonly serial: string | null;
}

/** How much of a serial the virtio-blk device hands out. */
const SERIAL_BYTES = 20;

/** [GUEST-1] The guest boots on this domain: its virtio disks are named vda, vdb, ... in order of PCI address. */
export function scanAtBoot(domain: Domain): Guest {
  return boot(visibleDisks(domain));
}

/** [GUEST-2] The guest reboots, on the same machine: names start anew, and nothing is held open any longer. */
export function reboot(guest: Guest): Guest {
  return boot(guest.disks);
}

/** [GUEST-1] on the disks that the hardware shows. */
export function boot(disks: readonly VisibleDisk[]): Guest {
  return disks.toSorted((one, other) => comparePci(one.pci, other.pci)).reduce(probe, GUEST_OFF);
}

/** [GUEST-3] A disk is plugged in: it takes the lowest letter that is neither in use nor held. */
export function plug(guest: Guest, pci: PciAddress, serial: string | null): Guest {
  return probe(guest, { pci, serial });
}

/** [GUEST-4] A disk is pulled. `heldOpen`: a process still has it open, so its letter stays taken. */
export function unplug(guest: Guest, pci: PciAddress, heldOpen = false): Guest {
  const gone = guest.disks.find((disk) => comparePci(disk.pci, pci) === 0);
  if (gone === undefined) return guest;
  const disks = guest.disks.filter((disk) => disk !== gone);
  return { disks, heldNames: heldOpen ? [...guest.heldNames, gone.name] : guest.heldNames };
}

/** [GUEST-5] The last process closes a disk that is gone: its letter is free again. */
export function release(guest: Guest, name: GuestName): Guest {
  return { ...guest, heldNames: guest.heldNames.filter((held) => held !== name) };
}

/**
 * [GUEST-6] The guest after the domain's live disks have changed: what is gone is unplugged, what is new is plugged,
 * lowest address first. A disk that stays keeps its name.
 */
export function followHotplug(guest: Guest, domain: Domain): Guest {
  const visible = visibleDisks(domain);
  const left = guest.disks
    .filter(({ pci }) => !visible.some((disk) => comparePci(disk.pci, pci) === 0))
    .reduce((after, { pci }) => unplug(after, pci), guest);
  return visible
    .filter(({ pci }) => !left.disks.some((disk) => comparePci(disk.pci, pci) === 0))
    .toSorted((one, other) => comparePci(one.pci, other.pci))
    .reduce(probe, left);
}

/** [GUEST-7] The links that udev makes for a disk: by its serial, cut to 20 characters, if it has one. */
export function byIdLink(disk: GuestDisk): string | null {
  return disk.serial === '' ? null : `/dev/disk/by-id/virtio-${disk.serial.replaceAll(' ', '_')}`;
}

/** The virtio disks of a running domain, as its guest can see them. */
function visibleDisks(domain: Domain): readonly VisibleDisk[] {
  const visible: VisibleDisk[] = [];
  for (const { target, address, serial } of domain.live?.disks ?? []) {
    if (target.bus === 'virtio' && address?.type === 'pci') visible.push({ pci: address, serial });
  }
  return visible;
}

/** By bus, then slot, then function: the order in which a guest comes across its devices. */
function comparePci(one: PciAddress, other: PciAddress): number {
  return one.bus - other.bus || one.slot - other.slot || one.function - other.function;
}

function probe(guest: Guest, { pci, serial }: VisibleDisk): Guest {
  const disk = { name: lowestFreeName(guest), pci, serial: (serial ?? '').slice(0, SERIAL_BYTES) };
  return { ...guest, disks: [...guest.disks, disk] };
}

function lowestFreeName({ disks, heldNames }: Guest): GuestName {
  const taken = new Set<string>([...disks.map(({ name }) => name), ...heldNames]);
  let index = 0;
  while (taken.has(indexToDiskName(index, 'vd'))) index++;
  return indexToDiskName(index, 'vd') as GuestName;
}
