/** `nova volume-attach`, `volume-detach` and `volume-attachments` (novaclient/v2/shell.py). */
import { listAttachments, newAttachment } from '../../api/attachment.ts';
import type { Fields } from '../../api/server.ts';
import { flag, option, optionalPositional } from '../../argparse/argument.ts';
import { failed, reply, subcommand } from '../../argparse/program.ts';
import { ask, askSilently } from './act.ts';
import { server, volume } from './arguments.ts';
import { printDict, printList, type Column } from './print.ts';

export const volumeAttach = subcommand({
  name: 'volume-attach',
  summary: 'Attach a volume to a server.',
  arguments: {
    server,
    volume: volume('ID of the volume to attach.'),
    device: optionalPositional({
      metavar: '<device>',
      help:
        'Name of the device e.g. /dev/vdb. Use "auto" for autoassign (if supported). Libvirt driver will use default ' +
        'device name.'
    }),
    tag: option('--tag', { metavar: '<tag>', since: 49, help: 'Tag for the attached volume.' }),
    delete_on_termination: flag('--delete-on-termination', {
      since: 79,
      help: 'Specify if the attached volume should be deleted when the server is destroyed.'
    })
  },
  run: (call, values) => {
    const device = values.device === 'auto' ? null : values.device;
    const { terminal, result } = ask(call, { type: 'attach', volume_id: values.volume, device });
    if (!result.ok) return failed({ terminal }, result.error);
    const fields = newAttachment(values.server.uuid, values.volume, result.value.device, call.microversion);
    return reply({ terminal }, printDict(fields));
  }
});

export const volumeDetach = subcommand({
  name: 'volume-detach',
  summary: 'Detach a volume from a server.',
  arguments: { server, volume: volume('ID of the volume to detach.') },
  run: (call, values) => askSilently(call, { type: 'detach', volume_id: values.volume })
});

function attachmentColumns(microversion: number): readonly Column<Fields>[] {
  const column = (heading: string, field: string): Column<Fields> => ({ heading, of: (one) => one[field] });
  return [
    ...(microversion < 89 ? [column('ID', 'id')] : []),
    column('DEVICE', 'device'),
    column('SERVER ID', 'serverId'),
    column('VOLUME ID', 'volumeId'),
    ...(microversion >= 89 ? [column('ATTACHMENT ID', 'attachment_id'), column('BDM UUID', 'bdm_uuid')] : []),
    ...(microversion >= 70 ? [column('TAG', 'tag')] : []),
    ...(microversion >= 79 ? [column('DELETE ON TERMINATION', 'delete_on_termination')] : [])
  ];
}

export const volumeAttachments = subcommand({
  name: 'volume-attachments',
  summary: 'List all the volumes attached to a server.',
  arguments: { server },
  run: (call) =>
    reply(call, printList(listAttachments(call.terminal, call.microversion), attachmentColumns(call.microversion)))
});
