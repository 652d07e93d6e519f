/**
 * What the driver does with the domain, as steps of operations need it.
 *
 * Upstream: nova/virt/libvirt/driver.py (_create_domain_and_network, _destroy, _undefine_domain, get_info).
 */
import { followHotplug, GUEST_OFF, scanAtBoot } from '../guest/guest.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import {
  createDomain,
  defineDomain,
  destroyDomain,
  resumeDomain,
  suspendDomain,
  undefineDomain
} from '../libvirt/domain.ts';
import type { PowerState } from '../nova/instance.ts';
import type { DiskInfoResult } from '../nova/virt/libvirt/blockinfo.ts';
import type { GuestMetadata } from '../nova/virt/libvirt/guest-metadata.ts';
import { guestConfig, guestDisks } from '../nova/virt/libvirt/guest-config.ts';
import { isVolumeBacked, profileOf, type Cloud } from './cloud.ts';
import { domainMissing, libvirtFailure, novaFailure, type Failure } from './failure.ts';
import { computeDiskInfo, computeRescueMapping } from './naming.ts';

/** The domain defined anew from the mapping, as Nova computes it now; not started. */
export function defineFromMapping(cloud: Cloud): Result<Cloud, Failure> {
  const computed = computeDiskInfo(cloud);
  return computed.ok ? defineDisks(cloud, computed.value) : refuse(novaFailure(computed.error));
}

/** The domain of the rescue image; the definition that was there is kept for unrescue. */
export function defineRescue(cloud: Cloud): Result<Cloud, Failure> {
  const mapping = computeRescueMapping(cloud);
  if (!mapping.ok) return refuse(novaFailure(mapping.error));
  const unrescueDefinition = cloud.domain?.persistent ?? null;
  const defined = defineDisks(cloud, { mapping: mapping.value, named: [] });
  return defined.ok ? ok({ ...defined.value, unrescueDefinition }) : defined;
}

/** The definition from before the rescue, in the place of the rescue image's. */
export function restoreDefinition(cloud: Cloud): Cloud {
  const { domain, unrescueDefinition } = cloud;
  if (domain === null || unrescueDefinition === null) return cloud;
  return { ...cloud, domain: { ...domain, persistent: unrescueDefinition }, unrescueDefinition: null };
}

function metadataOf(cloud: Cloud): GuestMetadata {
  const { release, log, image_id } = cloud.lab;
  return {
    version: release,
    namespace: profileOf(cloud).compute.metadataNamespace,
    created: log.start + cloud.clock,
    user_id: log.user_id,
    project_id: log.project_id,
    image_id: isVolumeBacked(cloud) ? null : image_id
  };
}

function defineDisks(cloud: Cloud, computed: Pick<DiskInfoResult, 'mapping' | 'named'>): Result<Cloud, Failure> {
  const { lab, instance, volumes } = cloud;
  const disks = guestDisks(instance, computed, volumes, lab.paths);
  const defined = defineDomain(guestConfig(instance, disks, lab.hardware, metadataOf(cloud)), cloud.domain);
  return defined.ok ? ok({ ...cloud, domain: defined.value }) : refuse(libvirtFailure(defined.error));
}

/** The defined domain started; its guest has not booted yet. */
export function launch(cloud: Cloud): Result<Cloud, Failure> {
  if (cloud.domain === null) return refuse(domainMissing(cloud.instance.uuid));
  const domainId = cloud.domainId + 1;
  const created = createDomain(cloud.domain, domainId);
  return created.ok ? ok({ ...cloud, domain: created.value, domainId }) : refuse(libvirtFailure(created.error));
}

/** The guest has booted and named its disks. */
export function bootGuest(cloud: Cloud): Cloud {
  return cloud.domain === null ? cloud : { ...cloud, guest: scanAtBoot(cloud.domain) };
}

/** The guest has found what was plugged or pulled while it runs. */
export function updateGuest(cloud: Cloud): Cloud {
  return cloud.domain === null ? cloud : { ...cloud, guest: followHotplug(cloud.guest, cloud.domain) };
}

/** The guest's virtual processors stopped, or let run on. */
export function pauseGuest(cloud: Cloud, paused: boolean): Cloud {
  if (cloud.domain === null) return cloud;
  const changed = paused ? suspendDomain(cloud.domain) : resumeDomain(cloud.domain);
  return changed.ok ? { ...cloud, domain: changed.value } : cloud;
}

/** The guest's memory written to disk and the domain stopped; the guest itself notices nothing. */
export function saveGuest(cloud: Cloud): Cloud {
  return { ...powerOff(cloud), guest: cloud.guest };
}

/** The domain stopped, as by pulling the plug; the definition stays. A stopped or missing domain is left alone. */
export function powerOff(cloud: Cloud): Cloud {
  if (cloud.domain === null) return cloud;
  const destroyed = destroyDomain(cloud.domain);
  return destroyed.ok ? { ...cloud, domain: destroyed.value, guest: GUEST_OFF } : cloud;
}

/** The domain stopped and forgotten. */
export function destroyAndUndefine(cloud: Cloud): Cloud {
  const off = powerOff(cloud);
  if (off.domain === null) return off;
  const forgotten = undefineDomain(off.domain);
  return forgotten.ok ? { ...off, domain: forgotten.value } : off;
}

/** What the hypervisor says of the instance's power. */
export function powerState({ domain }: Cloud): PowerState {
  if (domain === null) return 'pending';
  return domain.state === 'shutoff' ? 'shutdown' : domain.state;
}
