/**
 * The shape of the transition table: the machine's states without its library.
 */
import type { TaskState, VmState } from '../engine/nova/instance.ts';
import type { ConditionName } from './conditions.ts';

/** What `Instance.save` writes as a state is entered; an absent vm_state stays as it is. */
export interface Saved {
  readonly vm_state?: VmState;
  readonly task_state: TaskState | null;
}

/** One way on. Without a target the state stays. */
export interface Way {
  readonly guard?: ConditionName;
  /** `request`: the request reaches nova-api. `deliver`: the next step of what is in flight. */
  readonly action?: 'request' | 'deliver';
  readonly target?: string;
}

/** A state, and what it does on each event; of several ways the first whose guard holds is taken. */
export interface StateRow {
  readonly saves?: Saved;
  /** Where a state that is only passed through goes on to. */
  readonly restsAs?: string;
  readonly on: Readonly<Record<string, readonly Way[]>>;
}

/**
 * All states by name, `active.idle` for the idle state of active. What a state does not know its parent does, `active`
 * and at last the empty name.
 */
export interface TransitionTable {
  readonly initial: string;
  readonly states: Readonly<Record<string, StateRow>>;
}
