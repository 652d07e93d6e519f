import { describe, expect, it } from 'vitest';
import type { DiskBus } from '../../../../src/lib/engine/libvirt/disk.ts';
import { controllerAlias } from '../../../../src/lib/engine/libvirt/controller.ts';
import { disk, I440FX, Q35, running } from './lab.ts';

const ALIASES: readonly (readonly [dev: string, bus: DiskBus, alias: string])[] = [
  ['vdf', 'virtio', 'virtio-disk5'],
  ['vdaa', 'virtio', 'virtio-disk26'],
  ['sdb', 'virtio', 'virtio-disk1'],
  ['sdb', 'usb', 'usb-disk1'],
  ['hdc', 'ide', 'ide0-1-0'],
  ['sdb', 'sata', 'sata0-0-1'],
  ['sdh', 'scsi', 'scsi1-0-0']
];

describe('disk-alias', () => {
  it.each(ALIASES)('[ALIAS-1] [ALIAS-2] %s on %s is %s', (dev, bus, alias) => {
    expect(running(I440FX, disk(dev, bus)).live?.disks[0]?.alias).toBe(alias);
  });

  it('[ALIAS-2] names the SCSI target too, unless the controller is LSI', () => {
    const virtioScsi = { ...I440FX, scsiController: 'virtio-scsi' as const };
    expect(running(virtioScsi, disk('sdb', 'scsi')).live?.disks[0]?.alias).toBe('scsi0-0-0-1');
  });

  it('[ALIAS-1] only a running domain has aliases', () => {
    expect(running(I440FX, disk('vda')).persistent?.disks[0]?.alias).toBeNull();
  });

  it("[ALIAS-3] the chipset's controllers have no number", () => {
    const aliases = (hardware: typeof I440FX, chipset: 'i440fx' | 'q35') =>
      running(hardware, disk('sda', 'sata')).live?.controllers.map((one) => controllerAlias(one, chipset));
    expect(aliases(I440FX, 'i440fx')).toEqual(['usb', 'pci.0', 'sata0', 'virtio-serial0']);
    expect(aliases(Q35, 'q35')?.slice(0, 4)).toEqual(['usb', 'ide', 'pcie.0', 'pci.1']);
  });
});
