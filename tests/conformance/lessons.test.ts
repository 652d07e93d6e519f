import { describe, expect, it } from 'vitest';
import { allLessons } from '../../src/lib/lessons/all.ts';
import { labWith, articleSettings } from '../../src/lib/session/lab-settings.ts';
import { isRequest, perform } from '../../src/lib/session/lesson/deed.ts';
import type { Deed, Lesson } from '../../src/lib/session/lesson/lesson.ts';
import { cloudOf, startSession, type Session } from '../../src/lib/session/session.ts';
import { fourTruths } from '../../src/lib/session/views/four-truths.ts';
import { recordings } from './compare/nova-lifecycle.ts';
import type { LifecycleOp } from './answer/nova-lifecycle.ts';

/** What a recording says of a moment, as far as a learner sees it. */
interface Recorded {
  readonly vm_state: string;
  readonly bdms: readonly { readonly device_name: string | null }[];
  readonly domain: readonly (readonly [device: string, bus: string, kind: string])[] | null;
  readonly next_device: unknown;
}

/** The lesson's flavors go by their extras, as the recordings call theirs. */
function flavorOf({ lab }: Lesson, name: string): string {
  const { swap = 0, ephemeral = 0 } = (lab.flavors ?? articleSettings.flavors).find((one) => one.name === name) ?? {};
  return [swap > 0 && 'swap', ephemeral > 0 && 'eph'].filter(Boolean).join('-') || 'plain';
}

/** A deed as the recordings write operations. */
function opOf(lesson: Lesson, deed: Deed): LifecycleOp {
  const [type = '', name = '', , device] = deed.replace(' until answered', '').split(' ');
  const vol = Number(/^volume(\d)$/.exec(name)?.[1] ?? 0) - 1;
  if (type === 'attach') return { op: 'attach', vol, ...(device ? { device } : {}) };
  if (type === 'detach') return { op: 'detach', vol };
  if (type === 'resize') return { op: 'resize', flavor: flavorOf(lesson, name) };
  if (type === 'hardReboot' || type === 'softReboot')
    return { op: 'reboot', type: type === 'hardReboot' ? 'HARD' : 'SOFT' };
  return { op: type === 'resetState' ? 'reset-state' : type };
}

function isSameOp(one: LifecycleOp, other: LifecycleOp): boolean {
  const { op, vol, flavor, type, state, device } = other;
  return (
    JSON.stringify([one.op, one.vol, one.flavor, one.type, one.state, one.device]) ===
    JSON.stringify([op, vol, flavor, type, state, device])
  );
}

function stateOf(session: Session): Recorded {
  const { instance, bdms, domain } = cloudOf(session);
  const disks = (domain?.live ?? domain?.persistent)?.disks ?? null;
  const next = fourTruths(cloudOf(session)).rows.find(({ isNext }) => isNext);
  return {
    vm_state: instance.vm_state,
    bdms: bdms.map(({ device_name }) => ({ device_name })),
    domain:
      disks &&
      disks
        .map(({ target, device }) => [target.dev, target.bus, device] as const)
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    next_device: next ? `/dev/${next.device}` : null
  };
}

function asSeen({ vm_state, bdms, domain, next_device }: Recorded): Recorded {
  return { vm_state, bdms: bdms.map(({ device_name }) => ({ device_name })), domain, next_device };
}

/** The fix of 31.0.0 divides the recordings: a lesson is held to those of its own side. */
const isMended = (release: string) => Number(release.split('.')[0]) >= 31;

const recorded = allLessons.flatMap(({ slug, lesson }) =>
  recordings
    .filter(
      ({ name, release }) =>
        lesson.recorded !== null && name === lesson.recorded.name && isMended(release) === isMended(lesson.release)
    )
    .map((recording) => ({ slug, lesson, recording, release: recording.release }))
);

describe.each(recorded)('$slug, as recorded at $release', ({ lesson, recording, release }) => {
  it('goes as real Nova went', () => {
    const deeds = [...lesson.opening, ...lesson.parts.flatMap(({ solution }) => solution)].filter(isRequest);
    let session = startSession(labWith({ ...articleSettings, ...lesson.lab, release: release }));
    expect(stateOf(session)).toEqual(asSeen(recording.after_boot as Recorded));
    let told = 0;
    for (const [index, deed] of deeds.entries()) {
      const step = recording.steps[index];
      if (!step || !isSameOp(opOf(lesson, deed), step)) break;
      const whole = deed.replace(' until answered', '') as Deed;
      session = perform(session, whole) ?? session;
      expect({ deed, ...stateOf(session) }).toEqual({ deed, ...asSeen(step.after as Recorded) });
      told++;
    }
    expect(told).toBeGreaterThanOrEqual(lesson.recorded?.deeds ?? 0);
  });
});

it('each lesson that names a recording has one', () => {
  const named = allLessons.filter(({ lesson }) => lesson.recorded !== null).map(({ slug }) => slug);
  expect([...new Set(recorded.map(({ slug }) => slug))]).toEqual(named);
});
