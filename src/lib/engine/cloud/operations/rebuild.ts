/**
 * Building the server anew from its image: `nova rebuild`.
 *
 * Upstream: nova/compute/api.py (API.rebuild), nova/compute/manager.py (ComputeManager._do_rebuild_instance,
 * _rebuild_default_impl), nova/virt/libvirt/driver.py (LibvirtDriver.destroy, spawn). Volumes keep their rows and their
 * names; the content of the root disk is lost.
 */
import { imageUnacceptable, type NovaException } from '../../nova/exception.ts';
import { apiSteps, serverOperation } from '../api-steps.ts';
import { isVolumeBacked, type Cloud } from '../cloud.ts';
import { log } from '../event.ts';
import { destroyAndUndefine, powerOff } from '../hypervisor.ts';
import { LOGGER, logOutsideRequest } from '../log.ts';
import { instanceSpawn, type SpawnArgs } from '../spawn.ts';

const MANAGER = 'nova/compute/manager.py: ComputeManager';

function check(cloud: Cloud): NovaException | null {
  if (!isVolumeBacked(cloud)) return null;
  return imageUnacceptable(cloud.lab.image_id, 'Unable to rebuild with a different image for a volume-backed server.');
}

/** Build the server anew; one that was off is switched off again. */
export const rebuild = serverOperation<SpawnArgs>(
  'rebuild',
  [
    ...apiSteps<SpawnArgs>('rebuild', 'servers.py: ServersController._action_rebuild', 202, (cloud) => ({
      cloud,
      args: { wasOff: cloud.instance.vm_state === 'stopped' }
    })),
    {
      name: 'destroy',
      actor: 'libvirt',
      source: `${MANAGER}._rebuild_default_impl`,
      run: (cloud) => ({
        cloud: destroyAndUndefine(cloud),
        events: [
          log('INFO', LOGGER.manager, 'Rebuilding instance'),
          logOutsideRequest('Instance destroyed successfully.')
        ],
        signal: 'task.rebuild_block_device_mapping'
      })
    },
    ...instanceSpawn('_do_rebuild_instance', 'task.rebuild_spawning'),
    {
      name: 'stop',
      actor: 'nova-compute',
      source: `${MANAGER}.stop_instance`,
      run: (cloud) => ({
        cloud: powerOff(cloud),
        events: [logOutsideRequest('Instance destroyed successfully.')],
        next: 'finish'
      })
    }
  ],
  check
);
