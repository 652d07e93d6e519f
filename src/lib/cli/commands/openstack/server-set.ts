/**
 * `openstack server set --state` (openstackclient/compute/v2/server.py: SetServer). Simplified: of all that it sets the
 * lab has the state alone.
 */
import { flag, option } from '../../argparse/argument.ts';
import { failed, reply } from '../../argparse/program.ts';
import { stdout } from '../../command.ts';
import { askSilently } from './act.ts';
import { isFrom } from './client.ts';
import { action } from './command.ts';
import { server } from './find.ts';

const SDK = 701;

/** The client that asks before it does it. */
const ASKS = 802;

const QUESTION =
  'Resetting the server state can make it much harder to recover a server from an error state. If the server is in ' +
  'error status due to a failed move operation then this is likely not the correct approach to fix the problem. Do you ' +
  'wish to continue? [y/n]: ';

export const setServer = action({
  name: 'server set',
  summary: 'Set server properties',
  sdkSince: SDK,
  arguments: {
    server: server(SDK),
    state: option('--state', {
      metavar: '<state>',
      choices: ['active', 'error'],
      help:
        'New server state **WARNING** This can result in instances that are no longer usable and should be used with ' +
        'caution (admin only)'
    }),
    auto_approve: flag('--auto-approve', {
      from: ASKS,
      help: 'Allow server state override without asking for confirmation'
    })
  },
  run: (call, { state, auto_approve }) => {
    if (state === null) return reply(call);
    if (isFrom(call.terminal, ASKS) && !auto_approve) {
      // This terminal has no way to answer a question; the real client then leaves as well.
      const message = 'Nobody can answer here; say --auto-approve.';
      return { ...failed(call, { type: 'EOFError', message }), lines: stdout([QUESTION]) };
    }
    return askSilently(call, { type: 'resetState', state: state === 'active' ? 'active' : 'error' }, SDK);
  }
});
