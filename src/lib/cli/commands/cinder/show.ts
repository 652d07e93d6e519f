/** `cinder show` (cinderclient/v2/shell.py: do_show, _translate_attachments). */
import { shownAttachments, volumeDetail } from '../../api/volume.ts';
import { findVolume, volumeWords } from '../../api/find.ts';
import { found, positional } from '../../argparse/argument.ts';
import { reply, subcommand } from '../../argparse/program.ts';
import { printDict } from './print.ts';

export const show = subcommand({
  name: 'show',
  summary: 'Shows volume details.',
  arguments: {
    volume: found(positional({ metavar: '<volume>', help: 'Name or ID of volume.', complete: volumeWords }), findVolume)
  },
  run: (call, { volume }) => {
    const attachments = shownAttachments(volume);
    const fields = Object.entries(volumeDetail(call.terminal, volume)).filter(([name]) => name !== 'attachments');
    const translated = {
      ...Object.fromEntries(fields),
      attachment_ids: attachments.map(({ id }) => id ?? null),
      attached_servers: attachments.map(({ server_id }) => server_id ?? null)
    };
    return reply(call, printDict(translated));
  }
});
