/**
 * What each line of the guest's /etc/fstab means: at the boot that it has behind it, now, and at the next one.
 */
import type { Cloud } from '../../engine/cloud/cloud.ts';
import { formatEntry, fsSpec, type FstabEntry, type FstabOptions, type NamedDisk } from '../../engine/guest/fstab.ts';
import { attempt, bootEffect, commandFor, outputOf, type Attempt, type BootEffect } from '../../engine/guest/mount.ts';
import type { Outcome } from '../../engine/guest/mount-outcome.ts';
import type { GuestFiles } from '../../engine/guest/operator.ts';
import type { DiskIdentity } from './disk-identity.ts';
import { identityOf } from './guest-disks.ts';

/** When a line is used: by the boot that happened, by hand at this moment, by a reboot at this moment. */
export const OCCASIONS = ['thisBoot', 'now', 'softReboot', 'hardReboot'] as const;
export type Occasion = (typeof OCCASIONS)[number];

/** The disks that are there on each occasion that can be spoken of. */
export type DisksWhen = Readonly<Partial<Record<Exclude<Occasion, 'thisBoot'>, readonly NamedDisk[]>>>;

/** What a line finds; occasions on which it finds the same stand together. */
export interface LineVerdict {
  readonly when: readonly Occasion[];
  readonly finds: DiskIdentity | null;
  readonly outcome: Outcome;
  /** How a boot fares with it; null where only `now` is spoken of. */
  readonly effect: BootEffect | null;
  /** The rules that it comes from; none where all is well. */
  readonly rules: readonly string[];
}

/** One line of /etc/fstab. */
export interface FstabLine {
  readonly line: string;
  /** Its first field. */
  readonly source: string;
  readonly file: string;
  /** The disk that it was written for. */
  readonly meant: DiskIdentity;
  readonly verdicts: readonly LineVerdict[];
  /** What the command that uses it by hand would print now; null while nobody is logged in. */
  readonly byHand: { readonly command: string; readonly output: readonly string[] } | null;
}

/** All lines, in their order. */
export function fstabLines(
  cloud: Cloud,
  files: GuestFiles,
  disks: DisksWhen,
  options: FstabOptions
): readonly FstabLine[] {
  return files.entries.map((entry) => ({
    line: formatEntry(entry, options),
    source: fsSpec(entry, options.by),
    file: entry.file,
    meant: identityOf(cloud, entry.disk),
    verdicts: verdictsOf(cloud, files, disks, options, entry),
    byHand: disks.now ? byHand(files, disks.now, options, entry) : null
  }));
}

function byHand(
  { usage }: GuestFiles,
  disks: readonly NamedDisk[],
  options: FstabOptions,
  entry: FstabEntry
): FstabLine['byHand'] {
  const made = attempt(entry, options, disks);
  return { command: commandFor(entry), output: outputOf(entry, options, made, usage[options.by].mounted) };
}

function attemptOn(
  when: Occasion,
  { usage }: GuestFiles,
  disks: DisksWhen,
  options: FstabOptions,
  entry: FstabEntry
): Attempt | undefined {
  if (when === 'thisBoot') return usage[options.by].atBoot.get(entry.disk);
  const there = disks[when];
  return there && attempt(entry, options, there);
}

function verdictsOf(
  cloud: Cloud,
  files: GuestFiles,
  disks: DisksWhen,
  options: FstabOptions,
  entry: FstabEntry
): readonly LineVerdict[] {
  const verdicts = new Map<string, LineVerdict>();
  for (const when of OCCASIONS) {
    const made = attemptOn(when, files, disks, options, entry);
    if (!made) continue;
    const key = `${made.outcome} ${made.finds?.id}`;
    const same = verdicts.get(key);
    const effect = when === 'now' ? (same?.effect ?? null) : bootEffect(entry, options.nofail, made.outcome);
    verdicts.set(key, {
      when: [...(same?.when ?? []), when],
      finds: made.finds && identityOf(cloud, made.finds.id),
      outcome: made.outcome,
      effect,
      rules: rulesOf(entry, options, made.outcome, effect !== null)
    });
  }
  return [...verdicts.values()];
}

function rulesOf(
  { fileSystem }: FstabEntry,
  { nofail }: FstabOptions,
  outcome: Outcome,
  boots: boolean
): readonly string[] {
  if (outcome === 'right') return [];
  if (outcome === 'wrong') return ['GUEST-14'];
  const refusal = fileSystem.type === 'swap' ? 'GUEST-12' : 'GUEST-11';
  return [outcome === 'missing' ? 'GUEST-13' : refusal, ...(boots ? [nofail ? 'GUEST-16' : 'GUEST-15'] : [])];
}
