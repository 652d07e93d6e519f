import { describe, expect, it } from 'vitest';
import { AFFECT_CONFIG, AFFECT_LIVE } from '../../../../src/lib/engine/libvirt/affect-flags.ts';
import { attachDeviceFlags } from '../../../../src/lib/engine/libvirt/attach-device.ts';
import {
  createDomain,
  createTransientDomain,
  defineDomain,
  destroyDomain,
  resumeDomain,
  shutdownDomain,
  suspendDomain,
  undefineDomain,
  type Domain
} from '../../../../src/lib/engine/libvirt/domain.ts';
import { pciAddress } from '../../../../src/lib/engine/libvirt/pci-address.ts';
import { defined, disk, I440FX, places, Q35, refusalOf, running, valueOf } from './lab.ts';

const request = {
  name: 'instance-0000000a',
  uuid: '0ac40227-597c-48d7-8379-9320beb7d3bd',
  hardware: I440FX,
  disks: [disk('vda')]
};

function still(domain: Domain | null): Domain {
  if (domain === null) throw new Error('gone');
  return domain;
}

describe('domain', () => {
  it('[LIFE-2] starts a copy of the persistent definition; the hardware is the same object', () => {
    const { live, persistent, state, id } = running(I440FX, disk('vda'));
    expect([state, id]).toEqual(['running', 7]);
    expect(live?.hardware).toBe(persistent?.hardware);
    expect(places(live)).toEqual(places(persistent));
  });

  it('[INDEX-1] numbers the images from the last disk to the first', () => {
    const { live } = running(I440FX, disk('vda'), disk('vdb'), disk('vdc'));
    expect(live?.disks.map(({ sourceIndex }) => sourceIndex)).toEqual([3, 2, 1]);
  });

  it('[INDEX-1] [INDEX-2] counts the images below; an empty drive has none', () => {
    const base = { format: 'raw', source: { type: 'file', file: '/base' } } as const;
    const cdrom = disk('hda', 'ide', { device: 'cdrom', source: null });
    const domain = running(I440FX, disk('vda', 'virtio', { backing: [base] }), disk('vdb'), cdrom);
    expect(domain.live?.disks.map(({ sourceIndex }) => sourceIndex)).toEqual([2, 1, null]);
    expect(domain.nodeNameIndex).toBe(3);
  });

  it('[LIFE-4] loses with the plug what only the live definition had', () => {
    const plugged = valueOf(attachDeviceFlags(running(I440FX, disk('vda')), disk('vdb'), AFFECT_LIVE));
    const off = still(valueOf(destroyDomain(plugged)));
    expect([off.state, off.id, off.live]).toEqual(['shutoff', null, null]);
    expect(places(valueOf(createDomain(off, 8)).live)).toEqual(['vda@00:05.0']);
  });

  it('[LIFE-1] a new definition waits for the next start, and places everything anew', () => {
    const domain = running(I440FX, disk('vda'));
    const redefined = valueOf(defineDomain({ ...request, disks: [disk('vda'), disk('vdc')] }, domain));
    expect(places(redefined.live)).toEqual(['vda@00:05.0']);
    expect(places(redefined.persistent)).toEqual(['vda@00:05.0', 'vdc@00:06.0']);
  });

  it('[LIFE-1] refuses a name that another domain has', () => {
    expect(refusalOf(defineDomain({ ...request, uuid: 'other' }, defined(I440FX))).message).toBe(
      "operation failed: domain 'instance-0000000a' already exists with uuid 0ac40227-597c-48d7-8379-9320beb7d3bd"
    );
  });

  it('[LIFE-3] [LIFE-6] a transient domain is gone when it stops', () => {
    const transient = valueOf(createTransientDomain(request, 1, { paused: true }));
    expect(transient.state).toBe('paused');
    expect(valueOf(destroyDomain(transient))).toBeNull();
    const undefined_ = still(valueOf(undefineDomain(running(I440FX, disk('vda')))));
    expect(undefined_.persistent).toBeNull();
    expect(refusalOf(undefineDomain(undefined_)).message).toMatch(/cannot undefine transient domain/);
    expect(valueOf(undefineDomain(defined(I440FX)))).toBeNull();
  });

  it('[LIFE-5] [LIFE-7] [LIFE-8] pauses, resumes and shuts down', () => {
    const paused = valueOf(suspendDomain(running(I440FX, disk('vda'))));
    expect(valueOf(suspendDomain(paused))).toBe(paused);
    expect(valueOf(shutdownDomain(paused))).toBe(paused);
    const resumed = valueOf(resumeDomain(paused));
    expect(resumed.state).toBe('running');
    expect(valueOf(shutdownDomain(resumed, false))).toBe(resumed);
    expect(still(valueOf(shutdownDomain(resumed))).state).toBe('shutoff');
  });

  it.each([
    ['create', createDomain(running(I440FX), 8), 'domain is already running'],
    ['resume', resumeDomain(running(I440FX)), 'domain is already running'],
    ['destroy', destroyDomain(defined(I440FX)), 'domain is not running'],
    ['shutdown', shutdownDomain(defined(I440FX)), 'domain is not running'],
    ['suspend', suspendDomain(defined(I440FX)), 'domain is not running'],
    ['resume', resumeDomain(defined(I440FX)), 'domain is not running']
  ])('[LIFE-2] [LIFE-4] %s in the wrong state is refused', (_name, result, words) => {
    expect(refusalOf(result).message).toBe(`Requested operation is not valid: ${words}`);
  });

  it('[START-1] does not start without its sources, nor with one image twice', () => {
    const two = defined(I440FX, disk('vda'), disk('vdb'));
    const missingSources = ['/vda.img', '/vdb.img'];
    expect(refusalOf(createDomain(two, 1, { missingSources })).message).toBe(
      `Cannot access storage file '/vdb.img': No such file or directory`
    );
    const source = { type: 'file', file: '/same' } as const;
    const same = defined(I440FX, disk('vda', 'virtio', { source }), disk('vdb', 'virtio', { source }));
    expect(refusalOf(createDomain(same, 1)).message).toMatch(
      /^internal error: qemu unexpectedly closed the monitor: .*/
    );
    expect(refusalOf(createDomain(same, 1)).message).toMatch(/Is another process using the image \[\/same\]\?$/);
  });

  it('[QEMU-4] does not start with two disks of one id', () => {
    const twins = valueOf(attachDeviceFlags(defined(I440FX, disk('vdb')), disk('sdb'), AFFECT_CONFIG));
    expect(refusalOf(createDomain(twins, 1)).message).toMatch(/Duplicate device ID 'virtio-disk1'/);
  });

  describe('what cannot be defined', () => {
    const refusal = (hardware: typeof I440FX, ...disks: ReturnType<typeof disk>[]) =>
      refusalOf(defineDomain({ ...request, hardware, disks })).message;

    it('[DUP-1] two disks with one target, as Nova of 2025.1 asks for after the resize', () => {
      expect(refusal(I440FX, disk('vda'), disk('vdb'), disk('vdb', 'virtio', { source: null }))).toBe(
        'missing source information for device vdb'
      );
      expect(refusal(I440FX, disk('vda'), disk('vdb'), disk('vdb'))).toBe(
        "XML error: target 'vdb' duplicated for disk sources '/vdb.img' and '/vdb.img'"
      );
      expect(refusal(I440FX, disk('vda', 'ide'), disk('vda'))).toMatch(/target 'vda' duplicated/);
    });

    it('[DUP-2] two disks on one seat', () => {
      expect(refusal(I440FX, disk('hdb', 'ide'), disk('vdb', 'ide'))).toMatch(/duplicate drive address .* 'hdb'/);
    });

    it('[DEFINE-1] two disks at one PCI address', () => {
      const address = pciAddress(0, 9);
      expect(refusal(I440FX, disk('vda', 'virtio', { address }), disk('vdb', 'virtio', { address }))).toBe(
        'XML error: Attempted double use of PCI Address 0000:00:09.0'
      );
    });

    it('[DEFINE-1] IDE on a machine without it', () => {
      expect(refusal(Q35, disk('hda', 'ide'))).toMatch(/IDE controllers are unsupported/);
    });
  });
});
