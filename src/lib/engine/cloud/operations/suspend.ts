/**
 * Writing the guest's memory to disk and back: `nova suspend` and `nova resume`.
 *
 * Upstream: nova/compute/api.py (API.suspend, API.resume), nova/compute/manager.py (ComputeManager.suspend_instance,
 * resume_instance), nova/virt/libvirt/driver.py (LibvirtDriver.suspend, which saves the domain, and resume, which
 * starts the definition that is there).
 */
import { apiSteps, serverOperation } from '../api-steps.ts';
import { log } from '../event.ts';
import { saveGuest } from '../hypervisor.ts';
import { domainMissing } from '../failure.ts';
import { LOGGER, logOutsideRequest } from '../log.ts';
import { failStep, failWith, finishStep, launchStep, type BuildArgs } from '../rebuild-domain.ts';

const MANAGER = 'nova/compute/manager.py: ComputeManager';

/** Save the guest and switch it off. */
export const suspend = serverOperation<BuildArgs>('suspend', [
  ...apiSteps<BuildArgs>('suspend', 'suspend_server.py: SuspendServerController._suspend', 202),
  {
    name: 'save',
    actor: 'libvirt',
    source: 'nova/virt/libvirt/driver.py: LibvirtDriver.suspend',
    run: (cloud, args) =>
      cloud.domain === null ? failWith(cloud, args, domainMissing(cloud.instance.uuid)) : { cloud: saveGuest(cloud) }
  },
  finishStep(`${MANAGER}.suspend_instance`),
  failStep('suspend_instance', ['LibvirtDriver.suspend'])
]);

/** Switch the guest on where it was saved: it did not boot, so it keeps the names it knew. */
export const resume = serverOperation<BuildArgs>('resume', [
  ...apiSteps<BuildArgs>('resume', 'suspend_server.py: SuspendServerController._resume', 202),
  {
    name: 'resuming',
    actor: 'nova-compute',
    source: `${MANAGER}.resume_instance`,
    run: (cloud) => ({ cloud, events: [log('INFO', LOGGER.manager, 'Resuming')] })
  },
  launchStep(),
  finishStep(`${MANAGER}.resume_instance`, [logOutsideRequest('Instance running successfully.')]),
  failStep('resume_instance', ['LibvirtDriver.resume', 'Guest.launch'])
]);
