/**
 * `virsh`: libvirt's shell, so far `dumpxml`.
 *
 * Upstream: tools/virsh-domain.c (cmdDumpXML), tools/vsh.c (vshCommandParse).
 */
import { cloudOf } from '../../../session/session.ts';
import { domainXml } from '../../../session/views/domain-xml.ts';
import { complain, print, type Command } from '../../command.ts';

export const virsh: Command = {
  name: 'virsh',
  summary: 'the domain, as libvirt knows it',
  run: (call) => {
    const [name = '', ...words] = call.words;
    if (name !== 'dumpxml') return complain(call, 1, `error: unknown command: '${name}'`);
    const cloud = cloudOf(call.terminal.session);
    const wanted = words.find((word) => !word.startsWith('-'));
    if (wanted === undefined) return complain(call, 1, "error: command 'dumpxml' requires <domain> option");
    if (!cloud.domain || ![cloud.domain.name, cloud.instance.uuid].includes(wanted)) {
      return complain(call, 1, `error: failed to get domain '${wanted}'`);
    }
    const kind = cloud.domain.live && !words.includes('--inactive') ? 'live' : 'persistent';
    return print(call, domainXml(cloud, kind).replace(/\n$/, '').split('\n'));
  },
  complete: ({ terminal, before }) => (before.length === 0 ? ['dumpxml'] : [cloudOf(terminal.session).instance.name])
};
