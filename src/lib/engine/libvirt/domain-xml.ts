/**
 * The XML that `virsh dumpxml` prints.
 *
 * Upstream: src/qemu/qemu_driver.c (qemuDomainGetXMLDesc), src/conf/domain_conf.c
 * (virDomainDefFormatInternalSetRootName).
 */
import { diskElement, type XmlOptions } from './disk-xml.ts';
import type { Domain } from './domain.ts';
import { deviceElements, machineElements, type Printed, seclabelElement } from './hardware-xml.ts';
import { element, formatXml, textElement, type XmlElement } from './xml.ts';

export { formatDiskXml, type XmlDialect, type XmlOptions } from './disk-xml.ts';

/**
 * [XML-6] The whole domain. `inactive` asks for the persistent definition; without it a running domain shows its live
 * one, with its id. A domain that has only one of them shows that.
 */
export function formatDomainXml(domain: Domain, options: XmlOptions): string {
  const { live, persistent } = domain;
  const definition = options.inactive ? (persistent ?? live) : (live ?? persistent);
  if (definition === null) throw new Error(`domain ${domain.name} has no definition`);
  const running = !options.inactive && live !== null;
  return formatXml(domainElement(domain, { ...options, name: domain.name, running, definition }));
}

function domainElement({ id, name, uuid }: Domain, printed: Printed): XmlElement {
  const { definition, running } = printed;
  const { hardware, disks } = definition;
  return element('domain', { type: hardware.type, id: running && id }, [
    textElement('name', name),
    textElement('uuid', uuid),
    hardware.metadata && element('metadata', {}, [hardware.metadata]),
    ...machineElements(printed),
    element('devices', {}, [
      textElement('emulator', hardware.emulator),
      ...disks.map((disk) => diskElement(disk, printed)),
      ...deviceElements(printed)
    ]),
    running && seclabelElement()
  ]);
}
