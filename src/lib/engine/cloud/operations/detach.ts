/**
 * Detaching a volume: `nova volume-detach`.
 *
 * Upstream: nova/api/openstack/compute/volumes.py (VolumeAttachmentController.delete), nova/compute/api.py
 * (API.detach_volume), nova/compute/manager.py (ComputeManager._detach_volume), nova/virt/block_device.py
 * (DriverVolumeBlockDevice.detach, driver_detach), nova/virt/libvirt/driver.py (LibvirtDriver.detach_volume).
 */
import { beginDetaching, release, rollDetaching } from '../../cinder/volume.ts';
import { AFFECT_CONFIG, AFFECT_LIVE } from '../../libvirt/affect-flags.ts';
import { detachDeviceFlags, deviceRemoved } from '../../libvirt/detach-device.ts';
import type { DomainDefinition } from '../../libvirt/definition.ts';
import type { Domain } from '../../libvirt/domain.ts';
import type { TargetDev } from '../../libvirt/disk.ts';
import { stripDev } from '../../nova/block-device.ts';
import {
  detachRootVolume,
  deviceDetachFailed,
  invalidVolume,
  refusedByCinder,
  volumeNotAttached,
  volumeNotFound,
  type NovaException
} from '../../nova/exception.ts';
import { findVolume, findVolumeBdm, profileOf, updateInstance, updateVolume, type Cloud } from '../cloud.ts';
import { log, response, type CloudEvent } from '../event.ts';
import { novaFailure, summarize, type Failure } from '../failure.ts';
import type { Unplug } from '../lab.ts';
import { updateGuest } from '../hypervisor.ts';
import { LOGGER, logException, logUnhandled } from '../log.ts';
import { refuseLate, type Operation, type Outcome, type Step } from '../operation.ts';

export interface DetachArgs {
  readonly volume_id: string;
  readonly failure?: Failure;
}

function validate(cloud: Cloud, { volume_id }: DetachArgs): NovaException | null {
  if (!findVolume(cloud, volume_id)) return volumeNotFound(volume_id);
  const bdm = findVolumeBdm(cloud, volume_id);
  if (!bdm) return volumeNotAttached(cloud.instance.uuid, volume_id);
  return bdm.boot_index === 0 ? detachRootVolume(profileOf(cloud).compute.detachRootCode) : null;
}

function check(cloud: Cloud, { volume_id }: DetachArgs): NovaException | null {
  if (findVolume(cloud, volume_id)?.status === 'in-use') return null;
  const refused = refusedByCinder(
    "Unable to detach volume. Volume status must be 'in-use' and attach_status must be 'attached' to detach."
  );
  return invalidVolume(refused.message);
}

/** A detach that came just before may have begun while this one waited. */
function begin(cloud: Cloud, args: DetachArgs): Outcome<DetachArgs> {
  const refused = check(cloud, args);
  if (refused) return refuseLate(cloud, refused);
  const detaching = updateVolume(cloud, args.volume_id, beginDetaching);
  // A server without a host has no domain to take the disk from: the API cleans up by itself.
  return cloud.instance.vm_state === 'shelved_offloaded'
    ? { cloud: detaching, next: 'clean_up_offloaded' }
    : { cloud: detaching };
}

function cleanUpOffloaded(cloud: Cloud, { volume_id }: DetachArgs): Outcome<DetachArgs> {
  const bdms = cloud.bdms.filter((bdm) => bdm.volume_id !== volume_id);
  return { cloud: updateVolume({ ...cloud, bdms }, volume_id, release) };
}

/** The name in the row; null for a row that never got one. */
function targetOf(cloud: Cloud, { volume_id }: DetachArgs): TargetDev | null {
  const device_name = findVolumeBdm(cloud, volume_id)?.device_name;
  return device_name ? stripDev(device_name) : null;
}

function mountpoint(cloud: Cloud, { volume_id }: DetachArgs): string {
  return findVolumeBdm(cloud, volume_id)?.device_name ?? 'None';
}

function announce(cloud: Cloud, args: DetachArgs): Outcome<DetachArgs> {
  const attempt = `Attempting to driver detach volume ${args.volume_id} from mountpoint ${mountpoint(cloud, args)}`;
  return {
    cloud,
    events: [
      log('INFO', LOGGER.manager, `Detaching volume ${args.volume_id}`),
      log('INFO', LOGGER.blockDevice, attempt)
    ]
  };
}

/** The persistent definition is asked first, then the guest; a definition that lacks the disk is passed over. */
function detachFromDomain(domain: Domain, target: TargetDev, unplug: Unplug): Domain {
  const asked = [AFFECT_CONFIG, AFFECT_LIVE].reduce((before, flags) => {
    const detached = detachDeviceFlags(before, target, flags, unplug !== 'never');
    return detached.ok ? detached.value : before;
  }, domain);
  return unplug === 'always' ? deviceRemoved(asked, target) : asked;
}

function hasDisk(definition: DomainDefinition | null | undefined, target: TargetDev): boolean {
  return definition?.disks.some((disk) => disk.target.dev === target) ?? false;
}

/** [EPOCH-16-1] Ocata asks for both definitions at once, so libvirt's word of the one it looks at first is the last. */
function isFound(cloud: Cloud, { persistent, live }: Domain, target: TargetDev): boolean {
  if (hasDisk(persistent, target)) return true;
  return hasDisk(live, target) && profileOf(cloud).compute.finishesHalfDetach;
}

function detachDevice(cloud: Cloud, args: DetachArgs): Outcome<DetachArgs> {
  const target = targetOf(cloud, args);
  if (cloud.domain === null) {
    return { cloud, events: [log('WARNING', LOGGER.driver, 'During detach_volume, instance disappeared.')] };
  }
  if (target === null || !isFound(cloud, cloud.domain, target)) {
    return { cloud, events: [diskNotFound(cloud, args)] };
  }
  const domain = detachFromDomain(cloud.domain, target, cloud.lab.unplug);
  const detached = { ...cloud, domain };
  if (hasDisk(domain.live, target)) return stillThere(detached, target, args);
  return { cloud: detached, events: detachLog(cloud, target) };
}

function diskNotFound(cloud: Cloud, args: DetachArgs): CloudEvent {
  const from = mountpoint(cloud, args);
  const what = `Ignoring DiskNotFound exception while detaching volume ${args.volume_id} from ${from}`;
  return log('WARNING', LOGGER.blockDevice, `${what}: No disk at ${from}`);
}

/** From 24.0.0 on the driver says which definition the disk has left. */
function detachLog(before: Cloud, target: TargetDev): readonly CloudEvent[] {
  if (!profileOf(before).compute.detachByEvent) return [];
  const { domain, instance } = before;
  const detachedFrom = (config: string): CloudEvent => ({
    ...log(
      'INFO',
      LOGGER.driver,
      `Successfully detached device ${target} from instance ${instance.uuid} from the ${config}.`
    ),
    instance: false
  });
  return [
    ...(hasDisk(domain?.persistent, target) ? [detachedFrom('persistent domain config')] : []),
    ...(hasDisk(domain?.live, target) ? [detachedFrom('live domain config')] : [])
  ];
}

const DETACH_FRAMES = [
  'ComputeManager._detach_volume',
  'DriverVolumeBlockDevice.detach',
  'LibvirtDriver.detach_volume'
];

/** The guest has not let the disk go, however often libvirt asked. */
function stillThere(cloud: Cloud, target: TargetDev, args: DetachArgs): Outcome<DetachArgs> {
  const failure = novaFailure(deviceDetachFailed(target, detachFailedReason(cloud, target)));
  const message = `Failed to detach volume ${args.volume_id} from ${mountpoint(cloud, args)}`;
  const events = [
    { type: 'failure', failure } as const,
    logException(LOGGER.blockDevice, message, summarize(cloud.lab.release, failure), DETACH_FRAMES)
  ];
  return { cloud, args: { ...args, failure }, next: 'roll_detaching', events };
}

function detachFailedReason(cloud: Cloud, target: TargetDev): string {
  if (!profileOf(cloud).compute.detachByEvent) return 'Unable to detach from guest transient domain.';
  const alias = cloud.domain?.live?.disks.find((disk) => disk.target.dev === target)?.alias ?? 'None';
  return (
    `Run out of retry while detaching device ${target} with device alias ${alias} from instance ` +
    `${cloud.instance.uuid} from the live domain config. Device is still attached to the guest.`
  );
}

function giveUp(cloud: Cloud, { failure }: DetachArgs): Outcome<DetachArgs> {
  if (!failure) throw new Error('nothing failed');
  const events = [
    logUnhandled(summarize(cloud.lab.release, failure), ['ComputeManager.detach_volume', ...DETACH_FRAMES])
  ];
  return { cloud: updateInstance(cloud, { fault: failure.message }), events, next: null };
}

/** The row goes; one that an attach has written in the meantime stays. */
function destroyBdm(cloud: Cloud, { volume_id }: DetachArgs): Outcome<DetachArgs> {
  const row = findVolumeBdm(cloud, volume_id);
  return { cloud: { ...cloud, bdms: cloud.bdms.filter((bdm) => bdm !== row) }, next: null };
}

const MANAGER = 'nova/compute/manager.py: ComputeManager';
const BLOCK_DEVICE = 'nova/virt/block_device.py: DriverVolumeBlockDevice';

const steps: readonly [Step<DetachArgs>, ...Step<DetachArgs>[]] = [
  { name: 'request', actor: 'nova-api', source: 'nova/compute/api.py: API.detach_volume', run: (cloud) => ({ cloud }) },
  {
    name: 'begin_detaching',
    actor: 'cinder',
    source: 'nova/compute/api.py: API._detach_volume',
    run: begin
  },
  {
    name: 'respond',
    actor: 'nova-api',
    source: 'nova/api/openstack/compute/volumes.py: VolumeAttachmentController.delete',
    run: (cloud) => ({ cloud, events: [response(202)], answered: true })
  },
  { name: 'announce', actor: 'nova-compute', source: `${MANAGER}._detach_volume`, run: announce },
  {
    name: 'detach_device',
    actor: 'libvirt',
    source: 'nova/virt/libvirt/driver.py: LibvirtDriver.detach_volume',
    run: detachDevice
  },
  {
    name: 'guest_unplug',
    actor: 'guest',
    source: 'linux drivers/block/virtio_blk.c: virtblk_remove',
    run: (cloud) => ({ cloud: updateGuest(cloud) })
  },
  {
    name: 'release_volume',
    actor: 'cinder',
    source: `${BLOCK_DEVICE}.detach`,
    run: (cloud, { volume_id }) => ({ cloud: updateVolume(cloud, volume_id, release) })
  },
  { name: 'destroy_bdm', actor: 'nova-compute', source: `${MANAGER}._detach_volume`, run: destroyBdm },
  {
    name: 'roll_detaching',
    actor: 'cinder',
    source: `${BLOCK_DEVICE}.driver_detach`,
    run: (cloud, { volume_id }) => ({ cloud: updateVolume(cloud, volume_id, rollDetaching) })
  },
  {
    name: 'give_up',
    actor: 'nova-compute',
    source: 'oslo_messaging/rpc/server.py: RPCServer._process_incoming',
    run: giveUp
  },
  {
    name: 'clean_up_offloaded',
    actor: 'nova-api',
    source: 'nova/compute/api.py: API._detach_volume_shelved_offloaded',
    run: cleanUpOffloaded
  },
  {
    name: 'respond_offloaded',
    actor: 'nova-api',
    source: 'nova/api/openstack/compute/volumes.py: VolumeAttachmentController.delete',
    run: (cloud) => ({ cloud, events: [response(202)], next: null })
  }
];

/** Detach a volume. */
export const detach: Operation<DetachArgs> = {
  service: 'nova',
  method: 'detach_volume',
  holdsTask: false,
  validate,
  check,
  steps
};
