/**
 * The steps with which a server that has no domain gets one again: at a rebuild and at an unshelve.
 *
 * Upstream: nova/compute/manager.py (ComputeManager._prep_block_device, _add_missing_dev_names),
 * nova/virt/libvirt/driver.py (LibvirtDriver.spawn).
 */
import { completeAttachment } from '../cinder/volume.ts';
import { updateInstance, updateVolume, type Cloud } from './cloud.ts';
import { log } from './event.ts';
import { novaFailure } from './failure.ts';
import { powerState } from './hypervisor.ts';
import { LOGGER, logOutsideRequest } from './log.ts';
import { nameRows } from './naming.ts';
import type { Outcome, Signal, Step } from './operation.ts';
import { bootStep, BUILD_FAILED, defineStep, failStep, launchStep, type BuildArgs } from './rebuild-domain.ts';

/** `wasOff`: the server was stopped, and shall be again. */
export interface SpawnArgs extends BuildArgs {
  readonly wasOff?: boolean;
}

function nameNamelessRows(cloud: Cloud, args: SpawnArgs): Outcome<SpawnArgs> {
  const named = nameRows(cloud);
  if (named.ok) return { cloud: { ...cloud, bdms: named.value } };
  const failure = novaFailure(named.error);
  return { cloud, args: { ...args, failure }, next: BUILD_FAILED, events: [{ type: 'failure', failure }] };
}

/** The host connects the volumes again, and Cinder hears their names. */
function attachVolumes(cloud: Cloud): Cloud {
  return cloud.bdms.reduce((before, bdm) => {
    const { volume_id, device_name } = bdm;
    if (volume_id === null) return before;
    const attached = updateVolume(before, volume_id, (volume) =>
      volume.attachment === null ? volume : completeAttachment(volume, { ...volume.attachment, device: device_name })
    );
    const volume_size = attached.volumes.find(({ id }) => id === volume_id)?.size ?? null;
    return { ...attached, bdms: attached.bdms.map((row) => (row === bdm ? { ...row, volume_size } : row)) };
  }, cloud);
}

function finish(cloud: Cloud, { wasOff = false }: SpawnArgs): Outcome<SpawnArgs> {
  const { vm_state, task_state } = cloud.instance;
  const stops = wasOff && vm_state === 'stopped' && task_state === 'rebuild_spawning';
  return {
    cloud: updateInstance(cloud, { power_state: powerState(cloud) }),
    events: [logOutsideRequest('Instance spawned successfully.')],
    next: stops ? 'stop' : null,
    signal: stops ? 'task.powering-off' : 'done'
  };
}

/** Names for rows that have none, volumes, domain, boot. `spawning`: the signal as the driver begins. */
export function instanceSpawn(method: string, spawning?: Signal): readonly [Step<SpawnArgs>, ...Step<SpawnArgs>[]] {
  const source = 'nova/compute/manager.py: ComputeManager._prep_block_device';
  return [
    { name: 'name_rows', actor: 'nova-compute', source, run: nameNamelessRows },
    {
      name: 'attach_volumes',
      actor: 'cinder',
      source,
      run: (cloud) => ({
        cloud: attachVolumes(cloud),
        events: cloud.bdms
          .filter(({ volume_id }) => volume_id !== null)
          .map((bdm) => log('INFO', LOGGER.blockDevice, `Booting with volume ${bdm.volume_id} at ${bdm.device_name}`)),
        ...(spawning ? { signal: spawning } : {})
      })
    },
    defineStep('nova/virt/libvirt/driver.py: LibvirtDriver.spawn'),
    launchStep(),
    bootStep(),
    { name: 'finish', actor: 'nova-compute', source: `nova/compute/manager.py: ComputeManager.${method}`, run: finish },
    failStep(method, ['LibvirtDriver.spawn', 'Guest.create'])
  ];
}
