/**
 * Switching off and on: `nova stop` and `nova start`.
 *
 * Upstream: nova/compute/api.py (API.stop, API.start), nova/compute/manager.py (ComputeManager.stop_instance,
 * start_instance), nova/virt/libvirt/driver.py (LibvirtDriver.power_off, power_on, which is a hard reboot).
 */
import { updateInstance, type Cloud } from '../cloud.ts';
import { apiSteps, serverOperation } from '../api-steps.ts';
import { log } from '../event.ts';
import { powerOff, powerState } from '../hypervisor.ts';
import { LOGGER, logOutsideRequest } from '../log.ts';
import type { Outcome } from '../operation.ts';
import { BUILD_FAILED, finishStep, giveUp, type BuildArgs } from '../rebuild-domain.ts';
import { HARD_REBOOT_FRAMES, rebuildSteps } from './reboot.ts';

const MANAGER = 'nova/compute/manager.py: ComputeManager';

function switchOff(cloud: Cloud): Outcome<BuildArgs> {
  const running = cloud.domain?.live
    ? log('INFO', LOGGER.driver, 'Instance shutdown successfully after 2 seconds.')
    : log('INFO', LOGGER.manager, 'Instance is already powered off in the hypervisor when stop is called.');
  return { cloud: powerOff(cloud), events: [running, logOutsideRequest('Instance destroyed successfully.')] };
}

/** Switch the server off; its definition stays. */
export const stop = serverOperation<BuildArgs>('stop', [
  ...apiSteps<BuildArgs>('stop', 'servers.py: ServersController._stop_server', 202),
  {
    name: 'power_off',
    actor: 'libvirt',
    source: 'nova/virt/libvirt/driver.py: LibvirtDriver.power_off',
    run: switchOff
  },
  finishStep(`${MANAGER}.stop_instance`)
]);

/** Switch the server on, on a domain built from Nova's mapping. */
export const start = serverOperation<BuildArgs>('start', [
  ...apiSteps<BuildArgs>('start', 'servers.py: ServersController._start_server', 202),
  ...rebuildSteps,
  finishStep(`${MANAGER}.start_instance`, [logOutsideRequest('Instance rebooted successfully.')]),
  {
    name: BUILD_FAILED,
    actor: 'nova-compute',
    source: `${MANAGER}.start_instance`,
    run: (cloud, args) =>
      giveUp(updateInstance(cloud, { power_state: powerState(cloud) }), args, () => [], [
        'ComputeManager.start_instance',
        ...HARD_REBOOT_FRAMES
      ])
  }
]);
