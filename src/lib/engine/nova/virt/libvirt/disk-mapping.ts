/**
 * The disk mapping while it is built: which disk got which name, and which names are still free.
 *
 * Upstream: nova/virt/libvirt/blockinfo.py (has_disk_dev, find_disk_dev_for_disk_bus). Nova looks through the whole
 * mapping for every candidate; here a set answers, and a search goes on where the last one of its kind ended, which
 * is the same because names are only ever added.
 */
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import type { TargetDev } from '../../../libvirt/disk.ts';
import { generateDeviceName } from '../../block-device.ts';
import type { NovaConf } from '../../conf.ts';
import type { NovaException } from '../../exception.ts';
import type { BlockinfoBehaviour } from '../../releases/release-profile.ts';
import { getDevPrefixForDiskBus } from './disk-bus.ts';

/** How one disk is presented to the guest. */
export interface DiskInfo {
  readonly bus: string;
  readonly dev: TargetDev;
  /** `disk`, `cdrom`, `floppy` or `lun`. */
  readonly type: string;
  readonly format?: string;
  /** Counted from one, as libvirt does. */
  readonly boot_index?: string;
}

/** Disk by key, in the order of naming: `root`, `disk`, `disk.local`, `disk.eph0`, `disk.swap`, `/dev/vdb`, `disk.config`. */
export type DiskMapping = Readonly<Record<string, DiskInfo>>;

/** Whether a search passes over the names that rows of the table hold but the mapping does not have yet. */
export type Avoid = 'mapped' | 'mapped and assigned';

/** A mapping that still grows. */
export interface MappingDraft {
  readonly mapping: Record<string, DiskInfo>;
  readonly taken: Set<TargetDev>;
  /** Names that rows of the table hold (`pre_assigned_device_names`). */
  readonly assigned: ReadonlySet<TargetDev>;
  /** Where the next search starts, by way of avoiding and prefix. */
  readonly searched: Record<Avoid, Record<string, number>>;
}

/** A mapping without disks, beside the names that rows of the table hold. */
export function emptyDraft(assigned: ReadonlySet<TargetDev>): MappingDraft {
  return { mapping: {}, taken: new Set(), assigned, searched: { mapped: {}, 'mapped and assigned': {} } };
}

/** Puts a disk into the mapping. */
export function mapDisk(draft: MappingDraft, key: string, info: DiskInfo): void {
  draft.mapping[key] = info;
  draft.taken.add(info.dev);
}

/** The lowest free name on `bus`, or the exception of the release when the limit is reached. */
export function findDiskDevForDiskBus(
  draft: MappingDraft,
  bus: string | null,
  avoid: Avoid,
  conf: NovaConf,
  behaviour: BlockinfoBehaviour
): Result<TargetDev, NovaException> {
  const prefix = getDevPrefixForDiskBus(bus, conf.disk_prefix);
  if (!prefix.ok) return prefix;
  const limit = behaviour.deviceLimit(bus, conf);
  const searched = draft.searched[avoid];
  for (let index = searched[prefix.value] ?? 0; index < limit; index++) {
    const dev = generateDeviceName(prefix.value, index);
    if (draft.taken.has(dev) || (avoid === 'mapped and assigned' && draft.assigned.has(dev))) continue;
    searched[prefix.value] = index;
    return ok(dev);
  }
  return refuse(behaviour.noFreeName(prefix.value, limit));
}
