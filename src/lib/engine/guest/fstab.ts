/**
 * What a line of /etc/fstab finds among the guest's disks.
 *
 * Upstream: util-linux fstab(5), mount(8), swapon(8); systemd-fstab-generator(8) and systemd.mount(5): a device that does
 * not appear is waited for, and without `nofail` the boot then stops in emergency mode.
 * Simplified: each disk carries one file system or one swap area and no partitions; nobody formats it anew.
 */

/** What a disk carries. */
export type Content = 'ext4' | 'swap';

/** A line that somebody wrote for a disk. */
export interface FstabLine<Disk> {
  /** The disk that its author meant. */
  readonly meant: Disk;
  readonly content: Content;
  /** The name that the guest had for it then, without `/dev/`. */
  readonly name: string;
}

/** A disk that the guest has now. */
export interface PresentDisk<Disk> {
  readonly disk: Disk;
  readonly name: string;
  readonly content: Content;
}

/** How a line names its disk. */
export type FstabStyle = 'name' | 'uuid';

/**
 * `right`: its own disk. `wrong`: another disk with the same kind of content, taken without a word. `refused`: a disk
 * with other content, which mount or swapon will not take. `missing`: no disk, so a boot waits for one.
 */
export type FstabOutcome = 'right' | 'wrong' | 'refused' | 'missing';

/** What a line leads to; `found` is the disk that it names now. */
export interface FstabFinding<Disk> {
  readonly outcome: FstabOutcome;
  readonly found: Disk | null;
}

/** [GUEST-8] A line by name finds whatever has the name now; a line by UUID finds its own disk or none. */
export function readFstabLine<Disk>(
  line: FstabLine<Disk>,
  style: FstabStyle,
  present: readonly PresentDisk<Disk>[],
  isSame: (one: Disk, other: Disk) => boolean
): FstabFinding<Disk> {
  const found = present.find(({ disk, name }) => (style === 'name' ? name === line.name : isSame(disk, line.meant)));
  if (!found) return { outcome: 'missing', found: null };
  if (isSame(found.disk, line.meant)) return { outcome: 'right', found: found.disk };
  return { outcome: found.content === line.content ? 'wrong' : 'refused', found: found.disk };
}
