/**
 * `openstack volume list`, `show` and `set --state` (openstackclient/volume/v2 and v3/volume.py: ListVolume, ShowVolume,
 * SetVolume). Simplified: of all that can be set the lab has the states alone.
 */
import type { Volume } from '../../../engine/cinder/volume.ts';
import { volumeWords } from '../../api/find.ts';
import { send } from '../../api/request.ts';
import { listServers, type Fields as ApiFields } from '../../api/server.ts';
import { listVolumes, shownAttachments, volumeDetail } from '../../api/volume.ts';
import { clientError, flag, option, whole } from '../../argparse/argument.ts';
import { failed, reply, type ClientCall } from '../../argparse/program.ts';
import { FormattableColumn, type Cell } from '../../cliff/cell.ts';
import { stderr } from '../../command.ts';
import { str, type Value } from '../../text/python.ts';
import type { Terminal } from '../../terminal.ts';
import { isFrom } from './client.ts';
import { action, displayed, lister, MISUSE, showOne } from './command.ts';
import { volume } from './find.ts';
import { dictCell } from './format.ts';
import { project, projectDomain, user, userDomain } from './project-arguments.ts';

/** The clients that show with the SDK, and that keep dictionaries for programs. */
const SHOW_BY_SDK = 802;
const COLUMNS = 400;

/** The client in which a limit below nothing is a misuse as others are. */
const PAGINATES = 606;

/** The list and the states are asked of Cinder without microversions, whatever they are made with. */
const NEVER = Infinity;

/** `Attached to instance01 on /dev/vdb `, with its space; AttachmentsColumn for later clients. */
function attachedTo(terminal: Terminal, one: Volume): Cell {
  const attachments = shownAttachments(one);
  const nameOf = (id: Value = null) => listServers(terminal).find(({ uuid }) => uuid === id)?.display_name ?? str(id);
  const text = attachments
    .map(({ server_id, device }) => `Attached to ${nameOf(server_id)} on ${str(device ?? null)} `)
    .join('');
  return isFrom(terminal, COLUMNS) ? new FormattableColumn(text, attachments) : text;
}

function properties(terminal: Terminal): Cell {
  return dictCell({}, isFrom(terminal, COLUMNS));
}

interface Column {
  readonly heading: string;
  readonly of: (volume: Volume) => Cell;
}

function columnsOf({ terminal }: ClientCall, isLong: boolean): readonly Column[] {
  const more: readonly Column[] = [
    { heading: 'Type', of: ({ volume_type }) => volume_type },
    { heading: 'Bootable', of: ({ bootable }) => String(bootable) }
  ];
  return [
    { heading: 'ID', of: ({ id }) => id },
    { heading: 'Name', of: ({ name }) => name },
    { heading: 'Status', of: ({ status }) => status },
    { heading: 'Size', of: ({ size }) => size },
    ...(isLong ? more : []),
    { heading: 'Attached to', of: (one) => attachedTo(terminal, one) },
    ...(isLong ? [{ heading: 'Properties', of: () => properties(terminal) }] : [])
  ];
}

export const listVolume = lister({
  name: 'volume list',
  summary: 'List volumes',
  sdkSince: NEVER,
  arguments: {
    project: project('Filter results by project (name or ID) (admin only)'),
    project_domain: projectDomain,
    user: user('Filter results by user (name or ID) (admin only)'),
    user_domain: userDomain,
    name: option('--name', { metavar: '<name>', help: 'Filter results by volume name' }),
    status: option('--status', { metavar: '<status>', help: 'Filter results by status' }),
    // The lab has one project, so it finds the same volumes.
    all_projects: flag('--all-projects', { help: 'Include all projects (admin only)' }),
    long: flag('--long', { help: 'List additional fields in output' }),
    marker: option('--marker', {
      metavar: '<volume>',
      complete: volumeWords,
      help: 'The last volume ID of the previous page'
    }),
    limit: whole(option('--limit', { metavar: '<num-volumes>', help: 'Maximum number of volumes to display' }))
  },
  run: (call, { name, status, long, marker, limit }) => {
    if (limit !== null && Number(limit) < 0) {
      const isUsage = isFrom(call.terminal, PAGINATES);
      const message = '--limit expected a non-negative integer';
      return {
        ...call,
        result: isUsage
          ? clientError(MISUSE, `argument --limit: ${message}`)
          : clientError('ArgumentTypeError', message)
      };
    }
    const newestFirst = listVolumes(call.terminal).toReversed();
    const from = marker === null ? 0 : newestFirst.findIndex(({ id }) => id === marker) + 1;
    const wanted = newestFirst
      .slice(from)
      .filter((one) => (name === null || one.name === name) && (status === null || one.status === status))
      .slice(0, limit === null ? undefined : Number(limit));
    const columns = columnsOf(call, long);
    return displayed(call, {
      columns: columns.map(({ heading }) => heading),
      rows: wanted.map((one) => columns.map(({ of }) => of(one)))
    });
  }
});

/** Fields that are shown under another name, and those that the later clients leave out while nothing is in them. */
const RENAMED = ['metadata', 'volume_type'];
const SDK_NEVER = ['consistencygroup_id', 'migration_status'];

/** What the SDK's Volume shows where the API said nothing. */
const SDK_ALWAYS: ApiFields = {
  backup_id: null,
  cluster_name: null,
  consumes_quota: null,
  group_id: null,
  provider_id: null,
  service_uuid: null,
  shared_targets: null,
  volume_type_id: null
};

export const showVolume = showOne({
  name: 'volume show',
  summary: 'Display volume details',
  sdkSince: NEVER,
  arguments: { volume: volume(SHOW_BY_SDK, 'Volume to display (name or ID)') },
  run: (call, values) => {
    const isSdk = isFrom(call.terminal, SHOW_BY_SDK);
    const detail = volumeDetail(call.terminal, values.volume);
    const plain = Object.entries(detail).filter(
      ([name]) => !RENAMED.includes(name) && !(isSdk && SDK_NEVER.includes(name))
    );
    const cells: Readonly<Record<string, Cell>> = {
      ...(isSdk ? SDK_ALWAYS : {}),
      ...Object.fromEntries(plain),
      ...(isSdk ? { bootable: values.volume.bootable } : {}),
      properties: properties(call.terminal),
      type: values.volume.volume_type
    };
    return displayed(
      call,
      Object.entries(cells).toSorted(([one], [other]) => (one < other ? -1 : 1))
    );
  }
});

const STATES = [
  ...['available', 'error', 'creating', 'deleting', 'in-use', 'attaching', 'detaching', 'error_deleting'],
  'maintenance'
];

const EXERCISE_CAUTION =
  '(admin only) (This option simply changes the state of the volume in the database with no regard to actual status, ' +
  'exercise caution when using)';

export const setVolume = action({
  name: 'volume set',
  summary: 'Set volume properties',
  sdkSince: NEVER,
  arguments: {
    volume: volume(NEVER, 'Volume to modify (name or ID)'),
    state: option('--state', {
      metavar: '<state>',
      choices: STATES,
      help:
        'New volume state ("available", "error", "creating", "deleting", "in-use", "attaching", "detaching", ' +
        `"error_deleting" or "maintenance") ${EXERCISE_CAUTION}`
    }),
    attached: flag('--attached', {
      from: 318,
      group: 'attachment',
      help: `Set volume attachment status to "attached" ${EXERCISE_CAUTION}`
    }),
    detached: flag('--detached', {
      from: 318,
      group: 'attachment',
      help: `Set volume attachment status to "detached" ${EXERCISE_CAUTION}`
    })
  },
  run: (call, values) => {
    let { terminal } = call;
    const problems: string[] = [];
    const attach_status = values.attached ? 'attached' : values.detached ? 'detached' : null;
    const wanted = [
      { failed: 'Failed to set volume state', status: values.state, attach_status: null },
      { failed: 'Failed to set volume attach-status', status: null, attach_status }
    ].filter((one) => one.status !== null || one.attach_status !== null);
    for (const { failed: what, ...states } of wanted) {
      const sent = send(terminal, { type: 'resetVolume', volume_id: values.volume.id, ...states });
      terminal = sent.terminal;
      if (sent.result.ok) continue;
      const { message, code, request_id } = sent.result.error;
      problems.push(`${what}: ${message} (HTTP ${code}) (Request-ID: ${request_id})`);
    }
    if (problems.length === 0) return reply({ terminal });
    const failure = { type: 'CommandError', message: 'One or more of the set operations failed' };
    return { ...failed({ terminal }, failure), lines: stderr(...problems) };
  }
});
