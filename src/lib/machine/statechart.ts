/**
 * The machine as a statechart: a box for each state, and the ways between the boxes.
 *
 * Read off the transition table, so it says what the machine says. What it simplifies: the states inside a box, one
 * for each task_state, are told as the routes of the operations that pass through them.
 */
import type { ApiRequestName } from '../engine/cloud/operations.ts';
import type { TaskState } from '../engine/nova/instance.ts';
import type { StateRow, TransitionTable, Way } from './table.ts';

/** A way from box to box, and the task states that the server has meanwhile. */
export interface Route {
  readonly tasks: readonly TaskState[];
  /** A box; the one that it started in where the operation leaves the vm_state alone. */
  readonly to: string;
}

/** What can be done in a box, or what happens in it by itself. */
export interface Transition {
  /** `active.stop`; `any.delete` for what every box allows; `building.` for what nobody asks for. */
  readonly id: string;
  /** Null for what every box allows. */
  readonly from: string | null;
  /** Null where nobody asks: a build ends, a shelved server is offloaded. */
  readonly operation: ApiRequestName | null;
  /** More than one where it depends on the server. */
  readonly routes: readonly Route[];
  /** The boxes that the routes end in, each once. */
  readonly ends: readonly string[];
  /** The box that it ends in when a task on the way fails; null where there is no task. */
  readonly onFailure: string | null;
}

/** Boxes and transitions in the order in which the machine names them. */
export interface Statechart {
  readonly boxes: readonly string[];
  readonly transitions: readonly Transition[];
}

/** The box that a state lies in: `active` for `active.resize_prep`. */
export function boxOf(value: string): string {
  return value.split('.', 1)[0] ?? value;
}

function targetsOf(ways: readonly Way[]): readonly string[] {
  return [...new Set(ways.flatMap(({ target }) => target ?? []))];
}

/** The operations among the events of a row. */
function operationsOf({ on }: StateRow): readonly (readonly [ApiRequestName, readonly Way[]])[] {
  return Object.entries(on).flatMap(([event, ways]) =>
    ways.some(({ action }) => action === 'request') ? [[event as ApiRequestName, ways] as const] : []
  );
}

function withEnds(transition: Omit<Transition, 'ends'>): Transition {
  return { ...transition, ends: [...new Set(transition.routes.map(({ to }) => to))] };
}

/**
 * Where a busy state leads to: its work ends, or goes on with the next task. A failure does neither, and a task that
 * begins at rest is one that nova-compute has begun by itself.
 */
function onwardOf({ saves, on }: StateRow): readonly string[] {
  const isOnward = (event: string) => event === 'done' || (saves?.task_state !== null && event.startsWith('task.'));
  return targetsOf(Object.entries(on).flatMap(([event, ways]) => (isOnward(event) ? ways : [])));
}

/** The statechart that a table amounts to. */
export function statechartOf({ states }: TransitionTable): Statechart {
  const names = Object.keys(states).filter((name) => name !== '');
  const boxes = names.filter((name) => name === boxOf(name));

  function rowOf(name: string): StateRow {
    const row = states[name];
    if (!row) throw new Error(`the table has no state ${name}`);
    return row;
  }

  /** The routes that begin as a state is entered. One ends where nothing goes on, and at a box that is a single state. */
  function routesInto(name: string): readonly Route[] {
    return onwardOf(rowOf(name)).length === 0 || boxes.includes(name)
      ? [{ tasks: [], to: boxOf(name) }]
      : routesThrough(name);
  }

  function routesThrough(name: string): readonly Route[] {
    const row = rowOf(name);
    const { saves } = row;
    const own = saves?.task_state ? [saves.task_state] : [];
    return onwardOf(row)
      .flatMap(routesInto)
      .map(({ tasks, to }) => ({ tasks: [...own, ...tasks], to }));
  }

  /** Where a failure in a busy state leads to, which the box says unless the state itself does. */
  function failureIn(name: string): string | null {
    if (rowOf(name).saves?.task_state === null) return null;
    const ways = rowOf(name).on['failed'] ?? rowOf(boxOf(name)).on['failed'] ?? [];
    return targetsOf(ways).map(boxOf)[0] ?? null;
  }

  function transitionsOf(from: string | null, row: StateRow, box: string): readonly Transition[] {
    return operationsOf(row).map(([operation, ways]) => {
      const [target, ...others] = targetsOf(ways);
      const transition = { id: `${from ?? 'any'}.${operation}`, from, operation };
      if (target === undefined) return withEnds({ ...transition, routes: [{ tasks: [], to: box }], onFailure: null });
      return withEnds({ ...transition, routes: [target, ...others].flatMap(routesInto), onFailure: failureIn(target) });
    });
  }

  /** What can be done at rest; of a box that is never at rest, what happens in it. */
  function transitionsIn(box: string): readonly Transition[] {
    const inside = names.filter((name) => name !== box && boxOf(name) === box);
    const first = inside[0] ?? box;
    const resting = inside.find((name) => rowOf(name).saves?.task_state === null);
    if (resting !== undefined) return transitionsOf(box, rowOf(resting), box);
    const routes = routesThrough(first);
    if (routes.length === 0) return [];
    return [withEnds({ id: `${box}.`, from: box, operation: null, routes, onFailure: failureIn(first) })];
  }

  const [first] = boxes;
  const everywhere = first === undefined ? [] : transitionsOf(null, rowOf(first), first);
  return { boxes, transitions: [...everywhere, ...boxes.flatMap(transitionsIn)] };
}
