/**
 * Volumes as Cinder's API shows them to an administrator, at microversion 3.0.
 *
 * Upstream: cinder/api/v2/views/volumes.py (ViewBuilder.detail, _get_attachments: only an attachment that is complete is
 * shown, and its `id` is the volume's), cinder/api/contrib (volume_host_attribute, volume_mig_status_attribute,
 * volume_tenant_attribute). Simplified: no snapshots, groups, encryption or replication.
 */
import type { Volume } from '../../engine/cinder/volume.ts';
import type { Lab } from '../../engine/cloud/lab.ts';
import { cloudOf } from '../../session/session.ts';
import type { Terminal } from '../terminal.ts';
import type { Value } from '../text/python.ts';
import type { Fields } from './server.ts';
import { isoformat } from './time.ts';

/** The volumes, in the order in which the lab made them. */
export function listVolumes({ session }: Terminal): readonly Volume[] {
  return cloudOf(session).volumes;
}

/** The attachments that Cinder shows: none while the volume is only reserved, or being connected. */
export function shownAttachments({ id, status, attachment }: Volume): readonly Fields[] {
  if (attachment === null || status === 'reserved' || status === 'attaching') return [];
  return [
    {
      id,
      attachment_id: attachment.id,
      volume_id: id,
      server_id: attachment.server_id,
      device: attachment.device
    }
  ];
}

/** Where Cinder keeps it: host, backend and pool. */
function backendOf({ host_device }: Volume, { log }: Lab): string {
  return typeof host_device === 'string' ? `${log.host}@lvm#LVM_iSCSI` : `${log.host}@rbd#rbd`;
}

/** All that the API shows of a volume. */
export function volumeDetail({ session }: Terminal, volume: Volume): Fields {
  const { lab } = cloudOf(session);
  const created = isoformat(lab.log.start);
  const fields: Record<string, Value> = {
    id: volume.id,
    status: volume.status,
    size: volume.size,
    availability_zone: 'nova',
    created_at: created,
    updated_at: created,
    attachments: shownAttachments(volume),
    name: volume.name,
    description: null,
    volume_type: volume.volume_type,
    snapshot_id: null,
    source_volid: null,
    metadata: {},
    user_id: lab.log.user_id,
    bootable: String(volume.bootable),
    encrypted: false,
    replication_status: null,
    consistencygroup_id: null,
    multiattach: false,
    migration_status: null,
    'os-vol-host-attr:host': backendOf(volume, lab),
    'os-vol-mig-status-attr:migstat': null,
    'os-vol-mig-status-attr:name_id': null,
    'os-vol-tenant-attr:tenant_id': lab.log.project_id
  };
  return fields;
}
