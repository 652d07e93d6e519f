/**
 * What a server refuses, asked of the machine: no second table says which state allows what.
 *
 * Upstream: nova/compute/api.py (check_instance_state looks at the vm_state first, then at the task_state, then at
 * whether the instance has ever run). The machine knows its transitions; the engine words the refusal.
 */
import { getNextTransitions, type SnapshotFrom } from 'xstate';
import {
  refuseBeforeState,
  refuseInState,
  stateRefusal,
  type Request,
  type RequestName
} from '../engine/cloud/operations.ts';
import type { NovaException } from '../engine/nova/exception.ts';
import { instanceMachine } from './instance.machine.ts';

/** The machine at one moment, with the lab as its context. */
export type InstanceSnapshot = SnapshotFrom<typeof instanceMachine>;

/** The types of all events that a state has a transition for, by state; guards are not asked. */
const eventsByState = new Map<string, ReadonlySet<string>>();

/** `active.idle` for `{ active: 'idle' }`. */
function nameOfState({ value }: InstanceSnapshot): string {
  return typeof value === 'string' ? value : Object.entries(value).flat().join('.');
}

function eventsOf(snapshot: InstanceSnapshot): ReadonlySet<string> {
  const name = nameOfState(snapshot);
  const known = eventsByState.get(name);
  if (known) return known;
  const events = new Set(getNextTransitions(snapshot).map(({ eventType }): string => String(eventType)));
  eventsByState.set(name, events);
  return events;
}

/**
 * The state of the same vm_state in which nothing is being done; null for a vm_state that is always busy. One that is
 * only passed through allows, once at rest, what the one after it allows.
 */
function idleOf({ context }: InstanceSnapshot): InstanceSnapshot | null {
  const { vm_state } = context.cloud.instance;
  const node = instanceMachine.root.states[vm_state];
  const resting: string = node?.meta?.restsAs ?? vm_state;
  const hasIdle = 'idle' in (instanceMachine.root.states[resting]?.states ?? {});
  return hasIdle ? instanceMachine.resolveState({ value: { [resting]: 'idle' }, context }) : null;
}

/** Why the state does not allow an operation, whatever its arguments; null when it does. */
export function stateRefusalFor(snapshot: InstanceSnapshot, name: RequestName): NovaException | null {
  if (eventsOf(snapshot).has(name)) return null;
  const idle = idleOf(snapshot);
  const attr = idle !== null && eventsOf(idle).has(name) ? 'task_state' : 'vm_state';
  return stateRefusal(snapshot.context.cloud, name, attr);
}

/** What the API answers to a request instead of taking it; null when it takes it. */
export function refusal(snapshot: InstanceSnapshot, request: Request): NovaException | null {
  const { cloud } = snapshot.context;
  return refuseBeforeState(cloud, request) ?? stateRefusalFor(snapshot, request.type) ?? refuseInState(cloud, request);
}
