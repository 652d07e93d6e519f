/** `cinder list` (cinderclient/v3/shell.py: do_list). */
import type { Volume } from '../../../engine/cinder/volume.ts';
import { cloudOf } from '../../../session/session.ts';
import { shownAttachments, listVolumes, volumeDetail } from '../../api/volume.ts';
import { anyNumber, option, optionalValue, whole } from '../../argparse/argument.ts';
import { failed, reply, subcommand, type ClientCall } from '../../argparse/program.ts';
import { str } from '../../text/python.ts';
import { printList, type Column } from './print.ts';

const SORT_KEYS = ['id', 'status', 'size', 'availability_zone', 'name', 'bootable', 'created_at', 'reference'];

const DEPRECATED =
  " This option is deprecated and will be removed in newer release. Please use '--filters' option which is introduced " +
  'since 3.33 instead.';

const columns: readonly Column<Volume>[] = [
  { heading: 'ID', of: ({ id }) => id },
  { heading: 'Status', of: ({ status }) => status },
  { heading: 'Name', of: ({ name }) => name },
  { heading: 'Size', of: ({ size }) => size },
  { heading: 'Volume Type', of: ({ volume_type }) => volume_type },
  { heading: 'Bootable', of: ({ bootable }) => String(bootable) },
  {
    heading: 'Attached to',
    of: (volume) =>
      shownAttachments(volume)
        .map(({ server_id }) => str(server_id ?? null))
        .join(',')
  }
];

/** `Volume Type` for `volume_type`: how Python's str.title heads a field. */
function title(field: string): string {
  return field
    .toLowerCase()
    .replace(/[a-z]+/g, (word) => word.charAt(0).toUpperCase() + word.slice(1))
    .trim();
}

/** The columns that the user asks for, less what the volumes do not have. */
function chosenColumns(call: ClientCall, fields: string): readonly Column<Volume>[] {
  const [sample] = listVolumes(call.terminal);
  const offered = sample ? { ...volumeDetail(call.terminal, sample), attached_to: '' } : {};
  const headings = [...new Set(fields.split(',').map(title))].filter((heading) => heading !== 'Id');
  const chosen = headings.flatMap((heading): readonly Column<Volume>[] => {
    const field = heading.toLowerCase().replaceAll(' ', '_');
    if (!Object.hasOwn(offered, field)) return [];
    const attached = columns.find((one) => one.heading === 'Attached to' && field === 'attached_to');
    return [{ heading, of: attached?.of ?? ((volume) => volumeDetail(call.terminal, volume)[field] ?? null) }];
  });
  return [...columns.slice(0, 1), ...chosen];
}

type Order = (one: Volume, other: Volume) => number;

/** The order that `--sort key:dir,key` asks for; the first key weighs most. */
function orderOf(call: ClientCall, sort: string): Order {
  const keys = sort.split(',').map((part) => {
    const [key = '', direction = 'desc'] = part.split(':');
    return { key, sign: direction === 'asc' ? 1 : -1 };
  });
  const valueOf = (volume: Volume, key: string) => volumeDetail(call.terminal, volume)[key] ?? '';
  return (one, other) => {
    for (const { key, sign } of keys) {
      const [a, b] = [valueOf(one, key), valueOf(other, key)];
      if (a !== b) return a < b ? -sign : sign;
    }
    return 0;
  };
}

export const list = subcommand({
  name: 'list',
  summary: 'Lists all volumes.',
  arguments: {
    all_tenants: whole(
      optionalValue('--all-tenants', '1', { metavar: '<0|1>', help: 'Shows details for all tenants. Admin only.' })
    ),
    all_tenants_too: whole(optionalValue('--all_tenants', '1', { metavar: '<0|1>', help: null })),
    name: option('--name', { metavar: '<name>', help: `Filters results by a name. Default=None.${DEPRECATED}` }),
    status: option('--status', {
      metavar: '<status>',
      help: `Filters results by a status. Default=None.${DEPRECATED}`
    }),
    bootable: optionalValue('--bootable', 'True', {
      metavar: '<True|true|False|false>',
      choices: ['True', 'true', 'False', 'false'],
      help: `Filters results by bootable status. Default=None.${DEPRECATED}`
    }),
    migration_status: option('--migration_status', {
      metavar: '<migration_status>',
      help: `Filters results by a migration status. Default=None. Admin only.${DEPRECATED}`
    }),
    metadata: anyNumber('--metadata', {
      metavar: '<key=value>',
      help: `Filters results by a metadata key and value pair. Default=None.${DEPRECATED}`
    }),
    marker: option('--marker', {
      metavar: '<marker>',
      help:
        'Begin returning volumes that appear later in the volume list than that represented by this volume id. ' +
        'Default=None.'
    }),
    limit: option('--limit', {
      metavar: '<limit>',
      help: 'Maximum number of volumes to return. Default=None.'
    }),
    fields: option('--fields', {
      metavar: '<fields>',
      help:
        'Comma-separated list of fields to display. Use the show command to see which fields are available. ' +
        'Unavailable/non-existent fields will be ignored. Default=None.'
    }),
    sort: option('--sort', {
      metavar: '<key>[:<direction>]',
      help:
        'Comma-separated list of sort keys and directions in the form of <key>[:<asc|desc>]. Valid keys: ' +
        `${SORT_KEYS.join(', ')}. Default=None.`
    }),
    tenant: optionalValue('--tenant', '', {
      metavar: '<tenant>',
      help: 'Display information from single tenant (Admin only).'
    })
  },
  run: (call, asked) => {
    const { log } = cloudOf(call.terminal.session).lab;
    const unknown = asked.sort?.split(',').find((part) => !SORT_KEYS.includes(part.split(':')[0] ?? ''));
    if (unknown !== undefined) {
      const message = `sort_key must be one of the following: ${SORT_KEYS.join(', ')}.`;
      return failed(call, { type: 'ValueError', message });
    }
    if (asked.limit !== null && !/^\d+$/.test(asked.limit)) {
      const message = `limit param must be an integer (HTTP 400)`;
      return failed(call, { type: 'BadRequest', message });
    }
    const isWanted = (volume: Volume): boolean =>
      (asked.name === null || asked.name === volume.name) &&
      (asked.status === null || asked.status === volume.status) &&
      (asked.bootable === null || asked.bootable.toLowerCase() === String(volume.bootable)) &&
      asked.migration_status === null &&
      asked.metadata.length === 0 &&
      (!asked.tenant || asked.tenant === log.project_id);
    const newestFirst = listVolumes(call.terminal).toReversed();
    const order = asked.sort === null ? null : orderOf(call, asked.sort);
    const ordered = order ? newestFirst.toSorted(order) : newestFirst;
    const from = asked.marker === null ? 0 : ordered.findIndex(({ id }) => id === asked.marker) + 1;
    const wanted = ordered.slice(from).filter(isWanted);
    const volumes = asked.limit === null ? wanted : wanted.slice(0, Number(asked.limit));
    const isAll = Number(asked.all_tenants ?? asked.all_tenants_too ?? 0) !== 0 || Boolean(asked.tenant);
    const usual = isAll ? columns.toSpliced(1, 0, { heading: 'Tenant ID', of: () => log.project_id }) : columns;
    const shown = asked.fields === null ? usual : chosenColumns(call, asked.fields);
    return reply(call, printList(volumes, shown, order === null ? 0 : null));
  }
});
