/**
 * The machine as a statechart: a box for each state, and between the boxes the ways that a server can go.
 *
 * Read off the transition table, so it says what the machine says. What it simplifies: the states inside a vm_state,
 * each with its task_state, are told as the route of the operation that passes through them; a failure, which leads
 * to error from everywhere, is left to the words.
 */
import type { RequestName } from '../engine/cloud/operations.ts';
import type { TaskState } from '../engine/nova/instance.ts';
import type { StateRow, TransitionTable, Way } from './table.ts';

/** A way from box to box, through the task states that the server has meanwhile. */
export interface Route {
  readonly tasks: readonly TaskState[];
  /** Its own box for an operation that leaves the vm_state alone. */
  readonly to: string;
}

/** What can be done in a state, or what happens in it by itself. */
export interface Transition {
  /** Unique, of the state and the operation: `active.stop`. */
  readonly id: string;
  /** A box; null for what is allowed in every state. */
  readonly from: string | null;
  /** Null where nobody asks: a build ends, a shelved server is offloaded. */
  readonly operation: RequestName | null;
  /** More than one where it depends on the server. */
  readonly routes: readonly Route[];
}

/** Boxes in the machine's order, and all transitions. */
export interface Statechart {
  readonly states: readonly string[];
  readonly transitions: readonly Transition[];
}

/** The box that a state of the machine lies in: `active` for `active.resize_prep`. */
export function boxOf(value: string): string {
  return value.split('.', 1)[0] ?? value;
}

/** A signal of the engine that moves a server on; a failure does not. */
function isOnward(event: string): boolean {
  return event === 'done' || event.startsWith('task.');
}

function isRequest({ action }: Way): boolean {
  return action === 'request';
}

/** Reads one table. */
class Reader {
  readonly #states: TransitionTable['states'];
  readonly boxes: readonly string[];

  constructor({ states }: TransitionTable) {
    this.#states = states;
    this.boxes = [...new Set(Object.keys(states).map(boxOf))].filter((name) => name !== '');
  }

  /** What the box allows whatever is going on in it, and what each state in it adds. */
  rowOf(value: string): StateRow {
    const row = this.#states[value];
    if (!row) throw new Error(`the machine has no state ${value}`);
    return row;
  }

  /** The states in a box; the box itself when there are none. */
  statesIn(box: string): readonly string[] {
    const inside = Object.keys(this.#states).filter((value) => value !== box && boxOf(value) === box);
    return inside.length > 0 ? inside : [box];
  }

  isAtRest(value: string): boolean {
    return this.rowOf(value).saves?.task_state === null;
  }

  /** All routes that begin with entering a state. A route ends in a state at rest, or in a box that is one state. */
  routesTo(value: string): readonly Route[] {
    if (this.isAtRest(value) || value === boxOf(value)) return [{ tasks: [], to: boxOf(value) }];
    return this.#routesOnFrom(value);
  }

  /** All routes that lead out of a state that is busy, its own task first. */
  #routesOnFrom(value: string): readonly Route[] {
    const { saves, on } = this.rowOf(value);
    const ways = Object.entries(on).flatMap(([event, found]) => (isOnward(event) ? found : []));
    const own = saves?.task_state ? [saves.task_state] : [];
    return this.targetsOf(ways).flatMap((target) =>
      this.routesTo(target).map(({ tasks, to }) => ({ tasks: [...own, ...tasks], to }))
    );
  }

  targetsOf(ways: readonly Way[]): readonly string[] {
    return [...new Set(ways.flatMap(({ target }) => target ?? []))];
  }

  /** Where an operation leads. Without a target it stays, or goes where its work, once done, leads to. */
  routesOf(value: string, ways: readonly Way[]): readonly Route[] {
    const targets = this.targetsOf(ways);
    if (targets.length > 0) return targets.flatMap((target) => this.routesTo(target));
    return [{ tasks: [], to: boxOf(value) }];
  }
}
