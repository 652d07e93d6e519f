/**
 * Where a disk without an address sits, when its bus is not PCI: the letters of its target decide.
 *
 * Upstream: src/conf/domain_conf.c (virDomainDiskDefAssignAddress, virDomainDiskAddressDiskBusCompatibility),
 * src/conf/domain_addr.c (virDomainUSBAddressAssign).
 * Simplified: no wide SCSI bus, no USB hubs: a controller's ports are all there are.
 */
import { refuse, ok, type Result } from '../kernel/result.ts';
import type { DiskBus, DomainDisk, DriveAddress } from './disk.ts';
import { diskNameToIndex } from './disk-name.ts';
import { libvirtError, type LibvirtError } from './libvirt-error.ts';

/** How many disks one controller of a bus takes, and how many of its own buses they spread over. */
const CONTROLLER_SEATS: Readonly<Partial<Record<DiskBus, { readonly units: number; readonly buses: number }>>> = {
  scsi: { units: 7, buses: 1 },
  sata: { units: 6, buses: 1 },
  ide: { units: 2, buses: 2 },
  fdc: { units: 2, buses: 1 }
};

/** [DRIVE-1] Whether disks of this bus sit on a disk controller, by `<address type='drive'/>`. */
export function hasDriveAddress(bus: DiskBus): boolean {
  return CONTROLLER_SEATS[bus] !== undefined;
}

/**
 * [DRIVE-2] Gives a disk that has no address the seat that its letters mean: sdh is the first unit of the second
 * SCSI controller, hdc the first of the second IDE bus. A name without a number is refused, on any bus.
 */
export function assignDriveAddress(disk: DomainDisk): Result<DomainDisk, LibvirtError> {
  if (disk.address !== null) return ok(disk);
  const index = diskNameToIndex(disk.target.dev);
  if (index < 0) {
    const words = `Unknown disk name '${disk.target.dev}' and no address specified`;
    return refuse(libvirtError('XML_ERROR', 'DOMAIN', words));
  }
  const seats = CONTROLLER_SEATS[disk.target.bus];
  if (seats === undefined) return ok(disk);
  const place = index % (seats.units * seats.buses);
  const address: DriveAddress = {
    type: 'drive',
    controller: Math.floor(index / (seats.units * seats.buses)),
    bus: Math.floor(place / seats.units),
    target: 0,
    unit: place % seats.units
  };
  return ok({ ...disk, address });
}

/** Whether two drive addresses are the same seat. */
export function sameDriveAddress(one: DriveAddress, other: DriveAddress): boolean {
  return (
    one.controller === other.controller &&
    one.bus === other.bus &&
    one.target === other.target &&
    one.unit === other.unit
  );
}

/**
 * [USB-1] Gives a USB disk without an address the lowest free port; the tablet has the first. Other disks, and those
 * with an address, stay as they are.
 */
export function assignUsbPort(
  disk: DomainDisk,
  others: readonly DomainDisk[],
  ports: number
): Result<DomainDisk, LibvirtError> {
  if (disk.target.bus !== 'usb' || disk.address !== null) return ok(disk);
  for (let port = 2; port <= ports; port++) {
    const taken = others.some(({ address }) => address?.type === 'usb' && address.port === port);
    if (!taken) return ok({ ...disk, address: { type: 'usb', bus: 0, port } });
  }
  return refuse(libvirtError('INTERNAL_ERROR', 'DOMAIN', 'No free USB ports'));
}
