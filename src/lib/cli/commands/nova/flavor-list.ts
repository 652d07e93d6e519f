/** `nova flavor-list` (novaclient/v2/shell.py: do_flavor_list, _print_flavor_list). */
import { flavorDetail, listFlavors, type FlavorDetail } from '../../api/flavor.ts';
import { clientsOf } from '../../clients.ts';
import { cloudOf } from '../../../session/session.ts';
import { flag, option, whole } from '../../argparse/argument.ts';
import { failed, reply, subcommand, type ClientCall } from '../../argparse/program.ts';
import { flavorWords } from '../../api/find.ts';
import { printList, type Column } from './print.ts';

function columns(call: ClientCall, withExtraSpecs: boolean): readonly Column<FlavorDetail>[] {
  const { megabyte } = clientsOf(cloudOf(call.terminal.session).lab.release);
  return [
    { heading: 'ID', of: ({ id }) => id },
    { heading: 'Name', of: ({ name }) => name },
    { heading: `Memory_${megabyte}`, of: ({ ram }) => ram },
    { heading: 'Disk', of: ({ disk }) => disk },
    { heading: 'Ephemeral', of: (one) => one['OS-FLV-EXT-DATA:ephemeral'] },
    { heading: 'Swap', of: ({ swap }) => swap },
    { heading: 'VCPUs', of: ({ vcpus }) => vcpus },
    { heading: 'RXTX_Factor', of: ({ rxtx_factor }) => rxtx_factor },
    { heading: 'Is_Public', of: (one) => one['os-flavor-access:is_public'] },
    ...(withExtraSpecs ? [{ heading: 'extra_specs', of: (one: FlavorDetail) => one.extra_specs }] : []),
    ...(call.microversion >= 55 ? [{ heading: 'Description', of: () => null }] : [])
  ];
}

const SORT_KEYS: Readonly<Record<string, (one: FlavorDetail) => string | number>> = {
  flavorid: ({ id }) => id,
  name: ({ name }) => name,
  memory_mb: ({ ram }) => ram,
  root_gb: ({ disk }) => disk,
  ephemeral_gb: (one) => one['OS-FLV-EXT-DATA:ephemeral'],
  swap: ({ swap }) => Number(swap),
  vcpus: ({ vcpus }) => vcpus
};

export const flavorList = subcommand({
  name: 'flavor-list',
  summary: "Print a list of available 'flavors' (sizes of servers).",
  arguments: {
    extra_specs: flag('--extra-specs', { help: 'Get extra-specs of each flavor.' }),
    all: flag('--all', { help: 'Display all flavors (Admin only).' }),
    marker: option('--marker', {
      metavar: '<marker>',
      help: 'The last flavor ID of the previous page; displays list of flavors after "marker".',
      complete: flavorWords
    }),
    min_disk: whole(
      option('--min-disk', {
        metavar: '<min-disk>',
        help: 'Filters the flavors by a minimum disk space, in GiB.'
      })
    ),
    min_ram: whole(option('--min-ram', { metavar: '<min-ram>', help: 'Filters the flavors by a minimum RAM, in MB.' })),
    limit: whole(
      option('--limit', {
        metavar: '<limit>',
        help:
          "Maximum number of flavors to display. If limit is bigger than 'CONF.api.max_limit' option of Nova API, " +
          "limit 'CONF.api.max_limit' will be used instead."
      })
    ),
    sort_key: option('--sort-key', { metavar: '<sort-key>', help: 'Flavors list sort key.' }),
    sort_dir: option('--sort-dir', { metavar: '<sort-dir>', help: 'Flavors list sort direction.' })
  },
  run: (call, { extra_specs, marker, min_disk, min_ram, limit, sort_key, sort_dir }) => {
    const keyOf = SORT_KEYS[sort_key ?? 'flavorid'];
    if (!keyOf) {
      const message = `Unable to sort flavors by ${sort_key}: use one of ${Object.keys(SORT_KEYS).join(', ')}. (HTTP 400)`;
      return failed(call, { type: 'BadRequest', message });
    }
    const all = listFlavors(call.terminal).map((flavor) => flavorDetail(flavor, call.microversion));
    const sorted = all.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : keyOf(one) > keyOf(other) ? 1 : 0));
    const ordered = sort_dir === 'desc' ? sorted.toReversed() : sorted;
    const from = marker === null ? 0 : ordered.findIndex(({ id }) => id === marker) + 1;
    const wanted = ordered
      .slice(from)
      .filter(({ disk, ram }) => disk >= Number(min_disk ?? 0) && ram >= Number(min_ram ?? 0));
    return reply(call, printList(limit === null ? wanted : wanted.slice(0, Number(limit)), columns(call, extra_specs)));
  }
});
