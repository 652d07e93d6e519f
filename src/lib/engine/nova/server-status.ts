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
      return changeStatus(task_state) ?? 'SHUTOFF';
    case 'resized':
      return task_state === 'resize_reverting' ? 'REVERT_RESIZE' : 'VERIFY_RESIZE';
    case 'error':
      return isRebuilding(task_state) ? 'REBUILD' : 'ERROR';
    case 'paused':
      return 'PAUSED';
    case 'suspended':
      return 'SUSPENDED';
    case 'rescued':
      return 'RESCUE';
    case 'shelved':
      return 'SHELVED';
    case 'shelved_offloaded':
      return 'SHELVED_OFFLOADED';
    case 'deleted':
      return 'DELETED';
    default:
      return exhaustive(vm_state);
  }
}

function isRebuilding(task_state: States['task_state']): boolean {
  return task_state?.startsWith('rebuil') ?? false;
}

/** The word for a resize or a rebuild under way; null for anything else. */
function changeStatus(task_state: States['task_state']): string | null {
  if (task_state?.startsWith('resize_')) return 'RESIZE';
  return isRebuilding(task_state) ? 'REBUILD' : null;
}

/** The word for what is being done to an active server; null where the status does not tell. */
function taskStatus(task_state: States['task_state']): string | null {
  const change = changeStatus(task_state);
  if (change !== null || !task_state?.startsWith('reboot')) return change;
  return task_state.endsWith('_hard') ? 'HARD_REBOOT' : 'REBOOT';
}
