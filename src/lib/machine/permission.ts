/**
 * What a server refuses, asked of the machine: no second table says which state allows what.
 *
 * Upstream: nova/compute/api.py (check_instance_state looks at the vm_state first, then at the task_state, then at
 * whether the instance has ever run). The machine knows its transitions; the engine words the refusal.
 */
import {
  refuseBeforeState,
  refuseInState,
  stateRefusal,
  type Request,
  type RequestName
} from '../engine/cloud/operations.ts';
import type { NovaException } from '../engine/nova/exception.ts';
import { idleOf, knowsEvent, type InstanceSnapshot } from './instance.ts';

/** Why the state does not allow an operation, whatever its arguments; null when it does. */
export function stateRefusalFor({ value, context }: InstanceSnapshot, name: RequestName): NovaException | null {
  if (knowsEvent(value, name)) return null;
  const idle = idleOf(context.cloud.instance.vm_state);
  const attr = idle !== null && knowsEvent(idle, name) ? 'task_state' : 'vm_state';
  return stateRefusal(context.cloud, name, attr);
}

/** What the API answers to a request instead of taking it; null when it takes it. */
export function refusal(snapshot: InstanceSnapshot, request: Request): NovaException | null {
  const { cloud } = snapshot.context;
  return refuseBeforeState(cloud, request) ?? stateRefusalFor(snapshot, request.type) ?? refuseInState(cloud, request);
}
