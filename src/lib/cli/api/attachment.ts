/**
 * The volumes of a server as Nova's API shows them.
 *
 * Upstream: nova/api/openstack/compute/volumes.py (VolumeAttachmentController.index, create,
 * _translate_attachment_detail_view): a nameless row has no `device` in the list, and a null one after an attach.
 */
import { seededUuid, seedOf } from '../../engine/kernel/seeded-id.ts';
import { cloudOf } from '../../session/session.ts';
import type { Terminal } from '../terminal.ts';
import type { Fields } from './server.ts';

function laterFields(microversion: number): Fields {
  return {
    ...(microversion >= 70 ? { tag: null } : {}),
    ...(microversion >= 79 ? { delete_on_termination: false } : {})
  };
}

/** What the API answers to an attach. */
export function newAttachment(server: string, volume: string, device: string | null, microversion: number): Fields {
  return {
    id: volume,
    serverId: server,
    volumeId: volume,
    device,
    ...laterFields(microversion)
  };
}

/** One record a volume, in the order of the rows. */
export function listAttachments({ session }: Terminal, microversion: number): readonly Fields[] {
  const { bdms, instance, volumes } = cloudOf(session);
  return bdms.flatMap(({ volume_id, device_name }) => {
    if (volume_id === null) return [];
    const attachment = volumes.find(({ id }) => id === volume_id)?.attachment;
    return [
      {
        ...(microversion < 89 ? { id: volume_id } : {}),
        serverId: instance.uuid,
        volumeId: volume_id,
        ...(device_name === null ? {} : { device: device_name }),
        ...laterFields(microversion),
        ...(microversion >= 89
          ? { attachment_id: attachment?.id ?? null, bdm_uuid: seededUuid(seedOf(instance.uuid + volume_id)) }
          : {})
      }
    ];
  });
}
