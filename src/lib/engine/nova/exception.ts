/**
 * Nova's exceptions, as values.
 *
 * Upstream: nova/exception.py (class name, `code`, `msg_fmt`). An exception that reaches the API becomes an HTTP
 * answer with `code`; one raised after a cast only reaches nova-compute.log and the instance's fault.
 */
export interface NovaException {
  /** The class in nova/exception.py. */
  readonly exception: string;
  /** The HTTP status that the API answers with. */
  readonly code: number;
  /** The message after its fields were filled in. */
  readonly message: string;
}

function novaException(exception: string, code: number, message: string): NovaException {
  return { exception, code, message };
}

/** An assumption inside Nova did not hold; 500 at the API. */
export function internalError(message: string): NovaException {
  return novaException('InternalError', 500, message);
}

/** An image property asks for a bus that the hypervisor does not offer. */
export function unsupportedHardware(model: string, virt: string): NovaException {
  return novaException(
    'UnsupportedHardware',
    400,
    `Requested hardware '${model}' is not supported by the '${virt}' virt driver`
  );
}

/** All names that the bus or `[compute]/max_disk_devices_to_attach` allows are held. */
export function tooManyDiskDevices(maximum: number): NovaException {
  return novaException(
    'TooManyDiskDevices',
    403,
    `The maximum allowed number of disk devices (${maximum}) to attach to a single instance has been exceeded.`
  );
}
