/**
 * The commands of virsh that are about the host or virsh itself.
 *
 * Upstream: libvirt tools/vsh.c (cmdHelp, cmdEcho, cmdPwd, cmdQuit), tools/virsh-host.c (cmdHostname, cmdURI,
 * cmdVersion). The versions are those of Ubuntu's cloud archive for Pike, and of Debian 12.
 */
import type { XmlDialect } from '../../../engine/libvirt/domain-xml.ts';
import { cloudOf } from '../../../session/session.ts';
import { answer, fail, type VirshCommand } from './call.ts';
import { allHelp, commandHelp, groupHelp } from './help.ts';
import { bool, text } from './option.ts';

const VERSIONS: Readonly<Record<XmlDialect, { readonly libvirt: string; readonly qemu: string }>> = {
  '3': { libvirt: '3.6.0', qemu: '2.10.0' },
  '9': { libvirt: '9.0.0', qemu: '7.2.0' }
};

/** What `virsh --version` prints. */
export function libvirtVersion(dialect: XmlDialect): string {
  return VERSIONS[dialect].libvirt;
}

export const help: VirshCommand = {
  name: 'help',
  help: 'print help',
  description: 'Prints global help, command specific help, or help for a\n    group of related commands',
  options: [
    text('command', 'Prints global help, command specific help, or help for a group of related commands', {
      takesMore: true
    })
  ],
  run: (call) => {
    const wanted = call.given.get('command');
    if (wanted === undefined) return answer(call, allHelp(call.groups));
    const command = call.groups.flatMap(({ commands }) => commands).find(({ name }) => name === wanted);
    if (command) return answer(call, commandHelp(command, call.dialect));
    const group = call.groups.find(({ keyword, title }) => keyword === wanted || title === wanted);
    if (group) return answer(call, groupHelp(group));
    return fail(call, `command or command group '${wanted}' doesn't exist`);
  }
};

export const hostname: VirshCommand = {
  name: 'hostname',
  help: 'print the hypervisor hostname',
  description: '',
  options: [],
  run: (call) => answer(call, [cloudOf(call.terminal.session).lab.log.host])
};

/** The connection that the lab's host has. */
export const URI = 'qemu:///system';

export const uri: VirshCommand = {
  name: 'uri',
  help: 'print the hypervisor canonical URI',
  description: '',
  options: [],
  run: (call) => answer(call, [URI])
};

export const version: VirshCommand = {
  name: 'version',
  help: 'show version',
  description: 'Display the system version information.',
  options: [bool('daemon', 'report daemon version too')],
  run: (call) => {
    const { libvirt, qemu } = VERSIONS[call.dialect];
    return answer(call, [
      `Compiled against library: libvirt ${libvirt}`,
      `Using library: libvirt ${libvirt}`,
      `Using API: QEMU ${libvirt}`,
      `Running hypervisor: QEMU ${qemu}`,
      ...(call.given.has('daemon') ? [`Running against daemon: ${libvirt}`] : [])
    ]);
  }
};

function quit(name: 'quit' | 'exit'): VirshCommand {
  return {
    name,
    help: 'quit this interactive terminal',
    description: '',
    options: [],
    isSilent: true,
    run: (call) => answer(call, [])
  };
}

export const [exitVirsh, quitVirsh] = [quit('exit'), quit('quit')];
