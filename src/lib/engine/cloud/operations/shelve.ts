/**
 * Taking the server off its host and back: `nova shelve` and `nova unshelve`.
 *
 * Upstream: nova/compute/api.py (API.shelve, API.unshelve), nova/compute/manager.py (ComputeManager._shelve_instance,
 * _shelve_offload_instance, _unshelve_instance), nova/virt/libvirt/driver.py (LibvirtDriver.snapshot, destroy, spawn).
 * Simplified: `[DEFAULT]/shelved_offload_time` is 0, so a shelved server leaves its host at once. One whose root disk is
 * a volume goes straight to shelved_offloaded in Nova; here it is shelved for a moment, as the others are.
 */
import { instanceSpawn, type SpawnArgs } from '../spawn.ts';
import { apiSteps, serverOperation } from '../api-steps.ts';
import { log } from '../event.ts';
import { powerOff } from '../hypervisor.ts';
import { isVolumeBacked, updateInstance, type Cloud } from '../cloud.ts';
import { novaFailure } from '../failure.ts';
import { LOGGER, logOutsideRequest } from '../log.ts';
import type { Outcome } from '../operation.ts';
import { destroyStep, failWith, giveUpStep, type BuildArgs } from '../rebuild-domain.ts';
import { instanceNotRunning } from '../../nova/exception.ts';

const MANAGER = 'nova/compute/manager.py: ComputeManager';

/** A root disk that is a volume is safe where it is, so nova-api asks for no image of it. */
function switchOff(cloud: Cloud): Outcome<BuildArgs> {
  const off = { cloud: powerOff(cloud) };
  const destroyed = logOutsideRequest('Instance destroyed successfully.');
  return isVolumeBacked(cloud)
    ? { ...off, events: [destroyed], next: 'shelved' }
    : { ...off, events: [log('INFO', LOGGER.manager, 'Shelving'), destroyed] };
}

/** The driver reads off the domain where the root disk is: without a domain there is no image of it. */
function upload(cloud: Cloud, args: BuildArgs): Outcome<BuildArgs> {
  if (cloud.domain === null) return failWith(cloud, args, novaFailure(instanceNotRunning(cloud.instance.uuid)));
  return {
    cloud,
    events: [
      log('INFO', LOGGER.driver, 'Beginning cold snapshot process'),
      log('INFO', LOGGER.driver, 'Snapshot extracted, beginning image upload'),
      log('INFO', LOGGER.driver, 'Snapshot image upload complete')
    ],
    signal: 'task.shelving_image_uploading'
  };
}

/** Save the root disk as an image and take the server off its host. */
export const shelve = serverOperation<BuildArgs>('shelve', [
  ...apiSteps<BuildArgs>('shelve', 'shelve.py: ShelveController._shelve', 202),
  { name: 'power_off', actor: 'libvirt', source: `${MANAGER}._power_off_instance`, run: switchOff },
  { name: 'upload', actor: 'nova-compute', source: 'nova/virt/libvirt/driver.py: LibvirtDriver.snapshot', run: upload },
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
  },
  giveUpStep('shelve_instance', ['ComputeManager._shelve_instance', 'LibvirtDriver.snapshot'])
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
