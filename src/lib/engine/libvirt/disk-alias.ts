/**
 * The id of a disk in QEMU.
 *
 * Upstream: src/qemu/qemu_alias.c (qemuAssignDeviceDiskAlias), src/qemu/qemu_domain_address.c
 * (qemuDomainFindSCSIControllerModel).
 */
import type { Controller } from './controller.ts';
import type { DiskAddress, DiskAlias, DomainDisk } from './disk.ts';
import { diskNameToIndex } from './disk-name.ts';

/**
 * [ALIAS-1] A disk with a PCI or USB address is called by its bus and its letters: vdf is `virtio-disk5`, and so is
 * sdf on virtio. [ALIAS-2] One on a disk controller is called by its seat: `ide0-1-0`, and `scsi0-0-0-1` with the
 * SCSI target in between unless the controller is LSI.
 */
export function diskAlias(
  { bus, dev }: DomainDisk['target'],
  address: DiskAddress | null,
  controllers: readonly Controller[]
): DiskAlias {
  if (address?.type !== 'drive') return `${bus}-disk${diskNameToIndex(dev)}` as DiskAlias;
  const { controller, bus: channel, target, unit } = address;
  const seat =
    bus === 'scsi' && !isLsi(controllers, controller)
      ? `${controller}-${channel}-${target}-${unit}`
      : `${controller}-${channel}-${unit}`;
  return `${bus}${seat}` as DiskAlias;
}

function isLsi(controllers: readonly Controller[], index: number): boolean {
  return controllers.some((one) => one.type === 'scsi' && one.index === index && one.model === 'lsilogic');
}
