/**
 * The servers that a list asks for.
 *
 * Upstream: nova/api/openstack/compute/servers.py (_get_servers), nova/compute/api.py (get_all) and
 * nova/db (instance_get_all_by_filters): names and addresses are regular expressions, the rest is equal or not.
 * Simplified: the lab's server has neither a key nor tags nor an IPv6 address, is never locked, and a deleted one is
 * gone.
 */
import { isVolumeBacked } from '../../engine/cloud/cloud.ts';
import type { Instance } from '../../engine/nova/instance.ts';
import { serverStatus } from '../../engine/nova/server-status.ts';
import { cloudOf } from '../../session/session.ts';
import { serverTimes } from '../../session/views/server-times.ts';
import type { Terminal } from '../terminal.ts';
import { matches } from '../text/regex/regex.ts';
import { listServers, serverDetail } from './server.ts';

/** What is asked for; what is left out or null does not matter. */
export interface ServerSearch {
  readonly name?: string | null;
  readonly instance_name?: string | null;
  readonly ip?: string | null;
  readonly ip6?: string | null;
  readonly status?: string | null;
  readonly vm_state?: string | null;
  readonly task_state?: string | null;
  readonly power_state?: string | null;
  /** A flavor's id. */
  readonly flavor?: string | null;
  /** An image's id. */
  readonly image?: string | null;
  readonly host?: string | null;
  readonly availability_zone?: string | null;
  readonly reservation_id?: string | null;
  readonly project_id?: string | null;
  readonly user_id?: string | null;
  readonly config_drive?: boolean | null;
  readonly deleted?: boolean;
  readonly locked?: boolean;
  /** Times as they were typed. */
  readonly changes_since?: string | null;
  readonly changes_before?: string | null;
  /** All of these tags, or any of them. */
  readonly tags?: readonly string[];
  readonly key_name?: string | null;
  /** The id of the last server of the page before. */
  readonly marker?: string | null;
  readonly limit?: string | null;
}

/** The latest microversion, which tells everything that can be searched for. */
const ALL_FIELDS = 96;

function isWanted(terminal: Terminal, instance: Instance, search: ServerSearch): boolean {
  const cloud = cloudOf(terminal.session);
  const { lab } = cloud;
  const detail = serverDetail(terminal, ALL_FIELDS);
  const { updated } = serverTimes(terminal.session);
  const addresses = Object.values(lab.server.addresses).flat();
  const image = isVolumeBacked(cloud) ? null : lab.image_id;
  const isOr = <Value>(asked: Value | null | undefined, is: Value | null) => (asked ?? null) === null || asked === is;
  const matchesOr = (asked: string | null | undefined, texts: readonly string[]) =>
    (asked ?? null) === null || texts.some((text) => matches(asked ?? '', text));
  return (
    matchesOr(search.name, [instance.display_name]) &&
    matchesOr(search.instance_name, [instance.name]) &&
    matchesOr(search.ip, addresses) &&
    matchesOr(search.ip6, []) &&
    isOr(search.status?.toUpperCase(), serverStatus(instance)) &&
    isOr(search.vm_state, instance.vm_state) &&
    isOr(search.task_state, instance.task_state) &&
    isOr(search.power_state, instance.power_state) &&
    isOr(search.flavor, instance.flavor.id) &&
    isOr(search.image, image) &&
    isOr(search.host, detail['OS-EXT-SRV-ATTR:host'] as string | null) &&
    isOr(search.availability_zone, detail['OS-EXT-AZ:availability_zone'] as string | null) &&
    isOr(search.reservation_id, detail['OS-EXT-SRV-ATTR:reservation_id'] as string | null) &&
    isOr(search.project_id, lab.log.project_id) &&
    isOr(search.user_id, lab.log.user_id) &&
    isOr(search.config_drive, instance.config_drive) &&
    isOr(search.key_name, null) &&
    ((search.changes_since ?? null) === null || Date.parse(search.changes_since ?? '') <= updated) &&
    ((search.changes_before ?? null) === null || Date.parse(search.changes_before ?? '') >= updated) &&
    !search.deleted &&
    !search.locked &&
    (search.tags ?? []).length === 0 &&
    search.marker !== instance.uuid &&
    search.limit !== '0'
  );
}

/** The servers that there are and that are wanted. */
export function searchServers(terminal: Terminal, search: ServerSearch): readonly Instance[] {
  return listServers(terminal).filter((instance) => isWanted(terminal, instance, search));
}
