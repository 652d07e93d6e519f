/**
 * What becomes of a line of /etc/fstab when it is used, by hand or while the guest boots.
 *
 * Upstream: util-linux 2.38 sys-utils/mount.c (mount_all, mk_exit_code), libmount/src/context_mount.c
 * (mnt_context_get_mount_excode), sys-utils/swapon.c (swapon_all, swap_get_header, cannot_find); systemd 252
 * src/fstab-generator/fstab-generator.c (add_mount, add_swap), src/core/device.c (device_init),
 * units/local-fs.target, units/sysinit.target. Sentences of mount and swapon are upstream's own.
 */
import { findDisk, fsSpec, type FstabEntry, type FstabOptions, type NamedDisk } from './fstab.ts';
import type { Outcome } from './mount-outcome.ts';

/** What one line finds, and what comes of it. */
export interface Attempt<Disk extends NamedDisk = NamedDisk> {
  readonly finds: Disk | null;
  readonly outcome: Outcome;
}

/** A disk in use: where it is mounted, or `none` as swap. */
export interface Mounted {
  readonly disk: string;
  readonly file: string;
}

/** [GUEST-10] [GUEST-11] [GUEST-12] [GUEST-14] Uses a line on the disks that are there. */
export function attempt<Disk extends NamedDisk>(
  entry: FstabEntry,
  options: FstabOptions,
  disks: readonly Disk[]
): Attempt<Disk> {
  const finds = findDisk(entry, options.by, disks);
  if (finds === null) return { finds, outcome: 'missing' };
  if (finds.fileSystem.type !== entry.fileSystem.type) return { finds, outcome: 'refused' };
  return { finds, outcome: finds.id === entry.disk ? 'right' : 'wrong' };
}

/** The command that uses a line by hand. */
export function commandFor({ fileSystem }: FstabEntry): 'mount -a' | 'swapon -a' {
  return fileSystem.type === 'swap' ? 'swapon -a' : 'mount -a';
}

const SEE_DMESG = '       dmesg(1) may have more information after failed mount system call.';

/** [GUEST-11] [GUEST-12] [GUEST-13] What the command prints about a line; nothing where it is content. */
export function outputOf(
  entry: FstabEntry,
  { by, nofail }: FstabOptions,
  { finds, outcome }: Attempt,
  mounted: readonly Mounted[] = []
): readonly string[] {
  const spec = fsSpec(entry, by);
  const isSwap = entry.fileSystem.type === 'swap';
  if (outcome === 'missing') return nofail ? [] : isSwap ? missingSwap(spec) : missingMount(entry.file, spec);
  if (outcome !== 'refused' || finds === null) return [];
  const device = `/dev/${finds.name}`;
  if (isSwap) return [`swapon: ${device}: read swap header failed`];
  const isActiveSwap = mounted.some(({ disk, file }) => disk === finds.id && file === 'none');
  const reason = isActiveSwap
    ? `${device} already mounted or mount point busy.`
    : `wrong fs type, bad option, bad superblock on ${device}, missing codepage or helper program, or other error.`;
  return [`mount: ${entry.file}: ${reason}`, SEE_DMESG];
}

function missingSwap(spec: string): readonly string[] {
  if (spec.includes('=')) return [`swapon: cannot find the device for ${spec}`];
  return [`swapon: cannot open ${spec}: No such file or directory`];
}

function missingMount(file: string, spec: string): readonly string[] {
  if (spec.includes('=')) return [`mount: ${file}: can't find ${spec}.`];
  return [`mount: ${file}: special device ${spec} does not exist.`, SEE_DMESG];
}

/** How a boot fares with a line. */
export interface BootEffect {
  /** It waits for the device, DefaultTimeoutStartSec: 90 s. */
  readonly waits: boolean;
  /** It ends in emergency mode. */
  readonly emergency: boolean;
}

/** [GUEST-15] [GUEST-16] What systemd makes of it: a failed mount ends in emergency mode, failed swap never does. */
export function bootEffect(entry: FstabEntry, nofail: boolean, outcome: Outcome): BootEffect {
  const failed = !nofail && (outcome === 'missing' || outcome === 'refused');
  return { waits: failed && outcome === 'missing', emergency: failed && entry.fileSystem.type !== 'swap' };
}
