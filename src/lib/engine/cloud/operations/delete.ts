/**
 * Deleting the server: `nova delete`.
 *
 * Upstream: nova/compute/api.py (API._delete), nova/compute/manager.py (ComputeManager._delete_instance,
 * _shutdown_instance), nova/virt/libvirt/driver.py (LibvirtDriver.destroy, delete_instance_files).
 * Simplified: volumes are kept (delete_on_termination is false).
 */
import { releaseVolumes, updateInstance, type Cloud } from '../cloud.ts';
import { serverOperation } from '../api-steps.ts';
import { log, response } from '../event.ts';
import { destroyAndUndefine } from '../hypervisor.ts';
import { LOGGER, logOutsideRequest } from '../log.ts';
import type { Outcome } from '../operation.ts';

const MANAGER = 'nova/compute/manager.py: ComputeManager';

function destroy(cloud: Cloud): Outcome<DeleteArgs> {
  const files = `${cloud.lab.paths.instance_dir}_del`;
  return {
    cloud: destroyAndUndefine(cloud),
    events: [
      log('INFO', LOGGER.manager, 'Terminating instance'),
      logOutsideRequest('Instance destroyed successfully.'),
      log('INFO', LOGGER.driver, `Deleting instance files ${files}`),
      log('INFO', LOGGER.driver, `Deletion of ${files} complete`),
      log('INFO', LOGGER.manager, 'Took 0.04 seconds to destroy the instance on the hypervisor.')
    ]
  };
}

function detachVolumes(cloud: Cloud): Outcome<DeleteArgs> {
  const count = cloud.bdms.filter(({ volume_id }) => volume_id !== null).length;
  const events =
    count > 0 ? [log('INFO', LOGGER.manager, `Took 0.04 seconds to detach ${count} volumes for instance.`)] : [];
  return { cloud: releaseVolumes(cloud), events };
}

interface DeleteArgs {
  /** The server is being deleted already, so the request changes nothing. */
  readonly again?: boolean;
}

/** Delete the server and its rows. */
export const deleteServer = serverOperation<DeleteArgs>('delete', [
  {
    name: 'request',
    actor: 'nova-api',
    source: 'nova/compute/api.py: API._delete',
    run: (cloud) => ({ cloud, args: { again: cloud.instance.task_state === 'deleting' } })
  },
  {
    name: 'respond',
    actor: 'nova-api',
    source: 'nova/api/openstack/compute/servers.py: ServersController.delete',
    run: (cloud, { again = false }) => ({
      cloud,
      events: [response(204)],
      ...(again ? { next: null } : { answered: true })
    })
  },
  { name: 'destroy', actor: 'libvirt', source: `${MANAGER}._shutdown_instance`, run: destroy },
  { name: 'release_volumes', actor: 'cinder', source: `${MANAGER}._shutdown_instance`, run: detachVolumes },
  {
    name: 'finish',
    actor: 'nova-compute',
    source: `${MANAGER}._delete_instance`,
    run: (cloud) => ({
      cloud: { ...updateInstance(cloud, { power_state: 'pending' }), bdms: [] },
      next: null,
      signal: 'done'
    })
  }
]);
