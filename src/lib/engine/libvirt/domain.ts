/**
 * A domain: libvirt's record of one virtual machine, and its life from define to undefine.
 *
 * Upstream: src/conf/domain_conf.h (virDomainObj: def, newDef), src/conf/domain_conf.c (virDomainObjSetDefTransient),
 * src/qemu/qemu_driver.c (qemuDomainDefineXMLFlags, qemuDomainCreateWithFlags, qemuDomainDestroyFlags,
 * qemuDomainUndefineFlags, qemuDomainSuspend, qemuDomainResume, qemuDomainShutdownFlags).
 * Simplified: no managed save, no snapshots, no migration; a start that QEMU refuses names no time and no -device.
 */
import { ok, refuse, type Result } from '../kernel/result.ts';
import { defineDefinition, type DomainDefinition } from './definition.ts';
import type { DomainDisk } from './disk.ts';
import type { DomainHardware } from './hardware.ts';
import { domainNotRunning, libvirtError, type LibvirtError } from './libvirt-error.ts';
import { numberAtStart } from './source-index.ts';
import { refuseStart } from './start.ts';

export type { DomainDefinition } from './definition.ts';

/** What a client sends to be defined: hardware and disks, nothing placed yet. */
export interface DomainRequest {
  readonly name: string;
  readonly uuid: string;
  readonly hardware: DomainHardware;
  readonly disks: readonly DomainDisk[];
}

/** What libvirt says of a domain's state, in its own words. */
export type DomainState = 'running' | 'paused' | 'shutoff';

/** A domain. `persistent` null: transient; `live` null: not running. */
export interface Domain {
  readonly name: string;
  readonly uuid: string;
  readonly id: number | null;
  readonly state: DomainState;
  readonly persistent: DomainDefinition | null;
  readonly live: DomainDefinition | null;
  /** The last number given to an image of this run; goes up only. Upstream: qemuDomainObjPrivate.nodenameindex. */
  readonly nodeNameIndex: number;
}

/** How a start goes: with the virtual CPUs stopped, on a host that lacks some of the disks' sources. */
export interface StartOptions {
  readonly paused?: boolean;
  readonly missingSources?: readonly string[];
}

const NO_SOURCES: readonly string[] = [];

/** [LIFE-1] Defines a domain, or gives an existing one a new persistent definition; a running one runs on as it is. */
export function defineDomain(request: DomainRequest, existing: Domain | null = null): Result<Domain, LibvirtError> {
  const { name, uuid } = request;
  if (existing !== null && existing.uuid !== uuid) {
    const words = `domain '${name}' already exists with uuid ${existing.uuid}`;
    return refuse(libvirtError('OPERATION_FAILED', 'DOMAIN', words));
  }
  const persistent = defineDefinition(request.hardware, request.disks);
  if (!persistent.ok) return persistent;
  if (existing !== null) return ok({ ...existing, persistent: persistent.value });
  return ok({ ...stopped(name, uuid), persistent: persistent.value });
}

/** [LIFE-2] Starts a defined domain under the id that libvirtd gives it: the live definition is a copy. */
export function createDomain(domain: Domain, id: number, options: StartOptions = {}): Result<Domain, LibvirtError> {
  if (domain.live !== null) return refuse(libvirtError('OPERATION_INVALID', 'QEMU', 'domain is already running'));
  if (domain.persistent === null) throw new Error(`domain ${domain.name} has no definition to start`);
  return start(domain, domain.persistent, id, options);
}

/** [LIFE-3] Starts a domain that was never defined; it is gone when it stops. */
export function createTransientDomain(
  request: DomainRequest,
  id: number,
  options: StartOptions = {}
): Result<Domain, LibvirtError> {
  const definition = defineDefinition(request.hardware, request.disks);
  if (!definition.ok) return definition;
  return start(stopped(request.name, request.uuid), definition.value, id, options);
}

/** [LIFE-4] Pulls the plug: the live definition is lost. Null: the domain was transient and is gone. */
export function destroyDomain(domain: Domain): Result<Domain | null, LibvirtError> {
  if (domain.live === null) return refuse(domainNotRunning());
  if (domain.persistent === null) return ok(null);
  return ok({ ...domain, id: null, state: 'shutoff', live: null, nodeNameIndex: 0 });
}

/** [LIFE-5] Asks the guest to switch itself off; one that does not answer, or cannot, runs on. */
export function shutdownDomain(domain: Domain, guestAnswers = true): Result<Domain | null, LibvirtError> {
  if (domain.live !== null && !(guestAnswers && domain.state === 'running')) return ok(domain);
  return destroyDomain(domain);
}

/** [LIFE-6] Forgets the persistent definition. A running domain turns transient; null: a stopped one is gone. */
export function undefineDomain(domain: Domain): Result<Domain | null, LibvirtError> {
  if (domain.persistent === null) {
    return refuse(libvirtError('OPERATION_INVALID', 'QEMU', 'cannot undefine transient domain'));
  }
  return ok(domain.live === null ? null : { ...domain, persistent: null });
}

/** [LIFE-7] Stops the virtual CPUs: the guest can no longer answer. */
export function suspendDomain(domain: Domain): Result<Domain, LibvirtError> {
  if (domain.live === null) return refuse(domainNotRunning());
  return ok(domain.state === 'paused' ? domain : { ...domain, state: 'paused' });
}

/** [LIFE-8] Lets the virtual CPUs run on. */
export function resumeDomain(domain: Domain): Result<Domain, LibvirtError> {
  if (domain.live === null) return refuse(domainNotRunning());
  if (domain.state === 'running') return refuse(libvirtError('OPERATION_INVALID', 'QEMU', 'domain is already running'));
  return ok({ ...domain, state: 'running' });
}

function stopped(name: string, uuid: string): Domain {
  return { name, uuid, id: null, state: 'shutoff', persistent: null, live: null, nodeNameIndex: 0 };
}

function start(
  domain: Domain,
  definition: DomainDefinition,
  id: number,
  { paused = false, missingSources = NO_SOURCES }: StartOptions
): Result<Domain, LibvirtError> {
  const { disks, nodeNameIndex } = numberAtStart(definition.disks, definition.controllers);
  const refused = refuseStart(disks, missingSources);
  if (refused !== null) return refuse(refused);
  const live = { ...definition, disks };
  return ok({ ...domain, id, state: paused ? 'paused' : 'running', live, nodeNameIndex });
}
