import { describe, expect, it } from 'vitest';
import type { DiskBus } from '../../../../src/lib/engine/libvirt/disk.ts';
import { assignDriveAddress, assignUsbPort } from '../../../../src/lib/engine/libvirt/disk-address.ts';
import { disk, refusalOf, valueOf } from './lab.ts';

/** Controller, bus and unit that the letters mean. */
const SEATS: readonly (readonly [dev: string, bus: DiskBus, seat: string])[] = [
  ['sda', 'scsi', '0:0:0'],
  ['sdg', 'scsi', '0:0:6'],
  ['sdh', 'scsi', '1:0:0'],
  ['sdaa', 'scsi', '3:0:5'],
  ['vdb', 'scsi', '0:0:1'],
  ['sdf', 'sata', '0:0:5'],
  ['sdg', 'sata', '1:0:0'],
  ['hda', 'ide', '0:0:0'],
  ['hdb', 'ide', '0:0:1'],
  ['hdc', 'ide', '0:1:0'],
  ['hde', 'ide', '1:0:0'],
  ['fdb', 'fdc', '0:0:1']
];

describe('disk-address', () => {
  it.each(SEATS)('[DRIVE-2] %s on %s sits at %s', (dev, bus, seat) => {
    const { address } = valueOf(assignDriveAddress(disk(dev, bus)));
    expect(address?.type === 'drive' && `${address.controller}:${address.bus}:${address.unit}`).toBe(seat);
  });

  it('[DRIVE-1] leaves virtio and USB disks without a seat', () => {
    expect(valueOf(assignDriveAddress(disk('vdb'))).address).toBeNull();
    expect(valueOf(assignDriveAddress(disk('sdb', 'usb'))).address).toBeNull();
  });

  it('[DRIVE-2] refuses a name without a number, on virtio too', () => {
    expect(refusalOf(assignDriveAddress(disk('xyz')))).toEqual({
      code: 27,
      domain: 20,
      message: "XML error: Unknown disk name 'xyz' and no address specified"
    });
  });

  it('[DRIVE-2] leaves an address that was asked for', () => {
    const address = { type: 'drive', controller: 2, bus: 0, target: 0, unit: 3 } as const;
    expect(valueOf(assignDriveAddress(disk('xyz', 'scsi', { address }))).address).toBe(address);
  });

  it('[USB-1] gives the lowest port that the tablet and the other disks have left', () => {
    const first = valueOf(assignUsbPort(disk('sda', 'usb'), [], 15));
    const second = valueOf(assignUsbPort(disk('sdb', 'usb'), [first], 15));
    expect([first.address, second.address]).toEqual([
      { type: 'usb', bus: 0, port: 2 },
      { type: 'usb', bus: 0, port: 3 }
    ]);
    expect(refusalOf(assignUsbPort(disk('sdb', 'usb'), [first], 2)).message).toBe('internal error: No free USB ports');
  });
});
