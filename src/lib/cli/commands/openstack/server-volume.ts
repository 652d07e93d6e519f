/**
 * `openstack server add volume`, `remove volume` and `server volume list` (openstackclient/compute/v2/server.py:
 * AddServerVolume, RemoveServerVolume; server_volume.py: ListServerVolume). Simplified: the list came with
 * openstackclient 5.5, and answers in every lab.
 */
import { ok } from '../../../engine/kernel/result.ts';
import { listAttachments, newAttachment } from '../../api/attachment.ts';
import { serverWords } from '../../api/find.ts';
import type { Fields as ApiFields } from '../../api/server.ts';
import { clientError, flag, found, option, positional } from '../../argparse/argument.ts';
import type { ClientCall } from '../../argparse/program.ts';
import type { Cell } from '../../cliff/cell.ts';
import { ask, askSilently } from './act.ts';
import type { ClientNumber } from './client.ts';
import { action, displayed, lister, showOne } from './command.ts';
import { server, serverFinder, volume } from './find.ts';

const SDK = 508;
const LIST_BY_SDK = 602;

/** The client that shows the attachment that it made. */
const SHOWS: ClientNumber = 508;

interface Column {
  readonly heading: string;
  readonly field: string;
  /** The microversions 2.x that have it. */
  readonly from?: number;
  readonly until?: number;
}

/** The columns of a microversion. */
function columnsOf(columns: readonly Column[], microversion: number): readonly Column[] {
  return columns.filter(({ from = 0, until = Infinity }) => from <= microversion && microversion <= until);
}

const NEW_ATTACHMENT: readonly Column[] = [
  { heading: 'ID', field: 'id' },
  { heading: 'Server ID', field: 'serverId' },
  { heading: 'Volume ID', field: 'volumeId' },
  { heading: 'Device', field: 'device' },
  { heading: 'Tag', field: 'tag', from: 49 },
  { heading: 'Delete On Termination', field: 'delete_on_termination', from: 79 }
];

/** The microversions without which an option means nothing. */
function needs(call: ClientCall, least: number, name: string): string | null {
  if (call.microversion >= least) return null;
  return `--os-compute-api-version 2.${least} or greater is required to support the ${name} option`;
}

const DELETES = '--enable-delete-on-termination';
const KEEPS = '--disable-delete-on-termination';

export const addVolume = showOne({
  name: 'server add volume',
  summary: 'Add volume to server.',
  description:
    'Add volume to server. Specify ``--os-compute-api-version 2.20`` or higher to add a volume to a server with status ' +
    '``SHELVED`` or ``SHELVED_OFFLOADED``.',
  sdkSince: SDK,
  shows: (client) => client >= SHOWS,
  arguments: {
    server: server(SDK),
    volume: volume(SDK, 'Volume to add (name or ID)'),
    device: option('--device', { metavar: '<device>', help: 'Server internal device name for volume' }),
    tag: option('--tag', {
      metavar: '<tag>',
      from: 505,
      help: 'Tag for the attached volume (supported by --os-compute-api-version 2.49 or above)'
    }),
    enable: flag(DELETES, {
      from: 502,
      group: 'termination',
      help: 'Delete the volume when the server is destroyed (supported by --os-compute-api-version 2.79 or above)'
    }),
    disable: flag(KEEPS, {
      from: 502,
      group: 'termination',
      help: 'Do not delete the volume when the server is destroyed (supported by --os-compute-api-version 2.79 or above)'
    })
  },
  run: (call, values) => {
    const missing =
      (values.tag === null ? null : needs(call, 49, '--tag')) ??
      (values.enable ? needs(call, 79, DELETES) : null) ??
      (values.disable ? needs(call, 79, KEEPS) : null);
    if (missing !== null) return { terminal: call.terminal, result: clientError('CommandError', missing) };
    const { terminal, result } = ask(call, { type: 'attach', volume_id: values.volume.id, device: values.device }, SDK);
    if (!result.ok) return { terminal, result };
    const fields: ApiFields = newAttachment(
      values.server.uuid,
      values.volume.id,
      result.value.device,
      call.microversion
    );
    const columns = columnsOf(NEW_ATTACHMENT, call.microversion);
    return { terminal, result: ok(columns.map(({ heading, field }) => [heading, fields[field] ?? null] as const)) };
  }
});

export const removeVolume = action({
  name: 'server remove volume',
  summary: 'Remove volume from server.',
  description:
    'Remove volume from server. Specify ``--os-compute-api-version 2.20`` or higher to remove a volume from a server ' +
    'with status ``SHELVED`` or ``SHELVED_OFFLOADED``.',
  sdkSince: SDK,
  arguments: { server: server(SDK), volume: volume(SDK, 'Volume to remove (name or ID)') },
  run: (call, values) => askSilently(call, { type: 'detach', volume_id: values.volume.id }, SDK)
});

const ATTACHMENTS: readonly Column[] = [
  { heading: 'ID', field: 'id', until: 88 },
  { heading: 'Device', field: 'device' },
  { heading: 'Server ID', field: 'serverId' },
  { heading: 'Volume ID', field: 'volumeId' },
  { heading: 'Tag', field: 'tag', from: 70 },
  { heading: 'Delete On Termination?', field: 'delete_on_termination', from: 79 },
  { heading: 'Attachment ID', field: 'attachment_id', from: 89 },
  { heading: 'BlockDeviceMapping UUID', field: 'bdm_uuid', from: 89 }
];

export const listVolumesOfServer = lister({
  name: 'server volume list',
  summary: 'List all the volumes attached to a server.',
  sdkSince: LIST_BY_SDK,
  arguments: {
    server: found(
      positional({ complete: serverWords, help: 'Server to list volume attachments for (name or ID)' }),
      serverFinder(LIST_BY_SDK)
    )
  },
  run: (call) => {
    const columns = columnsOf(ATTACHMENTS, call.microversion);
    const rows = listAttachments(call.terminal, call.microversion).map((attachment) =>
      columns.map(({ field }): Cell => attachment[field] ?? null)
    );
    return displayed(call, { columns: columns.map(({ heading }) => heading), rows });
  }
});
