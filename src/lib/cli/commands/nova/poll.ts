/**
 * `--poll`: a client that waits until what it asked for is done.
 *
 * Upstream: novaclient/v2/shell.py (_poll_for_status). Simplified: between two looks everything that is in flight
 * finishes, and a line that the real client overwrites is shown as it ends.
 */
import { serverStatus } from '../../../engine/nova/server-status.ts';
import { cloudOf, runToEnd } from '../../../session/session.ts';
import { failed, reply, type Reply } from '../../argparse/program.ts';
import { stdout } from '../../command.ts';
import { withSession, type Terminal } from '../../terminal.ts';
import type { Asked } from './act.ts';

/** What is waited for. */
export interface Poll {
  /** What is being done: `resizing`. */
  readonly action: string;
  /** Statuses in which it is done, in small letters. */
  readonly finalStates: readonly string[];
  readonly showsProgress?: boolean;
}

/** Waits, and tells how it went. */
export function poll(
  { terminal }: { readonly terminal: Terminal },
  { action, finalStates, showsProgress = true }: Poll
): Reply {
  const done = { terminal: withSession(terminal, runToEnd(terminal.session)) };
  const { instance } = cloudOf(done.terminal.session);
  const progress = (percent: number) => `Server ${action}...${showsProgress ? ` ${percent}% complete` : ''}`;
  if (finalStates.includes(serverStatus(instance).toLowerCase())) {
    return reply(done, ['', progress(100), 'Finished']);
  }
  const fault = instance.fault === null ? '' : `due to '${instance.fault}'`;
  const message = `\`Server\` resource is in the error state${fault}.`;
  return {
    ...failed(done, { type: 'ResourceInErrorState', message }),
    lines: stdout(['', progress(0), `Error ${action} server`])
  };
}

/** The reply to a request that was asked, with what it prints when it is taken, and the wait after it if one is wanted. */
export function replyTo({ terminal, result }: Asked, texts: readonly string[], wait: Poll | null): Reply {
  if (!result.ok) return failed({ terminal }, result.error);
  if (wait === null) return reply({ terminal }, texts);
  const polled = poll({ terminal }, wait);
  return { ...polled, lines: [...stdout(texts), ...polled.lines] };
}
