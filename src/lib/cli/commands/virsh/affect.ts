/**
 * The options that say which definition a change is for.
 *
 * Upstream: libvirt tools/virsh-domain.c (cmdAttachDisk, cmdDetachDisk: without any of them virDomainAttachDevice is
 * called, which is for the running domain alone).
 */
import { AFFECT_CURRENT, AFFECT_LIVE, type AffectFlags } from '../../../engine/libvirt/affect-flags.ts';
import type { Domain } from '../../../engine/libvirt/domain.ts';
import type { VirshCall, VirshCommand } from './call.ts';
import { bool } from './option.ts';

export const affectOptions = [
  bool('persistent', 'make live change persistent'),
  bool('config', 'affect next boot'),
  bool('live', 'affect running domain'),
  bool('current', 'affect current domain')
];

export const affectExclusive: NonNullable<VirshCommand['exclusive']> = [
  ['persistent', 'current'],
  ['current', 'live'],
  ['current', 'config']
];

/** Whether the change is for the definition, too: virsh then looks for disks there. */
export function isForConfig({ given }: VirshCall): boolean {
  return given.has('config') || given.has('persistent');
}

/** What the options mean for the domain. */
export function affectFlags(call: VirshCall, domain: Domain): AffectFlags {
  const { given } = call;
  const config = isForConfig(call);
  const live = given.has('live') || (given.has('persistent') && domain.live !== null);
  if (live || config) return { live, config };
  return given.has('current') ? AFFECT_CURRENT : AFFECT_LIVE;
}
