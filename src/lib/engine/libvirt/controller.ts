/**
 * Controllers: what disks and buses hang on. libvirt adds them by itself when a device needs one.
 *
 * Upstream: src/conf/domain_conf.c (virDomainDefAddImplicitControllers, virDomainDefAddDiskControllersForType,
 * virDomainDefMaybeAddController, virDomainControllerInsertPreAlloced), src/qemu/qemu_domain.c
 * (qemuDomainDefAddDefaultDevices), src/qemu/qemu_domain_address.c (qemuDomainValidateDevicePCISlotsPIIX3, ...Q35:
 * the chipset's own addresses), src/qemu/qemu_alias.c (qemuAssignDeviceControllerAlias).
 */
import type { DomainDisk } from './disk.ts';
import { insertAt, insertionPoint } from './disk-order.ts';
import { chipsetOf, type Chipset, type DomainHardware } from './hardware.ts';
import { pciAddress, type PciAddress } from './pci-address.ts';

/** The kinds of PCI bus a definition here can have. */
export const PCI_BUS_MODELS = ['pci-root', 'pci-bridge', 'pcie-root', 'pcie-root-port', 'pcie-to-pci-bridge'] as const;
export type PciBusModel = (typeof PCI_BUS_MODELS)[number];

/** The controllers that devices other than PCI ones hang on. */
export const DEVICE_CONTROLLER_TYPES = ['usb', 'scsi', 'sata', 'ide', 'fdc', 'virtio-serial'] as const;
export type DeviceControllerType = (typeof DEVICE_CONTROLLER_TYPES)[number];

/** A controller of a definition; `address` null: the chipset's own, without a place in the XML. */
export type Controller = PciController | DeviceController;

/** A PCI bus: `index` is the bus number in the addresses of what is plugged into it. */
export interface PciController {
  readonly type: 'pci';
  readonly index: number;
  readonly model: PciBusModel;
  readonly address: PciAddress | null;
}

/** A controller of disks, USB devices or virtio-serial ports. */
export interface DeviceController {
  readonly type: DeviceControllerType;
  readonly index: number;
  readonly model: string | null;
  readonly address: PciAddress | null;
}

/** Disk buses in the order in which libvirt looks whether they need a controller. */
const DISK_CONTROLLERS = ['scsi', 'fdc', 'ide', 'sata'] as const;
type DiskControllerType = (typeof DISK_CONTROLLERS)[number];

/**
 * [CTRL-1] A fresh definition's controllers: those asked for, then USB, the chipset's SATA (q35) and the PCI root,
 * then what the disks need, then virtio-serial for the guest agent.
 */
export function freshControllers(hardware: DomainHardware, disks: readonly DomainDisk[]): readonly Controller[] {
  const chipset = chipsetOf(hardware.machine);
  const express = chipset === 'q35';
  let controllers: readonly Controller[] = [];
  if (hardware.scsiController !== null) {
    controllers = addController(controllers, chipset, 'scsi', 0, hardware.scsiController);
  }
  controllers = addController(controllers, chipset, 'usb', 0, express ? 'qemu-xhci' : 'piix3-uhci');
  if (express) controllers = addController(controllers, chipset, 'sata', 0, null);
  controllers = addPciController(controllers, 0, express ? 'pcie-root' : 'pci-root');
  for (let port = 1; port <= hardware.rootPorts; port++) {
    controllers = addPciController(controllers, port, 'pcie-root-port');
  }
  controllers = addDiskControllers(controllers, chipset, disks);
  return hardware.guestAgent ? addController(controllers, chipset, 'virtio-serial', 0, null) : controllers;
}

/** [CTRL-2] The same controllers, and for each disk bus those up to the highest number a disk's address names. */
export function addDiskControllers(
  controllers: readonly Controller[],
  chipset: Chipset,
  disks: readonly DomainDisk[]
): readonly Controller[] {
  let all = controllers;
  for (const type of DISK_CONTROLLERS) {
    const highest = highestController(disks, type);
    for (let index = 0; index <= highest; index++) {
      all = addController(all, chipset, type, index, type === 'scsi' ? 'lsilogic' : null);
    }
  }
  return all;
}

/** The controllers with a device controller more, unless there is one of this type and number. `address`: if known. */
export function addController(
  controllers: readonly Controller[],
  chipset: Chipset,
  type: DeviceControllerType,
  index: number,
  model: string | null,
  address: PciAddress | null = chipsetAddress(chipset, type, index)
): readonly Controller[] {
  if (findController(controllers, type, index) !== undefined) return controllers;
  return insertController(controllers, { type, index, model, address });
}

/** The controllers with a PCI bus more; its own address is still to be found. */
export function addPciController(
  controllers: readonly Controller[],
  index: number,
  model: PciBusModel
): readonly Controller[] {
  return insertController(controllers, { type: 'pci', index, model, address: null });
}

/** The controller of a type and number, if the definition has it. */
export function findController(
  controllers: readonly Controller[],
  type: Controller['type'],
  index: number
): Controller | undefined {
  return controllers.find((one) => one.type === type && one.index === index);
}

/** [ALIAS-3] The id of a controller in QEMU: the chipset's IDE, SATA and USB have no number. */
export function controllerAlias(controller: Controller, chipset: Chipset): string {
  const { type, index } = controller;
  if (type === 'pci') return controller.model === 'pcie-root' ? 'pcie.0' : `pci.${index}`;
  if (index > 0) return `${type}${index}`;
  if (type === 'usb') return 'usb';
  const builtIn = (type === 'ide' && chipset === 'i440fx') || (type === 'sata' && chipset === 'q35');
  return builtIn ? 'ide' : `${type}0`;
}

/** [PCI-3] The first IDE and USB controllers are part of the PIIX3, the first SATA controller of the ICH9. */
function chipsetAddress(chipset: Chipset, type: DeviceControllerType, index: number): PciAddress | null {
  if (index > 0) return null;
  if (chipset === 'q35') return type === 'sata' ? pciAddress(0, 0x1f, 2) : null;
  if (type === 'ide') return pciAddress(0, 1, 1);
  return type === 'usb' ? pciAddress(0, 1, 2) : null;
}

function insertController(controllers: readonly Controller[], controller: Controller): readonly Controller[] {
  const at = insertionPoint(
    controllers,
    (other) => other.type === controller.type,
    (other) => other.index > controller.index
  );
  return insertAt(controllers, at, controller);
}

function highestController(disks: readonly DomainDisk[], bus: DiskControllerType): number {
  let highest = -1;
  for (const { target, address } of disks) {
    if (target.bus === bus && address?.type === 'drive') highest = Math.max(highest, address.controller);
  }
  return highest;
}
