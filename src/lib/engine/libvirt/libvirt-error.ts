/**
 * What libvirt answers when it refuses: a code, the part of libvirt that refused, and a message.
 *
 * Upstream: include/libvirt/virterror.h (virErrorNumber, virErrorDomain), src/util/virerror.c (virErrorMsgStrings: the
 * words before the detail). Who says what is noted at each refusal.
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

/** The words that libvirt puts before the detail, by code. */
const PREFIX: Readonly<Record<ErrorCode, string>> = {
  [ERROR_CODE.INTERNAL_ERROR]: 'internal error: ',
  [ERROR_CODE.OPERATION_FAILED]: 'operation failed: ',
  [ERROR_CODE.NO_SOURCE]: 'missing source information for device ',
  [ERROR_CODE.XML_ERROR]: 'XML error: ',
  [ERROR_CODE.SYSTEM_ERROR]: '',
  [ERROR_CODE.NO_DOMAIN]: 'Domain not found: ',
  [ERROR_CODE.OPERATION_INVALID]: 'Requested operation is not valid: ',
  [ERROR_CODE.CONFIG_UNSUPPORTED]: 'unsupported configuration: ',
  [ERROR_CODE.OPERATION_UNSUPPORTED]: 'Operation not supported: ',
  [ERROR_CODE.DEVICE_MISSING]: 'device not found: '
};

/** Makes a refusal by the name of its code and of the part that refuses; the words before the detail follow. */
export function libvirtError(
  code: keyof typeof ERROR_CODE,
  domain: keyof typeof ERROR_DOMAIN,
  detail: string
): LibvirtError {
  const number = ERROR_CODE[code];
  return { code: number, domain: ERROR_DOMAIN[domain], message: PREFIX[number] + detail };
}

function keyOf(table: Readonly<Record<string, number>>, value: number): string {
  return Object.keys(table).find((key) => table[key] === value) ?? String(value);
}

/** Upstream's names of who refused and why, as virterror.h has them: `VIR_ERR_OPERATION_INVALID`, `VIR_FROM_QEMU`. */
export function errorNames({ code, domain }: LibvirtError): { readonly code: string; readonly domain: string } {
  return { code: `VIR_ERR_${keyOf(ERROR_CODE, code)}`, domain: `VIR_FROM_${keyOf(ERROR_DOMAIN, domain)}` };
}

// The refusals that other parts of the engine speak of by name. [ERROR-1]

/** The persistent definition has the target: qemu_driver.c, qemuDomainAttachDeviceConfig. */
export function targetAlreadyExists(dev: string): LibvirtError {
  return libvirtError('OPERATION_INVALID', 'QEMU', `target ${dev} already exists`);
}

/** Two disks of one definition have the target: domain_conf.c, virDomainDiskDefCheckDuplicateInfo. */
export function targetDuplicated(dev: string, oneSource: string | null, otherSource: string | null): LibvirtError {
  const sources = `'${oneSource ?? '<null>'}' and '${otherSource ?? '<null>'}'`;
  return libvirtError('XML_ERROR', 'DOMAIN', `target '${dev}' duplicated for disk sources ${sources}`);
}

/** The operation wants a running domain: domain_conf.c, virDomainObjUpdateModificationImpact. */
export function domainNotRunning(): LibvirtError {
  return libvirtError('OPERATION_INVALID', 'DOMAIN', 'domain is not running');
}

/** The operation wants a persistent definition: domain_conf.c, virDomainObjUpdateModificationImpact. */
export function noPersistentConfig(): LibvirtError {
  return libvirtError('OPERATION_INVALID', 'DOMAIN', 'transient domains do not have any persistent config');
}

/** The persistent definition lacks the target: qemu_driver.c, qemuDomainDetachDeviceConfig. */
export function noTargetDevice(dev: string): LibvirtError {
  return libvirtError('DEVICE_MISSING', 'QEMU', `no target device ${dev}`);
}

/** The live definition lacks the target: qemu_hotplug.c, qemuDomainDetachPrepDisk. */
export function diskNotFound(dev: string): LibvirtError {
  return libvirtError('DEVICE_MISSING', 'QEMU', `disk ${dev} not found`);
}

/** The host has no such file or device: storage_source.c, virStorageSourceReportBrokenChain and its callers. */
export function cannotAccessStorage(path: string): LibvirtError {
  return libvirtError('SYSTEM_ERROR', 'STORAGE', `Cannot access storage file '${path}': No such file or directory`);
}

/** No slot of any bus would take the device: domain_addr.c, virDomainPCIAddressGetNextAddr. */
export function noMorePciSlots(): LibvirtError {
  return libvirtError('INTERNAL_ERROR', 'DOMAIN', 'No more available PCI slots');
}

/** QEMU itself says no: qemu_monitor_json.c, qemuMonitorJSONCheckErrorFull. */
export function qemuRefused(command: string, words: string): LibvirtError {
  return libvirtError('INTERNAL_ERROR', 'QEMU', `unable to execute QEMU command '${command}': ${words}`);
}
