/**
 * What `blkid` and `mount` print of a disk.
 *
 * Upstream: util-linux 2.38 misc-utils/blkid.c (print_value), libblkid/src/superblocks/vfat.c (probe_vfat: SEC_TYPE
 * where it is FAT16, LABEL_FATBOOT), sys-utils/mount.c (print_all); mkfs.ext4 and mkfs.fat of Debian 12 for what they
 * make: blocks of 4 KiB, FAT32 from 512 MiB on.
 * Simplified: the file systems of the kernel itself, such as /proc, are not listed.
 */
import type { FileSystem } from './file-system.ts';
import type { GuestName } from './guest.ts';

const FAT32_FROM = 512 * 1024 ** 2;

/** A line of `blkid`. `bytes`: the size of the disk. */
export function blkidLine(name: GuestName, { type, uuid, label }: FileSystem, bytes: number | null): string {
  const tags: readonly (readonly [tag: string, value: string | null])[] = [
    ['SEC_TYPE', type === 'vfat' && (bytes ?? 0) < FAT32_FROM ? 'msdos' : null],
    ['LABEL_FATBOOT', type === 'vfat' ? label : null],
    ['LABEL', label],
    ['UUID', uuid],
    ['BLOCK_SIZE', { ext4: '4096', vfat: '512', swap: null }[type]],
    ['TYPE', type]
  ];
  return `/dev/${name}:${tags.map(([tag, value]) => (value === null ? '' : ` ${tag}="${value}"`)).join('')}`;
}

const VFAT = 'fmask=0022,dmask=0022,codepage=437,iocharset=ascii,shortname=mixed,utf8,errors=remount-ro';

/** A line of `mount`: the options that the kernel reports, not those of /etc/fstab. */
export function mountLine(name: GuestName, { type }: FileSystem, directory: string): string {
  const own = type === 'vfat' ? `,${VFAT}` : directory === '/' ? ',discard,errors=remount-ro' : '';
  return `/dev/${name} on ${directory} type ${type} (rw,relatime${own})`;
}
