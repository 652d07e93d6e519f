/**
 * Somebody who looks after the guest: writes a line into /etc/fstab for every disk that is new, mounts it by hand, and
 * never changes or removes a line.
 *
 * The habits are this lab's, not upstream's: the operator unmounts a volume before it is detached and mounts it by its
 * line when it comes back (`mount /data`). A rebuilt root disk has the image's /etc/fstab again.
 */
import { FSTAB_STYLES, type FstabEntry, type FstabStyle, type NamedDisk } from './fstab.ts';
import { attempt, type Attempt, type Mounted } from './mount.ts';

/** What a guest whose lines are written in one style has done with them. */
export interface Usage {
  readonly mounted: readonly Mounted[];
  /** What this boot made of each line that was there by then, by the line's disk. */
  readonly atBoot: ReadonlyMap<string, Attempt>;
}

/** The lines, which are the same disks in both styles, and what each style has led to. */
export interface GuestFiles {
  readonly entries: readonly FstabEntry[];
  readonly usage: Readonly<Record<FstabStyle, Usage>>;
}

const UNUSED: Usage = { mounted: [], atBoot: new Map() };
const ALL_UNUSED: GuestFiles['usage'] = { name: UNUSED, uuid: UNUSED };

/** A root disk just copied from the image. */
export const FRESH_FILES: GuestFiles = { entries: [], usage: ALL_UNUSED };

/** The guest is off: lines stay, nothing is mounted. */
export function switchedOff({ entries }: GuestFiles): GuestFiles {
  return { entries, usage: ALL_UNUSED };
}

/** [GUEST-19] The guest boots with these disks: its lines are used, then new disks get theirs. */
export function booted({ entries }: GuestFiles, disks: readonly NamedDisk[]): GuestFiles {
  return noteNewDisks({ entries, usage: forStyles((by) => usageAtBoot(entries, by, disks)) }, disks);
}

/** [GUEST-19] Disks went and came while the guest ran. */
export function hotplugged(
  { entries, usage }: GuestFiles,
  before: readonly NamedDisk[],
  now: readonly NamedDisk[]
): GuestFiles {
  const came = now.filter(({ id }) => !has(before, id));
  const back = entries.filter(({ disk }) => has(came, disk));
  const changed = forStyles((by): Usage => {
    const stayed = usage[by].mounted.filter(({ disk }) => has(now, disk));
    const mounted = back.reduce<readonly Mounted[]>((done, entry) => mountByHand(entry, by, now, done), stayed);
    return { ...usage[by], mounted };
  });
  return noteNewDisks({ entries, usage: changed }, now);
}

function forStyles(use: (by: FstabStyle) => Usage): GuestFiles['usage'] {
  const [name, uuid] = FSTAB_STYLES;
  return { name: use(name), uuid: use(uuid) };
}

function has(disks: readonly NamedDisk[], id: string): boolean {
  return disks.some((disk) => disk.id === id);
}

function usageAtBoot(entries: readonly FstabEntry[], by: FstabStyle, disks: readonly NamedDisk[]): Usage {
  const atBoot = new Map(entries.map((entry) => [entry.disk, attempt(entry, { by, nofail: true }, disks)]));
  const mounted = entries.flatMap(({ disk, file }) => mountedBy(atBoot.get(disk), file));
  return { mounted, atBoot };
}

function mountedBy(made: Attempt | undefined, file: string): readonly Mounted[] {
  const succeeded = made?.outcome === 'right' || made?.outcome === 'wrong';
  return succeeded && made.finds ? [{ disk: made.finds.id, file }] : [];
}

function mountByHand(
  entry: FstabEntry,
  by: FstabStyle,
  disks: readonly NamedDisk[],
  mounted: readonly Mounted[]
): readonly Mounted[] {
  const isTaken = mounted.some(({ file }) => file === entry.file);
  return isTaken ? mounted : [...mounted, ...mountedBy(attempt(entry, { by, nofail: true }, disks), entry.file)];
}

/** A line for each disk that has none, and the disk put to use. */
function noteNewDisks(files: GuestFiles, disks: readonly NamedDisk[]): GuestFiles {
  return disks.reduce(({ entries, usage }, { id, name, fileSystem }) => {
    const file = placeFor(id, fileSystem.type, entries);
    if (file === null || entries.some(({ disk }) => disk === id)) return { entries, usage };
    const use = (by: FstabStyle): Usage => ({
      ...usage[by],
      mounted: [...usage[by].mounted, { disk: id, file }]
    });
    return { entries: [...entries, { disk: id, name, fileSystem, file }], usage: forStyles(use) };
  }, files);
}

/** Where a new disk goes: `/`, `/mnt`, `none` for swap, then `/data`, `/data2`, ...; null for the config drive. */
function placeFor(id: string, type: FstabEntry['fileSystem']['type'], entries: readonly FstabEntry[]): string | null {
  if (id === 'config') return null;
  if (id === 'root') return '/';
  if (type === 'swap') return 'none';
  if (id === 'ephemeral') return '/mnt';
  const count = entries.filter(({ file }) => file.startsWith('/data')).length;
  return count === 0 ? '/data' : `/data${count + 1}`;
}
