/**
 * What a Linux guest calls its disks.
 *
 * Upstream: Linux drivers/block/virtio_blk.c (virtblk_probe: the lowest free index; virtblk_name_format), drivers/pci
 * (bus scan in address order); systemd's rules.d/60-persistent-storage.rules (by-id links).
 */
import type { Brand } from '../kernel/brand.ts';
import type { Domain } from '../libvirt/domain.ts';
import type { PciAddress } from '../libvirt/pci-address.ts';

/** `vdc`: the kernel's name of a disk, `/dev/vdc` inside the guest. */
export type GuestName = Brand<'GuestName'>;

/** A disk that the guest's kernel knows. `gone`: unplugged, but a process holds it open, so its name stays taken. */
export interface GuestDisk {
  readonly name: GuestName;
  readonly pci: PciAddress;
  readonly serial: string;
}

/** The guest's kernel, as far as disks go. `heldNames`: names of disks that are gone but still held open. */
export interface Guest {
  readonly disks: readonly GuestDisk[];
  readonly heldNames: readonly GuestName[];
}

/** The guest boots: its disks are named in the order of their PCI addresses. */
export function scanAtBoot(_domain: Domain): Guest {
  throw new Error('not written yet');
}

/** A disk is plugged in: it takes the lowest name that is free. */
export function plug(_guest: Guest, _pci: PciAddress, _serial: string | null): Guest {
  throw new Error('not written yet');
}

/** A disk is pulled. `heldOpen`: a process still has it open, so its name is not free yet. */
export function unplug(_guest: Guest, _pci: PciAddress, _heldOpen = false): Guest {
  throw new Error('not written yet');
}
