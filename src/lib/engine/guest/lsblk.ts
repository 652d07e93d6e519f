/**
 * What `lsblk` and `ls -l /dev/disk/by-id` print.
 *
 * Upstream: util-linux 2.38 misc-utils/lsblk.c (main, device_get_data: columns, and the order by MAJ:MIN),
 * lib/strutils.c (size_to_human_string); Linux drivers/block/virtio_blk.c (PART_BITS, index_to_minor: 16 minors a
 * disk; init: register_blkdev takes any free major). The major is 252 here, as on Ubuntu.
 */
import { diskNameToIndex } from '../libvirt/disk-name.ts';
import { byIdLink, type GuestDisk, type GuestName } from './guest.ts';

/** One disk as `lsblk` shows it. `bytes` is null where its size is not known. */
export interface BlockDevice {
  readonly name: GuestName;
  readonly bytes: number | null;
  /** Directories, `[SWAP]`. */
  readonly mountpoints: readonly string[];
}

const MAJOR = 252;
const MINORS_A_DISK = 16;

const HEADER = ['NAME', 'MAJ:MIN', 'RM', 'SIZE', 'RO', 'TYPE', 'MOUNTPOINTS'];
const ALIGNED_RIGHT = new Set(['RM', 'SIZE', 'RO']);

/** A line of the table; a heading, or the second mount point of a disk, has no name. */
export interface LsblkLine {
  readonly name: GuestName | null;
  readonly text: string;
}

/** [GUEST-17] The lines of `lsblk`, its heading first. */
export function lsblk(devices: readonly BlockDevice[]): readonly LsblkLine[] {
  const rows = [...devices].sort((one, other) => minor(one.name) - minor(other.name)).flatMap(rowsOf);
  const names = [null, ...rows.map(({ name }) => name)];
  const table = [HEADER, ...rows.map(({ cells }) => cells)];
  const widths = HEADER.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const pad = (cell: string, column: number): string => {
    // The last column is only as wide as its text, so a disk that is mounted nowhere leaves the space before it.
    const width = column === HEADER.length - 1 ? 0 : (widths[column] ?? 0);
    return ALIGNED_RIGHT.has(HEADER[column] ?? '') ? cell.padStart(width) : cell.padEnd(width);
  };
  return table.map((row, index) => ({ name: names[index] ?? null, text: row.map(pad).join(' ') }));
}

interface Row {
  readonly name: GuestName | null;
  readonly cells: readonly string[];
}

/** A disk in two places takes two lines. */
function rowsOf({ name, bytes, mountpoints }: BlockDevice): readonly Row[] {
  const [first = '', ...more] = mountpoints;
  const size = bytes === null ? '?' : humanSize(bytes);
  const cells = [name, `${MAJOR}:${minor(name)}`, '0', size, '0', 'disk', first];
  return [{ name, cells }, ...more.map((place) => ({ name: null, cells: ['', '', '', '', '', '', place] }))];
}

function minor(name: GuestName): number {
  return diskNameToIndex(name) * MINORS_A_DISK;
}

const UNITS = ['B', 'K', 'M', 'G', 'T', 'P'];

/** [GUEST-17] `1G`, `1.5G`, `512M`: the largest unit that fits, one decimal where it is needed. */
export function humanSize(bytes: number): string {
  let size = bytes;
  let unit = 0;
  for (; size >= 1024 && unit < UNITS.length - 1; unit++) size /= 1024;
  return `${Math.round(size * 10) / 10}${UNITS[unit]}`;
}

/** One link: what `ls -l` says of it before its name, its name, and where it leads. */
export interface LinkLine {
  readonly mode: string;
  readonly link: string;
  readonly target: string;
}

const FOLDER = '/dev/disk/by-id/';
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** [GUEST-7] The links of the disks that have a serial, by name. `madeAt`: milliseconds since 1970. */
export function byIdLinks(disks: readonly GuestDisk[], madeAt: (disk: GuestDisk) => number): readonly LinkLine[] {
  return diskLinks(disks, (disk) => byIdLink(disk)?.slice(FOLDER.length) ?? null, madeAt);
}

/** A link for each disk that has a name to be linked by, in the order of these. */
export function diskLinks<Disk extends { readonly name: GuestName }>(
  disks: readonly Disk[],
  linkOf: (disk: Disk) => string | null,
  madeAt: (disk: Disk) => number
): readonly LinkLine[] {
  return disks
    .flatMap((disk): readonly LinkLine[] => {
      const link = linkOf(disk);
      if (link === null) return [];
      const target = `../../${disk.name}`;
      const mode = `lrwxrwxrwx 1 root root ${target.length} ${listingTime(madeAt(disk))}`;
      return [{ mode, link, target }];
    })
    .sort((one, other) => one.link.localeCompare(other.link, 'en'));
}

/** The time as `ls -l` writes it: `Jan  6 22:17`. */
function listingTime(time: number): string {
  const date = new Date(time);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = String(date.getUTCDate()).padStart(2);
  return `${MONTHS[date.getUTCMonth()]} ${day} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
}
