/**
 * The numbers of a running domain's images, `index` in its XML.
 *
 * Upstream: src/qemu/qemu_process.c (qemuProcessPrepareHostStorage: disks from last to first), src/qemu/qemu_domain.c
 * (qemuDomainPrepareStorageSourceBlockdev, qemuDomainStorageIDNew).
 * Simplified: a refused hot-plug uses up no number; in libvirt one that only QEMU refuses does.
 */
import { diskAlias } from './disk-alias.ts';
import { type AttachedDisk, type DiskAddress, type DomainDisk, placedDisk } from './disk.ts';
import type { Controller } from './controller.ts';

/** Disks with alias and index, and the last number given. */
export interface NumberedDisks {
  readonly disks: readonly AttachedDisk[];
  readonly nodeNameIndex: number;
}

/**
 * [INDEX-1] At start the numbers are given from the last disk to the first, one an image; a disk's own image comes
 * before the images below it.
 */
export function numberAtStart(disks: readonly AttachedDisk[], controllers: readonly Controller[]): NumberedDisks {
  let nodeNameIndex = 0;
  const numbered = disks.slice();
  for (let at = disks.length - 1; at >= 0; at--) {
    const disk = disks[at];
    if (disk === undefined) continue;
    numbered[at] = asLive(disk, disk.address, nodeNameIndex + 1, controllers);
    nodeNameIndex += imageCount(disk);
  }
  return { disks: numbered, nodeNameIndex };
}

/** A disk as the running domain has it, at its address. */
export function asLive(
  disk: DomainDisk,
  address: DiskAddress | null,
  nextIndex: number,
  controllers: readonly Controller[]
): AttachedDisk {
  const sourceIndex = disk.source === null ? null : nextIndex;
  return placedDisk(disk, address, diskAlias(disk.target, address, controllers), sourceIndex);
}

/** [INDEX-2] How many numbers a disk uses: its image and those below; an empty drive none. */
export function imageCount(disk: DomainDisk): number {
  return disk.source === null ? 0 : 1 + disk.backing.length;
}
