/** Drives a lab through the machine, as the session does, for tests that need no history. */
import { createCloud } from '../../../src/lib/engine/cloud/create-cloud.ts';
import type { CloudEvent } from '../../../src/lib/engine/cloud/event.ts';
import { ARTICLE_LAB, type Lab } from '../../../src/lib/engine/cloud/lab.ts';
import { isBusy, type Request } from '../../../src/lib/engine/cloud/operations.ts';
import { next, startInstance, type InstanceSnapshot } from '../../../src/lib/machine/instance.ts';
import { refusal } from '../../../src/lib/machine/permission.ts';

/** The article's volume. */
export const VOLUME = 'a54facb5-8b1e-4370-9d0b-e7b6ca6f7adc';

/** The ids of the article's flavors. */
const WITH_SWAP = '203';
export const NO_SWAP = '204';

/** The snapshot after one step of what is in flight. */
export function step(snapshot: InstanceSnapshot): InstanceSnapshot {
  return next(snapshot, { type: 'step' });
}

/** Whether anything is in flight. */
export function busy(snapshot: InstanceSnapshot): boolean {
  return isBusy(snapshot.context.cloud);
}

/** The snapshots from here until nothing is in flight any more, this one first. */
export function run(snapshot: InstanceSnapshot): readonly [InstanceSnapshot, ...InstanceSnapshot[]] {
  const moments: [InstanceSnapshot, ...InstanceSnapshot[]] = [snapshot];
  for (let last = snapshot; busy(last); moments.push(last)) last = step(last);
  return moments;
}

/** The snapshot when nothing is in flight any more. */
export function settle(snapshot: InstanceSnapshot): InstanceSnapshot {
  return run(snapshot).at(-1) ?? snapshot;
}

/** The server built. */
export function boot(lab: Lab = ARTICLE_LAB): InstanceSnapshot {
  return settle(startInstance(createCloud(lab)));
}

/** The request arrives, and must be taken. */
export function send(snapshot: InstanceSnapshot, request: Request): InstanceSnapshot {
  const refused = refusal(snapshot, request);
  if (refused) throw new Error(`${request.type} is refused: ${refused.message}`);
  return next(snapshot, request);
}

/** Each request taken and finished before the next one. */
export function perform(snapshot: InstanceSnapshot, ...requests: readonly Request[]): InstanceSnapshot {
  return requests.reduce((before, request) => settle(send(before, request)), snapshot);
}

/** Everything that anybody could see from here until nothing is in flight. */
export function eventsOf(snapshot: InstanceSnapshot): readonly CloudEvent[] {
  return run(snapshot).flatMap(({ context }) => context.report?.events ?? []);
}

/** The steps taken from here until nothing is in flight, each as `actor: step`. */
export function stepsOf(snapshot: InstanceSnapshot): readonly string[] {
  return run(snapshot).map(({ context }) => `${context.report?.actor}: ${context.report?.step}`);
}

/** Targets of the running domain's disks, in libvirt's order; null when nothing runs. */
export function liveTargets({ context }: InstanceSnapshot): readonly string[] | null {
  return context.cloud.domain?.live?.disks.map(({ target }) => target.dev) ?? null;
}

/** Targets of the definition's disks, in libvirt's order; null without a domain. */
export function persistentTargets({ context }: InstanceSnapshot): readonly string[] | null {
  return context.cloud.domain?.persistent?.disks.map(({ target }) => target.dev) ?? null;
}

/** Requests that tests make of the article's lab. */
export const attach: Request = { type: 'attach', volume_id: VOLUME };
export const detach: Request = { type: 'detach', volume_id: VOLUME };
export const resizeToSwap: Request = { type: 'resize', flavor: WITH_SWAP };

/** The article up to the moment before the attach that fails. */
export function beforeTheCollision(lab: Lab = ARTICLE_LAB): InstanceSnapshot {
  return perform(boot(lab), attach, resizeToSwap, { type: 'confirm' }, detach);
}

/** The article's volume. */
export function volumeOf({ context }: InstanceSnapshot) {
  const volume = context.cloud.volumes.find(({ id }) => id === VOLUME);
  if (!volume) throw new Error('the lab has lost its volume');
  return volume;
}
