/**
 * What most operations on a server have in common: nova-api takes the request, answers, and casts the rest.
 *
 * Upstream: nova/compute/api.py (the method saves a task_state), nova/api/openstack/compute/ (the controller answers).
 */
import type { NovaException } from '../nova/exception.ts';
import type { Cloud } from './cloud.ts';
import { response } from './event.ts';
import type { Operation, Outcome, Step } from './operation.ts';

/** The steps while the client waits. */
export type ApiSteps<Args> = readonly [Step<Args>, Step<Args>];

/** `api` is the method of nova/compute/api.py, `action` that of the controller, `code` the HTTP status it answers. */
export function apiSteps<Args>(
  api: string,
  action: string,
  code: number,
  take: (cloud: Cloud, args: Args) => Outcome<Args> = (cloud) => ({ cloud })
): ApiSteps<Args> {
  const events = [response(code)];
  return [
    { name: 'request', actor: 'nova-api', source: `nova/compute/api.py: API.${api}`, run: take },
    {
      name: 'respond',
      actor: 'nova-api',
      source: `nova/api/openstack/compute/${action}`,
      run: (cloud) => ({ cloud, events, answered: true })
    }
  ];
}

/** An operation that holds the task_state until it is over. `check`: what is refused beside the state. */
export function serverOperation<Args>(
  method: string,
  steps: Operation<Args>['steps'],
  check: (cloud: Cloud, args: Args) => NovaException | null = () => null
): Operation<Args> {
  return { service: 'nova', method, holdsTask: true, validate: () => null, check, steps };
}
