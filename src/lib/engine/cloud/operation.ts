/**
 * An operation as a list of small steps, and the two ways time passes: a request arrives, a step is taken.
 *
 * Upstream: nova-api answers while the client waits and then casts to nova-conductor or nova-compute, which goes on
 * alone. Simplified: nova-compute takes this instance's casts in the order they came; Nova runs them side by side but
 * holds a lock per instance.
 */
import { seededUuid } from '../kernel/seeded-id.ts';
import type { NovaException } from '../nova/exception.ts';
import type { TaskState } from '../nova/instance.ts';
import type { Cloud, Work } from './cloud.ts';
import type { Actor, CloudEvent } from './event.ts';

/** What a step tells the state machine: the work entered a task state, is done, or has failed. */
export type Signal = `task.${TaskState}` | 'done' | 'failed';

/** What came of a step. */
export interface Outcome<Args> {
  readonly cloud: Cloud;
  readonly events?: readonly CloudEvent[];
  /** What the following steps get; unchanged when absent. */
  readonly args?: Args;
  /** The step to go on with, or null when the work is over; the following one in the list when absent. */
  readonly next?: string | null;
  readonly signal?: Signal;
  /** The client has its answer; what follows is a cast. */
  readonly answered?: true;
}

/** One thing that one service does. */
export interface Step<Args> {
  readonly name: string;
  readonly actor: Actor;
  /** The file and function of upstream that the step stands for. */
  readonly source: string;
  readonly run: (cloud: Cloud, args: Args) => Outcome<Args>;
}

/** A kind of request. `Args` starts as what the client sends. */
export interface Operation<Args> {
  /** Who is asked: Nova, which must have the server; Cinder, which does not know it; libvirt, behind Nova's back. */
  readonly service: 'nova' | 'cinder' | 'libvirt';
  /** The name that Nova's refusals call it by. */
  readonly method: string;
  /** Whether it holds the instance's task_state while it works; a request that takes the task_state over ends it. */
  readonly holdsTask: boolean;
  /** Refusals that come before the state is looked at: the schema, and things that do not exist. */
  readonly validate: (cloud: Cloud, args: Args) => NovaException | null;
  /** Refusals that come after the state was found right. */
  readonly check: (cloud: Cloud, args: Args) => NovaException | null;
  /** The first step happens as the request arrives; the last one that is listed before a roll-back ends with next null. */
  readonly steps: readonly [Step<Args>, ...Step<Args>[]];
}

/** A step that was taken, for the timeline. */
export interface StepReport {
  readonly op: string;
  readonly step: string;
  readonly actor: Actor;
  readonly source: string;
  readonly request_id: string;
  /** Milliseconds since the first command. */
  readonly clock: number;
  readonly events: readonly CloudEvent[];
}

/** The lab after a step, what the step was, and what the machine hears of it. */
export interface Advance {
  readonly cloud: Cloud;
  readonly report: StepReport;
  readonly signal: Signal | null;
}

/** A request that was acceptable when it came is refused after all: the client hears it, and the work is over. */
export function refuseLate(cloud: Cloud, error: NovaException): Outcome<never> {
  return { cloud, events: [{ type: 'refusal', error }], next: null };
}

/** Milliseconds from one step to the next. */
const STEP_MS = 40;

const NO_EVENTS: readonly CloudEvent[] = [];

/** Puts work into flight, last in the queue, under the id of a request of its own. */
export function enqueue(cloud: Cloud, op: string, step: string, args: unknown, answering: boolean): Cloud {
  const requests = cloud.requests + 1;
  const work: Work = { op, step, args, request_id: `req-${seededUuid(requests)}`, answering };
  return { ...cloud, requests, work: [...cloud.work, work] };
}

/** A request arrives and its first step happens. The caller has made sure that it is allowed. */
export function begin<Args>(cloud: Cloud, name: string, operation: Operation<Args>, args: Args): Advance {
  const begun = enqueue(cloud, name, operation.steps[0].name, args, true);
  const work = begun.work.at(-1);
  if (!work) throw new Error(`${name} is not in flight`);
  return advance(begun, work, operation);
}

/** The work whose turn it is: the one that a client has waited for longest, else the oldest cast. */
export function nextWork(cloud: Cloud): Work | undefined {
  return cloud.work.find(({ answering }) => answering) ?? cloud.work[0];
}

/** Takes the next step of `work`, which must be in flight. */
export function advance<Args>(cloud: Cloud, work: Work, operation: Operation<Args>): Advance {
  const index = operation.steps.findIndex(({ name }) => name === work.step);
  const step = operation.steps[index];
  if (!step) throw new Error(`${work.op} has no step ${work.step}`);
  const clock = cloud.clock + STEP_MS;
  const outcome = step.run(cloud, work.args as Args);
  const following = outcome.next === undefined ? (operation.steps[index + 1]?.name ?? null) : outcome.next;
  return {
    cloud: { ...outcome.cloud, clock, work: requeue(outcome, work, following) },
    report: {
      op: work.op,
      step: step.name,
      actor: step.actor,
      source: step.source,
      request_id: work.request_id,
      clock,
      events: outcome.events ?? NO_EVENTS
    },
    signal: outcome.signal ?? null
  };
}

/** The work in flight after a step: gone when over, at the end of the queue once it is a cast, else where it was. */
function requeue<Args>(outcome: Outcome<Args>, work: Work, following: string | null): readonly Work[] {
  const { cloud, args = work.args, answered = false } = outcome;
  if (following === null) return cloud.work.filter((other) => other !== work);
  const moved: Work = { ...work, step: following, args, answering: work.answering && !answered };
  if (answered) return [...cloud.work.filter((other) => other !== work), moved];
  return cloud.work.map((other) => (other === work ? moved : other));
}
