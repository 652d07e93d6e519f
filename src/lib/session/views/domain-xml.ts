/**
 * The domain XML before and after the step under the cursor.
 */
import type { Cloud } from '../../engine/cloud/cloud.ts';
import { formatDomainXml } from '../../engine/libvirt/domain-xml.ts';
import { xmlDialect } from '../../engine/nova/releases/release.ts';
import { cloudBefore, cloudOf, type Session } from '../session.ts';

/** Which definition: the running guest's, or what its next start would use. */
export type DefinitionKind = 'live' | 'persistent';

/** Two texts to compare; empty where there is no such definition. */
export interface XmlChange {
  readonly before: string;
  readonly after: string;
}

/** What `virsh dumpxml`, or `virsh dumpxml --inactive`, prints; empty when it has nothing to print. */
export function domainXml({ domain, lab }: Cloud, kind: DefinitionKind): string {
  if (domain === null || (kind === 'live' ? domain.live : domain.persistent) === null) return '';
  return formatDomainXml(domain, { dialect: xmlDialect(lab.release), inactive: kind === 'persistent' });
}

/** The definition before and after the step that led to the cursor. */
export function xmlChange(session: Session, kind: DefinitionKind): XmlChange {
  return { before: domainXml(cloudBefore(session), kind), after: domainXml(cloudOf(session), kind) };
}
