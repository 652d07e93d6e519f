/** `openstack server list` (openstackclient/compute/v2/server.py: ListServer.take_action). */
import { ok, type Result } from '../../../engine/kernel/result.ts';
import type { Instance } from '../../../engine/nova/instance.ts';
import { serverStatus } from '../../../engine/nova/server-status.ts';
import { searchServers } from '../../api/server-search.ts';
import { serverDetail } from '../../api/server.ts';
import { clientError, type ClientError, type Values } from '../../argparse/argument.ts';
import type { ClientCall } from '../../argparse/program.ts';
import type { listArguments } from '../../cliff/display.ts';
import type { Cell } from '../../cliff/cell.ts';
import { isFrom, type ClientNumber } from './client.ts';
import { displayed, lister } from './command.ts';
import { listCell } from './format.ts';
import { imageNames, imageOfVolume, networks, powerState, properties } from './server-fields.ts';
import { SDK, serverListArguments } from './server-list-arguments.ts';

type Asked = Values<typeof serverListArguments> & Pick<Values<typeof listArguments>, 'column'>;

/** Clients from which on something is so. */
const ONE_FLAVOR: ClientNumber = 316;
const SHOWS_PROJECT: ClientNumber = 802;
const SHOWS_HOST_STATUS: ClientNumber = 600;
const SHOWS_PINNED: ClientNumber = 701;

/** The columns in which the properties are a dictionary to programs. */
const DICT_PROPERTIES: ClientNumber = 505;

interface Column {
  readonly heading: string;
  readonly of: (instance: Instance) => Cell;
}

/** All columns that there are, by their headings. */
function columnsOf(call: ClientCall, isLookedUp: boolean) {
  const { terminal, microversion } = call;
  const detail = serverDetail(terminal, microversion);
  const image = imageNames(terminal);
  const ofVolume = imageOfVolume(terminal);
  // A client that does not know of the embedded flavor finds no id in it, and so no name either.
  const isFlavorLost = microversion >= 47 && !isFrom(terminal, ONE_FLAVOR);
  const flavorName = ({ flavor }: Instance) => (isFlavorLost ? '' : flavor.name);
  const flavorId = ({ flavor }: Instance) => (isFlavorLost ? '' : flavor.id);
  const field = (name: string) => () => detail[name] ?? null;
  const imageId = () => image?.id ?? ofVolume;
  const imageName = () => image?.name ?? ofVolume;
  const host = () => {
    const name = detail['OS-EXT-SRV-ATTR:host'] ?? null;
    return name === null && isFrom(terminal, SDK) ? '' : name;
  };
  const columns: readonly Column[] = [
    { heading: 'ID', of: ({ uuid }) => uuid },
    { heading: 'Name', of: ({ display_name }) => display_name },
    { heading: 'Status', of: serverStatus },
    { heading: 'Task State', of: ({ task_state }) => task_state },
    { heading: 'Power State', of: () => powerState(terminal, detail['OS-EXT-STS:power_state'] as number) },
    { heading: 'Networks', of: () => networks(terminal) },
    { heading: 'Image', of: isLookedUp ? imageName : imageId },
    // Without a look-up there is no name to tell.
    { heading: 'Image Name', of: isLookedUp ? imageName : () => (image === null ? ofVolume : '') },
    { heading: 'Image ID', of: imageId },
    { heading: 'Flavor', of: isLookedUp || microversion >= 47 ? flavorName : flavorId },
    { heading: 'Flavor Name', of: isLookedUp ? flavorName : () => '' },
    { heading: 'Flavor ID', of: flavorId },
    { heading: 'Availability Zone', of: field('OS-EXT-AZ:availability_zone') },
    { heading: 'Host', of: host },
    { heading: 'Properties', of: () => properties(terminal, DICT_PROPERTIES) },
    { heading: 'Pinned Availability Zone', of: field('pinned_availability_zone') },
    { heading: 'Host Status', of: field('host_status') },
    { heading: 'Project ID', of: field('tenant_id') },
    { heading: 'User ID', of: field('user_id') },
    { heading: 'Created At', of: field('created') },
    { heading: 'Security Groups', of: () => listCell(['default']) }
  ];
  return new Map(columns.map((column) => [column.heading, column]));
}

/** The headings of a list, in order. */
function headings({ terminal, microversion }: ClientCall, asked: Asked): readonly string[] {
  const { long } = asked;
  const isOneFlavor = !long || (microversion >= 47 && isFrom(terminal, ONE_FLAVOR));
  return [
    ...['ID', 'Name', 'Status'],
    ...(long ? ['Task State', 'Power State'] : []),
    'Networks',
    ...(long ? ['Image Name', 'Image ID'] : ['Image']),
    ...(isOneFlavor ? ['Flavor'] : ['Flavor Name', 'Flavor ID']),
    ...(long ? ['Availability Zone', 'Host', 'Properties'] : []),
    ...(long && microversion >= 96 && isFrom(terminal, SHOWS_PINNED) ? ['Pinned Availability Zone'] : []),
    ...((asked.all_projects || asked.project !== null) && isFrom(terminal, SHOWS_PROJECT) ? ['Project ID'] : []),
    ...extraHeadings({ terminal, microversion }, asked.column),
    ...(long && microversion >= 16 && isFrom(terminal, SHOWS_HOST_STATUS) ? ['Host Status'] : [])
  ];
}

/** Columns that are there only for whoever asks for them by name, and the clients that know them first. */
const EXTRA: Readonly<Record<string, ClientNumber>> = {
  'Project ID': 505,
  'User ID': 505,
  'Created At': 505,
  'Security Groups': 600,
  'Task State': 600,
  'Power State': 600,
  'Image ID': 600,
  'Flavor ID': 600,
  'Availability Zone': 600,
  Host: 600,
  Properties: 600
};

function extraHeadings({ terminal }: ClientCall, columns: readonly string[]): readonly string[] {
  const wanted = (heading: string) =>
    columns.some((one) => [heading, heading.toLowerCase().replaceAll(' ', '_')].includes(one));
  return Object.entries(EXTRA).flatMap(([heading, since]) =>
    isFrom(terminal, since) && wanted(heading) ? [heading] : []
  );
}

/** What the client refuses to send; null when nothing. */
function refusal({ microversion }: ClientCall, asked: Asked): string | null {
  const needs = (isAsked: boolean, least: number, name: string) =>
    isAsked && microversion < least
      ? `--os-compute-api-version 2.${least} or greater is required to support the ${name} option`
      : null;
  const isNoTime = (text: string | null) => text !== null && Number.isNaN(Date.parse(text));
  return (
    needs(asked.tags.length > 0, 26, '--tag') ??
    needs(asked.not_tags.length > 0, 26, '--not-tag') ??
    needs(asked.locked, 73, '--locked') ??
    needs(asked.unlocked, 73, '--unlocked') ??
    (asked.changes_before !== null && microversion < 66
      ? '--os-compute-api-version 2.66 or later is required'
      : null) ??
    (isNoTime(asked.changes_before) ? `Invalid changes-before value: ${asked.changes_before}` : null) ??
    (isNoTime(asked.changes_since) ? `Invalid changes-since value: ${asked.changes_since}` : null)
  );
}

function search(call: ClientCall, asked: Asked): Result<readonly Instance[], ClientError> {
  const refused = refusal(call, asked);
  if (refused !== null) return clientError('CommandError', refused);
  return ok(
    searchServers(call.terminal, {
      ...asked,
      status: asked.status ?? asked.any_status,
      flavor: asked.flavor?.id ?? null,
      project_id: asked.project,
      user_id: asked.user,
      config_drive: asked.config_drive ? true : asked.no_config_drive ? false : null,
      power_state: asked.power_state,
      marker: asked.marker?.uuid ?? null
    })
  );
}

export const listServers = lister({
  name: 'server list',
  summary: 'List servers',
  sdkSince: SDK,
  arguments: serverListArguments,
  run: (call, asked) => {
    const servers = search(call, asked);
    if (!servers.ok) return { terminal: call.terminal, result: servers };
    const all = columnsOf(call, !asked.no_name_lookup);
    const columns = [...new Set(headings(call, asked))].flatMap((heading) => all.get(heading) ?? []);
    return displayed(call, {
      columns: columns.map(({ heading }) => heading),
      rows: servers.value.map((instance) => columns.map(({ of }) => of(instance)))
    });
  }
});
