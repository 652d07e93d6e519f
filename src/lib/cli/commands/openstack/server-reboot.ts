/** `openstack server reboot` (openstackclient/compute/v2/server.py: RebootServer). */
import { flag } from '../../argparse/argument.ts';
import { askSilently } from './act.ts';
import { action } from './command.ts';
import { server } from './find.ts';
import { waitFlag, waitForStatus } from './wait.ts';

const SDK = 603;

export const reboot = action({
  name: 'server reboot',
  summary: 'Perform a hard or soft server reboot',
  sdkSince: SDK,
  arguments: {
    server: server(SDK),
    hard: flag('--hard', { group: 'type', help: 'Perform a hard reboot' }),
    soft: flag('--soft', { group: 'type', help: 'Perform a soft reboot' }),
    wait: waitFlag('reboot')
  },
  run: (call, { hard, wait }) => {
    const asked = askSilently(call, { type: hard ? 'hardReboot' : 'softReboot' }, SDK);
    return asked.failure !== null || !wait ? asked : waitForStatus(asked, 'rebooting');
  }
});
