/**
 * Reverting a resize: `nova resize-revert`.
 *
 * Upstream: nova/compute/api.py (API.revert_resize), nova/compute/manager.py (ComputeManager.revert_resize,
 * finish_revert_resize), nova/virt/libvirt/driver.py (LibvirtDriver.finish_revert_migration).
 */
import type { Migration } from '../../nova/instance.ts';
import { updateInstance, type Cloud } from '../cloud.ts';
import { apiSteps, serverOperation } from '../api-steps.ts';
import { log } from '../event.ts';
import { powerState } from '../hypervisor.ts';
import { LOGGER } from '../log.ts';
import type { Outcome } from '../operation.ts';
import {
  bootStep,
  BUILD_FAILED,
  defineStep,
  destroyStep,
  giveUp,
  launchStep,
  logSetError,
  type BuildArgs
} from '../rebuild-domain.ts';
import { changeFlavor } from '../swap-row.ts';
import { checkResized, markMigration } from './confirm.ts';

function migrationOf(cloud: Cloud): Migration {
  const { migration } = cloud.instance;
  if (migration === null) throw new Error('there is no resize to revert');
  return migration;
}

function wasOn(cloud: Cloud): boolean {
  return migrationOf(cloud).old_vm_state !== 'stopped';
}

function takeOldFlavor(cloud: Cloud): Outcome<BuildArgs> {
  return { cloud: changeFlavor(cloud, migrationOf(cloud).old_flavor) };
}

function restore(cloud: Cloud): Outcome<BuildArgs> {
  const { old_vm_state } = migrationOf(cloud);
  const on = wasOn(cloud);
  return {
    cloud: updateInstance(cloud, { power_state: powerState(cloud), migration: null }),
    events: [log('INFO', LOGGER.manager, `Updating instance to original state: '${old_vm_state}'`)],
    next: on ? null : 'stop',
    signal: on ? 'done' : 'task.powering-off'
  };
}

function stop(cloud: Cloud): Outcome<BuildArgs> {
  const already = 'Instance is already powered off in the hypervisor when stop is called.';
  return { cloud, events: [log('INFO', LOGGER.manager, already)], next: null, signal: 'done' };
}

const FRAMES = ['ComputeManager._finish_revert_resize', 'LibvirtDriver.finish_revert_migration', 'Guest.create'];

const MANAGER = 'nova/compute/manager.py: ComputeManager';

/** Go back to the flavor before the resize. */
export const revert = serverOperation<BuildArgs>(
  'revertResize',
  [
    ...apiSteps<BuildArgs>('revert_resize', 'servers.py: ServersController._action_revert_resize', 202, (cloud) => ({
      cloud: markMigration(cloud, 'reverting')
    })),
    destroyStep('destroy', `${MANAGER}.revert_resize`),
    { name: 'take_flavor', actor: 'nova-compute', source: `${MANAGER}.finish_revert_resize`, run: takeOldFlavor },
    defineStep('nova/virt/libvirt/driver.py: LibvirtDriver.finish_revert_migration'),
    launchStep(wasOn),
    bootStep(),
    { name: 'restore', actor: 'nova-compute', source: `${MANAGER}.finish_revert_resize`, run: restore },
    { name: 'stop', actor: 'nova-compute', source: `${MANAGER}.stop_instance`, run: stop },
    {
      name: BUILD_FAILED,
      actor: 'nova-compute',
      source: `${MANAGER}._error_out_instance_on_exception`,
      run: (cloud, args) =>
        giveUp(
          updateInstance(cloud, { power_state: powerState(cloud), migration: null }),
          args,
          (summary) => [logSetError(summary, FRAMES)],
          ['ComputeManager.finish_revert_resize', ...FRAMES]
        )
    }
  ],
  checkResized
);
