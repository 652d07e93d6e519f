/** `nova resize`, `resize-confirm` and `resize-revert` (novaclient/v2/shell.py). */
import { subcommand } from '../../argparse/program.ts';
import { ask, askSilently } from './act.ts';
import { flavor, poll, server } from './arguments.ts';
import { replyTo } from './poll.ts';

export const resize = subcommand({
  name: 'resize',
  summary: 'Resize a server.',
  arguments: {
    server,
    flavor: flavor('Name or ID of new flavor.'),
    poll: poll('Report the server resize progress until it completes.')
  },
  run: (call, values) => {
    const asked = ask(call, { type: 'resize', flavor: values.flavor.id });
    return replyTo(asked, [], values.poll ? { action: 'resizing', finalStates: ['active', 'verify_resize'] } : null);
  }
});

export const resizeConfirm = subcommand({
  name: 'resize-confirm',
  summary: 'Confirm a previous resize.',
  arguments: { server },
  run: (call) => askSilently(call, { type: 'confirm' })
});

export const resizeRevert = subcommand({
  name: 'resize-revert',
  summary: 'Revert a previous resize (and return to the previous VM).',
  arguments: { server },
  run: (call) => askSilently(call, { type: 'revert' })
});
