/**
 * An error of libvirt by its numbers and by upstream's names of them (virterror.h).
 */
import { errorNames, type LibvirtError } from '../../engine/libvirt/libvirt-error.ts';

/** `55`, `VIR_ERR_OPERATION_INVALID`, `10`, `VIR_FROM_QEMU`. */
export interface NamedLibvirtError {
  readonly code: number;
  readonly code_name: string;
  readonly domain: number;
  readonly domain_name: string;
}

/** Names the numbers; null where it was not libvirt that refused. */
export function namedLibvirtError(error: LibvirtError | null): NamedLibvirtError | null {
  if (error === null) return null;
  const names = errorNames(error);
  return { code: error.code, code_name: names.code, domain: error.domain, domain_name: names.domain };
}
