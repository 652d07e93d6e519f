import { describe, expect, it } from 'vitest';
import type { DomainDisk } from '../../../../src/lib/engine/libvirt/disk.ts';
import { pciAddress } from '../../../../src/lib/engine/libvirt/pci-address.ts';
import { refuseUnreadable, validateDisk } from '../../../../src/lib/engine/libvirt/validate-disk.ts';
import { disk } from './lab.ts';

const driver = { name: 'qemu', type: 'raw', cache: 'none', io: null, discard: null } as const;
const drive = { type: 'drive', controller: 0, bus: 0, target: 0, unit: 0 } as const;

const REFUSED: readonly (readonly [words: string, one: DomainDisk])[] = [
  [
    "unsupported configuration: disk device='lun' is only valid for block type disk source",
    disk('vdb', 'virtio', { device: 'lun' })
  ],
  [
    "unsupported configuration: Invalid address type 'pci' for the disk 'sda' with the bus type 'scsi'",
    disk('sda', 'scsi', { address: pciAddress(0, 9) })
  ],
  ["internal error: Invalid bus type 'fdc' for disk", disk('fda', 'fdc')],
  ["internal error: Invalid bus type 'virtio' for floppy disk", disk('fda', 'virtio', { device: 'floppy' })],
  ['internal error: Invalid harddisk device name: fda', disk('fda')],
  ['internal error: Invalid floppy device name: vda', disk('vda', 'fdc', { device: 'floppy', address: drive })],
  ['missing source information for device vdb', disk('vdb', 'virtio', { source: null })],
  [
    "unsupported configuration: unsupported driver name 'foo' for disk 'vdb'",
    disk('vdb', 'virtio', { driver: { ...driver, name: 'foo' } })
  ],
  ["unsupported configuration: invalid disk target 'vda1', partitions can't appear in disk targets", disk('vda1')],
  ["unsupported configuration: invalid disk target 'vdX'", disk('vdX', 'virtio', { address: pciAddress(0, 9) })],
  [
    "unsupported configuration: disk type of 'vdb' does not support ejectable media",
    disk('vdb', 'virtio', { device: 'cdrom' })
  ],
  [
    "unsupported configuration: io='native' needs either no disk cache or directsync cache mode",
    disk('vdb', 'virtio', { driver: { ...driver, cache: 'writeback', io: 'native' } })
  ],
  ["internal error: driver serial 'a;b$c' contains unsafe characters", disk('vdb', 'virtio', { serial: 'a;b$c' })]
];

describe('validate-disk', () => {
  it.each(REFUSED)('[VALID-2] %s', (words, one) => {
    expect(validateDisk(one)?.message).toBe(words);
  });

  it('[VALID-2] has nothing against what Nova asks for', () => {
    const volume = disk('vdb', 'virtio', {
      driver: { ...driver, io: 'native' },
      serial: 'a54facb5-8b1e-4370-9d0b-e7b6ca6f7adc'
    });
    const empty = disk('hda', 'ide', { device: 'cdrom', source: null, address: drive });
    expect([validateDisk(volume), validateDisk(empty)]).toEqual([null, null]);
  });

  it('[VALID-1] refuses addresses that no PCI bus has, as errors of the XML', () => {
    const at = (bus: number, slot: number, fn: number) =>
      refuseUnreadable(disk('vdb', 'virtio', { address: pciAddress(bus, slot, fn) }));
    expect(at(0, 0x20, 0)).toEqual({
      code: 27,
      domain: 0,
      message: "XML error: Invalid PCI address slot='0x20', must be <= 0x1F"
    });
    expect(at(0, 1, 8)?.message).toMatch(/function=0x8, must be <= 7/);
    expect(at(0, 0x1f, 7)).toBeNull();
  });
});
