/**
 * Stopping and continuing the guest's processors: `nova pause` and `nova unpause`.
 *
 * Upstream: nova/compute/api.py (API.pause, API.unpause), nova/compute/manager.py (ComputeManager.pause_instance,
 * unpause_instance), nova/virt/libvirt/driver.py (LibvirtDriver.pause, unpause).
 */
import { apiSteps, serverOperation } from '../api-steps.ts';
import { log } from '../event.ts';
import { pauseGuest } from '../hypervisor.ts';
import { LOGGER } from '../log.ts';
import type { Step } from '../operation.ts';
import { finishStep } from '../rebuild-domain.ts';

function switchStep(name: 'pause' | 'unpause', message: string): Step<object> {
  const events = [log('INFO', LOGGER.manager, message)];
  return {
    name,
    actor: 'libvirt',
    source: `nova/virt/libvirt/driver.py: LibvirtDriver.${name}`,
    run: (cloud) => ({ cloud: pauseGuest(cloud, name === 'pause'), events })
  };
}

/** Stop the guest's processors; its memory stays. */
export const pause = serverOperation<object>('pause', [
  ...apiSteps<object>('pause', 'pause_server.py: PauseServerController._pause', 202),
  switchStep('pause', 'Pausing'),
  finishStep('nova/compute/manager.py: ComputeManager.pause_instance')
]);

/** Let the guest's processors run on. */
export const unpause = serverOperation<object>('unpause', [
  ...apiSteps<object>('unpause', 'pause_server.py: PauseServerController._unpause', 202),
  switchStep('unpause', 'Unpausing'),
  finishStep('nova/compute/manager.py: ComputeManager.unpause_instance')
]);
