/**
 * `guest COMMAND`: the command runs inside the guest, as over ssh.
 *
 * Upstream: openssh-portable ssh.c (the words are joined and given to the login shell; 255 where there is no
 * connection). `guest reboot` restarts the guest in its domain: Nova is not asked, and libvirt defines nothing anew.
 */
import { act, cloudOf } from '../../../session/session.ts';
import { complain, print, stderr, stdout, type Call, type Command, type Outcome } from '../../command.ts';
import { withSession } from '../../terminal.ts';
import { unreachable } from './login.ts';
import { guestTools, runTool } from './tools.ts';

const NO_CONNECTION = 255;
const NOT_FOUND = 127;

const REBOOT = { name: 'reboot', summary: 'restarts itself; the domain stays as it is' } as const;

function helpLines(): readonly string[] {
  const listed = [...guestTools, REBOOT].map(({ name, summary }) => `  ${name.padEnd(8)} ${summary}`);
  return ['Usage: guest COMMAND, as in: guest lsblk', 'Inside the guest there are:', ...listed];
}

function reboot(call: Call): Outcome {
  const made = act(call.terminal.session, { type: 'operator', command: 'guest reboot' });
  if (!made.ok) return complain(call, 1, `guest: ${made.error.message}`);
  return { terminal: withSession(call.terminal, made.value), lines: [], exit: 0 };
}

function run(call: Call): Outcome {
  const [name, ...words] = call.words.flatMap((word) => word.split(/\s+/).filter(Boolean));
  if (name === undefined) {
    return complain(call, 1, "guest: put a command behind it, as in: guest lsblk; 'guest help' lists what there is");
  }
  if (call.words.some((word) => /[|&;<>]/.test(word))) {
    return complain(call, 2, 'guest: one command at a time; pipe what it prints here, as in: guest lsblk | grep vd');
  }
  if (name === 'help' || name === '--help' || name === '-h') return print(call, helpLines());
  const { session } = call.terminal;
  const problem = unreachable(cloudOf(session));
  if (problem) return complain(call, NO_CONNECTION, ...problem);
  if (name === 'reboot') return reboot(call);
  const tool = guestTools.find((one) => one.name === name);
  if (!tool) return complain(call, NOT_FOUND, `bash: line 1: ${name}: command not found`);
  const { out, errors, exit } = runTool(tool, session, words);
  return { terminal: call.terminal, lines: [...stderr(...errors), ...stdout(out)], exit };
}

export const guest: Command = {
  name: 'guest',
  summary: 'a command inside the guest: lsblk, blkid, mount, cat, ls, reboot',
  run,
  complete: ({ terminal, before }) => {
    const [name] = before;
    if (name === undefined) return [...guestTools.map((tool) => tool.name), REBOOT.name, 'help'];
    return guestTools.find((tool) => tool.name === name)?.complete(terminal.session) ?? [];
  }
};
