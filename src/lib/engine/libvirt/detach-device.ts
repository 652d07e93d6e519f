/**
 * Detaching a disk from the running domain, from its persistent definition, or from both.
 *
 * Upstream: src/qemu/qemu_driver.c (qemuDomainDetachDeviceLiveAndConfig, qemuDomainDetachDeviceConfig),
 * src/qemu/qemu_hotplug.c (qemuDomainDetachDeviceLive, qemuDomainDetachPrepDisk).
 */
import type { Result } from '../kernel/result.ts';
import type { AffectFlags } from './attach-device.ts';
import type { TargetDev } from './disk.ts';
import type { Domain } from './domain.ts';
import type { LibvirtError } from './libvirt-error.ts';

/**
 * Detaches the disk at a target. Success says only that the guest was asked: when it does not answer
 * (`guestAnswers` false) the live disk stays while the persistent one is gone.
 */
export function detachDeviceFlags(
  _domain: Domain,
  _target: TargetDev,
  _flags: AffectFlags,
  _guestAnswers = true
): Result<Domain, LibvirtError> {
  throw new Error('not written yet');
}

/** The guest answered at last (event `device-removed`): the disk leaves the live definition. */
export function deviceRemoved(_domain: Domain, _target: TargetDev): Domain {
  throw new Error('not written yet');
}
