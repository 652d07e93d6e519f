/** Sub-commands that ask one thing of one server and print nothing (novaclient/v2/shell.py). */
import type { Request } from '../../../engine/cloud/operations.ts';
import { option } from '../../argparse/argument.ts';
import { subcommand } from '../../argparse/program.ts';
import { askSilently } from './act.ts';
import { server } from './arguments.ts';

function forOne(name: string, summary: string, request: Request) {
  return subcommand({ name, summary, arguments: { server }, run: (call) => askSilently(call, request) });
}

export const pause = forOne('pause', 'Pause a server.', { type: 'pause' });
export const unpause = forOne('unpause', 'Unpause a server.', { type: 'unpause' });
export const suspend = forOne('suspend', 'Suspend a server.', { type: 'suspend' });
export const resume = forOne('resume', 'Resume a server.', { type: 'resume' });
export const unrescue = forOne('unrescue', 'Restart the server from normal boot disk again.', { type: 'unrescue' });
export const shelve = forOne('shelve', 'Shelve a server.', { type: 'shelve' });

export const unshelve = subcommand({
  name: 'unshelve',
  summary: 'Unshelve a server.',
  arguments: {
    server,
    availability_zone: option('--availability-zone', {
      metavar: '<availability-zone>',
      since: 77,
      help: 'Name of the availability zone in which to unshelve a SHELVED_OFFLOADED server.'
    })
  },
  run: (call) => askSilently(call, { type: 'unshelve' })
});
