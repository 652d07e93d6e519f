/**
 * What QEMU itself refuses after libvirt has agreed: device names in use, buses without hot-plug, locked images.
 *
 * Upstream: QEMU 7.2 softmmu/qdev-monitor.c (qdev_device_add_from_qdict, qdev_set_id), block/file-posix.c
 * (raw_check_lock_bytes), hw/block/block.c (blkconf_apply_backend_options); libvirt src/qemu/qemu_command.c
 * (qemuBuildDiskDeviceProps, virDomainControllerAliasFind).
 * Simplified: a source has the type it says and holds an image of the format it says; images below are not locked.
 */
import { controllerAlias, findController, type Controller } from './controller.ts';
import { sourcePath, type AttachedDisk, type DomainDisk } from './disk.ts';
import { chipsetOf } from './hardware.ts';
import { libvirtError, qemuRefused, type LibvirtError } from './libvirt-error.ts';

/** [QEMU-1] The lock on an image that a disk cannot have beside another, in QEMU's words; null when they can share. */
function lockConflict(newcomer: DomainDisk, holder: DomainDisk): string | null {
  const path = sourcePath(newcomer.source);
  if (path === null || path !== sourcePath(holder.source)) return null;
  if (!newcomer.readonly && !holder.shareable) return 'Failed to get "write" lock';
  return !holder.readonly && !newcomer.shareable ? 'Failed to get shared "write" lock' : null;
}

/**
 * [QEMU-2] Why a disk cannot become a QEMU device at all: buses that QEMU here has no device for, or a disk
 * controller that is not there. The chipset's IDE is always there, whether or not the XML lists it.
 */
export function refuseDeviceSetup(
  disk: DomainDisk,
  controllers: readonly Controller[],
  machine: string
): LibvirtError | null {
  const { bus } = disk.target;
  if (bus === 'sd') return libvirtError('INTERNAL_ERROR', 'NONE', `argument key 'node-name' must not have null value`);
  if (bus === 'xen' || bus === 'uml') {
    return libvirtError('INTERNAL_ERROR', 'QEMU', `unsupported disk bus '${bus}' with device setup`);
  }
  if (disk.address?.type !== 'drive' || (bus !== 'ide' && bus !== 'sata')) return null;
  const index = disk.address.controller;
  if (bus === 'ide' && index === 0 && chipsetOf(machine) === 'i440fx') return null;
  if (findController(controllers, bus, index) !== undefined) return null;
  const words = `Could not find ${bus} controller with index ${index} required for device`;
  return libvirtError('INTERNAL_ERROR', 'DOMAIN', words);
}

/** [QEMU-3] Why QEMU refuses `device_add` for a disk: bus without hot-plug, id in use, image locked; in this order. */
export function refuseDeviceAdd(
  disk: AttachedDisk,
  others: readonly AttachedDisk[],
  controllers: readonly Controller[],
  machine: string
): LibvirtError | null {
  const coldBus = busWithoutHotplug(disk, controllers, machine);
  if (coldBus !== null) return qemuRefused('device_add', `Bus '${coldBus}' does not support hotplugging`);
  const refusal = idConflict(disk, others) ?? firstLockConflict(disk, others);
  return refusal === null ? null : qemuRefused('device_add', refusal);
}

/** [QEMU-4] Two disks with one id: vdb and sdb are both `virtio-disk1` on virtio. */
export function idConflict(disk: AttachedDisk, others: readonly AttachedDisk[]): string | null {
  const taken = others.some((other) => other.alias === disk.alias);
  return taken ? `Duplicate device ID '${disk.alias ?? ''}'` : null;
}

/** The first lock that keeps a disk from starting beside others. */
export function firstLockConflict(disk: DomainDisk, others: readonly DomainDisk[]): string | null {
  for (const other of others) {
    const conflict = lockConflict(disk, other);
    if (conflict !== null) return conflict;
  }
  return null;
}

/** IDE channels and SATA ports are buses of their own in QEMU, and take nothing while the guest runs. */
function busWithoutHotplug(disk: DomainDisk, controllers: readonly Controller[], machine: string): string | null {
  const { bus } = disk.target;
  if (disk.address?.type !== 'drive' || (bus !== 'ide' && bus !== 'sata')) return null;
  const { controller: index, bus: channel, unit } = disk.address;
  const controller = findController(controllers, bus, index) ?? { type: bus, index, model: null, address: null };
  return `${controllerAlias(controller, chipsetOf(machine))}.${bus === 'ide' ? channel : unit}`;
}
