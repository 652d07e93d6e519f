/**
 * What a transition can depend on beside the state: questions that the machine asks the lab.
 *
 * The XState machine and its table name these; they stand here once for both.
 */
import type { Cloud } from '../engine/cloud/cloud.ts';
import type { Signal } from '../engine/cloud/operation.ts';
import { isBusy, refuseBeforeState, refuseInState, type Request } from '../engine/cloud/operations.ts';

/** A request of a client, a step of whatever is in flight, or what a step found out. */
export type InstanceEvent = Request | { readonly type: 'step' } | { readonly type: Signal };

/** Names of questions about a transition. */
export type ConditionName = 'isBusy' | 'isAcceptable' | 'resetsToActive' | 'isPoweredOff';

/** Whether a transition may be taken, by the name of its guard. */
export const conditions: Readonly<Record<ConditionName, (cloud: Cloud, event: InstanceEvent) => boolean>> = {
  isBusy: (cloud) => isBusy(cloud),
  isAcceptable: (cloud, event) =>
    refuseBeforeState(cloud, event as Request) === null && refuseInState(cloud, event as Request) === null,
  resetsToActive: (_cloud, event) => event.type === 'resetState' && event.state === 'active',
  isPoweredOff: ({ instance }) => instance.power_state === 'shutdown'
};
