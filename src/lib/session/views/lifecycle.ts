/**
 * Where the server stands in the machine's statechart, and how it came there.
 */
import type { TaskState } from '../../engine/nova/instance.ts';
import { boxOf, statechartOf, type Route, type Transition } from '../../machine/statechart.ts';
import { transitionTable } from '../../machine/transition-table.ts';
import { isBusy } from '../../engine/cloud/operations.ts';
import { snapshotOf, type Session } from '../session.ts';
import { valueAt } from '../timeline.ts';

/** The machine that the page runs. */
export const statechart = statechartOf(transitionTable);

/** The way that the server is on, or that it went last. */
export interface Journey {
  readonly transition: Transition;
  /** The one that fits what has happened so far; null when a failure has led elsewhere. */
  readonly route: Route | null;
  /** How many of the route's task states have begun. */
  readonly tasksBegun: number;
  readonly inFlight: boolean;
}

/** The server in the statechart. */
export interface Lifecycle {
  /** The box that the server is in. */
  readonly box: string;
  /** The state inside the box, where it is at rest and yet not merely idle: `never_launched`. */
  readonly special: string | null;
  readonly task: TaskState | null;
  readonly journey: Journey;
}

function transitionOf(id: string): Transition | undefined {
  return statechart.transitions.find((transition) => transition.id === id);
}

function boxAt({ timeline }: Session, position: number): string {
  return boxOf(valueAt(timeline, position).snapshot.value);
}

/** The operation that begins at a position: the one asked for, or the stop that nova-compute asks for itself. */
function operationAt({ timeline }: Session, position: number): string | null {
  const { request, snapshot } = valueAt(timeline, position);
  const { cloud, report } = snapshot.context;
  const isOutOfSync = report?.op === 'operator' && cloud.instance.task_state === 'powering-off';
  return isOutOfSync && !request ? 'stop' : (request?.type ?? null);
}

/** What begins at a position: a way that nobody asked for, as its box is entered, or a request. */
function beginningAt(session: Session, position: number): Transition | undefined {
  const box = boxAt(session, position);
  if (position === 0) return transitionOf(`${statechart.boxes[0] ?? ''}.`);
  const before = boxAt(session, position - 1);
  const operation = operationAt(session, position);
  const byItself = box === before ? undefined : transitionOf(`${box}.`);
  if (byItself || operation === null) return byItself;
  return transitionOf(`${before}.${operation}`) ?? transitionOf(`any.${operation}`);
}

/** Position and transition of the last beginning up to the cursor. */
function lastBeginning(session: Session): readonly [number, Transition] {
  for (let position = session.timeline.position; position >= 0; position--) {
    const transition = beginningAt(session, position);
    if (transition) return [position, transition];
  }
  throw new Error('the machine says of no server how it is built');
}

function tasksSince({ timeline }: Session, beginning: number): readonly TaskState[] {
  const tasks = timeline.line
    .slice(beginning, timeline.position + 1)
    .map((_, index) => valueAt(timeline, beginning + index).snapshot.context.cloud.instance.task_state);
  return [...new Set(tasks)].filter((task) => task !== null);
}

function journeyOf(session: Session): Journey {
  const { timeline } = session;
  const [beginning, transition] = lastBeginning(session);
  const inFlight = isBusy(snapshotOf(session).context.cloud);
  const box = boxAt(session, timeline.position);
  const seen = beginning === 0 ? [] : tasksSince(session, beginning);
  const fits = ({ tasks, to }: Route) => seen.every((task) => tasks.includes(task)) && (inFlight || to === box);
  const route = transition.routes.find(fits) ?? null;
  return { transition, route, tasksBegun: inFlight ? seen.length : (route?.tasks.length ?? 0), inFlight };
}

/** The statechart at the session's cursor. */
export function lifecycleOf(session: Session): Lifecycle {
  const { value, context } = snapshotOf(session);
  const { task_state } = context.cloud.instance;
  const [box = value, inside = 'idle'] = value.split('.');
  return {
    box,
    special: task_state === null && inside !== 'idle' ? inside : null,
    task: task_state,
    journey: journeyOf(session)
  };
}
