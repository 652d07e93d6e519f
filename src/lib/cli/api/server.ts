/**
 * The server as Nova's API shows it to an administrator.
 *
 * Upstream: nova/api/openstack/compute/views/servers.py (ViewBuilder.show, with what were extensions before 19.0.0:
 * extended_status, extended_server_attributes, extended_volumes, server_usage and the like). Simplified: the server has
 * no key, no user data, no tags and no groups, and is never locked.
 */
import { isVolumeBacked, type Cloud } from '../../engine/cloud/cloud.ts';
import { seededUuid, seedOf } from '../../engine/kernel/seeded-id.ts';
import { POWER_STATES, type Instance } from '../../engine/nova/instance.ts';
import { serverStatus } from '../../engine/nova/server-status.ts';
import { cloudOf } from '../../session/session.ts';
import { serverTimes } from '../../session/views/server-times.ts';
import type { Terminal } from '../terminal.ts';
import type { Value } from '../text/python.ts';
import { isoformat, isotime } from './time.ts';

/** Fields by name. */
export type Fields = Readonly<Record<string, Value>>;

/** The servers that there are: the lab's, until it has been deleted. */
export function listServers({ session }: Terminal): readonly Instance[] {
  const { instance } = cloudOf(session);
  return instance.vm_state === 'deleted' ? [] : [instance];
}

/** The host that the server is on; null when it is on none. */
function hostOf({ instance, lab }: Cloud): string | null {
  return instance.vm_state === 'shelved_offloaded' ? null : lab.log.host;
}

/** An id for the host that tells a user nothing (_get_host_id hashes project and host with SHA-224). */
function hostId(cloud: Cloud): string {
  const host = hostOf(cloud);
  if (host === null) return '';
  const seed = seedOf(cloud.lab.log.project_id + host);
  return (seededUuid(seed) + seededUuid(seed + 1)).replaceAll('-', '').slice(0, 56);
}

function embeddedFlavor({ instance: { flavor } }: Cloud, microversion: number): Value {
  if (microversion < 47) return { id: flavor.id };
  const { name, ram, vcpus, disk, ephemeral, swap } = flavor;
  return { original_name: name, ram, vcpus, disk, ephemeral, swap, extra_specs: {} };
}

const WITH_FAULT = ['ERROR', 'DELETED'];
const WITH_PROGRESS = ['ACTIVE', 'BUILD', 'REBUILD', 'RESIZE', 'VERIFY_RESIZE'];

function stateFields(cloud: Cloud, updated: number): Fields {
  const { instance } = cloud;
  const status = serverStatus(instance);
  const fault = { code: 500, created: isotime(updated), message: instance.fault };
  return {
    status,
    ...(WITH_FAULT.includes(status) && instance.fault !== null ? { fault } : {}),
    ...(WITH_PROGRESS.includes(status) ? { progress: 0 } : {})
  };
}

/** What an operation's answer shows of the server. */
export function serverSummary({ session }: Terminal, microversion: number): Fields {
  const cloud = cloudOf(session);
  const { lab, instance } = cloud;
  const { created, updated } = serverTimes(session);
  return {
    id: instance.uuid,
    name: instance.display_name,
    ...stateFields(cloud, updated),
    tenant_id: lab.log.project_id,
    user_id: lab.log.user_id,
    metadata: {},
    hostId: hostId(cloud),
    image: isVolumeBacked(cloud) ? '' : { id: lab.image_id },
    flavor: embeddedFlavor(cloud, microversion),
    created: isotime(created),
    updated: isotime(updated),
    addresses: Object.fromEntries(
      Object.entries(lab.server.addresses).map(([network, all]) => [network, all.map((addr) => ({ addr }))])
    ),
    accessIPv4: '',
    accessIPv6: '',
    'OS-DCF:diskConfig': 'MANUAL',
    ...(microversion >= 9 ? { locked: false } : {}),
    ...(microversion >= 73 ? { locked_reason: null } : {}),
    ...(microversion >= 19 ? { description: null } : {}),
    ...(microversion >= 26 ? { tags: [] } : {}),
    ...(microversion >= 63 ? { trusted_image_certificates: null } : {})
  };
}

function administratorFields(cloud: Cloud, microversion: number): Fields {
  const { instance } = cloud;
  const host = hostOf(cloud);
  const detail = {
    'OS-EXT-SRV-ATTR:reservation_id': `r-${seededUuid(seedOf(instance.uuid)).slice(0, 8)}`,
    'OS-EXT-SRV-ATTR:launch_index': 0,
    'OS-EXT-SRV-ATTR:hostname': instance.display_name.toLowerCase(),
    'OS-EXT-SRV-ATTR:kernel_id': '',
    'OS-EXT-SRV-ATTR:ramdisk_id': '',
    'OS-EXT-SRV-ATTR:root_device_name': instance.root_device_name,
    'OS-EXT-SRV-ATTR:user_data': null
  };
  return {
    'OS-EXT-SRV-ATTR:host': host,
    'OS-EXT-SRV-ATTR:hypervisor_hostname': host,
    'OS-EXT-SRV-ATTR:instance_name': instance.name,
    ...(microversion >= 3 ? detail : {}),
    ...(microversion >= 16 ? { host_status: host === null ? '' : 'UP' } : {})
  };
}

function attachedVolumes({ bdms }: Cloud, microversion: number): Value {
  return bdms.flatMap(({ volume_id: id }) => {
    if (id === null) return [];
    return [microversion >= 3 ? { id, delete_on_termination: false } : { id }];
  });
}

/** All that the API shows of the server under the cursor. */
export function serverDetail(terminal: Terminal, microversion: number): Fields {
  const cloud = cloudOf(terminal.session);
  const { instance } = cloud;
  const { launched } = serverTimes(terminal.session);
  return {
    ...serverSummary(terminal, microversion),
    ...administratorFields(cloud, microversion),
    'OS-EXT-AZ:availability_zone': hostOf(cloud) === null ? '' : 'nova',
    'OS-EXT-STS:power_state': POWER_STATES[instance.power_state],
    'OS-EXT-STS:task_state': instance.task_state,
    'OS-EXT-STS:vm_state': instance.vm_state,
    'OS-SRV-USG:launched_at': launched === null ? null : isoformat(launched),
    'OS-SRV-USG:terminated_at': null,
    config_drive: instance.config_drive ? 'True' : '',
    key_name: null,
    security_groups: [{ name: 'default' }],
    'os-extended-volumes:volumes_attached': attachedVolumes(cloud, microversion),
    ...(microversion >= 71 ? { server_groups: [] } : {}),
    ...(microversion >= 96 ? { pinned_availability_zone: null } : {})
  };
}
