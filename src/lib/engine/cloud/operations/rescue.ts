/**
 * Starting the server from a rescue image and going back: `nova rescue` and `nova unrescue`.
 *
 * Upstream: nova/compute/api.py (API.rescue, API.unrescue), nova/compute/manager.py (ComputeManager.rescue_instance,
 * unrescue_instance), nova/virt/libvirt/driver.py (LibvirtDriver.rescue keeps the domain's XML in unrescue.xml,
 * unrescue starts it again: nothing is computed, so nothing is repaired).
 * Simplified: the rescue image is the server's own; no stable device rescue.
 */
import { instanceNotRescuable, type NovaException } from '../../nova/exception.ts';
import { apiSteps, serverOperation } from '../api-steps.ts';
import { isVolumeBacked, type Cloud } from '../cloud.ts';
import { log } from '../event.ts';
import { defineRescue, powerOff, restoreDefinition } from '../hypervisor.ts';
import { LOGGER, logOutsideRequest } from '../log.ts';
import { bootStep, defineStep, failStep, finishStep, launchStep, type BuildArgs } from '../rebuild-domain.ts';

const DRIVER = 'nova/virt/libvirt/driver.py: LibvirtDriver';
const MANAGER = 'nova/compute/manager.py: ComputeManager';

function check(cloud: Cloud): NovaException | null {
  if (!isVolumeBacked(cloud)) return null;
  return instanceNotRescuable(cloud.instance.uuid, 'Cannot rescue a volume-backed instance');
}

/** Start the server from a rescue image, its own root disk beside it. */
export const rescue = serverOperation<BuildArgs>(
  'rescue',
  [
    ...apiSteps<BuildArgs>('rescue', 'rescue.py: RescueController._rescue', 200),
    {
      name: 'power_off',
      actor: 'libvirt',
      source: `${MANAGER}.rescue_instance`,
      run: (cloud) => ({
        cloud: powerOff(cloud),
        events: [
          log('INFO', LOGGER.manager, 'Rescuing'),
          logOutsideRequest('Instance destroyed successfully.'),
          log('INFO', LOGGER.driver, 'Attempting rescue')
        ]
      })
    },
    defineStep(`${DRIVER}.rescue`, defineRescue),
    launchStep(),
    bootStep(),
    finishStep(`${MANAGER}.rescue_instance`),
    failStep('rescue_instance', ['LibvirtDriver.rescue', 'Guest.create'])
  ],
  check
);

/** Start the server from the definition that it had before the rescue. */
export const unrescue = serverOperation<BuildArgs>('unrescue', [
  ...apiSteps<BuildArgs>('unrescue', 'rescue.py: RescueController._unrescue', 202),
  {
    name: 'restore',
    actor: 'libvirt',
    source: `${DRIVER}.unrescue`,
    run: (cloud) => ({
      cloud: restoreDefinition(powerOff(cloud)),
      events: [log('INFO', LOGGER.manager, 'Unrescuing'), logOutsideRequest('Instance destroyed successfully.')]
    })
  },
  launchStep(),
  bootStep(),
  finishStep(`${MANAGER}.unrescue_instance`),
  failStep('unrescue_instance', ['LibvirtDriver.unrescue', 'Guest.launch'])
]);
