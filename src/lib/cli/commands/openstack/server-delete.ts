/** `openstack server delete` (openstackclient/compute/v2/server.py: DeleteServer). */
import { cloudOf, runToEnd } from '../../../session/session.ts';
import { flag } from '../../argparse/argument.ts';
import { failed, reply, type ClientCall, type Reply } from '../../argparse/program.ts';
import { stderr, type Line } from '../../command.ts';
import { withSession } from '../../terminal.ts';
import { ask, askForEach } from './act.ts';
import { isFrom } from './client.ts';
import { action } from './command.ts';
import { serverFinder, servers } from './find.ts';
import { allProjects } from './server-state.ts';
import { waitFlag } from './wait.ts';

const SDK = 701;

/** The client that goes on with the others when one cannot be deleted. */
const GOES_ON = 900;

/** Deletes all that it can, and says of each that it cannot why. */
function deleteAll(call: ClientCall, names: readonly string[]): Reply {
  let { terminal } = call;
  const lines: Line[] = [];
  let failures = 0;
  for (const name of names) {
    const found = serverFinder(SDK)(terminal, name);
    const asked = found.ok ? ask({ terminal }, { type: 'delete' }, SDK) : { terminal, result: found };
    terminal = asked.terminal;
    if (asked.result.ok) continue;
    failures++;
    const problem = `Failed to delete server with name or ID '${name}': ${asked.result.error.message}`;
    lines.push(...stderr(...problem.split('\n')));
  }
  if (failures === 0) return reply({ terminal });
  const message = `${failures} of ${names.length} servers failed to delete.`;
  return { ...failed({ terminal }, { type: 'CommandError', message }), lines };
}

export const deleteServer = action({
  name: 'server delete',
  summary: 'Delete server(s)',
  sdkSince: SDK,
  arguments: {
    servers: servers('delete'),
    force: flag('--force', { from: 505, help: 'Force delete server(s)' }),
    all_projects: allProjects('Delete'),
    wait: waitFlag('delete')
  },
  run: (call, values) => {
    const deleted = isFrom(call.terminal, GOES_ON)
      ? deleteAll(call, values.servers)
      : askForEach(call, values.servers, { type: 'delete' }, SDK);
    if (deleted.failure !== null || !values.wait) return deleted;
    const done = { terminal: withSession(deleted.terminal, runToEnd(deleted.terminal.session)) };
    const { vm_state, uuid } = cloudOf(done.terminal.session).instance;
    if (vm_state === 'deleted') return reply(done);
    return failed(done, { type: 'CommandError', message: `Error deleting server: ${uuid}` });
  }
});
