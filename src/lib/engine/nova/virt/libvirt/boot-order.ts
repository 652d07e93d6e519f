/**
 * The devices that the domain tries to boot from.
 *
 * Upstream: nova/virt/libvirt/blockinfo.py (get_boot_order).
 */
import type { DiskMapping } from './disk-mapping.ts';

const BOOT_DEV_FOR_TYPE: Readonly<Record<string, string>> = { disk: 'hd', cdrom: 'cdrom', floppy: 'fd', lun: 'hd' };

/** libvirt's `<boot dev=...>` values, each once, by boot index. Indexes compare as text, as Nova's do. */
export function getBootOrder(mapping: DiskMapping): readonly string[] {
  const bootable = Object.entries(mapping)
    .filter(([key, info]) => key !== 'root' && info.boot_index !== undefined)
    .map(([, info]) => ({ index: info.boot_index ?? '', dev: BOOT_DEV_FOR_TYPE[info.type] ?? 'hd' }))
    .sort((one, other) => (one.index < other.index ? -1 : one.index > other.index ? 1 : 0));
  return [...new Set(bootable.map(({ dev }) => dev))];
}
