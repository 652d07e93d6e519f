import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerGuestNames, type GuestEvent, type NamedDisk } from './answer/guest-names.ts';

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

const looks = read('guest-names.jsonl') as readonly Look[];
const stories = read('guest-events.jsonl') as readonly Story[];

function read(file: string): readonly unknown[] {
  const text = readFileSync(new URL(`data/${file}`, import.meta.url), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

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

describe('guest-names: what a Linux 6.1 guest called each disk', () => {
  it('has the whole recording', () => {
    expect(looks).toHaveLength(33);
    expect(stories).toHaveLength(13);
  });

  const told = looks.map((look, at) => ({ look, events: eventsBetween(looks[at - 1], look) }));

  it.each(told.map(({ look }, at) => [at + 1, look.when] as const))('line %i: %s', (line) => {
    const events = told.slice(0, line).flatMap((one) => one.events);
    expect(answerGuestNames({ events }).names.at(-1)).toEqual(looks[line - 1]?.guest);
  });
});

describe('guest-events: plug, unplug and boot', () => {
  it.each(stories.map((story) => [story.id, story] as const))('%s', (_id, { events, names_at_end }) => {
    const names = answerGuestNames({ events }).names.at(-1) ?? [];
    expect(names.map(({ name, pci }) => [name, pci])).toEqual(names_at_end);
  });
});
