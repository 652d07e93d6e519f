/**
 * Building the lab's server: `nova boot`.
 *
 * Upstream: nova/compute/api.py (API._create_instance, _check_and_transform_bdm), nova/conductor/manager.py
 * (ComputeTaskManager.schedule_and_build_instances), nova/compute/manager.py (ComputeManager._build_and_run_instance,
 * _default_block_device_names, _prep_block_device, _shutdown_instance), nova/virt/libvirt/driver.py (LibvirtDriver.spawn).
 */
import { completeAttachment, type Volume } from '../../cinder/volume.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { seededUuid } from '../../kernel/seeded-id.ts';
import type { BlockDeviceMapping } from '../../nova/block-device-mapping.ts';
import type { NovaException } from '../../nova/exception.ts';
import { defaultDeviceNamesForInstance, defaultRootDeviceName } from '../../nova/virt/libvirt/device-name.ts';
import { namingInput, releaseVolumes, updateInstance, updateVolume, type Cloud } from '../cloud.ts';
import { serverOperation } from '../api-steps.ts';
import { log, response } from '../event.ts';
import { novaFailure } from '../failure.ts';
import { destroyAndUndefine, powerState } from '../hypervisor.ts';
import { LOGGER, logOutsideRequest } from '../log.ts';
import type { Outcome } from '../operation.ts';
import {
  bootStep,
  BUILD_FAILED,
  defineStep,
  giveUp,
  launchStep,
  logSetError,
  type BuildArgs
} from '../rebuild-domain.ts';

const MANAGER = 'nova/compute/manager.py: ComputeManager';

/** The lab with names in all its rows. */
function nameRows(cloud: Cloud): Result<Cloud, NovaException> {
  const input = namingInput(cloud);
  const root = defaultRootDeviceName(input, cloud.bdms);
  if (!root.ok) return root;
  const bdms = defaultDeviceNamesForInstance(input, root.value, cloud.bdms);
  if (!bdms.ok) return bdms;
  return ok({ ...updateInstance(cloud, { root_device_name: root.value }), bdms: bdms.value });
}

function assignNames(cloud: Cloud, args: BuildArgs): Outcome<BuildArgs> {
  const named = nameRows(cloud);
  if (named.ok) return { cloud: named.value, signal: 'task.block_device_mapping' };
  const failure = novaFailure(named.error);
  return { cloud, args: { ...args, failure }, next: BUILD_FAILED, events: [{ type: 'failure', failure }] };
}

function attachVolumes(cloud: Cloud): Outcome<BuildArgs> {
  const rows = cloud.bdms.filter((bdm) => bdm.volume_id !== null);
  const attachOne = (before: Cloud, bdm: BlockDeviceMapping, index: number) =>
    updateVolume(before, bdm.volume_id ?? '', (volume: Volume) =>
      completeAttachment(volume, {
        id: seededUuid(-0x1000 - index),
        server_id: cloud.instance.uuid,
        device: bdm.device_name
      })
    );
  const events = rows.map((bdm) =>
    log('INFO', LOGGER.blockDevice, `Booting with volume ${bdm.volume_id} at ${bdm.device_name}`)
  );
  return { cloud: rows.reduce(attachOne, cloud), events };
}

function finish(cloud: Cloud): Outcome<BuildArgs> {
  return {
    cloud: updateInstance(cloud, { power_state: powerState(cloud) }),
    events: [
      logOutsideRequest('Instance spawned successfully.'),
      log('INFO', LOGGER.manager, 'Took 0.16 seconds to spawn the instance on the hypervisor.'),
      log('INFO', LOGGER.manager, 'Took 0.36 seconds to build instance.')
    ],
    next: null,
    signal: 'done'
  };
}

const FRAMES = ['ComputeManager._build_and_run_instance', 'LibvirtDriver.spawn', 'Guest.create'];

/** What was built goes and the volumes are let go; the rows stay, with the names they got. */
function cleanUp(cloud: Cloud, args: BuildArgs): Outcome<BuildArgs> {
  return giveUp(releaseVolumes(destroyAndUndefine(cloud)), args, (summary) => [logSetError(summary, FRAMES)], [
    'ComputeManager.build_and_run_instance',
    ...FRAMES
  ]);
}

/** Build the server of the lab. */
export const boot = serverOperation<BuildArgs>('create', [
  {
    name: 'request',
    actor: 'nova-api',
    source: 'nova/compute/api.py: API._create_instance',
    run: (cloud) => ({ cloud, events: [response(202)], answered: true })
  },
  {
    name: 'schedule',
    actor: 'nova-conductor',
    source: 'nova/conductor/manager.py: ComputeTaskManager.schedule_and_build_instances',
    run: (cloud) => ({ cloud })
  },
  {
    name: 'claim',
    actor: 'nova-compute',
    source: `${MANAGER}._build_and_run_instance`,
    run: (cloud) => ({
      cloud,
      events: [log('INFO', LOGGER.claims, `Claim successful on node ${cloud.lab.log.host}`)]
    })
  },
  {
    name: 'name_disks',
    actor: 'nova-compute',
    source: `${MANAGER}._default_block_device_names`,
    run: assignNames
  },
  { name: 'attach_volumes', actor: 'cinder', source: `${MANAGER}._prep_block_device`, run: attachVolumes },
  {
    name: 'spawn',
    actor: 'nova-compute',
    source: 'nova/virt/libvirt/driver.py: LibvirtDriver.spawn',
    run: (cloud) => ({ cloud, events: [log('INFO', LOGGER.driver, 'Creating image')], signal: 'task.spawning' })
  },
  defineStep('nova/virt/libvirt/driver.py: LibvirtDriver.spawn'),
  launchStep(),
  bootStep(),
  { name: 'finish', actor: 'nova-compute', source: `${MANAGER}._build_and_run_instance`, run: finish },
  {
    name: BUILD_FAILED,
    actor: 'nova-compute',
    source: `${MANAGER}._build_and_run_instance`,
    run: cleanUp
  }
]);
