/**
 * From one of a domain's names to another, and its whole XML.
 *
 * Upstream: libvirt tools/virsh-domain.c (cmdDomid, cmdDomname, cmdDomuuid, cmdDumpXML).
 */
import { cloudOf } from '../../../session/session.ts';
import { domainXml } from '../../../session/views/domain-xml.ts';
import { answer, type VirshCommand } from './call.ts';
import { domainOption, withDomain } from './find-domain.ts';
import { bool, NOT_MODELLED, SINCE_9, text } from './option.ts';

export const domid: VirshCommand = {
  name: 'domid',
  help: 'convert a domain name or UUID to domain id',
  description: '',
  options: [domainOption('domain name or uuid', ['uuid', 'name'])],
  run: withDomain((call, { id }) => answer(call, [String(id ?? '-')]), ['uuid', 'name'])
};

export const domname: VirshCommand = {
  name: 'domname',
  help: 'convert a domain id or UUID to domain name',
  description: '',
  options: [domainOption('domain id or uuid', ['id', 'uuid'])],
  run: withDomain((call, { name }) => answer(call, [name]), ['id', 'uuid'])
};

export const domuuid: VirshCommand = {
  name: 'domuuid',
  help: 'convert a domain name or id to domain UUID',
  description: '',
  options: [domainOption('domain id or name', ['id', 'name'])],
  run: withDomain((call, { uuid }) => answer(call, [uuid]), ['id', 'name'])
};

export const dumpxml: VirshCommand = {
  name: 'dumpxml',
  help: 'domain information in XML',
  description: 'Output the domain information as an XML dump to stdout.',
  options: [
    domainOption(),
    bool('inactive', 'show inactive defined XML'),
    bool('security-info', 'include security sensitive information in XML dump'),
    bool('update-cpu', 'update guest CPU according to host CPU', NOT_MODELLED),
    bool('migratable', 'provide XML suitable for migrations', NOT_MODELLED),
    text('xpath', 'xpath expression to filter the XML document', { ...SINCE_9, ...NOT_MODELLED }),
    bool('wrap', 'wrap xpath results in an common root element', { ...SINCE_9, ...NOT_MODELLED })
  ],
  run: withDomain((call, { live, persistent }) => {
    const wantsLive = !call.given.has('inactive') || persistent === null;
    const xml = domainXml(cloudOf(call.terminal.session), wantsLive && live ? 'live' : 'persistent');
    return answer(call, xml.replace(/\n$/, '').split('\n'));
  })
};
