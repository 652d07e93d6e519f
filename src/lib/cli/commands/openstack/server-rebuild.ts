/**
 * `openstack server rebuild` (openstackclient/compute/v2/server.py: RebuildServer). Simplified: of all that can be given
 * to it only what could matter to the disks is known.
 */
import { ok } from '../../../engine/kernel/result.ts';
import { serverStatus } from '../../../engine/nova/server-status.ts';
import { cloudOf } from '../../../session/session.ts';
import { generatePassword } from '../../api/password.ts';
import { serverDetail, serverSummary } from '../../api/server.ts';
import { clientError, flag, option } from '../../argparse/argument.ts';
import type { ClientCall } from '../../argparse/program.ts';
import { ask } from './act.ts';
import { isFrom } from './client.ts';
import { showOne, type Displayed } from './command.ts';
import type { Fields } from '../../cliff/formatters/formatter.ts';
import { imageOption, server } from './find.ts';
import { imageNames, serverFields } from './server-fields.ts';
import { waitFlag, waitForStatus } from './wait.ts';

const SDK = 701;

/** The client that looks at the status first. */
const LOOKS_FIRST = 603;

/** What the client itself refuses; null when nothing. */
function refusal({ terminal }: ClientCall, hasImage: boolean): string | null {
  if (!hasImage && imageNames(terminal) === null) {
    return 'The --image option is required when rebuilding a volume-backed server';
  }
  const status = serverStatus(cloudOf(terminal.session).instance);
  if (!isFrom(terminal, LOOKS_FIRST) || ['ACTIVE', 'SHUTOFF', 'ERROR'].includes(status)) return null;
  return 'The server status is not ACTIVE, SHUTOFF or ERROR.';
}

export const rebuild = showOne({
  name: 'server rebuild',
  summary: 'Rebuild server',
  sdkSince: SDK,
  arguments: {
    server: server(SDK),
    image: imageOption('Recreate server from the specified image (name or ID). Defaults to the currently used one.'),
    password: option('--password', {
      metavar: '<password>',
      help: 'Set the password on the rebuilt server. This option requires cloud support.'
    }),
    preserve_ephemeral: flag('--preserve-ephemeral', {
      from: 505,
      group: 'ephemeral',
      help: 'Preserve the default ephemeral storage partition on rebuild.'
    }),
    no_preserve_ephemeral: flag('--no-preserve-ephemeral', {
      from: 505,
      group: 'ephemeral',
      help: 'Do not preserve the default ephemeral storage partition on rebuild.'
    }),
    wait: waitFlag('rebuild')
  },
  run: (call, { image, password, wait }): Displayed<Fields> => {
    const refused = refusal(call, image !== null);
    if (refused !== null) return { terminal: call.terminal, result: clientError('CommandError', refused) };
    const wasOff = serverStatus(cloudOf(call.terminal.session).instance) === 'SHUTOFF';
    const asked = ask(call, { type: 'rebuild' }, SDK);
    if (!asked.result.ok) return { terminal: asked.terminal, result: asked.result };
    const isSdk = isFrom(call.terminal, SDK);
    const adminPass = password ?? generatePassword(asked.result.value.request_id);
    // The old clients ask again for the whole server; its password stands in the first answer alone.
    const view = isSdk && call.microversion < 75 ? serverSummary : serverDetail;
    const waited = wait
      ? waitForStatus(asked, 'rebuilding', wasOff && isFrom(call.terminal, LOOKS_FIRST) ? ['shutoff'] : ['active'])
      : { terminal: asked.terminal, lines: [], failure: null };
    if (waited.failure !== null) return { ...waited, result: clientError(waited.failure.type, waited.failure.message) };
    const told = { ...view(waited.terminal, call.microversion), adminPass };
    return { ...waited, result: ok(serverFields({ ...call, terminal: waited.terminal }, told, isSdk)) };
  }
});
