import { describe, expect, it } from 'vitest';
import { AFFECT_CONFIG } from '../../../../src/lib/engine/libvirt/affect-flags.ts';
import { assignAddresses, spareAddress } from '../../../../src/lib/engine/libvirt/assign-addresses.ts';
import { attachDeviceFlags } from '../../../../src/lib/engine/libvirt/attach-device.ts';
import { indexToDiskName } from '../../../../src/lib/engine/libvirt/disk-name.ts';
import { insertDisk } from '../../../../src/lib/engine/libvirt/disk-order.ts';
import { placedDisk } from '../../../../src/lib/engine/libvirt/disk.ts';
import type { Domain } from '../../../../src/lib/engine/libvirt/domain.ts';
import {
  formatPciAddress,
  parsePciAddress,
  pciAddress,
  type PciAddress
} from '../../../../src/lib/engine/libvirt/pci-address.ts';
import { defined, disk, I440FX, places, Q35, refusalOf, valueOf } from './lab.ts';

function manyDisks(count: number) {
  return Array.from({ length: count }, (_, index) => disk(indexToDiskName(index, 'vd')));
}

function attachConfig(domain: Domain, dev: string, address: PciAddress | null = null): Domain {
  return valueOf(attachDeviceFlags(domain, disk(dev, 'virtio', { address }), AFFECT_CONFIG));
}

function buses(domain: Domain): readonly string[] {
  const found: string[] = [];
  for (const one of domain.persistent?.controllers ?? []) {
    if (one.type === 'pci') found.push(`${one.model}@${one.address ? formatPciAddress(one.address).slice(5) : '-'}`);
  }
  return found;
}

describe('pci-address', () => {
  it('writes and reads 0000:00:05.0', () => {
    expect(formatPciAddress(pciAddress(1, 0x1f, 2))).toBe('0000:01:1f.2');
    expect(parsePciAddress('0000:01:1f.2')).toEqual(pciAddress(1, 0x1f, 2));
    expect(parsePciAddress('drive 0:0:0:0')).toBeNull();
  });

  it("[PCI-6] [PCI-10] [PCI-11] places the article's guest: video 02, NIC 03, channel 04, disks 05 on, balloon last", () => {
    const { persistent } = defined(I440FX, disk('vda'), disk('vdb'), disk('vdc'));
    expect(places(persistent)).toEqual(['vda@00:05.0', 'vdb@00:06.0', 'vdc@00:07.0']);
    expect(persistent?.fixed).toEqual({
      video: pciAddress(0, 2),
      nics: [pciAddress(0, 3)],
      memballoon: pciAddress(0, 8)
    });
  });

  it('[PCI-11] puts a SCSI controller before the disks', () => {
    const domain = defined({ ...I440FX, scsiController: 'virtio-scsi' }, disk('vda'));
    expect(places(domain.persistent)).toEqual(['vda@00:06.0']);
  });

  it('[PCI-3] keeps the slot of the chipset', () => {
    const domain = defined(I440FX, disk('vda'));
    const onPiix3 = disk('vdb', 'virtio', { address: pciAddress(0, 1) });
    expect(refusalOf(attachDeviceFlags(domain, onPiix3, AFFECT_CONFIG)).message).toBe(
      'XML error: Attempted double use of PCI Address 0000:00:01.0'
    );
  });

  it('[PCI-7] takes an address of zeros for none', () => {
    const domain = attachConfig(defined(I440FX, disk('vda')), 'vdb', pciAddress(0, 0));
    expect(places(domain.persistent)).toEqual(['vda@00:05.0', 'vdb@00:07.0']);
  });

  it('[PCI-5] [PCI-8] adds a bridge for 40 disks, in the first slot there is', () => {
    const domain = defined(I440FX, ...manyDisks(40));
    expect(buses(domain)).toEqual(['pci-root@-', 'pci-bridge@00:03.0']);
    const all = places(domain.persistent);
    expect([all[0], all[25], all[26], all[39]]).toEqual(['vda@00:06.0', 'vdz@00:1f.0', 'vdaa@01:01.0', 'vdan@01:0e.0']);
    expect(domain.persistent?.fixed.memballoon).toEqual(pciAddress(1, 0x0f));
  });

  it('[PCI-8] keeps the last slot for the bridge when disks come one by one', () => {
    const names = Array.from({ length: 27 }, (_, index) => indexToDiskName(index + 1, 'vd'));
    const domain = names.reduce((before, dev) => attachConfig(before, dev), defined(I440FX, disk('vda')));
    const all = places(domain.persistent);
    expect([all[24], all[25], all[27]]).toEqual(['vdy@00:1e.0', 'vdz@01:01.0', 'vdab@01:03.0']);
    expect(buses(domain)).toEqual(['pci-root@-', 'pci-bridge@00:1f.0']);
  });

  it('[PCI-1] [PCI-9] gives a new PCI Express guest a root port a device, and one to spare', () => {
    const domain = defined(Q35, disk('vda'));
    expect(places(domain.persistent)).toEqual(['vda@03:00.0']);
    const ports = ['00:02.0', '00:02.1', '00:02.2', '00:02.3', '00:02.4'].map((at) => `pcie-root-port@${at}`);
    expect(buses(domain)).toEqual(['pcie-root@-', ...ports]);
  });

  it('[PCI-9] adds one port a disk afterwards, and none to spare', () => {
    const domain = ['vdb', 'vdc'].reduce((before, dev) => attachConfig(before, dev), defined(Q35, disk('vda')));
    expect(places(domain.persistent)).toEqual(['vda@03:00.0', 'vdb@05:00.0', 'vdc@06:00.0']);
    expect(buses(domain)).toHaveLength(7);
  });

  it('[PCI-9] adds none to a guest whose definition names ports', () => {
    const domain = defined({ ...Q35, rootPorts: 12 }, disk('vda'));
    expect(buses(domain)).toHaveLength(13);
    expect(buses(domain).slice(8, 10)).toEqual(['pcie-root-port@00:02.7', 'pcie-root-port@00:03.0']);
  });

  it('[PCI-5] puts a classic PCI card of a PCI Express guest behind a bridge on a port of its own', () => {
    const nics = [{ mac: 'fa:16:3e:00:00:01', model: 'e1000', bridge: null, tap: null }];
    const domain = defined({ ...Q35, nics }, disk('vda'));
    expect(buses(domain).slice(0, 3)).toEqual(['pcie-root@-', 'pcie-root-port@00:02.0', 'pcie-to-pci-bridge@01:00.0']);
    expect(domain.persistent?.fixed.nics).toEqual([pciAddress(2, 1)]);
  });

  it('[PCI-4] lets the persistent definition name any place of the PCI Express root, and buses still to come', () => {
    const onRoot = attachConfig(defined(Q35, disk('vda')), 'vdb', pciAddress(0, 4));
    expect(places(onRoot.persistent)).toEqual(['vda@03:00.0', 'vdb@00:04.0']);
    const beyond = attachConfig(defined(I440FX, disk('vda')), 'vdb', pciAddress(1, 1));
    expect(places(beyond.persistent)).toEqual(['vda@00:05.0', 'vdb@01:01.0']);
    expect(buses(beyond)).toEqual(['pci-root@-', 'pci-bridge@00:07.0']);
  });

  it.each([
    ['i440fx', I440FX],
    ['q35', Q35]
  ])('[PCI-12] finds a disk the same place as two passes over all devices would: %s', (_name, hardware) => {
    let domain = defined(hardware, disk('vda'));
    for (let index = 1; index < 30; index++) {
      const definition = domain.persistent;
      if (definition === null) throw new Error('not defined');
      const next = disk(indexToDiskName(index, 'vd'));
      const disks = insertDisk(definition.disks, placedDisk(next, null, null, null));
      const passes = valueOf(assignAddresses({ ...definition, disks }));
      const spare = spareAddress(definition);
      if (spare !== null) {
        expect(passes.disks.find(({ target }) => target.dev === next.target.dev)?.address).toEqual(spare);
        expect(passes.controllers).toEqual(definition.controllers);
      }
      domain = attachConfig(domain, next.target.dev);
      expect(domain.persistent?.disks).toEqual(passes.disks);
    }
  });
});
