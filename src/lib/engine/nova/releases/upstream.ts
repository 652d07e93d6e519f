/**
 * Where upstream's code stands at each release, for whoever wants to read it there.
 *
 * Upstream: openstack/nova at the tag of each release, as its mirror on GitHub keeps it; the paths and functions were
 * looked up there at all of them. Lines are not told: they move with every release.
 */
import { releases, type Release } from './release.ts';

/** A place in upstream's code. */
export interface UpstreamPlace {
  readonly file: string;
  /** The function, with its class if it has one. */
  readonly name: string;
  /** The file at the release; null where the release of Nova does not say which version runs. */
  readonly url: string | null;
}

/** A stretch of releases, from one on or before another, in which a source is found elsewhere. */
interface Move {
  readonly from?: Release;
  readonly before?: Release;
  readonly is: string;
}

const BLOCKINFO = 'nova/virt/libvirt/blockinfo.py';
const BLOCK_DEVICE = 'nova/virt/block_device.py: DriverVolumeBlockDevice';
const MANAGER = 'nova/compute/manager.py: ComputeManager';
const API = 'nova/compute/api.py: API';
const VOLUMES = 'nova/api/openstack/compute/volumes.py: VolumeAttachmentController';
const VOLUME_ATTACHMENTS = 'nova/api/openstack/compute/volume_attachments.py: VolumeAttachmentController';
const SERVERS = 'nova/api/openstack/compute/servers.py: ServersController';

/** Sources that are called otherwise at some releases. */
const MOVES: Readonly<Record<string, Move>> = {
  [`${BLOCKINFO}: get_disk_mapping`]: { from: '21.0.0', is: `${BLOCKINFO}: _get_disk_mapping` },
  [`${BLOCKINFO}: _get_rescue_disk_mapping`]: { before: '21.0.0', is: `${BLOCKINFO}: get_disk_mapping` },
  [`${BLOCK_DEVICE}.detach`]: { before: '16.0.0', is: `${MANAGER}._detach_volume` },
  [`${BLOCK_DEVICE}.driver_detach`]: { before: '16.0.0', is: `${MANAGER}._driver_detach_volume` },
  [`${API}._detach_volume`]: { from: '22.0.0', before: '23.0.0', is: `${API}.detach_volume` },
  [`${API}._check_attach_and_reserve_volume`]: {
    from: '33.0.0',
    is: 'nova/compute/utils.py: check_attach_and_reserve_volume'
  },
  [`${VOLUMES}.create`]: { from: '32.0.0', is: `${VOLUME_ATTACHMENTS}.create` },
  [`${VOLUMES}.delete`]: { from: '32.0.0', is: `${VOLUME_ATTACHMENTS}.delete` },
  [`${SERVERS}._action_confirm_resize`]: { from: '33.0.0', is: `${SERVERS}._confirm_resize` },
  [`${SERVERS}._action_reboot`]: { from: '33.0.0', is: `${SERVERS}._reboot` },
  [`${SERVERS}._action_rebuild`]: { from: '33.0.0', is: `${SERVERS}._rebuild` },
  [`${SERVERS}._action_resize`]: { from: '33.0.0', is: `${SERVERS}._resize` },
  [`${SERVERS}._action_revert_resize`]: { from: '33.0.0', is: `${SERVERS}._revert_resize` },
  [`${SERVERS}._start_server`]: { from: '33.0.0', is: `${SERVERS}._start` },
  [`${SERVERS}._stop_server`]: { from: '33.0.0', is: `${SERVERS}._stop` }
};

function isIn(release: Release, { from, before }: Move): boolean {
  const at = releases.indexOf(release);
  return (
    (from === undefined || at >= releases.indexOf(from)) && (before === undefined || at < releases.indexOf(before))
  );
}

/**
 * The place of a source, `FILE: FUNCTION`, as it is called at a release. Linux and the libraries around Nova have no
 * address: a release of Nova runs on many versions of them.
 */
export function upstreamPlace(release: Release, source: string): UpstreamPlace {
  const move = MOVES[source];
  const [file = '', name = ''] = (move && isIn(release, move) ? move.is : source).split(': ');
  const url = file.startsWith('nova/') ? `https://github.com/openstack/nova/blob/${release}/${file}` : null;
  return { file, name, url };
}
