/** `openstack flavor list` and `flavor show` (openstackclient/compute/v2/flavor.py: ListFlavor, ShowFlavor). */
import type { Flavor } from '../../../engine/nova/flavor.ts';
import { flavorWords } from '../../api/find.ts';
import { flavorDetail, listFlavors, type FlavorDetail } from '../../api/flavor.ts';
import { flag, option, whole } from '../../argparse/argument.ts';
import type { ClientCall } from '../../argparse/program.ts';
import { Float, type Cell } from '../../cliff/cell.ts';
import { isFrom } from './client.ts';
import { displayed, lister, showOne } from './command.ts';
import { flavor } from './find.ts';
import { dictCell } from './format.ts';

const SDK = 505;

/** The SDK asks for flavors of no later microversion. */
const SDK_MICROVERSION = 61;

/** The client whose SDK makes a number of the text that stands for no swap. */
const SWAP_IS_NUMBER = 603;

/** The flavor as the client gets to see it. */
function detailOf({ terminal, microversion }: ClientCall, one: Flavor): FlavorDetail {
  if (!isFrom(terminal, SDK)) return flavorDetail(one, microversion);
  const detail = flavorDetail(one, Math.min(microversion, SDK_MICROVERSION));
  return detail.swap === '' && isFrom(terminal, SWAP_IS_NUMBER) ? { ...detail, swap: 0 } : detail;
}

function extraSpecs({ terminal }: ClientCall, { extra_specs }: FlavorDetail): Cell {
  return dictCell(extra_specs, isFrom(terminal, SDK));
}

interface Column {
  readonly heading: string;
  readonly of: (flavor: FlavorDetail) => Cell;
}

const COLUMNS: readonly Column[] = [
  { heading: 'ID', of: ({ id }) => id },
  { heading: 'Name', of: ({ name }) => name },
  { heading: 'RAM', of: ({ ram }) => ram },
  { heading: 'Disk', of: ({ disk }) => disk },
  { heading: 'Ephemeral', of: (one) => one['OS-FLV-EXT-DATA:ephemeral'] },
  { heading: 'VCPUs', of: ({ vcpus }) => vcpus },
  { heading: 'Is Public', of: (one) => one['os-flavor-access:is_public'] }
];

export const listFlavor = lister({
  name: 'flavor list',
  summary: 'List flavors',
  sdkSince: SDK,
  arguments: {
    public: flag('--public', { group: 'public', help: 'List only public flavors (default)' }),
    private: flag('--private', { group: 'public', help: 'List only private flavors' }),
    all: flag('--all', { group: 'public', help: 'List all flavors, whether public or private' }),
    min_disk: whole(
      option('--min-disk', {
        metavar: '<min-disk>',
        from: 505,
        help: 'Filters the flavors by a minimum disk space, in GiB.'
      })
    ),
    min_ram: whole(
      option('--min-ram', { metavar: '<min-ram>', from: 505, help: 'Filters the flavors by a minimum RAM, in MiB.' })
    ),
    long: flag('--long', { help: 'List additional fields in output' }),
    marker: option('--marker', {
      metavar: '<flavor-id>',
      complete: flavorWords,
      help: 'The last flavor ID of the previous page'
    }),
    limit: whole(
      option('--limit', {
        metavar: '<num-flavors>',
        help:
          'Maximum number of flavors to display. This is also configurable on the server. The actual limit used will be ' +
          'the lower of the user-supplied value and the server configuration-derived value'
      })
    )
  },
  run: (call, asked) => {
    const all = listFlavors(call.terminal).map((one) => detailOf(call, one));
    const from = asked.marker === null ? 0 : all.findIndex(({ id }) => id === asked.marker) + 1;
    const wanted = asked.private
      ? []
      : all
          .slice(from)
          .filter(({ disk, ram }) => disk >= Number(asked.min_disk ?? 0) && ram >= Number(asked.min_ram ?? 0));
    const columns: readonly Column[] = [
      ...COLUMNS,
      ...(asked.long
        ? [
            { heading: 'Swap', of: ({ swap }: FlavorDetail) => swap },
            { heading: 'RXTX Factor', of: ({ rxtx_factor }: FlavorDetail) => new Float(rxtx_factor) },
            { heading: 'Properties', of: (one: FlavorDetail) => extraSpecs(call, one) }
          ]
        : [])
    ];
    const shown = asked.limit === null ? wanted : wanted.slice(0, Math.max(0, Number(asked.limit)));
    return displayed(call, {
      columns: columns.map(({ heading }) => heading),
      rows: shown.map((one) => columns.map(({ of }) => of(one)))
    });
  }
});

export const showFlavor = showOne({
  name: 'flavor show',
  summary: 'Display flavor details',
  sdkSince: SDK,
  arguments: { flavor: flavor(SDK, 'Flavor to display (name or ID)') },
  run: (call, values) => {
    const detail = detailOf(call, values.flavor);
    const { extra_specs, rxtx_factor, description = null, ...plain } = detail;
    const isSdk = isFrom(call.terminal, SDK);
    const cells: Readonly<Record<string, Cell>> = {
      ...plain,
      ...(isSdk || call.microversion >= 55 ? { description } : {}),
      // The old clients show what the API tells of itself since 2.61 beside what they ask for.
      ...(!isSdk && call.microversion >= 61 ? { extra_specs } : {}),
      access_project_ids: null,
      properties: extraSpecs(call, detail),
      rxtx_factor: new Float(rxtx_factor)
    };
    return displayed(
      call,
      Object.entries(cells).toSorted(([one], [other]) => (one < other ? -1 : 1))
    );
  }
});
