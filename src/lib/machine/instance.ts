/**
 * The machine as others use it: a snapshot in, a snapshot out.
 *
 * Runs the transition table by XState's rules, as far as the machine needs them: the deepest state that has a way with
 * a guard that holds takes it, entering a state saves the instance, and a signal that a step gives is heard at once.
 */
import { updateInstance, type Cloud } from '../engine/cloud/cloud.ts';
import type { Signal, StepReport } from '../engine/cloud/operation.ts';
import { deliver, request, type Request } from '../engine/cloud/operations.ts';
import { conditions, type InstanceEvent } from './conditions.ts';
import type { StateRow, Way } from './table.ts';
import { transitionTable } from './transition-table.ts';

/** The lab, and the step that the last event took in it; null before the first. */
export interface InstanceContext {
  readonly cloud: Cloud;
  readonly report: StepReport | null;
}

/** The machine at one moment, with the lab as its context. `value` is the state: `active.idle`. */
export interface InstanceSnapshot {
  readonly value: string;
  readonly context: InstanceContext;
}

function rowOf(value: string): StateRow {
  const row = transitionTable.states[value];
  if (!row) throw new Error(`the machine has no state ${value}`);
  return row;
}

/** The state and its parents, the deepest first. */
function lineage(value: string): readonly StateRow[] {
  const [parent = ''] = value.split('.');
  return [...new Set([value, parent, ''])].map(rowOf);
}

const eventsByState: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.keys(transitionTable.states).map((value) => [
    value,
    new Set(lineage(value).flatMap(({ on }) => Object.keys(on)))
  ])
);

/** Whether a state has a way for an event, guards not asked. */
export function knowsEvent(value: string, event: InstanceEvent['type']): boolean {
  return eventsByState.get(value)?.has(event) ?? false;
}

/**
 * The state of the same vm_state in which nothing is being done; null for a vm_state that is always busy. One that is
 * only passed through allows, once at rest, what the one after it allows.
 */
export function idleOf(vm_state: string): string | null {
  const idle = `${transitionTable.states[vm_state]?.restsAs ?? vm_state}.idle`;
  return idle in transitionTable.states ? idle : null;
}

function wayFor({ value, context }: InstanceSnapshot, event: InstanceEvent): Way | undefined {
  const ways = lineage(value).flatMap(({ on }) => on[event.type] ?? []);
  return ways.find(({ guard }) => guard === undefined || conditions[guard](context.cloud, event));
}

interface Done {
  readonly context: InstanceContext;
  readonly signal: Signal | null;
}

function perform(action: Way['action'], context: InstanceContext, event: InstanceEvent): Done {
  if (action === undefined) return { context, signal: null };
  if (action === 'request') {
    const { cloud, report } = request(context.cloud, event as Request);
    return { context: { cloud, report }, signal: null };
  }
  const { cloud, report, signal } = deliver(context.cloud);
  return { context: { cloud, report }, signal };
}

function enter(value: string, { cloud, report }: InstanceContext): InstanceSnapshot {
  const { saves } = rowOf(value);
  return { value, context: { cloud: saves ? updateInstance(cloud, saves) : cloud, report } };
}

/** The life of the lab's server from its first moment. */
export function startInstance(cloud: Cloud): InstanceSnapshot {
  return enter(transitionTable.initial, { cloud, report: null });
}

/** What follows an event; the same snapshot when the machine does not allow it. */
export function next(snapshot: InstanceSnapshot, event: InstanceEvent): InstanceSnapshot {
  const way = wayFor(snapshot, event);
  if (!way) return snapshot;
  const { context, signal } = perform(way.action, snapshot.context, event);
  const entered = way.target === undefined ? { value: snapshot.value, context } : enter(way.target, context);
  return signal === null ? entered : next(entered, { type: signal });
}
