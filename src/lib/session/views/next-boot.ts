/**
 * What the guest would find if it were rebooted at this moment: nothing happens, the engine only works it out.
 */
import type { Cloud } from '../../engine/cloud/cloud.ts';
import type { Failure } from '../../engine/cloud/failure.ts';
import { bootGuest, defineFromMapping, destroyAndUndefine, launch, powerOff } from '../../engine/cloud/hypervisor.ts';
import type { Result } from '../../engine/kernel/result.ts';
import { disksInGuest, type DiskInGuest } from './guest-disks.ts';

/** The ways to reboot. */
export type Reboot = 'softReboot' | 'hardReboot';

/** The guest's disks after the reboot; why not, where libvirt or Nova would refuse. */
export type NextBoot = Result<readonly DiskInGuest[], Failure>;

/** The guest on the definition that is there, or on one built from Nova's mapping. */
export function nextBoot(cloud: Cloud, reboot: Reboot): NextBoot {
  const defined = reboot === 'softReboot' ? launch(powerOff(cloud)) : rebuilt(cloud);
  return defined.ok ? { ok: true, value: disksInGuest(bootGuest(defined.value)) } : defined;
}

function rebuilt(cloud: Cloud): Result<Cloud, Failure> {
  const defined = defineFromMapping(destroyAndUndefine(cloud));
  return defined.ok ? launch(defined.value) : defined;
}
