/**
 * The words of the guest's pane, in English.
 */
import type { BootEffect } from '../../../engine/guest/mount.ts';
import type { Outcome } from '../../../engine/guest/mount-outcome.ts';
import type { FstabStyle } from '../../../engine/guest/fstab.ts';
import type { Occasion } from '../../../session/views/fstab-verdicts.ts';
import type { FstabSummary, GuestStatus } from '../../../session/views/guest-view.ts';

const OCCASIONS: Record<Occasion, string> = {
  thisBoot: 'at this boot',
  now: 'now',
  softReboot: 'after a soft reboot',
  hardReboot: 'after a hard reboot'
};

/** `a`, `a and b`, `a, b and c`. */
function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** `at this boot, now and after any reboot`. A guest that is off does not reboot, it starts. */
function when(occasions: readonly Occasion[], isOff: boolean): string {
  const before = occasions.filter((occasion) => occasion === 'thisBoot' || occasion === 'now');
  const reboots = occasions.filter((occasion) => occasion === 'softReboot' || occasion === 'hardReboot');
  const after = reboots.map((occasion) => (isOff ? 'when it starts' : OCCASIONS[occasion]));
  return listed([
    ...before.map((occasion) => OCCASIONS[occasion]),
    ...(after.length > 1 ? ['after any reboot'] : after)
  ]);
}

export const guest = {
  status: {
    running: '',
    rescued:
      'The server runs from the rescue image, which has an fstab of its own. The server’s own lies on its root disk, which is not mounted.',
    paused: 'The guest is paused: nobody can log in now. This is what its kernel still holds.',
    booting: 'The domain runs, but the guest has not booted yet: nothing has a name.',
    suspended: 'The guest is suspended: its memory lies on the host’s disk, and nobody can log in.',
    off: 'The guest is off: nothing has a name until it boots.',
    shelved: 'The server is shelved and has no domain: there is no guest to log in to.',
    'no domain': 'There is no domain at this moment, so there is no guest to log in to.',
    deleted: 'The server is deleted, and its guest with it.'
  } satisfies Record<GuestStatus, string>,

  disks: 'Disks',
  links: 'Links by serial',
  noLinks: "ls: cannot access '/dev/disk/by-id': No such file or directory",
  noLinksWhy: 'No disk here has a serial, so udev makes no link. Nova gives serials to volumes only.',
  noVirtioLinks: 'No virtio disk here has a serial, so none of them has a link.',
  libvirtName: (target: string) => `libvirt: ${target}`,
  others: (disks: readonly (readonly [name: string, bus: string])[]) =>
    `Not listed: ${listed(disks.map(([name, bus]) => `${name} (${bus})`))}. Only virtio disks are modelled here.`,

  fstab: 'fstab',
  fstabNote:
    'The operator writes one line for each new disk and never removes it. The root’s line comes with the image. Whatever would become of a boot, the guest of this lab goes on.',
  styleTitle: 'How the operator writes fstab',
  styles: { name: 'fstab by name', uuid: 'by UUID' } satisfies Record<FstabStyle, string>,
  nofail: 'with nofail',
  nofailLong: 'nofail lets a boot go on when a line cannot be used',

  meant: 'means',
  outcomes: {
    right: 'right disk',
    wrong: 'wrong disk, mounted silently',
    refused: 'refused: another file system',
    missing: 'not there'
  } satisfies Record<Outcome, string>,
  when,
  effect: ({ waits, emergency }: BootEffect, outcome: Outcome): string => {
    if (waits && emergency) return 'A boot waits 90 s for it, then ends in emergency mode.';
    if (waits) return 'A boot waits 90 s for it, then goes on without.';
    if (emergency) return 'A boot ends in emergency mode.';
    return outcome === 'refused' || outcome === 'missing' ? 'A boot goes on without it.' : '';
  },
  silently: (finds: string, file: string) => `Nothing says so: whoever uses ${file} reads and writes ${finds}.`,
  printsNothing: (command: string) => `${command} prints nothing about this line.`,

  marks: {
    empty: '',
    right: 'each line finds the disk that it means',
    wrong: 'a line finds another disk',
    refused: 'a line finds another disk',
    missing: 'a line finds no disk'
  } satisfies Record<FstabSummary['kind'], string>,
  summary: (summary: FstabSummary): string => {
    if (summary.kind === 'empty') return '';
    if (summary.kind === 'right') return 'Each line of fstab finds the disk that it means.';
    const { source, meant, finds, when: occasions } = summary;
    const meaning = `fstab means ${meant.name} by ${source};`;
    const occasion = occasions.includes('now') ? OCCASIONS.now : when(occasions, false);
    if (finds === null) return `${meaning} no disk answers to that ${occasion}.`;
    return `${meaning} ${source} is ${finds.name} ${occasion}.`;
  },
  hardRebootFails: (message: string) => `A hard reboot would fail: ${message}`,
  rule: (ids: string) => `Rule ${ids}`
} as const;
