import { describe, expect, it } from 'vitest';
import {
  AFFECT_CONFIG,
  AFFECT_CURRENT,
  AFFECT_LIVE,
  AFFECT_LIVE_AND_CONFIG,
  type AffectFlags
} from '../../../../src/lib/engine/libvirt/affect-flags.ts';
import { attachDeviceFlags } from '../../../../src/lib/engine/libvirt/attach-device.ts';
import { detachDeviceFlags } from '../../../../src/lib/engine/libvirt/detach-device.ts';
import { targetDev, type DomainDisk } from '../../../../src/lib/engine/libvirt/disk.ts';
import { undefineDomain, type Domain } from '../../../../src/lib/engine/libvirt/domain.ts';
import { pciAddress } from '../../../../src/lib/engine/libvirt/pci-address.ts';
import { defined, disk, frozen, I440FX, places, Q35, refusalOf, running, valueOf } from './lab.ts';

function attach(domain: Domain, one: DomainDisk, flags: AffectFlags = AFFECT_LIVE_AND_CONFIG): Domain {
  return valueOf(attachDeviceFlags(domain, frozen(one), flags));
}

function refusal(domain: Domain, one: DomainDisk, flags: AffectFlags, missing: readonly string[] = []): string {
  const { code, domain: from, message } = refusalOf(attachDeviceFlags(domain, frozen(one), flags, missing));
  return `${code}/${from} ${message}`;
}

/** The article's guest after the resize and the detach: the volume is gone, swap is still vdc. */
function afterTheArticlesDetach(): Domain {
  const resized = running(I440FX, disk('vda'), disk('vdb'), disk('vdc'));
  return valueOf(detachDeviceFlags(resized, targetDev('vdb'), AFFECT_LIVE_AND_CONFIG));
}

describe('attach-device', () => {
  describe("the article's refusal", () => {
    it('[CONFIG-1] says that the target already exists when the persistent definition has it', () => {
      const domain = afterTheArticlesDetach();
      expect(places(domain.live)).toEqual(['vda@00:05.0', 'vdc@00:07.0']);
      expect(refusalOf(attachDeviceFlags(domain, disk('vdc'), AFFECT_LIVE_AND_CONFIG))).toEqual({
        code: 55,
        domain: 10,
        message: 'Requested operation is not valid: target vdc already exists'
      });
    });

    it('[DUP-1] says that it is duplicated, and by what, when only the live one is asked', () => {
      const newcomer = disk('vdc', 'virtio', { source: { type: 'block', dev: '/dev/sda' } });
      expect(refusal(afterTheArticlesDetach(), newcomer, AFFECT_LIVE)).toBe(
        "27/20 XML error: target 'vdc' duplicated for disk sources '/vdc.img' and '/dev/sda'"
      );
    });

    it('[LIVE-2] lets vdb through, in the slot that was freed', () => {
      expect(places(attach(afterTheArticlesDetach(), disk('vdb')).live)).toContain('vdb@00:06.0');
    });
  });

  describe('where the disk ends up', () => {
    it('[LIVE-2] [LIVE-3] takes the lowest free slot, live and config each for itself', () => {
      const onlyLive = attach(running(I440FX, disk('vda')), disk('vdb'), AFFECT_LIVE);
      const both = attach(onlyLive, disk('vdc'));
      expect(places(both.live)).toEqual(['vda@00:05.0', 'vdb@00:07.0', 'vdc@00:08.0']);
      expect(places(both.persistent)).toEqual(['vda@00:05.0', 'vdc@00:07.0']);
    });

    it('[INDEX-2] numbers the image on from the last one, and never again with the same number', () => {
      const once = attach(running(I440FX, disk('vda')), disk('vdb'));
      const gone = valueOf(detachDeviceFlags(once, targetDev('vdb'), AFFECT_LIVE_AND_CONFIG));
      const again = attach(gone, disk('vdb'));
      expect([once, again].map(({ live }) => live?.disks[1]?.sourceIndex)).toEqual([2, 3]);
    });

    it('[INDEX-2] gives an alias and a number to the live disk alone', () => {
      const { live, persistent } = attach(running(I440FX, disk('vda')), disk('vdb'));
      expect(live?.disks[1]).toMatchObject({ alias: 'virtio-disk1', sourceIndex: 2 });
      expect(persistent?.disks[1]).toMatchObject({ alias: null, sourceIndex: null });
    });

    it('[LIVE-2] plugs into the address that the disk names', () => {
      const domain = attach(running(I440FX, disk('vda')), disk('vdb', 'virtio', { address: pciAddress(0, 0x1f) }));
      expect(places(domain.live)).toContain('vdb@00:1f.0');
    });

    it('[LIVE-4] plugs in the SCSI controllers that lack, of the model that is there', () => {
      const lsi = attach(running(I440FX, disk('vda')), disk('sdh', 'scsi'), AFFECT_LIVE);
      expect(lsi.live?.controllers.filter(({ type }) => type === 'scsi')).toMatchObject([
        { index: 0, model: 'lsilogic', address: pciAddress(0, 7) },
        { index: 1, model: 'lsilogic', address: pciAddress(0, 8) }
      ]);
      const modern = running({ ...I440FX, scsiController: 'virtio-scsi' }, disk('vda'));
      const controllers = attach(modern, disk('sdh', 'scsi'), AFFECT_LIVE).live?.controllers ?? [];
      expect(controllers.filter(({ model }) => model === 'virtio-scsi')).toHaveLength(2);
    });

    it('[CTRL-2] adds the controller to a persistent definition', () => {
      const domain = attach(defined(I440FX, disk('vda')), disk('sda', 'sata'), AFFECT_CONFIG);
      const sata = domain.persistent?.controllers.find(({ type }) => type === 'sata');
      expect(sata?.address).toEqual(pciAddress(0, 7));
    });
  });

  describe('the order of the checks', () => {
    it('[FLAGS-1] first the state of the domain', () => {
      const off = defined(I440FX, disk('vda'));
      expect(refusal(off, disk('xyz'), AFFECT_LIVE)).toBe(
        '55/20 Requested operation is not valid: domain is not running'
      );
      expect(refusal(off, disk('vda'), AFFECT_LIVE_AND_CONFIG)).toMatch(/domain is not running/);
      const transient = valueOf(undefineDomain(running(I440FX, disk('vda'))));
      if (transient === null) throw new Error('gone');
      expect(refusal(transient, disk('vdb'), AFFECT_CONFIG)).toBe(
        '55/20 Requested operation is not valid: transient domains do not have any persistent config'
      );
    });

    it('[FLAGS-1] without flags it is the live definition, or the persistent one of a domain that is off', () => {
      const onLive = attach(running(I440FX, disk('vda')), disk('vdb'), AFFECT_CURRENT);
      expect([places(onLive.live).length, places(onLive.persistent).length]).toEqual([2, 1]);
      expect(places(attach(defined(I440FX), disk('vda'), AFFECT_CURRENT).persistent)).toEqual(['vda@00:06.0']);
    });

    it('[ATTACH-1] then the disk, the persistent definition, the live one', () => {
      const domain = running(I440FX, disk('vda'));
      const taken = { address: pciAddress(0, 6) };
      const missing = ['/vda.img', '/vdb.img'];
      const both = AFFECT_LIVE_AND_CONFIG;
      expect(refusal(domain, disk('vda', 'virtio', { ...taken, serial: 'a;b' }), both, missing)).toMatch(/unsafe/);
      expect(refusal(domain, disk('vda', 'virtio', taken), both, missing)).toMatch(/target vda already exists/);
      expect(refusal(domain, disk('vdb', 'virtio', taken), both, missing)).toMatch(/double use/);
      expect(refusal(domain, disk('vdb'), both, missing)).toMatch(/Cannot access storage file/);
    });

    it('[LIVE-1] and of the live one: source, target, place, QEMU', () => {
      const domain = running(I440FX, disk('vda'));
      const inUse = { source: { type: 'file', file: '/vda.img' } } as const;
      const taken = { ...inUse, address: pciAddress(0, 6) };
      expect(refusal(domain, disk('vda', 'virtio', taken), AFFECT_LIVE, ['/vda.img'])).toMatch(/Cannot access/);
      expect(refusal(domain, disk('vda', 'virtio', taken), AFFECT_LIVE)).toMatch(/duplicated/);
      expect(refusal(domain, disk('vdb', 'virtio', taken), AFFECT_LIVE)).toMatch(/double use/);
      expect(refusal(domain, disk('vdb', 'virtio', inUse), AFFECT_LIVE)).toMatch(/Failed to get "write" lock/);
    });

    it('[ATTACH-2] a refused live part leaves the persistent definition as it was', () => {
      const domain = running(Q35, disk('vda'), disk('vdb'));
      const full = attach(domain, disk('vdc'));
      const before = structuredClone(full);
      expect(refusal(full, disk('vdd'), AFFECT_LIVE_AND_CONFIG)).toBe(
        '1/20 internal error: No more available PCI slots'
      );
      expect(full).toEqual(before);
      expect(places(attach(full, disk('vdd'), AFFECT_CONFIG).persistent)).toHaveLength(4);
    });
  });

  it('[DUP-3] refuses a SCSI seat that is taken, live or not; the seats of IDE are seen to at the start', () => {
    const address = { type: 'drive', controller: 0, bus: 0, target: 0, unit: 0 } as const;
    const scsi = running(I440FX, disk('vda'), disk('sda', 'scsi'));
    const words = '55/10 Requested operation is not valid: Domain already contains a disk with that address';
    expect(refusal(scsi, disk('sdj', 'scsi', { address }), AFFECT_LIVE)).toBe(words);
    expect(refusal(scsi, disk('sdj', 'scsi', { address }), AFFECT_CONFIG)).toBe(words);
    const ide = attach(defined(I440FX, disk('hdb', 'ide')), disk('vdb', 'ide'), AFFECT_CONFIG);
    expect(places(ide.persistent)).toEqual(['hdb@0:0:1', 'vdb@0:0:1']);
  });

  describe('what QEMU refuses', () => {
    it('[QEMU-3] IDE and SATA while the guest runs', () => {
      expect(refusal(running(I440FX, disk('vda')), disk('hdc', 'ide'), AFFECT_LIVE)).toBe(
        "1/10 internal error: unable to execute QEMU command 'device_add': Bus 'ide.1' does not support hotplugging"
      );
      expect(refusal(running(Q35, disk('vda')), disk('sdc', 'sata'), AFFECT_LIVE)).toMatch(/Bus 'ide.2'/);
    });

    it('[QEMU-2] a controller that is not there', () => {
      expect(refusal(running(Q35, disk('vda')), disk('hda', 'ide'), AFFECT_LIVE)).toBe(
        '1/20 internal error: Could not find ide controller with index 0 required for device'
      );
      expect(refusal(running(I440FX, disk('vda')), disk('sda', 'sata'), AFFECT_LIVE)).toMatch(/sata controller/);
    });

    it('[QEMU-4] an id that another disk has: sda on virtio is virtio-disk0 too', () => {
      expect(refusal(running(I440FX, disk('vda')), disk('sda'), AFFECT_LIVE)).toMatch(
        /Duplicate device ID 'virtio-disk0'/
      );
    });

    it('[QEMU-1] an image that another disk writes to, unless both share it or both only read', () => {
      const source = { type: 'file', file: '/shared.img' } as const;
      const beside = (one: Partial<DomainDisk>, other: Partial<DomainDisk>) => {
        const domain = running(I440FX, disk('vda', 'virtio', { source, ...one }));
        return attachDeviceFlags(domain, disk('vdb', 'virtio', { source, ...other }), AFFECT_LIVE);
      };
      expect(refusalOf(beside({}, {})).message).toMatch(/Failed to get "write" lock/);
      expect(refusalOf(beside({}, { shareable: true })).message).toMatch(/Failed to get "write" lock/);
      expect(refusalOf(beside({}, { readonly: true })).message).toMatch(/Failed to get shared "write" lock/);
      expect(beside({ shareable: true }, { shareable: true }).ok).toBe(true);
      expect(beside({ readonly: true }, { readonly: true }).ok).toBe(true);
    });
  });
});
