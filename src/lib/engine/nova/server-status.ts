/**
 * The status that the API shows for a server: one word for vm_state and task_state together.
 *
 * Upstream: nova/api/openstack/common.py (_STATE_MAP, status_from_state).
 */
import { exhaustive } from '../kernel/exhaustive.ts';
import type { Instance } from './instance.ts';

type States = Pick<Instance, 'vm_state' | 'task_state'>;

/** `VERIFY_RESIZE`, `SHUTOFF` and the like: what the client reads in the column Status. */
export function serverStatus({ vm_state, task_state }: States): string {
  switch (vm_state) {
    case 'building':
      return 'BUILD';
    case 'active':
      return taskStatus(task_state) ?? 'ACTIVE';
    case 'stopped':
      return isResizing(task_state) ? 'RESIZE' : 'SHUTOFF';
    case 'resized':
      return task_state === 'resize_reverting' ? 'REVERT_RESIZE' : 'VERIFY_RESIZE';
    case 'error':
      return 'ERROR';
    case 'deleted':
      return 'DELETED';
    default:
      return exhaustive(vm_state);
  }
}

function isResizing(task_state: States['task_state']): boolean {
  return task_state?.startsWith('resize_') ?? false;
}

/** The word for what is being done to an active server; null where the status does not tell. */
function taskStatus(task_state: States['task_state']): string | null {
  if (isResizing(task_state)) return 'RESIZE';
  if (!task_state?.startsWith('reboot')) return null;
  return task_state.endsWith('_hard') ? 'HARD_REBOOT' : 'REBOOT';
}
