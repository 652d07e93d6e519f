/**
 * Switching off and on: `nova stop` and `nova start`.
 *
 * Upstream: nova/compute/api.py (API.stop, API.start), nova/compute/manager.py (ComputeManager.stop_instance,
 * start_instance), nova/virt/libvirt/driver.py (LibvirtDriver.power_off, power_on, which is a hard reboot).
 */
import { updateInstance, type Cloud } from '../cloud.ts';
import { log, response } from '../event.ts';
import { powerOff, powerState } from '../hypervisor.ts';
import { LOGGER, logOutsideRequest } from '../log.ts';
import type { Operation, Outcome, Step } from '../operation.ts';
import { BUILD_FAILED, giveUp, type BuildArgs } from '../rebuild-domain.ts';
import { HARD_REBOOT_FRAMES, rebuildSteps } from './reboot.ts';

const MANAGER = 'nova/compute/manager.py: ComputeManager';

function opening(name: 'start' | 'stop'): readonly [Step<BuildArgs>, ...Step<BuildArgs>[]] {
  return [
    { name: 'request', actor: 'nova-api', source: `nova/compute/api.py: API.${name}`, run: (cloud) => ({ cloud }) },
    {
      name: 'respond',
      actor: 'nova-api',
      source: `nova/api/openstack/compute/servers.py: ServersController._${name}_server`,
      run: (cloud) => ({ cloud, events: [response(202)], answered: true })
    }
  ];
}

function finish(name: 'start' | 'stop'): Step<BuildArgs> {
  return {
    name: 'finish',
    actor: 'nova-compute',
    source: `${MANAGER}.${name}_instance`,
    run: (cloud) => ({
      cloud: updateInstance(cloud, { power_state: powerState(cloud) }),
      events: name === 'start' ? [logOutsideRequest('Instance rebooted successfully.')] : [],
      next: null,
      signal: 'done'
    })
  };
}

function switchOff(cloud: Cloud): Outcome<BuildArgs> {
  const running = cloud.domain?.live
    ? log('INFO', LOGGER.driver, 'Instance shutdown successfully after 2 seconds.')
    : log('INFO', LOGGER.manager, 'Instance is already powered off in the hypervisor when stop is called.');
  return { cloud: powerOff(cloud), events: [running, logOutsideRequest('Instance destroyed successfully.')] };
}

/** Switch the server off; its definition stays. */
export const stop: Operation<BuildArgs> = {
  method: 'stop',
  holdsTask: true,
  validate: () => null,
  check: () => null,
  steps: [
    ...opening('stop'),
    {
      name: 'power_off',
      actor: 'libvirt',
      source: 'nova/virt/libvirt/driver.py: LibvirtDriver.power_off',
      run: switchOff
    },
    finish('stop')
  ]
};

/** Switch the server on, on a domain built from Nova's mapping. */
export const start: Operation<BuildArgs> = {
  method: 'start',
  holdsTask: true,
  validate: () => null,
  check: () => null,
  steps: [
    ...opening('start'),
    ...rebuildSteps,
    finish('start'),
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
  ]
};
