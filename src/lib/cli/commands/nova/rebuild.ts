/** `nova rebuild` (novaclient/v2/shell.py: do_rebuild). What cannot matter to the disks is accepted and left alone. */
import { serverDetail, serverSummary } from '../../api/server.ts';
import { generatePassword } from '../../api/password.ts';
import { flag, option, repeated } from '../../argparse/argument.ts';
import { failed, subcommand } from '../../argparse/program.ts';
import { ask } from './act.ts';
import { image, poll, server } from './arguments.ts';
import { replyTo } from './poll.ts';
import { printServer } from './show.ts';

export const rebuild = subcommand({
  name: 'rebuild',
  summary: 'Shutdown, re-image, and re-boot a server.',
  arguments: {
    server,
    image: image('Name or ID of new image.'),
    rebuild_password: option('--rebuild-password', {
      metavar: '<rebuild-password>',
      help: 'Set the provided admin password on the rebuilt server.'
    }),
    poll: poll('Report the server rebuild progress until it completes.'),
    minimal: flag('--minimal', { help: 'Skips flavor/image lookups when showing servers.' }),
    preserve_ephemeral: flag('--preserve-ephemeral', {
      help: 'Preserve the default ephemeral storage partition on rebuild.'
    }),
    name: option('--name', { metavar: '<name>', help: 'Name for the new server.' }),
    description: option('--description', {
      metavar: '<description>',
      since: 19,
      help: 'New description for the server.'
    }),
    meta: repeated('--meta', {
      metavar: '<key=value>',
      help:
        'Record arbitrary key/value metadata to /meta_data.json on the metadata server. Can be specified multiple ' +
        'times.'
    }),
    files: repeated('--file', {
      metavar: '<dst-path=src-path>',
      until: 56,
      help: 'Store arbitrary files from <src-path> locally to <dst-path> on the new server. You may store up to 5 files.'
    })
  },
  run: (call, values) => {
    const asked = ask(call, { type: 'rebuild' });
    if (!asked.result.ok) return failed(asked, asked.result.error);
    const after = { ...call, terminal: asked.terminal };
    const view = call.microversion >= 75 ? serverDetail : serverSummary;
    const fields = {
      ...view(asked.terminal, call.microversion),
      adminPass: values.rebuild_password ?? generatePassword(asked.result.value.request_id)
    };
    const wait = values.poll ? { action: 'rebuilding', finalStates: ['active'] } : null;
    return replyTo(asked, printServer(after, fields, values.minimal), wait);
  }
});
