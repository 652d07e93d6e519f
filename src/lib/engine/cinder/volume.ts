/**
 * Cinder's volumes and their states.
 *
 * Upstream: cinder/volume/api.py (reserve_volume, begin_detaching, attachment_create ...), cinder/volume/manager.py,
 * as Nova calls them through nova/volume/cinder.py.
 * Simplified: no multi-attach, so a volume has at most one attachment; Cinder itself never fails.
 */

/**
 * `reserved`: somebody is about to attach; `attaching`: the host connects. Those from `creating` on are only written by
 * force here.
 */
export const VOLUME_STATUSES = [
  'available',
  'reserved',
  'attaching',
  'in-use',
  'detaching',
  'creating',
  'deleting',
  'error',
  'error_deleting',
  'error_managing',
  'managing',
  'maintenance'
] as const;
export type VolumeStatus = (typeof VOLUME_STATUSES)[number];

/** Cinder's record of who uses the volume. */
export interface Attachment {
  readonly id: string;
  readonly server_id: string;
  /** The device name that Nova told Cinder; null until the host is connected. */
  readonly device: string | null;
}

/** One volume. */
export interface Volume {
  readonly id: string;
  readonly name: string;
  /** GB. */
  readonly size: number;
  readonly volume_type: string | null;
  readonly bootable: boolean;
  readonly status: VolumeStatus;
  readonly attachment: Attachment | null;
  /** Where the hypervisor finds the volume: `/dev/sda` once it is connected, or an image that needs no connecting. */
  readonly host_device: string | RbdImage;
}

/**
 * What Cinder says of a volume that is an image of a Ceph cluster: QEMU opens it by itself, over the network.
 *
 * Upstream: cinder/volume/drivers/rbd.py (RBDDriver.initialize_connection: data).
 */
export interface RbdImage {
  /** Pool and image: `volumes/volume-a54facb5-...`. */
  readonly name: string;
  /** The cluster's monitors. */
  readonly hosts: readonly { readonly name: string; readonly port: number }[];
  readonly auth_username: string;
  /** The libvirt secret that holds the user's key. */
  readonly secret_uuid: string;
}

/** Marks the volume for a server, without naming it yet: `attaching` with os-reserve, as before 17.0.0. */
export function reserveVolume(volume: Volume): Volume {
  return { ...volume, status: 'attaching' };
}

/** Creates an attachment, which marks the volume `reserved` (attachment_create, from 17.0.0 on). */
export function attachmentCreate(volume: Volume, attachment: Attachment): Volume {
  return { ...volume, status: 'reserved', attachment };
}

/** The host connects: `attaching` (initialize_connection, attachment_update). */
export function connect(volume: Volume): Volume {
  return { ...volume, status: 'attaching' };
}

/** The disk is in the guest: `in-use` (os-attach, attachment_complete). */
export function completeAttachment(volume: Volume, attachment: Attachment): Volume {
  return { ...volume, status: 'in-use', attachment };
}

/** Nova asks to detach: `detaching` (begin_detaching). */
export function beginDetaching(volume: Volume): Volume {
  return { ...volume, status: 'detaching' };
}

/** The detach did not happen: `in-use` again (roll_detaching). */
export function rollDetaching(volume: Volume): Volume {
  return { ...volume, status: 'in-use' };
}

/** An administrator writes a status into the record; who uses the volume stays (db.volume_update). */
export function resetStatus(volume: Volume, status: VolumeStatus): Volume {
  return { ...volume, status };
}

/** Nobody uses the volume: `available` (os-unreserve, os-detach, attachment_delete). */
export function release(volume: Volume): Volume {
  return { ...volume, status: 'available', attachment: null };
}
