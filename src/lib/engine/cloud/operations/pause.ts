/**
 * Stopping and continuing the guest's processors: `nova pause` and `nova unpause`.
 *
 * Upstream: nova/compute/api.py (API.pause, API.unpause), nova/compute/manager.py (ComputeManager.pause_instance,
 * unpause_instance), nova/virt/libvirt/driver.py (LibvirtDriver.pause, unpause).
 */
import { apiSteps, serverOperation } from '../api-steps.ts';
import { log } from '../event.ts';
import { pauseGuest } from '../hypervisor.ts';
import { domainMissing } from '../failure.ts';
import { LOGGER } from '../log.ts';
import type { Step } from '../operation.ts';
import { failWith, finishStep, giveUpStep, type BuildArgs } from '../rebuild-domain.ts';

function switchStep(name: 'pause' | 'unpause', message: string): Step<BuildArgs> {
  const events = [log('INFO', LOGGER.manager, message)];
  return {
    name,
    actor: 'libvirt',
    source: `nova/virt/libvirt/driver.py: LibvirtDriver.${name}`,
    run: (cloud, args) =>
      cloud.domain === null
        ? failWith(cloud, args, domainMissing(cloud.instance.uuid), events)
        : { cloud: pauseGuest(cloud, name === 'pause'), events }
  };
}

/** Stop the guest's processors; its memory stays. */
export const pause = serverOperation<BuildArgs>('pause', [
  ...apiSteps<BuildArgs>('pause', 'pause_server.py: PauseServerController._pause', 202),
  switchStep('pause', 'Pausing'),
  finishStep('nova/compute/manager.py: ComputeManager.pause_instance'),
  giveUpStep('pause_instance', ['LibvirtDriver.pause'])
]);

/** Let the guest's processors run on. */
export const unpause = serverOperation<BuildArgs>('unpause', [
  ...apiSteps<BuildArgs>('unpause', 'pause_server.py: PauseServerController._unpause', 202),
  switchStep('unpause', 'Unpausing'),
  finishStep('nova/compute/manager.py: ComputeManager.unpause_instance'),
  giveUpStep('unpause_instance', ['LibvirtDriver.unpause'])
]);
