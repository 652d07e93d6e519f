import { describe, expect, it } from 'vitest';
import { defined, disk, I440FX, places } from './lab.ts';

describe('disk-order', () => {
  it('[ORDER-1] sorts disks by letter, two letters behind one', () => {
    const domain = defined(I440FX, disk('vdc'), disk('vdaa'), disk('vda'), disk('vdb'));
    expect(places(domain.persistent)).toEqual(['vda@00:05.0', 'vdb@00:06.0', 'vdc@00:07.0', 'vdaa@00:08.0']);
  });

  it('[ORDER-1] keeps buses as they first came, and sorts within each', () => {
    const asked = [disk('sda', 'scsi'), disk('hda', 'ide'), disk('vdb'), disk('vda'), disk('sdb', 'usb')];
    expect(defined(I440FX, ...asked).persistent?.disks.map(({ target }) => target.dev)).toEqual([
      'sda',
      'hda',
      'vda',
      'vdb',
      'sdb'
    ]);
  });

  it('[ORDER-1] counts letters, not names: sdb on virtio stands beside vdb', () => {
    const domain = defined(I440FX, disk('vdc'), disk('sdb'), disk('vdb'));
    expect(domain.persistent?.disks.map(({ target }) => target.dev)).toEqual(['sdb', 'vdb', 'vdc']);
  });
});
