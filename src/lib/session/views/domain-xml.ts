/**
 * The domain XML before and after the step under the cursor.
 */
import type { Cloud } from '../../engine/cloud/cloud.ts';
import { formatDomainXml } from '../../engine/libvirt/domain-xml.ts';
import { xmlDialect } from '../../engine/nova/releases/release.ts';
import { cloudBefore, cloudOf, type Session } from '../session.ts';
import { domainDiskIdentity, type DiskIdentity } from './disk-identity.ts';

/** Which definition: the running guest's, or what its next start would use. */
export type DefinitionKind = 'live' | 'persistent';

/** A definition as text; empty where there is no such definition. */
export interface DefinitionXml {
  readonly text: string;
  /** Which disk each `<disk>` of the text is, from the first on. */
  readonly disks: readonly DiskIdentity[];
}

/** Two definitions to compare. */
export interface XmlChange {
  readonly before: DefinitionXml;
  readonly after: DefinitionXml;
}

/** What `virsh dumpxml`, or `virsh dumpxml --inactive`, prints; empty when it has nothing to print. */
export function domainXml({ domain, lab }: Cloud, kind: DefinitionKind): string {
  if (domain === null || domain[kind] === null) return '';
  return formatDomainXml(domain, { dialect: xmlDialect(lab.release), inactive: kind === 'persistent' });
}

/** The definition before and after the step that led to the cursor. */
export function xmlChange(session: Session, kind: DefinitionKind): XmlChange {
  return { before: definitionXml(cloudBefore(session), kind), after: definitionXml(cloudOf(session), kind) };
}

/** What a file with the definition is called: as `virsh` calls the domain, and which of the two it is. */
export function xmlFileName({ domain, instance }: Cloud, kind: DefinitionKind): string {
  return `${(domain ?? instance).name}${kind === 'persistent' ? '-inactive' : ''}.xml`;
}

function definitionXml(cloud: Cloud, kind: DefinitionKind): DefinitionXml {
  const disks = cloud.domain?.[kind]?.disks ?? [];
  return { text: domainXml(cloud, kind), disks: disks.map((disk) => domainDiskIdentity(cloud, disk)) };
}
