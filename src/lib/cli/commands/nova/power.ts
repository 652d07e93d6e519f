/** `nova stop`, `start` and `delete`: for several servers in turn (novaclient/v2/shell.py). */
import type { Request } from '../../../engine/cloud/operations.ts';
import { subcommand } from '../../argparse/program.ts';
import { askForMany } from './act.ts';
import { allTenants, servers } from './arguments.ts';

function forMany(name: string, summary: string, verb: string, request: Request) {
  return subcommand({
    name,
    summary,
    arguments: { all_tenants: allTenants(verb), servers },
    run: (call, values) =>
      askForMany(call, values.servers, request, {
        accepted: (server) => `Request to ${name} server ${server} has been accepted.`,
        failure: `Unable to ${name} the specified server(s).`
      })
  });
}

export const stop = forMany('stop', 'Stop the server(s).', 'Stop', { type: 'stop' });

export const start = forMany('start', 'Start the server(s).', 'Start', { type: 'start' });

export const deleteServer = forMany('delete', 'Immediately shut down and delete specified server(s).', 'Delete', {
  type: 'delete'
});
