/**
 * The XML that `virsh dumpxml` prints.
 *
 * Upstream: src/conf/domain_conf.c (virDomainDefFormatInternalSetRootName).
 */
import type { AttachedDisk } from './disk.ts';
import type { Domain } from './domain.ts';

/** libvirt 3.x as in the article, or 9.0. */
export type XmlDialect = '3' | '9';

/** `inactive`: the persistent definition, as `virsh dumpxml --inactive`. */
export interface DomainXmlOptions {
  readonly dialect: XmlDialect;
  readonly inactive: boolean;
}

/** The whole domain, newline at the end of each line. */
export function formatDomainXml(_domain: Domain, _options: DomainXmlOptions): string {
  throw new Error('not written yet');
}

/** One `<disk>` as in the domain XML, unindented. */
export function formatDiskXml(_disk: AttachedDisk, _options: DomainXmlOptions): string {
  throw new Error('not written yet');
}
