/**
 * The order of disks in a definition.
 *
 * Upstream: src/conf/domain_conf.c (virDomainDiskInsert); controllers follow the same rule
 * (virDomainControllerInsertPreAlloced).
 */
import type { AttachedDisk } from './disk.ts';
import { diskNameToIndex } from './disk-name.ts';

/**
 * [ORDER-1] A new item goes before the first of its kind with a higher number, else right after the last of its
 * kind, else at the end. So disks are sorted by letter within a bus, and buses stand as they first came.
 */
export function insertionPoint<Item>(
  items: readonly Item[],
  sameKind: (item: Item) => boolean,
  isAfter: (item: Item) => boolean
): number {
  let afterLast = items.length;
  let seen = false;
  for (let at = items.length - 1; at >= 0; at--) {
    const item = items[at];
    if (item === undefined || !sameKind(item)) continue;
    if (isAfter(item)) afterLast = at;
    else if (!seen) afterLast = at + 1;
    seen = true;
  }
  return afterLast;
}

/** The list with the item put in at a place; the list itself stays as it is. */
export function insertAt<Item>(items: readonly Item[], at: number, item: Item): readonly Item[] {
  const longer = items.slice();
  longer.splice(at, 0, item);
  return longer;
}

/** [ORDER-1] for a disk: by bus, then by the number of its letters. */
export function insertDisk(disks: readonly AttachedDisk[], disk: AttachedDisk): readonly AttachedDisk[] {
  const index = diskNameToIndex(disk.target.dev);
  const { bus } = disk.target;
  const at = insertionPoint(
    disks,
    (other) => other.target.bus === bus,
    (other) => diskNameToIndex(other.target.dev) > index
  );
  return insertAt(disks, at, disk);
}
