import { describe, expect, it } from 'vitest';
import { boot, type GuestName } from '../../../../src/lib/engine/guest/guest.ts';
import { byIdLinks, humanSize, lsblk } from '../../../../src/lib/engine/guest/lsblk.ts';
import { pciAddress } from '../../../../src/lib/engine/libvirt/pci-address.ts';

const GIB = 1024 ** 3;

function device(name: string, bytes: number | null, ...mountpoints: readonly string[]) {
  return { name: name as GuestName, bytes, mountpoints };
}

describe('lsblk', () => {
  it('[GUEST-17] lists the disks by number, in its columns', () => {
    const devices = [device('vdc', GIB / 1024, '[SWAP]'), device('vda', 20 * GIB, '/'), device('vdb', null)];
    expect(lsblk(devices).map(({ text }) => text)).toEqual([
      'NAME MAJ:MIN RM SIZE RO TYPE MOUNTPOINTS',
      'vda  252:0    0  20G  0 disk /',
      'vdb  252:16   0    ?  0 disk ',
      'vdc  252:32   0   1M  0 disk [SWAP]'
    ]);
  });

  it('[GUEST-17] counts on after vdz, and gives a second place a line of its own', () => {
    const lines = lsblk([device('vdaa', GIB, '/data', '/data2'), device('vdb', GIB)]);
    expect(lines.map(({ name }) => name)).toEqual([null, 'vdb', 'vdaa', null]);
    expect(lines.at(-2)?.text).toBe('vdaa 252:416  0   1G  0 disk /data');
    expect(lines.at(-1)?.text).toBe('                             /data2');
  });

  it('[GUEST-17] takes the largest unit that fits', () => {
    expect([512, 1536, GIB / 2, 1.5 * GIB, 1024 * GIB].map(humanSize)).toEqual(['512B', '1.5K', '512M', '1.5G', '1T']);
  });
});

describe('ls -l /dev/disk/by-id', () => {
  it('[GUEST-7] has a link for each disk with a serial, sorted, made when the disk appeared', () => {
    const { disks } = boot(
      [null, 'b54facb5-8b1e-4370-9d0b-e7b6ca6f7adc', 'a1'].map((serial, index) => ({
        pci: pciAddress(0, 5 + index),
        serial
      }))
    );
    expect(byIdLinks(disks, () => Date.UTC(2018, 0, 6, 22, 17))).toEqual([
      { mode: 'lrwxrwxrwx 1 root root 9 Jan  6 22:17', link: 'virtio-a1', target: '../../vdc' },
      { mode: 'lrwxrwxrwx 1 root root 9 Jan  6 22:17', link: 'virtio-b54facb5-8b1e-4370-9', target: '../../vdb' }
    ]);
  });
});
