/**
 * The volumes that a lab can have: the article's, two more like it, and one to boot from; over iSCSI or in Ceph.
 *
 * Upstream: cinder/volume/drivers/rbd.py (RBDDriver.initialize_connection) for what Cinder says of a volume in Ceph.
 */
import type { RbdImage, Volume } from '../engine/cinder/volume.ts';
import { ARTICLE_LAB } from '../engine/cloud/lab.ts';
import { seededUuid } from '../engine/kernel/seeded-id.ts';

/** Where Cinder keeps volumes: each a block device of the host, or an image of a Ceph cluster. */
export const VOLUME_BACKENDS = ['iscsi', 'rbd'] as const;
export type VolumeBackend = (typeof VOLUME_BACKENDS)[number];

/** Seeds of ids that no request uses: requests count up from one, their attachments down. */
const SEED = 0x7000;

const MONITORS = ['192.168.110.1', '192.168.110.2', '192.168.110.3'].map((name) => ({ name, port: 6789 }));

const TEMPLATE: Omit<Volume, 'id' | 'name' | 'host_device'> = {
  size: 1,
  volume_type: null,
  bootable: false,
  status: 'available',
  attachment: null
};

const MORE: readonly Volume[] = [2, 3].map((number) => ({
  ...TEMPLATE,
  id: seededUuid(SEED + number),
  name: `volume${number}`,
  host_device: `/dev/sd${'abc'.charAt(number - 1)}`
}));

/** The volumes for data, over iSCSI, the article's first. */
export const dataVolumes: readonly Volume[] = [...ARTICLE_LAB.volumes, ...MORE];

/** The volume that a server boots from when it does not boot from its image. */
export const bootVolume: Volume = {
  ...TEMPLATE,
  id: seededUuid(SEED),
  name: 'boot-volume',
  bootable: true,
  host_device: '/dev/sdd'
};

function imageOf({ id }: Volume): RbdImage {
  return {
    name: `volumes/volume-${id}`,
    hosts: MONITORS,
    auth_username: 'cinder',
    secret_uuid: seededUuid(SEED + 0x10)
  };
}

/** The volume as the backend gives it. */
export function onBackend(volume: Volume, backend: VolumeBackend): Volume {
  return backend === 'iscsi' ? volume : { ...volume, host_device: imageOf(volume) };
}

/** Which backend a volume comes from. */
export function backendOf(volume: Volume | undefined): VolumeBackend {
  return typeof volume?.host_device === 'object' ? 'rbd' : 'iscsi';
}
