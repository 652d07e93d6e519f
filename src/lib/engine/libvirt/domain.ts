/**
 * A domain: libvirt's record of one virtual machine, and its life from define to undefine.
 *
 * Upstream: src/conf/domain_conf.h (virDomainObj: def, newDef), src/qemu/qemu_driver.c (qemuDomainDefineXMLFlags,
 * qemuDomainCreateWithFlags, qemuDomainDestroyFlags, qemuDomainUndefineFlags).
 */
import type { Result } from '../kernel/result.ts';
import type { Controller } from './controller.ts';
import type { AttachedDisk, DomainDisk } from './disk.ts';
import type { DomainHardware, FixedAddresses } from './hardware.ts';
import type { LibvirtError } from './libvirt-error.ts';

/** What a client sends to be defined: hardware and disks, nothing placed yet. */
export interface DomainRequest {
  readonly name: string;
  readonly uuid: string;
  readonly hardware: DomainHardware;
  readonly disks: readonly DomainDisk[];
}

/** Hardware and disks with every device at its address. `disks` are in libvirt's order. */
export interface DomainDefinition {
  readonly hardware: DomainHardware;
  readonly fixed: FixedAddresses;
  readonly controllers: readonly Controller[];
  readonly disks: readonly AttachedDisk[];
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
  /** The last number given to a source of this run; goes up only. Upstream: qemuDomainObjPrivate.nodenameindex. */
  readonly nodeNameIndex: number;
}

/** Defines a domain, or gives an existing one a new persistent definition; a running one keeps running as it is. */
export function defineDomain(_request: DomainRequest, _existing: Domain | null = null): Result<Domain, LibvirtError> {
  throw new Error('not written yet');
}

/** Starts a defined domain under the id that libvirtd gives it. */
export function createDomain(
  _domain: Domain,
  _id: number,
  _options: { readonly paused?: boolean; readonly missingSources?: readonly string[] } = {}
): Result<Domain, LibvirtError> {
  throw new Error('not written yet');
}

/** Starts a domain that was never defined; it is gone when it stops. */
export function createTransientDomain(
  _request: DomainRequest,
  _id: number,
  _options: { readonly paused?: boolean; readonly missingSources?: readonly string[] } = {}
): Result<Domain, LibvirtError> {
  throw new Error('not written yet');
}

/** Pulls the plug. Null: the domain was transient and is gone. */
export function destroyDomain(_domain: Domain): Result<Domain | null, LibvirtError> {
  throw new Error('not written yet');
}

/** Forgets the persistent definition. A running domain turns transient; null: a stopped one is gone. */
export function undefineDomain(_domain: Domain): Result<Domain | null, LibvirtError> {
  throw new Error('not written yet');
}

/** Stops the virtual CPUs. */
export function suspendDomain(_domain: Domain): Result<Domain, LibvirtError> {
  throw new Error('not written yet');
}

/** Lets the virtual CPUs run on. */
export function resumeDomain(_domain: Domain): Result<Domain, LibvirtError> {
  throw new Error('not written yet');
}
