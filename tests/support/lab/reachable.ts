/** Walks every situation that a small lab can get into, whatever the client does between two steps. */
import { createCloud } from '../../../src/lib/engine/cloud/create-cloud.ts';
import type { Cloud } from '../../../src/lib/engine/cloud/cloud.ts';
import type { Lab } from '../../../src/lib/engine/cloud/lab.ts';
import type { Request } from '../../../src/lib/engine/cloud/operations.ts';
import { next, startInstance, type InstanceSnapshot } from '../../../src/lib/machine/instance.ts';
import { refusal } from '../../../src/lib/machine/permission.ts';
import { busy, step } from './instance.ts';

/** What tells one situation from another: everything but clock, ids and messages. */
export function keyOf({ value, context: { cloud } }: InstanceSnapshot): string {
  const { instance, bdms, volumes, work, domain, unrescueDefinition } = cloud;
  const targets = (disks: readonly { readonly target: { readonly dev: string } }[] | undefined) =>
    disks?.map(({ target }) => target.dev);
  return JSON.stringify([
    value,
    [instance.vm_state, instance.flavor.id, instance.migration?.status, instance.migration?.old_flavor.id],
    bdms.map(({ device_name, volume_id }) => [device_name, volume_id]),
    volumes.map(({ status }) => status),
    work.map(({ op, step: name, answering }) => [op, name, answering]),
    [domain?.state, targets(domain?.live?.disks), targets(domain?.persistent?.disks)],
    targets(unrescueDefinition?.disks)
  ]);
}

/** Every request that could make a difference in the lab. */
export function requestsOf({ volumes, lab }: Cloud): readonly Request[] {
  return [
    ...volumes.flatMap(({ id }): Request[] => [
      { type: 'attach', volume_id: id },
      { type: 'detach', volume_id: id }
    ]),
    ...lab.flavors.map(({ id }): Request => ({ type: 'resize', flavor: id })),
    { type: 'confirm' },
    { type: 'revert' },
    { type: 'softReboot' },
    { type: 'hardReboot' },
    { type: 'stop' },
    { type: 'start' },
    { type: 'pause' },
    { type: 'unpause' },
    { type: 'suspend' },
    { type: 'resume' },
    { type: 'rescue' },
    { type: 'unrescue' },
    { type: 'shelve' },
    { type: 'unshelve' },
    { type: 'rebuild' },
    { type: 'delete' }
  ];
}

/** What an operator may do behind Nova's back; more of it is left to chance (random.ts). */
export const deeds: readonly Request[] = [
  { type: 'operator', command: 'virsh start' },
  { type: 'operator', command: 'virsh destroy' }
];

/** No lab of two flavors and one volume has so many; more means that something piles up for ever. */
const TOO_MANY = 50_000;

/**
 * All situations in which at most `inFlight` requests are on their way, breadth first; nobody resets the state.
 * `behindNova`: what an operator does besides, in the same count.
 */
export function reachable(
  lab: Lab,
  inFlight: number,
  behindNova: readonly Request[] = []
): readonly InstanceSnapshot[] {
  const start = startInstance(createCloud(lab));
  const seen = new Map([[keyOf(start), start]]);
  for (const snapshot of seen.values()) {
    const { cloud } = snapshot.context;
    const asked = cloud.work.length < inFlight ? [...requestsOf(cloud), ...behindNova] : [];
    const taken = asked.filter((one) => refusal(snapshot, one) === null);
    const following = taken.map((request) => next(snapshot, request));
    for (const one of busy(snapshot) ? [step(snapshot), ...following] : following) {
      const key = keyOf(one);
      if (!seen.has(key)) seen.set(key, one);
      if (seen.size > TOO_MANY) throw new Error(`the situations do not end: ${key}`);
    }
  }
  return [...seen.values()];
}
