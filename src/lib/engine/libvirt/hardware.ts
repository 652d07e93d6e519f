/**
 * The part of a domain that this playground never changes while the domain lives: everything but its disks.
 *
 * Upstream: src/conf/domain_conf.h (virDomainDef). Which of it a Nova guest has: nova/virt/libvirt/driver.py
 * (LibvirtDriver._get_guest_config).
 * Simplified: one video card, one serial console, one tablet, VNC; no host devices, no sound, no rng.
 */
import type { PciAddress } from './pci-address.ts';
import type { XmlElement } from './xml.ts';

/** A network card. `bridge` null: user networking. */
export interface Nic {
  readonly mac: string;
  readonly model: string;
  readonly bridge: string | null;
  readonly tap: string | null;
}

/** Who runs the guest: the host's processor, or QEMU's emulation. */
export const DOMAIN_TYPES = ['kvm', 'qemu'] as const;

/** The video cards that a guest here can have. */
export const VIDEO_MODELS = ['cirrus', 'vga', 'virtio'] as const;

/** A domain's hardware as asked for, without addresses. Shared by reference; never copied. */
export interface DomainHardware {
  readonly type: (typeof DOMAIN_TYPES)[number];
  /** `pc-i440fx-2.9`, `pc-q35-7.2` and the like; decides between PCI and PCI Express. */
  readonly machine: string;
  readonly emulator: string;
  readonly memoryKiB: number;
  readonly vcpus: number;
  readonly metadata: XmlElement | null;
  readonly sysinfo: readonly (readonly [name: string, value: string])[];
  readonly nics: readonly Nic[];
  /** The virtio-serial channel of the guest agent: its controller takes a PCI slot before the disks. */
  readonly guestAgent: boolean;
  readonly video: (typeof VIDEO_MODELS)[number] | null;
  readonly memballoon: boolean;
  readonly consoleLog: string | null;
  /** The SCSI controller written in the definition, or null; LSI is what libvirt adds by itself. */
  readonly scsiController: ScsiModel | null;
  /** Empty PCI Express root ports written in the definition (q35). */
  readonly rootPorts: number;
}

/** The SCSI controllers that disks here can sit on. */
export const SCSI_MODELS = ['lsilogic', 'virtio-scsi'] as const;
export type ScsiModel = (typeof SCSI_MODELS)[number];

/** The machine families that differ in where things are plugged. */
export type Chipset = 'i440fx' | 'q35';

/** The family of a machine type. Upstream: src/qemu/qemu_domain.c (qemuDomainMachineIsQ35, ...IsI440FX). */
export function chipsetOf(machine: string): Chipset {
  return machine === 'q35' || machine.startsWith('pc-q35') ? 'q35' : 'i440fx';
}

/** The ports of the USB controller: PIIX3 has two, xHCI as QEMU makes it fifteen. Upstream: domain_addr.c. */
export function usbPorts(hardware: DomainHardware): number {
  return chipsetOf(hardware.machine) === 'q35' ? 15 : 2;
}

/** Where the fixed PCI devices of one definition ended up. */
export interface FixedAddresses {
  readonly video: PciAddress | null;
  readonly nics: readonly PciAddress[];
  readonly memballoon: PciAddress | null;
}
