/**
 * Attaching a volume: `nova volume-attach`.
 *
 * Upstream: nova/compute/api.py (API.attach_volume), nova/compute/manager.py (ComputeManager.reserve_block_device_name,
 * attach_volume, _attach_volume), nova/virt/block_device.py (DriverVolumeBlockDevice.attach),
 * nova/virt/libvirt/driver.py (LibvirtDriver.attach_volume).
 */
import {
  attachmentCreate,
  completeAttachment,
  connect,
  release,
  reserveVolume,
  type Volume
} from '../../cinder/volume.ts';
import { refuse, type Result } from '../../kernel/result.ts';
import { seededUuid } from '../../kernel/seeded-id.ts';
import { AFFECT_CONFIG, AFFECT_LIVE_AND_CONFIG, type AffectFlags } from '../../libvirt/affect-flags.ts';
import { attachDeviceFlags } from '../../libvirt/attach-device.ts';
import type { Domain } from '../../libvirt/domain.ts';
import { DEVICE_NAME_PATTERN, matchDevice, type DeviceName } from '../../nova/block-device.ts';
import { invalidDevice, invalidVolumeId, volumeNotFound, type NovaException } from '../../nova/exception.ts';
import { getInfoFromBdm } from '../../nova/virt/libvirt/blockinfo.ts';
import { emptyDraft } from '../../nova/virt/libvirt/disk-mapping.ts';
import { volumeDisk } from '../../nova/virt/libvirt/guest-config.ts';
import {
  findVolume,
  findVolumeBdm,
  namingInput,
  profileOf,
  updateInstance,
  updateVolume,
  type Cloud
} from '../cloud.ts';
import { log, response } from '../event.ts';
import { domainMissing, libvirtFailure, novaFailure, summarize, type Failure } from '../failure.ts';
import { updateGuest } from '../hypervisor.ts';
import { LOGGER, logException, logUnhandled } from '../log.ts';
import { nextDeviceName, volumeBdm } from '../naming.ts';
import { refuseLate, type Operation, type Outcome, type Step } from '../operation.ts';

/** `device` is what the user asks for; the rest is what the steps find out. */
export interface AttachArgs {
  readonly volume_id: string;
  readonly device?: string | null;
  readonly device_name?: DeviceName;
  /** The server had no host when the request came. */
  readonly offloaded?: boolean;
  readonly request_number?: number;
  readonly failure?: Failure;
}

/** The schema's format of an id (oslo_utils/uuidutils.py: is_uuid_like). Ids that a lab gives are right as they are. */
function isVolumeId(cloud: Cloud, volume_id: string): boolean {
  return findVolume(cloud, volume_id) !== undefined || /^[0-9a-f]{32}$/i.test(volume_id.replaceAll('-', ''));
}

function validate(cloud: Cloud, { volume_id, device }: AttachArgs): NovaException | null {
  if (!isVolumeId(cloud, volume_id)) return invalidVolumeId(volume_id);
  return device && !matchDevice(device) ? invalidDevice(device, DEVICE_NAME_PATTERN) : null;
}

function check(cloud: Cloud, { volume_id }: AttachArgs): NovaException | null {
  const { alreadyAttached, volumeNotAvailable } = profileOf(cloud).compute;
  const volume = findVolume(cloud, volume_id);
  if (!volume) return volumeNotFound(volume_id);
  if (alreadyAttached && findVolumeBdm(cloud, volume_id)) return alreadyAttached(volume_id, cloud.instance.uuid);
  if (volume.status !== 'available') return volumeNotAvailable(volume_id, volume.status);
  if (isOffloaded(cloud)) return null;
  const name = nextDeviceName(cloud, volume_id);
  return name.ok ? null : name.error;
}

/** A server without a host: the API writes the row by itself, and nobody works out a name until the unshelve. */
function isOffloaded({ instance }: Cloud): boolean {
  return instance.vm_state === 'shelved_offloaded';
}

/** The volume that `check` found. */
function volumeOf(cloud: Cloud, { volume_id }: AttachArgs): Volume {
  const volume = findVolume(cloud, volume_id);
  if (!volume) throw new Error(`no volume ${volume_id}`);
  return volume;
}

function mountpoint({ device_name }: AttachArgs): DeviceName {
  if (!device_name) throw new Error('the volume has no name yet');
  return device_name;
}

/** The id of the attachment is seeded by the request that asked for it. */
function attachmentOf(cloud: Cloud, volume: Volume, { request_number = 0 }: AttachArgs, device: string | null) {
  const id = volume.attachment?.id ?? seededUuid(-request_number);
  return { id, server_id: cloud.instance.uuid, device };
}

/** A request that came just before may have taken the volume, or the last name, while this one waited. */
function reserveName(cloud: Cloud, args: AttachArgs): Outcome<AttachArgs> {
  const refused = check(cloud, args);
  if (refused) return refuseLate(cloud, refused);
  if (args.offloaded) return { cloud };
  const name = nextDeviceName(cloud, args.volume_id);
  if (!name.ok) throw new Error(name.error.message);
  const ignored = `Ignoring supplied device name: ${args.device}`;
  const events = args.device ? [log(profileOf(cloud).log.ignoredDeviceName, LOGGER.driver, ignored)] : [];
  return { cloud, events, args: { ...args, device_name: name.value } };
}

function createBdm(cloud: Cloud, args: AttachArgs): Outcome<AttachArgs> {
  return { cloud: { ...cloud, bdms: [...cloud.bdms, volumeBdm(args.volume_id, args.device_name ?? null)] } };
}

function reserveInCinder(cloud: Cloud, args: AttachArgs): Outcome<AttachArgs> {
  const reserve = (volume: Volume) =>
    profileOf(cloud).compute.volumeFlow === 'attachment'
      ? attachmentCreate(volume, attachmentOf(cloud, volume, args, null))
      : reserveVolume(volume);
  const reserved = updateVolume(cloud, args.volume_id, reserve);
  return args.offloaded ? { cloud: reserved, next: 'attach_offloaded' } : { cloud: reserved };
}

/** Cinder says in-use at once, although no host is connected. */
function attachOffloaded(cloud: Cloud, args: AttachArgs): Outcome<AttachArgs> {
  const finish = (volume: Volume) => completeAttachment(volume, attachmentOf(cloud, volume, args, null));
  return { cloud: updateVolume(cloud, args.volume_id, finish) };
}

function connectVolume(cloud: Cloud, args: AttachArgs): Outcome<AttachArgs> {
  const message = `Attaching volume ${args.volume_id} to ${mountpoint(args)}`;
  return { cloud: updateVolume(cloud, args.volume_id, connect), events: [log('INFO', LOGGER.manager, message)] };
}

/** A running guest gets the disk now and for the next start, a stopped one only for the next start. */
function flagsFor(cloud: Cloud): AffectFlags {
  return cloud.domain?.live ? AFFECT_LIVE_AND_CONFIG : AFFECT_CONFIG;
}

const ATTACH_FRAMES = ['LibvirtDriver.attach_volume', 'Guest.attach_device'];
const BLOCK_DEVICE_FRAMES = ['DriverVolumeBlockDevice.attach', ...ATTACH_FRAMES];
const MANAGER_FRAMES = ['ComputeManager._attach_volume', ...BLOCK_DEVICE_FRAMES];
const RPC_FRAMES = ['ComputeManager.attach_volume', ...MANAGER_FRAMES];

/** The domain with the volume in it, by the bus that the driver works out from the row alone. */
function attachToDomain(cloud: Cloud, args: AttachArgs): Result<Domain, Failure> {
  if (cloud.domain === null) return refuse(domainMissing(cloud.instance.uuid));
  const row = volumeBdm(args.volume_id, mountpoint(args));
  const info = getInfoFromBdm(namingInput(cloud), emptyDraft(new Set()), row, null, 'mapped');
  if (!info.ok) return refuse(novaFailure(info.error));
  const attached = attachDeviceFlags(cloud.domain, volumeDisk(volumeOf(cloud, args), info.value), flagsFor(cloud));
  return attached.ok ? attached : refuse(libvirtFailure(attached.error));
}

function attachDevice(cloud: Cloud, args: AttachArgs): Outcome<AttachArgs> {
  const attached = attachToDomain(cloud, args);
  if (attached.ok) return { cloud: { ...cloud, domain: attached.value } };
  const failure = attached.error;
  // [EPOCH-18-2] Rocky and Stein: nobody hears that there is no disk.
  if (failure.libvirt !== null && profileOf(cloud).compute.dropsAttachError) return { cloud };
  const summary = summarize(cloud.lab.release, failure);
  const message = `Failed to attach volume at mountpoint: ${mountpoint(args)}`;
  const events = [{ type: 'failure', failure } as const, logException(LOGGER.driver, message, summary, ATTACH_FRAMES)];
  return { cloud, args: { ...args, failure }, next: 'disconnect', events };
}

function complete(cloud: Cloud, args: AttachArgs): Outcome<AttachArgs> {
  const finish = (volume: Volume) => completeAttachment(volume, attachmentOf(cloud, volume, args, mountpoint(args)));
  const size = volumeOf(cloud, args).size;
  const bdms = cloud.bdms.map((bdm) => (bdm.volume_id === args.volume_id ? { ...bdm, volume_size: size } : bdm));
  return { cloud: updateVolume({ ...cloud, bdms }, args.volume_id, finish), next: null };
}

function errorSummary(cloud: Cloud, { failure }: AttachArgs): string {
  if (!failure) throw new Error('nothing failed');
  return summarize(cloud.lab.release, failure);
}

function disconnect(cloud: Cloud, args: AttachArgs): Outcome<AttachArgs> {
  const message = `Driver failed to attach volume ${args.volume_id} at ${mountpoint(args)}`;
  const events = [logException(LOGGER.blockDevice, message, errorSummary(cloud, args), BLOCK_DEVICE_FRAMES)];
  return { cloud, events };
}

function unreserve(cloud: Cloud, args: AttachArgs): Outcome<AttachArgs> {
  const message = `Failed to attach ${args.volume_id} at ${mountpoint(args)}`;
  const events = [logException(LOGGER.manager, message, errorSummary(cloud, args), MANAGER_FRAMES)];
  return { cloud: updateVolume(cloud, args.volume_id, release), events };
}

function destroyBdm(cloud: Cloud, { volume_id }: AttachArgs): Outcome<AttachArgs> {
  return { cloud: { ...cloud, bdms: cloud.bdms.filter((bdm) => bdm !== findVolumeBdm(cloud, volume_id)) } };
}

function giveUp(cloud: Cloud, args: AttachArgs): Outcome<AttachArgs> {
  const summary = errorSummary(cloud, args);
  return {
    cloud: updateInstance(cloud, { fault: args.failure?.message ?? null }),
    events: [logUnhandled(summary, RPC_FRAMES)],
    next: null
  };
}

const MANAGER = 'nova/compute/manager.py: ComputeManager';
const BLOCK_DEVICE = 'nova/virt/block_device.py: DriverVolumeBlockDevice';

const steps: readonly [Step<AttachArgs>, ...Step<AttachArgs>[]] = [
  {
    name: 'request',
    actor: 'nova-api',
    source: 'nova/compute/api.py: API.attach_volume',
    run: (cloud, args) => ({
      cloud,
      args: { ...args, request_number: cloud.requests, offloaded: isOffloaded(cloud) }
    })
  },
  { name: 'reserve_name', actor: 'nova-compute', source: `${MANAGER}.reserve_block_device_name`, run: reserveName },
  { name: 'create_bdm', actor: 'nova-compute', source: `${MANAGER}.reserve_block_device_name`, run: createBdm },
  {
    name: 'reserve_volume',
    actor: 'cinder',
    source: 'nova/compute/api.py: API._check_attach_and_reserve_volume',
    run: reserveInCinder
  },
  {
    name: 'respond',
    actor: 'nova-api',
    source: 'nova/api/openstack/compute/volumes.py: VolumeAttachmentController.create',
    run: (cloud, args) => ({ cloud, events: [response(200, mountpoint(args))], answered: true })
  },
  { name: 'connect', actor: 'nova-compute', source: `${MANAGER}._attach_volume`, run: connectVolume },
  {
    name: 'attach_device',
    actor: 'libvirt',
    source: 'nova/virt/libvirt/guest.py: Guest.attach_device',
    run: attachDevice
  },
  {
    name: 'guest_plug',
    actor: 'guest',
    source: 'linux drivers/block/virtio_blk.c: virtblk_probe',
    run: (cloud) => ({ cloud: updateGuest(cloud) })
  },
  { name: 'complete', actor: 'cinder', source: `${BLOCK_DEVICE}.attach`, run: complete },
  { name: 'disconnect', actor: 'nova-compute', source: `${BLOCK_DEVICE}.attach`, run: disconnect },
  { name: 'unreserve', actor: 'cinder', source: `${MANAGER}._attach_volume`, run: unreserve },
  { name: 'destroy_bdm', actor: 'nova-compute', source: `${MANAGER}.attach_volume`, run: destroyBdm },
  {
    name: 'give_up',
    actor: 'nova-compute',
    source: 'oslo_messaging/rpc/server.py: RPCServer._process_incoming',
    run: giveUp
  },
  {
    name: 'attach_offloaded',
    actor: 'cinder',
    source: 'nova/compute/api.py: API._attach_volume_shelved_offloaded',
    run: attachOffloaded
  },
  {
    name: 'respond_offloaded',
    actor: 'nova-api',
    source: 'nova/api/openstack/compute/volumes.py: VolumeAttachmentController.create',
    run: (cloud) => ({ cloud, events: [response(200)], next: null })
  }
];

/** Attach a volume. A refusal of libvirt comes after the answer and is rolled back in silence. */
export const attach: Operation<AttachArgs> = {
  service: 'nova',
  method: 'attach_volume',
  holdsTask: false,
  validate,
  check,
  steps
};
