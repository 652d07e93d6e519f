/** `nova reset-state` (novaclient/v2/shell.py: do_reset_state). */
import { flag } from '../../argparse/argument.ts';
import { subcommand } from '../../argparse/program.ts';
import { stdout } from '../../command.ts';
import { askFor } from './act.ts';
import { allTenants, servers } from './arguments.ts';

export const resetState = subcommand({
  name: 'reset-state',
  summary: 'Reset the state of a server.',
  arguments: {
    all_tenants: allTenants('Reset state'),
    servers,
    active: flag('--active', {
      help: 'Request the server be reset to "active" state instead of "error" state (the default).'
    })
  },
  run: (call, values) => {
    const state = values.active ? 'active' : 'error';
    let { terminal } = call;
    const texts: string[] = [];
    let isFailed = false;
    for (const name of values.servers) {
      const asked = askFor({ terminal }, name, { type: 'resetState', state });
      terminal = asked.terminal;
      isFailed ||= !asked.result.ok;
      texts.push(
        asked.result.ok
          ? `Reset state for server ${name} succeeded; new state is ${state}`
          : `Reset state for server ${name} failed: ${asked.result.error.message}`
      );
    }
    const failure = { type: 'CommandError', message: 'Unable to reset the state for the specified server(s).' };
    return { terminal, lines: stdout(texts), failure: isFailed ? failure : null };
  }
});
