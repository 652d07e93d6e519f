/**
 * Attaching a disk to the running domain, to its persistent definition, or to both.
 *
 * Upstream: src/qemu/qemu_driver.c (qemuDomainAttachDeviceFlags, qemuDomainAttachDeviceLiveAndConfig,
 * qemuDomainAttachDeviceConfig), src/qemu/qemu_hotplug.c (qemuDomainAttachDeviceDiskLive).
 */
import type { Result } from '../kernel/result.ts';
import type { DomainDisk } from './disk.ts';
import type { Domain } from './domain.ts';
import type { LibvirtError } from './libvirt-error.ts';

/** Which definition an operation is for. Neither: the live one while the domain runs, else the persistent one. */
export interface AffectFlags {
  readonly live: boolean;
  readonly config: boolean;
}

export const AFFECT_CURRENT: AffectFlags = { live: false, config: false };
export const AFFECT_LIVE: AffectFlags = { live: true, config: false };
export const AFFECT_CONFIG: AffectFlags = { live: false, config: true };
export const AFFECT_LIVE_AND_CONFIG: AffectFlags = { live: true, config: true };

/** Attaches a disk. `missingSources`: paths that do not exist on the host. A refusal changes nothing. */
export function attachDeviceFlags(
  _domain: Domain,
  _disk: DomainDisk,
  _flags: AffectFlags,
  _missingSources: readonly string[] = []
): Result<Domain, LibvirtError> {
  throw new Error('not written yet');
}
