/**
 * /etc/fstab: a line says which disk shall be found where, by the name that it had when the line was written, or by
 * the UUID of what is on it.
 *
 * Upstream: util-linux 2.38 libmount/src/cache.c (mnt_resolve_spec), systemd src/fstab-generator/fstab-generator.c
 * (parse_fstab), Ubuntu's cloud images for the root's line.
 */
import type { FileSystem } from './file-system.ts';
import type { GuestName } from './guest.ts';

/** A disk that the guest has now. `id` says which one it is, whatever its name. */
export interface NamedDisk {
  readonly id: string;
  readonly name: GuestName;
  readonly fileSystem: FileSystem;
}

/** What a line was written for. */
export interface FstabEntry {
  readonly disk: string;
  /** The name that the disk had when the line was written. */
  readonly name: GuestName;
  readonly fileSystem: FileSystem;
  /** Where it shall be found: `/data`, or `none` for swap. */
  readonly file: string;
}

/** How lines say which disk they mean. */
export const FSTAB_STYLES = ['name', 'uuid'] as const;
export type FstabStyle = (typeof FSTAB_STYLES)[number];

/** How somebody writes lines. */
export interface FstabOptions {
  readonly by: FstabStyle;
  readonly nofail: boolean;
}

/** The first field: `/dev/vdb` or `UUID=...`; [GUEST-18] the image's own line goes by label in both. */
export function fsSpec({ name, fileSystem, file }: FstabEntry, by: FstabStyle): string {
  if (isRoot(file) && fileSystem.label !== null) return `LABEL=${fileSystem.label}`;
  return by === 'name' ? `/dev/${name}` : `UUID=${fileSystem.uuid}`;
}

/** The whole line. */
export function formatEntry(entry: FstabEntry, { by, nofail }: FstabOptions): string {
  const { fileSystem, file } = entry;
  return [fsSpec(entry, by), file, fileSystem.type, ...lastFields(entry, nofail)].join(' ');
}

/** Options, dump, and the order of checks. */
function lastFields({ fileSystem, file }: FstabEntry, nofail: boolean): readonly string[] {
  if (isRoot(file)) return ['discard,errors=remount-ro', '0', '1'];
  const options = fileSystem.type === 'swap' ? 'sw' : 'defaults';
  return [nofail ? `${options},nofail` : options, '0', fileSystem.type === 'swap' ? '0' : '2'];
}

/** [GUEST-10] The disk that a line finds: whichever has the name now, or whichever carries the UUID or label. */
export function findDisk<Disk extends NamedDisk>(
  entry: FstabEntry,
  by: FstabStyle,
  disks: readonly Disk[]
): Disk | null {
  const { label, uuid } = entry.fileSystem;
  const carries = ({ fileSystem }: Disk) =>
    isRoot(entry.file) && label !== null ? fileSystem.label === label : fileSystem.uuid === uuid;
  const goesByName = by === 'name' && !isRoot(entry.file);
  return disks.find((disk) => (goesByName ? disk.name === entry.name : carries(disk))) ?? null;
}

function isRoot(file: string): boolean {
  return file === '/';
}
