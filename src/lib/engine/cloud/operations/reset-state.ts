/**
 * Telling Nova what state the server is in, by force: `nova reset-state`.
 *
 * Upstream: nova/api/openstack/compute/admin_actions.py (AdminActionsController._reset_state). Only the record changes:
 * no domain, no disk, no volume.
 */
import { response } from '../event.ts';
import { serverOperation } from '../api-steps.ts';

export interface ResetStateArgs {
  readonly state: 'active' | 'error';
}

/** Set vm_state by force and forget the task_state. */
export const resetState = serverOperation<ResetStateArgs>('reset_state', [
  {
    name: 'request',
    actor: 'nova-api',
    source: 'nova/api/openstack/compute/admin_actions.py: AdminActionsController._reset_state',
    run: (cloud) => ({ cloud, events: [response(202)], next: null })
  }
]);
