/** What a Linux 6.1 guest called its disks. */
import { isDeepStrictEqual } from 'node:util';
import { answerGuestNames, type GuestEvent, type NamedDisk } from '../answer/guest-names.ts';
import { readRecording, type Comparison } from './comparison.ts';

/** A look at a running guest: what had happened before it, libvirt's list, and the guest's. */
interface Look {
  readonly when: string;
  readonly libvirt: readonly (readonly [target: string, bus: string, alias: string, pci: string])[];
  readonly guest: readonly NamedDisk[];
}

/** Events on one guest, and what it called its disks at the end. */
interface Story {
  readonly id: string;
  readonly events: readonly GuestEvent[];
  readonly names_at_end: readonly (readonly [name: string, pci: string])[];
}

export const looks = readRecording('guest-names.jsonl') as readonly Look[];
export const stories = readRecording('guest-events.jsonl') as readonly Story[];

/** What happened to the guest between two looks, told from the recorder's note and from libvirt's lists alone. */
function eventsBetween(before: Look | undefined, now: Look): readonly GuestEvent[] {
  const serialAt = new Map(now.guest.map(({ pci, serial }) => [pci, serial]));
  const disk = (pci: string) => [pci, serialAt.get(pci) ?? ''] as const;
  if (before === undefined || /cold|destroy|fresh define|many/.test(now.when)) {
    return [{ boot: now.libvirt.map(([, , , pci]) => disk(pci)) }];
  }
  if (/vdc plugged before vdb/.test(now.when)) {
    // Another guest, that booted with its root disk alone: libvirt's hot-plug fills the slots upwards.
    const [root = '', ...plugged] = now.libvirt.map(([, , , pci]) => pci).toSorted();
    return [{ boot: [disk(root)] }, ...plugged.map((pci) => ({ plug: disk(pci) }))];
  }
  if (/reset|^A2 after reboot/.test(now.when)) return [{ reset: true }];
  const held = /in-use detach/.test(now.when);
  const gone = before.libvirt.filter(([, , , pci]) => !now.libvirt.some((other) => other[3] === pci));
  const come = now.libvirt.filter(([, , , pci]) => !before.libvirt.some((other) => other[3] === pci));
  return [...gone.map(([, , , pci]) => ({ unplug: pci, held })), ...come.map(([, , , pci]) => ({ plug: disk(pci) }))];
}

const told = looks.map((look, at) => eventsBetween(looks[at - 1], look));

/** What the engine's guest has at a look, counted from zero, beside what the real one had. */
export function atLook(at: number): { readonly names: unknown; readonly recorded: unknown } {
  const events = told.slice(0, at + 1).flat();
  return { names: answerGuestNames({ events }).names.at(-1), recorded: looks[at]?.guest };
}

/** What the engine's guest has at the end of a story, beside what the real one had. */
export function atEnd({ events, names_at_end }: Story): { readonly names: unknown; readonly recorded: unknown } {
  const names = answerGuestNames({ events }).names.at(-1) ?? [];
  return { names: names.map(({ name, pci }) => [name, pci]), recorded: names_at_end };
}

export function compareGuestNames(): Comparison {
  const compared = [...looks.map((_, at) => atLook(at)), ...stories.map(atEnd)];
  return {
    recording: 'guest-names.jsonl, guest-events.jsonl',
    of: 'a Linux 6.1 guest on libvirt 9.0: what it called each disk after boot, plug, unplug and reset',
    cases: compared.length,
    mismatches: compared.filter(({ names, recorded }) => !isDeepStrictEqual(names, recorded))
  };
}
