/** `nova list` (novaclient/v2/shell.py: do_list). */
import { serverStatus } from '../../../engine/nova/server-status.ts';
import { ok, type Result } from '../../../engine/kernel/result.ts';
import type { Instance, PowerState } from '../../../engine/nova/instance.ts';
import { cloudOf } from '../../../session/session.ts';
import { findFlavor, findImage, flavorWords, imageWords } from '../../api/find.ts';
import { serverDetail, type Fields } from '../../api/server.ts';
import { searchServers } from '../../api/server-search.ts';
import {
  clientError,
  flag,
  foundIfGiven,
  option,
  optionalValue,
  whole,
  type ClientError
} from '../../argparse/argument.ts';
import { failed, reply, subcommand, type ClientCall } from '../../argparse/program.ts';
import { repr } from '../../text/python.ts';
import { fieldHeading, printList, type Column } from './print.ts';

const POWER_STATES: Readonly<Record<PowerState, string>> = {
  pending: 'NOSTATE',
  running: 'Running',
  paused: 'Paused',
  shutdown: 'Shutdown'
};

/** `public=172.29.249.119`. */
function networks({ terminal }: ClientCall): string {
  const { addresses } = cloudOf(terminal.session).lab.server;
  return Object.entries(addresses)
    .map(([network, all]) => `${network}=${all.join(', ')}`)
    .join('; ');
}

function usualColumns(call: ClientCall): readonly Column<Instance>[] {
  return [
    { heading: 'ID', of: ({ uuid }) => uuid },
    { heading: 'Name', of: ({ display_name }) => display_name },
    { heading: 'Status', of: serverStatus },
    { heading: 'Task State', of: ({ task_state }) => task_state },
    { heading: 'Power State', of: ({ power_state }) => POWER_STATES[power_state] },
    { heading: 'Networks', of: () => networks(call) }
  ];
}

/** What a server offers to `--fields`: the API's fields, the flavor's beside them, and the client's own names. */
function offeredFields(call: ClientCall): Fields {
  const { flavor, ...detail } = serverDetail(call.terminal, call.microversion);
  const embedded = flavor !== null && typeof flavor === 'object' ? Object.entries(flavor) : [];
  const { task_state } = cloudOf(call.terminal.session).instance;
  return {
    ...detail,
    ...(call.microversion >= 47
      ? Object.fromEntries(embedded.map(([name, value]) => [`flavor:${name}`, value]))
      : { flavor: embedded[0]?.[1] ?? null }),
    task_state,
    power_state: POWER_STATES[cloudOf(call.terminal.session).instance.power_state],
    host: detail['OS-EXT-SRV-ATTR:host'] ?? null,
    instance_name: detail['OS-EXT-SRV-ATTR:instance_name'] ?? null,
    host_id: detail.hostId ?? null,
    networks: cloudOf(call.terminal.session).lab.server.addresses,
    security_groups: 'default'
  };
}

function chosenColumns(
  call: ClientCall,
  fields: string,
  hasServers: boolean
): Result<readonly Column<Instance>[], ClientError> {
  const [id] = usualColumns(call).filter(({ heading }) => heading === 'ID');
  if (!id || !hasServers) return ok(usualColumns(call));
  const offered = offeredFields(call);
  const asked = [...new Set(fields.split(','))];
  const unknown = asked.filter((field) => !Object.hasOwn(offered, field));
  if (unknown.length > 0) {
    return clientError('CommandError', `Non-existent fields are specified: ${repr(unknown)}`);
  }
  const chosen = asked.filter((field) => field !== 'id');
  return ok([
    id,
    ...chosen.map((field): Column<Instance> => {
      const heading = fieldHeading(field);
      return { heading, of: heading === 'Networks' ? () => networks(call) : () => offered[field] ?? 'None' };
    })
  ]);
}

const TAGS = 'Tags must be separated by commas: ';

export const list = subcommand({
  name: 'list',
  summary: 'List servers.',
  arguments: {
    reservation_id: option('--reservation-id', {
      metavar: '<reservation-id>',
      help: 'Only return servers that match reservation-id.'
    }),
    ip: option('--ip', { metavar: '<ip-regexp>', help: 'Search with regular expression match by IP address.' }),
    ip6: option('--ip6', { metavar: '<ip6-regexp>', help: 'Search with regular expression match by IPv6 address.' }),
    name: option('--name', { metavar: '<name-regexp>', help: 'Search with regular expression match by name.' }),
    instance_name: option('--instance-name', {
      metavar: '<name-regexp>',
      help: 'Search with regular expression match by server name.'
    }),
    status: option('--status', { metavar: '<status>', help: 'Search by server status.' }),
    flavor: foundIfGiven(
      option('--flavor', { metavar: '<flavor>', help: 'Search by flavor name or ID.', complete: flavorWords }),
      findFlavor
    ),
    image: foundIfGiven(
      option('--image', { metavar: '<image>', help: 'Search by image name or ID.', complete: imageWords }),
      findImage
    ),
    host: option('--host', {
      metavar: '<hostname>',
      help: 'Search servers by hostname to which they are assigned (Admin only).'
    }),
    all_tenants: whole(
      optionalValue('--all-tenants', '1', {
        metavar: '<0|1>',
        help: 'Display information from all tenants (Admin only).'
      })
    ),
    tenant: optionalValue('--tenant', '', {
      metavar: '<tenant>',
      help: 'Display information from single tenant (Admin only).'
    }),
    user: optionalValue('--user', '', {
      metavar: '<user>',
      help: 'Display information from single user (Admin only).'
    }),
    deleted: flag('--deleted', { help: 'Only display deleted servers (Admin only).' }),
    fields: option('--fields', {
      metavar: '<fields>',
      help: 'Comma-separated list of fields to display. Use the show command to see which fields are available.'
    }),
    minimal: flag('--minimal', { help: 'Get only UUID and name.' }),
    sort: option('--sort', {
      metavar: '<key>[:<direction>]',
      help:
        'Comma-separated list of sort keys and directions in the form of <key>[:<asc|desc>]. The direction defaults ' +
        'to descending if not specified.'
    }),
    marker: option('--marker', {
      metavar: '<marker>',
      help: 'The last server UUID of the previous page; displays list of servers after "marker".'
    }),
    limit: whole(
      option('--limit', {
        metavar: '<limit>',
        help:
          'Maximum number of servers to display. If limit == -1, all servers will be displayed. If limit is bigger ' +
          "than 'CONF.api.max_limit' option of Nova API, limit 'CONF.api.max_limit' will be used instead."
      })
    ),
    changes_since: option('--changes-since', {
      metavar: '<changes_since>',
      help:
        'List only servers changed after a certain point of time.The provided time should be an ISO 8061 formatted ' +
        'time.ex 2016-03-04T06:27:59Z .'
    }),
    tags: option('--tags', {
      metavar: '<tags>',
      since: 26,
      help:
        'The given tags must all be present for a server to be included in the list result. Boolean expression in ' +
        `this case is 't1 AND t2'. ${TAGS}--tags <tag1,tag2>`
    }),
    tags_any: option('--tags-any', {
      metavar: '<tags-any>',
      since: 26,
      help:
        'If one of the given tags is present the server will be included in the list result. Boolean expression in ' +
        `this case is 't1 OR t2'. ${TAGS}--tags-any <tag1,tag2>`
    }),
    not_tags: option('--not-tags', {
      metavar: '<not-tags>',
      since: 26,
      help:
        'Only the servers that do not have any of the given tags will be included in the list results. Boolean ' +
        `expression in this case is 'NOT(t1 AND t2)'. ${TAGS}--not-tags <tag1,tag2>`
    }),
    not_tags_any: option('--not-tags-any', {
      metavar: '<not-tags-any>',
      since: 26,
      help:
        'Only the servers that do not have at least one of the given tags will be included in the list result. ' +
        `Boolean expression in this case is 'NOT(t1 OR t2)'. ${TAGS}--not-tags-any <tag1,tag2>`
    })
  },
  run: (call, asked) => {
    const { lab } = cloudOf(call.terminal.session);
    const detail = serverDetail(call.terminal, call.microversion);
    const unwanted = [...(asked.sort ?? '').split(',')]
      .map((key) => key.split(':')[1])
      .find((way) => way && !/^(asc|desc)$/.test(way));
    if (unwanted) return failed(call, { type: 'CommandError', message: `Unknown sort direction: ${unwanted}` });
    if (asked.changes_since !== null && Number.isNaN(Date.parse(asked.changes_since))) {
      return failed(call, { type: 'CommandError', message: `Invalid changes-since value: ${asked.changes_since}` });
    }
    const servers = searchServers(call.terminal, {
      ...asked,
      flavor: asked.flavor?.id ?? null,
      project_id: asked.tenant || null,
      user_id: asked.user || null,
      tags: [asked.tags, asked.tags_any].filter((tags) => tags !== null)
    });
    const usual = usualColumns(call);
    const isAllTenants = asked.all_tenants !== null && Number(asked.all_tenants) !== 0;
    const project: Column<Instance> = { heading: 'Tenant ID', of: () => lab.log.project_id };
    const withTenant = isAllTenants || asked.tenant || asked.user ? usual.toSpliced(2, 0, project) : usual;
    const updated: Column<Instance> = { heading: 'Updated', of: () => detail.updated };
    const full = asked.changes_since === null ? withTenant : [...withTenant, updated];
    const chosen: Result<readonly Column<Instance>[], ClientError> = asked.minimal
      ? ok(usual.slice(0, 2))
      : asked.fields === null
        ? ok(full)
        : chosenColumns(call, asked.fields, servers.length > 0);
    if (!chosen.ok) return failed(call, chosen.error);
    return reply(call, printList(servers, chosen.value, asked.sort === null && chosen.value.length > 1 ? 1 : null));
  }
});
