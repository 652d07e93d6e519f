/**
 * Detaching a disk from the running domain, from its persistent definition, or from both.
 *
 * Upstream: src/qemu/qemu_driver.c (qemuDomainDetachDeviceLiveAndConfig, qemuDomainDetachDeviceConfig),
 * src/qemu/qemu_hotplug.c (qemuDomainDetachPrepDisk, qemuDomainDetachDeviceLive, qemuDomainWaitForDeviceRemoval,
 * qemuDomainRemoveDiskDevice).
 * Simplified: libvirt takes the disk's XML and looks only at its target; here the target is all there is. An unplug
 * that the guest has not answered can be asked for again.
 */
import { ok, refuse, type Result } from '../kernel/result.ts';
import { affected, type AffectFlags } from './affect-flags.ts';
import type { DomainDefinition } from './definition.ts';
import type { AttachedDisk, TargetDev } from './disk.ts';
import { diskNameToIndex } from './disk-name.ts';
import type { Domain } from './domain.ts';
import { diskNotFound, libvirtError, noTargetDevice, type LibvirtError } from './libvirt-error.ts';

/**
 * [DETACH-1] Detaches the disk at a target: state of the domain, the name, the persistent definition, the live one.
 * [DETACH-2] Success says only that the guest was asked: when it does not answer (`guestAnswers` false, or the domain
 * is paused) the live disk stays while the persistent one is gone.
 */
export function detachDeviceFlags(
  domain: Domain,
  target: TargetDev,
  flags: AffectFlags,
  guestAnswers = true
): Result<Domain, LibvirtError> {
  const targets = affected(domain, flags);
  if (!targets.ok) return targets;
  if (diskNameToIndex(target) < 0) {
    const words = `Unknown disk name '${target}' and no address specified`;
    return refuse(libvirtError('XML_ERROR', 'DOMAIN', words));
  }
  let { persistent, live } = domain;
  if (targets.value.config && persistent !== null) {
    const disks = without(persistent, target);
    if (disks === null) return refuse(noTargetDevice(target));
    persistent = { ...persistent, disks };
  }
  if (targets.value.live && live !== null) {
    const refused = refuseUnplug(live, target);
    if (refused !== null) return refuse(refused);
    if (guestAnswers && domain.state === 'running') live = { ...live, disks: without(live, target) ?? live.disks };
  }
  return ok({ ...domain, persistent, live });
}

/** [DETACH-3] The guest answers at last (event `device-removed`): the disk leaves the live definition. */
export function deviceRemoved(domain: Domain, target: TargetDev): Domain {
  if (domain.live === null) return domain;
  const disks = without(domain.live, target);
  return disks === null ? domain : { ...domain, live: { ...domain.live, disks } };
}

/** [DETACH-4] Only virtio, SCSI and USB disks can be unplugged from a running guest; CD drives not from virtio. */
function refuseUnplug(live: DomainDefinition, target: TargetDev): LibvirtError | null {
  const disk = live.disks.find((one) => one.target.dev === target);
  if (disk === undefined) return diskNotFound(target);
  const { device } = disk;
  const { bus } = disk.target;
  const pluggable = bus === 'scsi' || bus === 'usb' || (bus === 'virtio' && device !== 'cdrom');
  if (device !== 'floppy' && pluggable) return null;
  const words =
    device === 'cdrom' || device === 'floppy'
      ? `disk device type '${device}' cannot be detached`
      : 'This type of disk cannot be hot unplugged';
  return libvirtError('OPERATION_UNSUPPORTED', 'QEMU', words);
}

function without(definition: DomainDefinition, target: TargetDev): readonly AttachedDisk[] | null {
  const at = definition.disks.findIndex((disk) => disk.target.dev === target);
  return at < 0 ? null : definition.disks.toSpliced(at, 1);
}
