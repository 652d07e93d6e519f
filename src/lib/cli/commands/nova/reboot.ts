/** `nova reboot` (novaclient/v2/shell.py: do_reboot): all servers are looked up before the first is rebooted. */
import { findServer } from '../../api/find.ts';
import { flag } from '../../argparse/argument.ts';
import { failed, subcommand } from '../../argparse/program.ts';
import { askForMany } from './act.ts';
import { poll as pollFlag, servers } from './arguments.ts';
import { poll } from './poll.ts';

export const reboot = subcommand({
  name: 'reboot',
  summary: 'Reboot a server.',
  arguments: {
    hard: flag('--hard', {
      help:
        'Perform a hard reboot (instead of a soft one). Note: Ironic does not currently support soft reboot; ' +
        'consequently, bare metal nodes will always do a hard reboot, regardless of the use of this option.'
    }),
    servers,
    poll: pollFlag('Poll until reboot is complete.')
  },
  run: (call, values) => {
    for (const name of values.servers) {
      const found = findServer(call.terminal, name);
      if (!found.ok) return failed(call, found.error);
    }
    const asked = askForMany(
      call,
      values.servers,
      { type: values.hard ? 'hardReboot' : 'softReboot' },
      {
        accepted: (name) => {
          const found = findServer(call.terminal, name);
          return `Request to reboot server <Server: ${found.ok ? found.value.display_name : name}> has been accepted.`;
        },
        failure: 'Unable to reboot the specified server(s).'
      }
    );
    if (!values.poll || asked.failure !== null) return asked;
    const polled = poll(asked, { action: 'rebooting', finalStates: ['active'], showsProgress: false });
    return { ...polled, lines: [...asked.lines, ...polled.lines] };
  }
});
