/**
 * Which of a domain's two definitions an operation is for.
 *
 * Upstream: include/libvirt/libvirt-domain.h (virDomainModificationImpact), src/conf/domain_conf.c
 * (virDomainObjUpdateModificationImpact).
 */
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { Domain } from './domain.ts';
import { domainNotRunning, noPersistentConfig, type LibvirtError } from './libvirt-error.ts';

/** Which definition an operation is for. Neither: the live one while the domain runs, else the persistent one. */
export interface AffectFlags {
  readonly live: boolean;
  readonly config: boolean;
}

export const AFFECT_CURRENT: AffectFlags = { live: false, config: false };
export const AFFECT_LIVE: AffectFlags = { live: true, config: false };
export const AFFECT_CONFIG: AffectFlags = { live: false, config: true };
export const AFFECT_LIVE_AND_CONFIG: AffectFlags = { live: true, config: true };

/** [FLAGS-1] What the flags mean for this domain: live wants it running, config wants it persistent. */
export function affected(domain: Domain, flags: AffectFlags): Result<AffectFlags, LibvirtError> {
  if (!flags.live && !flags.config) return ok(domain.live === null ? AFFECT_CONFIG : AFFECT_LIVE);
  if (flags.live && domain.live === null) return refuse(domainNotRunning());
  if (flags.config && domain.persistent === null) return refuse(noPersistentConfig());
  return ok(flags);
}
