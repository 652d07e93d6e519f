/**
 * Taking the server off its host and back: `nova shelve` and `nova unshelve`.
 *
 * Upstream: nova/compute/api.py (API.shelve, API.unshelve), nova/compute/manager.py (ComputeManager._shelve_instance,
 * _shelve_offload_instance, _unshelve_instance), nova/virt/libvirt/driver.py (LibvirtDriver.snapshot, destroy, spawn).
 * Simplified: `[DEFAULT]/shelved_offload_time` is 0, so a shelved server leaves its host at once.
 */
import { instanceSpawn, type SpawnArgs } from '../spawn.ts';
import { apiSteps, serverOperation } from '../api-steps.ts';
import { log } from '../event.ts';
import { powerOff } from '../hypervisor.ts';
import { updateInstance } from '../cloud.ts';
import { LOGGER, logOutsideRequest } from '../log.ts';
import { destroyStep } from '../rebuild-domain.ts';

const MANAGER = 'nova/compute/manager.py: ComputeManager';

/** Save the root disk as an image and take the server off its host. */
export const shelve = serverOperation<object>('shelve', [
  ...apiSteps<object>('shelve', 'shelve.py: ShelveController._shelve', 202),
  {
    name: 'power_off',
    actor: 'libvirt',
    source: `${MANAGER}._shelve_instance`,
    run: (cloud) => ({
      cloud: powerOff(cloud),
      events: [log('INFO', LOGGER.manager, 'Shelving'), logOutsideRequest('Instance destroyed successfully.')]
    })
  },
  {
    name: 'upload',
    actor: 'nova-compute',
    source: 'nova/virt/libvirt/driver.py: LibvirtDriver.snapshot',
    run: (cloud) => ({
      cloud,
      events: [
        log('INFO', LOGGER.driver, 'Beginning cold snapshot process'),
        log('INFO', LOGGER.driver, 'Snapshot extracted, beginning image upload'),
        log('INFO', LOGGER.driver, 'Snapshot image upload complete')
      ],
      signal: 'task.shelving_image_uploading'
    })
  },
  {
    name: 'shelved',
    actor: 'nova-compute',
    source: `${MANAGER}._shelve_instance`,
    run: (cloud) => ({
      cloud: updateInstance(cloud, { power_state: 'shutdown' }),
      events: [log('INFO', LOGGER.manager, 'Shelve offloading')],
      signal: 'task.shelving_offloading'
    })
  },
  destroyStep('destroy', `${MANAGER}._shelve_offload_instance`),
  {
    name: 'finish',
    actor: 'nova-compute',
    source: `${MANAGER}._shelve_offload_instance`,
    run: (cloud) => ({ cloud, next: null, signal: 'done' })
  }
]);

/** Put the server on a host again, on a domain built from Nova's mapping. */
export const unshelve = serverOperation<SpawnArgs>('unshelve', [
  ...apiSteps<SpawnArgs>('unshelve', 'shelve.py: ShelveController._unshelve', 202),
  {
    name: 'schedule',
    actor: 'nova-conductor',
    source: 'nova/conductor/manager.py: ComputeTaskManager.unshelve_instance',
    run: (cloud) => ({ cloud })
  },
  {
    name: 'begin',
    actor: 'nova-compute',
    source: `${MANAGER}._unshelve_instance`,
    run: (cloud) => ({ cloud, events: [log('INFO', LOGGER.manager, 'Unshelving')], signal: 'task.spawning' })
  },
  ...instanceSpawn('_unshelve_instance')
]);
