/**
 * What went wrong after the API had already answered.
 *
 * It never becomes HTTP: nova-compute logs it, records a fault and rolls back.
 */
import type { LibvirtError } from '../libvirt/libvirt-error.ts';
import { instanceNotFound, type NovaException } from '../nova/exception.ts';
import { releaseProfile, type Release } from '../nova/releases/release.ts';

/** An exception inside nova-compute. */
export interface Failure {
  /** The class: `libvirtError` or one of nova/exception.py. */
  readonly exception: string;
  readonly message: string;
  /** libvirt's own code and domain, when libvirt refused. */
  readonly libvirt: LibvirtError | null;
}

/** libvirt refused. */
export function libvirtFailure(error: LibvirtError): Failure {
  return { exception: 'libvirtError', message: error.message, libvirt: error };
}

/** Nova itself refused. */
export function novaFailure({ exception, message }: NovaException): Failure {
  return { exception, message, libvirt: null };
}

/** The hypervisor has no domain for the instance. */
export function domainMissing(uuid: string): Failure {
  return novaFailure(instanceNotFound(uuid));
}

/** The exception as Python prints it at the release: `libvirtError: Requested operation is not valid: ...`. */
export function summarize(release: Release, { exception, message, libvirt }: Failure): string {
  const name = libvirt === null ? `nova.exception.${exception}` : releaseProfile(release).log.libvirtError;
  return `${name}: ${message}`;
}
