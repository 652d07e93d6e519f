/**
 * A server as `openstack server show` has it, in either generation.
 *
 * Upstream: openstackclient/compute/v2/server.py (_prep_server_detail); openstack/compute/v2/server.py (Server) and
 * flavor.py (Flavor) for what the SDK puts where the API said nothing.
 */
import { isVolumeBacked } from '../../../engine/cloud/cloud.ts';
import { cloudOf } from '../../../session/session.ts';
import type { Fields as ApiFields } from '../../api/server.ts';
import type { ClientCall } from '../../argparse/program.ts';
import { FormattableColumn, type Cell } from '../../cliff/cell.ts';
import type { Fields } from '../../cliff/formatters/formatter.ts';
import type { Value } from '../../text/python.ts';
import type { Terminal } from '../../terminal.ts';
import { isFrom } from './client.ts';
import { dictCell, dictListCell, listCell, listDictCell } from './format.ts';

/** Clients from which on something is so. */
const BFV_IMAGE = 504;
const DICT_COLUMNS = 504;
const MORE_COLUMNS = 505;
const PINNED = 701;

/** What stands for the image of a server that has none. */
export function imageOfVolume(terminal: Terminal): string {
  return isFrom(terminal, BFV_IMAGE) ? 'N/A (booted from volume)' : '';
}

const POWER_STATES: Readonly<Record<number, string>> = { 0: 'NOSTATE', 1: 'Running', 3: 'Paused', 4: 'Shutdown' };

/** PowerStateColumn, and the word alone before it. */
export function powerState(terminal: Terminal, state: number): Cell {
  const word = POWER_STATES[state] ?? 'N/A';
  return isFrom(terminal, MORE_COLUMNS) ? new FormattableColumn(word, state) : word;
}

/** The addresses by network: DictListColumn, and the text alone before it. */
export function networks(terminal: Terminal): Cell {
  return dictListCell(cloudOf(terminal.session).lab.server.addresses, isFrom(terminal, MORE_COLUMNS));
}

/** No properties: the lab's server has none. */
export function properties(terminal: Terminal, since = DICT_COLUMNS): Cell {
  return dictCell({}, isFrom(terminal, since));
}

/** The image's name and id. */
export function imageNames({ session }: Terminal): { readonly name: string; readonly id: string } | null {
  const cloud = cloudOf(session);
  return isVolumeBacked(cloud) ? null : { name: cloud.lab.image_name, id: cloud.lab.image_id };
}

function imageText(terminal: Terminal): string {
  const image = imageNames(terminal);
  return image ? `${image.name} (${image.id})` : imageOfVolume(terminal);
}

/** What the SDK's Flavor makes of the flavor that is embedded in a server. */
function sdkFlavor(embedded: ApiFields): ApiFields {
  const { original_name = null, ram = null, vcpus = null, disk = null, ephemeral = null, swap = null } = embedded;
  return {
    name: original_name,
    original_name,
    description: null,
    disk,
    is_public: true,
    ram,
    vcpus,
    swap,
    ephemeral,
    is_disabled: null,
    rxtx_factor: null,
    extra_specs: {},
    id: original_name,
    location: null
  };
}

function flavorCell({ terminal, microversion }: ClientCall, embedded: ApiFields, isSdk: boolean): Cell {
  const { flavor } = cloudOf(terminal.session).instance;
  if (microversion < 47) return `${flavor.name} (${flavor.id})`;
  if (isSdk) return dictCell(sdkFlavor(embedded));
  // Older clients look for the id that is no longer told.
  return isFrom(terminal, MORE_COLUMNS) ? dictCell(embedded) : '';
}

/** Fields that the SDK shows even where the API does not tell them. */
const SDK_ALWAYS: ApiFields = {
  ...Object.fromEntries(
    [
      ...['hostname', 'kernel_id', 'launch_index', 'ramdisk_id', 'reservation_id', 'root_device_name', 'user_data'].map(
        (name) => `OS-EXT-SRV-ATTR:${name}`
      ),
      ...['description', 'host_status', 'locked', 'locked_reason', 'progress', 'server_groups'],
      ...['trusted_image_certificates']
    ].map((name) => [name, null])
  ),
  tags: []
};

type Dict = Readonly<Record<string, Value>>;

/** The server's fields by name. `isSdk` tells the generation of the command. */
export function serverFields(call: ClientCall, told: ApiFields, isSdk: boolean): Fields {
  const { terminal } = call;
  const shown: ApiFields = isSdk ? { ...SDK_ALWAYS, ...told } : told;
  const hasColumns = isFrom(terminal, DICT_COLUMNS);
  const {
    tenant_id,
    metadata,
    flavor,
    tags,
    security_groups,
    'os-extended-volumes:volumes_attached': volumes_attached,
    'OS-EXT-STS:power_state': state,
    ...plain
  } = shown;
  const cells: Record<string, Cell> = {
    ...plain,
    image: imageText(terminal),
    flavor: flavorCell(call, flavor as ApiFields, isSdk),
    addresses: networks(terminal),
    properties: dictCell(metadata as Dict, hasColumns),
    project_id: tenant_id ?? null
  };
  if (!isFrom(terminal, PINNED)) delete cells.pinned_availability_zone;
  if (tags !== undefined) cells.tags = isFrom(terminal, MORE_COLUMNS) ? listCell(tags as readonly string[]) : tags;
  if (typeof state === 'number') cells['OS-EXT-STS:power_state'] = powerState(terminal, state);
  if (security_groups !== undefined) {
    cells.security_groups = listDictCell(security_groups as readonly Dict[], hasColumns);
  }
  if (volumes_attached !== undefined) {
    cells.volumes_attached = listDictCell(volumes_attached as readonly Dict[], hasColumns);
  }
  return Object.entries(cells).toSorted(([one], [other]) => (one < other ? -1 : 1));
}
