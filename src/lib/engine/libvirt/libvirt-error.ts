/**
 * What libvirt answers when it refuses: a code, the part of libvirt that refused, and a message.
 *
 * Upstream: include/libvirt/virterror.h (virErrorNumber, virErrorDomain), src/util/virerror.c (virErrorMsg).
 * A refusal is a value here; nothing in this folder throws for it.
 */

/** The parts of libvirt that refuse something here. */
export const ERROR_DOMAIN = { NONE: 0, XML: 5, RPC: 7, QEMU: 10, STORAGE: 18, DOMAIN: 20 } as const;
export type ErrorDomain = (typeof ERROR_DOMAIN)[keyof typeof ERROR_DOMAIN];

/** The codes met here, by upstream's name. */
export const ERROR_CODE = {
  INTERNAL_ERROR: 1,
  OPERATION_FAILED: 9,
  NO_SOURCE: 19,
  NO_TARGET: 20,
  XML_ERROR: 27,
  SYSTEM_ERROR: 38,
  NO_DOMAIN: 42,
  OPERATION_INVALID: 55,
  CONFIG_UNSUPPORTED: 67,
  OPERATION_UNSUPPORTED: 84,
  DEVICE_MISSING: 99
} as const;
export type ErrorCode = (typeof ERROR_CODE)[keyof typeof ERROR_CODE];

/** A refusal. `message` is what Python shows as `libvirtError: ...`. */
export interface LibvirtError {
  readonly code: ErrorCode;
  readonly domain: ErrorDomain;
  readonly message: string;
}

/** The message, as virsh prints it after `error: ` and Nova logs it after `libvirtError: `. */
export function formatLibvirtError(error: LibvirtError): string {
  return error.message;
}
