/**
 * The whole lab as plain data that never changes: a command or a step makes the next one.
 */
import { release, type Volume } from '../cinder/volume.ts';
import type { Guest } from '../guest/guest.ts';
import type { DomainDefinition } from '../libvirt/definition.ts';
import type { Domain } from '../libvirt/domain.ts';
import type { BlockDeviceMapping } from '../nova/block-device-mapping.ts';
import type { Instance } from '../nova/instance.ts';
import { releaseProfile } from '../nova/releases/release.ts';
import type { ReleaseProfile } from '../nova/releases/release-profile.ts';
import type { NamingInput } from '../nova/virt/libvirt/blockinfo.ts';
import type { Lab } from './lab.ts';

/** A request on its way through the services: where it is, and what it carries. */
export interface Work {
  readonly op: string;
  /** The name of the step that comes next. */
  readonly step: string;
  /** What the steps of the operation hand on to each other; its shape is the operation's own. */
  readonly args: unknown;
  readonly request_id: string;
  /** Whether the client still waits for the answer; false once it is a cast to nova-compute. */
  readonly answering: boolean;
}

/** One moment of the lab. */
export interface Cloud {
  readonly lab: Lab;
  /** Milliseconds since the first command. */
  readonly clock: number;
  /** How many requests there were; seeds their ids. */
  readonly requests: number;
  /** The last id that libvirtd gave to a running domain. */
  readonly domainId: number;
  readonly instance: Instance;
  /** The table `block_device_mapping`, in order of creation. */
  readonly bdms: readonly BlockDeviceMapping[];
  readonly volumes: readonly Volume[];
  readonly domain: Domain | null;
  readonly guest: Guest;
  /** The definition that unrescue.xml keeps while the guest is rescued. */
  readonly unrescueDefinition: DomainDefinition | null;
  /** Requests in flight, oldest first. */
  readonly work: readonly Work[];
}

/** What the lab's release does differently. */
export function profileOf(cloud: Cloud): ReleaseProfile {
  return releaseProfile(cloud.lab.release);
}

/** What Nova computes names from, as things stand. */
export function namingInput(cloud: Cloud): NamingInput {
  const { flavor, config_drive, image_meta } = cloud.instance;
  return { flavor, config_drive, image_meta, conf: cloud.lab.conf, behaviour: profileOf(cloud).blockinfo };
}

/** The volume of an id; undefined when Cinder has none. */
export function findVolume(cloud: Cloud, volume_id: string): Volume | undefined {
  return cloud.volumes.find(({ id }) => id === volume_id);
}

/** The server's row for a volume; undefined when it has none. */
export function findVolumeBdm(cloud: Cloud, volume_id: string): BlockDeviceMapping | undefined {
  return cloud.bdms.find((bdm) => bdm.volume_id === volume_id);
}

/** Whether the root disk is a volume. */
export function isVolumeBacked({ lab }: Cloud): boolean {
  return lab.server.root_volume !== null;
}

/** The lab with some fields of the instance changed. */
export function updateInstance(cloud: Cloud, fields: Partial<Instance>): Cloud {
  return { ...cloud, instance: { ...cloud.instance, ...fields } };
}

/** The lab with one volume changed. */
export function updateVolume(cloud: Cloud, volume_id: string, change: (volume: Volume) => Volume): Cloud {
  return { ...cloud, volumes: cloud.volumes.map((volume) => (volume.id === volume_id ? change(volume) : volume)) };
}

/** The lab with all volumes of the server let go; its rows stay. */
export function releaseVolumes(cloud: Cloud): Cloud {
  const mine = new Set(cloud.bdms.map(({ volume_id }) => volume_id));
  return { ...cloud, volumes: cloud.volumes.map((volume) => (mine.has(volume.id) ? release(volume) : volume)) };
}
