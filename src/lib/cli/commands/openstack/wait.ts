/**
 * `--wait`: a client that waits until what it asked for is done.
 *
 * Upstream: osc_lib/utils (wait_for_status). Simplified: between two looks everything that is in flight finishes, and
 * progress, which the real client overwrites, is not shown.
 */
import { serverStatus } from '../../../engine/nova/server-status.ts';
import { cloudOf, runToEnd } from '../../../session/session.ts';
import { failed, reply, type Reply } from '../../argparse/program.ts';
import { flag, type Argument } from '../../argparse/argument.ts';
import { stderr, stdout } from '../../command.ts';
import { withSession, type Terminal } from '../../terminal.ts';
import { isFrom, type ClientNumber } from './client.ts';

/** The first client that reports a failed wait as an error of its own, after `LOG.error` and a line before it. */
const RAISES: ClientNumber = 602;

/** `--wait`, for what is being done. */
export function waitFlag(what: string, from?: ClientNumber): Argument<boolean> {
  return flag('--wait', { help: `Wait for ${what} to complete`, ...(from && { from }) });
}

/** Waits until the server has one of the statuses, in small letters, and says how it went. `doing` is `resizing`. */
export function waitForStatus(
  { terminal }: { readonly terminal: Terminal },
  doing: string,
  success: readonly string[] = ['active'],
  says = 'Complete'
): Reply {
  const done = { terminal: withSession(terminal, runToEnd(terminal.session)) };
  const { instance } = cloudOf(done.terminal.session);
  if (success.includes(serverStatus(instance).toLowerCase())) return reply(done, says === '' ? [] : [says]);
  const message = `Error ${doing} server: ${instance.uuid}`;
  const told = failed(done, { type: 'CommandError', message });
  if (isFrom(terminal, RAISES)) return told;
  // The old clients logged it, printed a line of their own, and left without a status.
  return { ...reply(done), lines: [...stderr(message), ...stdout([`Error ${doing} server`])] };
}
