/**
 * Confirming a resize: `nova resize-confirm`.
 *
 * Upstream: nova/compute/api.py (API.confirm_resize), nova/compute/manager.py (ComputeManager._confirm_resize).
 * The domain is left as it is; only the way back is thrown away.
 */
import { instanceNotResized, type NovaException } from '../../nova/exception.ts';
import type { Migration } from '../../nova/instance.ts';
import { updateInstance, type Cloud } from '../cloud.ts';
import { apiSteps, serverOperation } from '../api-steps.ts';
import { powerState } from '../hypervisor.ts';

/** A confirm or revert needs a resize that has finished and that nobody confirms or reverts yet. */
export function checkResized(cloud: Cloud): NovaException | null {
  return cloud.instance.migration?.status === 'finished' ? null : instanceNotResized();
}

/** The lab with the record of the resize in another status. */
export function markMigration(cloud: Cloud, status: Migration['status']): Cloud {
  const { migration } = cloud.instance;
  return migration === null ? cloud : updateInstance(cloud, { migration: { ...migration, status } });
}

/** Confirm a resize. */
export const confirm = serverOperation<object>(
  'confirmResize',
  [
    ...apiSteps<object>('confirm_resize', 'servers.py: ServersController._action_confirm_resize', 204, (cloud) => ({
      cloud: markMigration(cloud, 'confirming')
    })),
    {
      name: 'finish',
      actor: 'nova-compute',
      source: 'nova/compute/manager.py: ComputeManager._confirm_resize',
      run: (cloud) => ({
        cloud: updateInstance(cloud, { migration: null, power_state: powerState(cloud) }),
        next: null,
        signal: 'done'
      })
    }
  ],
  checkResized
);
