/** `openstack server resize`, `resize confirm` and `resize revert` (openstackclient/compute/v2/server.py). */
import type { Request } from '../../../engine/cloud/operations.ts';
import { isVolumeBacked } from '../../../engine/cloud/cloud.ts';
import { cloudOf } from '../../../session/session.ts';
import { flag } from '../../argparse/argument.ts';
import { failed, reply, type ClientCall, type Reply } from '../../argparse/program.ts';
import { stderr } from '../../command.ts';
import { ask, askSilently } from './act.ts';
import { isFrom } from './client.ts';
import { action, misused } from './command.ts';
import { flavorOption, server } from './find.ts';
import { waitFlag, waitForStatus } from './wait.ts';

const SDK = 701;

/** The client that has `resize confirm` and `resize revert`, and warns of the options. */
const DEPRECATES = 400;

/** The client that wants one of the options; the others do nothing when there is none. */
const REQUIRES = 900;
const NOTHING_ASKED = 'one of the arguments --flavor --confirm --revert is required';

function replaced(word: 'confirm' | 'revert', said: string): string {
  const commands = `'openstack server resize ${word}' and 'openstack server migration ${word}' commands`;
  return `**Deprecated** ${said} Replaced by the ${commands}`;
}

/** `--confirm` and `--revert`: what they do, after a warning from a client that would have them gone. */
function finish(call: ClientCall, word: 'confirm' | 'revert'): Reply {
  const asked = askSilently(call, { type: word }, SDK);
  if (!isFrom(call.terminal, DEPRECATES)) return asked;
  const instead = `Please use the 'openstack server resize ${word}' command instead.`;
  const warning = stderr(`The --${word} option has been deprecated. ${instead}`);
  return { ...asked, lines: [...warning, ...asked.lines] };
}

export const resize = action({
  name: 'server resize',
  summary: 'Scale server to a new flavor.',
  description:
    'Scale server to a new flavor. A resize operation is implemented by creating a new server and copying the contents ' +
    'of the original disk into a new one. It is a two-step process for the user: the first step is to perform the ' +
    'resize, and the second step is to either confirm (verify) success and release the old server or to declare a ' +
    'revert to release the new server and restart the old one.',
  sdkSince: SDK,
  arguments: {
    server: server(SDK),
    flavor: flavorOption(SDK, 'Resize server to specified flavor', 'phase'),
    confirm: flag('--confirm', { group: 'phase', help: replaced('confirm', 'Confirm server resize is complete.') }),
    revert: flag('--revert', { group: 'phase', help: replaced('revert', 'Restore server state before resize.') }),
    wait: waitFlag('resize')
  },
  run: (call, { flavor, confirm, revert, wait }) => {
    if (confirm) return finish(call, 'confirm');
    if (revert) return finish(call, 'revert');
    if (flavor === null) return isFrom(call.terminal, REQUIRES) ? misused(call, NOTHING_ASKED) : reply(call);
    const { terminal, result } = ask(call, { type: 'resize', flavor: flavor.id }, SDK);
    const isWarned = isFrom(call.terminal, 602) && isVolumeBacked(cloudOf(call.terminal.session));
    const warning = isWarned
      ? stderr('The root disk size in flavor will not be applied while booting from a persistent volume.')
      : [];
    const done = !result.ok
      ? failed({ terminal }, result.error)
      : wait
        ? waitForStatus({ terminal }, 'resizing', ['active', 'verify_resize'])
        : reply({ terminal });
    return { ...done, lines: [...warning, ...done.lines] };
  }
});

function phase(word: 'confirm' | 'revert', description: string, request: Request) {
  return action({
    name: `server resize ${word}`,
    summary: `${description.split('.')[0]}.`,
    description,
    sdkSince: SDK,
    arguments: { server: server(SDK) },
    run: (call) => askSilently(call, request, SDK)
  });
}

export const resizeConfirm = phase(
  'confirm',
  'Confirm server resize. Confirm (verify) success of resize operation and release the old server.',
  { type: 'confirm' }
);

export const resizeRevert = phase(
  'revert',
  'Revert server resize. Revert the resize operation. Release the new server and restart the old one.',
  { type: 'revert' }
);
