/**
 * The machine as others use it: a snapshot in, a snapshot out.
 */
import { initialTransition, transition } from 'xstate';
import type { Cloud } from '../engine/cloud/cloud.ts';
import { instanceMachine, type InstanceEvent } from './instance.machine.ts';
import type { InstanceSnapshot } from './permission.ts';

/** The life of the lab's server from its first moment. */
export function startInstance(cloud: Cloud): InstanceSnapshot {
  const [snapshot] = initialTransition(instanceMachine, { cloud });
  return snapshot;
}

/** What follows an event; the same snapshot when the machine does not allow it. */
export function next(snapshot: InstanceSnapshot, event: InstanceEvent): InstanceSnapshot {
  const [following] = transition(instanceMachine, snapshot, event);
  return following;
}
