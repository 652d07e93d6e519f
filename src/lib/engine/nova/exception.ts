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

/** A request that the state of the instance does not allow. */
export function instanceInvalidState(method: string, uuid: string, attr: string, state: string): NovaException {
  return novaException(
    'InstanceInvalidState',
    409,
    `Cannot '${method}' instance ${uuid} while it is in ${attr} ${state}`
  );
}

/** A request that only an instance that has run can take: no state stands in the way, so the API names none. */
export function instanceNeverLaunched(method: string, uuid: string): NovaException {
  return novaException('InstanceInvalidState', 409, `Instance ${uuid} is in an invalid state for '${method}'`);
}

/** A request that makes no sense, in the words of whoever reads it (webob.exc.HTTPBadRequest). */
export function badRequest(message: string): NovaException {
  return novaException('HTTPBadRequest', 400, message);
}

/** There is no such server, or not any more. */
export function instanceNotFound(uuid: string): NovaException {
  return novaException('InstanceNotFound', 404, `Instance ${uuid} could not be found.`);
}

/** The hypervisor has no domain for a server whose root disk is to be saved. */
export function instanceNotRunning(uuid: string): NovaException {
  return novaException('InstanceNotRunning', 400, `Instance ${uuid} is not running.`);
}

/** A volume that cannot be attached or detached as asked. */
export function invalidVolume(reason: string): NovaException {
  return novaException('InvalidVolume', 400, `Invalid volume: ${reason}`);
}

/** Cinder refused a volume's status; Nova passes its words on. */
export function refusedByCinder(reason: string): NovaException {
  return novaException('InvalidInput', 400, `Invalid input received: Invalid volume: ${reason} (HTTP 400)`);
}

/** There is no such volume. */
export function volumeNotFound(volume_id: string): NovaException {
  return novaException('VolumeNotFound', 404, `Volume ${volume_id} could not be found.`);
}

/** The server has no row for the volume. */
export function volumeNotAttached(uuid: string, volume_id: string): NovaException {
  return novaException('VolumeBDMNotFound', 404, `Instance ${uuid} is not attached to volume ${volume_id}`);
}

/** There is no such flavor. */
export function flavorNotFound(flavor_id: string): NovaException {
  return novaException('FlavorNotFound', 404, `Flavor ${flavor_id} could not be found.`);
}

/** A resize to the flavor that the server already has. */
export function cannotResizeToSameFlavor(): NovaException {
  return novaException('CannotResizeToSameFlavor', 400, 'When resizing, instances must change flavor!');
}

/** A confirm or revert while another one is under way. */
export function instanceNotResized(): NovaException {
  return novaException('MigrationNotFoundByStatus', 400, 'Instance has not been resized.');
}

/** An id of a volume that the schema of the API takes for none. */
export function invalidVolumeId(volume_id: string): NovaException {
  return novaException(
    'ValidationError',
    400,
    `Invalid input for field/attribute volumeId. Value: ${volume_id}. '${volume_id}' is not a 'uuid'`
  );
}

/** A device name that the schema of the API does not match. */
export function invalidDevice(device: string, pattern: string): NovaException {
  return novaException(
    'ValidationError',
    400,
    `Invalid input for field/attribute device. Value: ${device}. '${device}' does not match '${pattern}'`
  );
}

/** The root disk of a running server stays where it is. */
export function detachRootVolume(code: number): NovaException {
  return novaException(code === 403 ? 'Forbidden' : 'BadRequest', code, 'Cannot detach a root device volume');
}

/** The guest did not let go of the disk. */
export function deviceDetachFailed(device: string, reason: string): NovaException {
  return novaException('DeviceDetachFailed', 500, `Device detach failed for ${device}: ${reason}`);
}

/** A rescue that the server's root disk does not allow. */
export function instanceNotRescuable(uuid: string, reason: string): NovaException {
  return novaException('InstanceNotRescuable', 400, `Instance ${uuid} cannot be rescued: ${reason}`);
}

/** An image that cannot be used as asked. */
export function imageUnacceptable(image_id: string, reason: string): NovaException {
  return novaException('ImageUnacceptable', 400, `Image ${image_id} is unacceptable: ${reason}`);
}
