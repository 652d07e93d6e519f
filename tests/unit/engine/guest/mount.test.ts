import { describe, expect, it } from 'vitest';
import {
  ephemeralFileSystem,
  rootFileSystem,
  swapFileSystem,
  volumeFileSystem,
  type FileSystem
} from '../../../../src/lib/engine/guest/file-system.ts';
import { formatEntry, type FstabEntry, type NamedDisk } from '../../../../src/lib/engine/guest/fstab.ts';
import type { GuestName } from '../../../../src/lib/engine/guest/guest.ts';
import { attempt, bootEffect, outputOf } from '../../../../src/lib/engine/guest/mount.ts';

const swap = swapFileSystem('host1', 512);
const one = volumeFileSystem('one');
const two = volumeFileSystem('two');

function disk(id: string, name: string, fileSystem: FileSystem): NamedDisk {
  return { id, name: name as GuestName, fileSystem };
}

function entry(id: string, name: string, file: string, fileSystem: FileSystem): FstabEntry {
  return { disk: id, name: name as GuestName, file, fileSystem };
}

const byName = { by: 'name', nofail: false } as const;
const byUuid = { by: 'uuid', nofail: false } as const;
const data = entry('one', 'vdb', '/data', one);
const swapLine = entry('swap', 'vdc', 'none', swap);

function tried(line: FstabEntry, options: { by: 'name' | 'uuid'; nofail: boolean }, ...disks: readonly NamedDisk[]) {
  const made = attempt(line, options, disks);
  return { outcome: made.outcome, finds: made.finds?.id ?? null, output: outputOf(line, options, made) };
}

describe('what is on a disk', () => {
  it('[GUEST-8] is the same on each root of one image, and differs from volume to volume', () => {
    expect(rootFileSystem('image')).toEqual(rootFileSystem('image'));
    expect(one.uuid).not.toBe(two.uuid);
    expect(one.uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('[GUEST-9] comes back with a swap disk of the same host and size, and is vfat on an ephemeral disk', () => {
    expect(swapFileSystem('host1', 512).uuid).toBe(swap.uuid);
    expect(swapFileSystem('host1', 1024).uuid).not.toBe(swap.uuid);
    expect(swapFileSystem('host2', 512).uuid).not.toBe(swap.uuid);
    expect(ephemeralFileSystem('host1', 1)).toMatchObject({ type: 'vfat', label: 'ephemeral0' });
    expect(ephemeralFileSystem('host1', 1).uuid).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}$/);
  });
});

describe('a line of fstab', () => {
  it('[GUEST-18] goes by name or by UUID, and by label for the root in both', () => {
    const root = entry('root', 'vda', '/', rootFileSystem('image'));
    expect(formatEntry(data, byName)).toBe('/dev/vdb /data ext4 defaults 0 2');
    expect(formatEntry(data, { by: 'uuid', nofail: true })).toBe(`UUID=${one.uuid} /data ext4 defaults,nofail 0 2`);
    expect(formatEntry(swapLine, { by: 'name', nofail: true })).toBe('/dev/vdc none swap sw,nofail 0 0');
    for (const options of [byName, byUuid]) {
      expect(formatEntry(root, options)).toBe('LABEL=cloudimg-rootfs / ext4 discard,errors=remount-ro 0 1');
      expect(tried(root, options, disk('root', 'vdb', rootFileSystem('image'))).outcome).toBe('right');
    }
  });

  it('[GUEST-10] by name finds what has the name, by UUID what carries it', () => {
    const swapped = [disk('two', 'vdb', two), disk('one', 'vdc', one)];
    expect(tried(data, byName, ...swapped).finds).toBe('two');
    expect(tried(data, byUuid, ...swapped).finds).toBe('one');
  });

  it('[GUEST-14] mounts another disk of the same type without a word', () => {
    expect(tried(data, byName, disk('two', 'vdb', two))).toEqual({ outcome: 'wrong', finds: 'two', output: [] });
  });

  it('[GUEST-11] is refused on swap and on another file system, in the words of mount', () => {
    const words = 'missing codepage or helper program, or other error.';
    for (const there of [disk('swap', 'vdb', swap), disk('ephemeral', 'vdb', ephemeralFileSystem('host1', 1))]) {
      expect(tried(data, byName, there)).toEqual({
        outcome: 'refused',
        finds: there.id,
        output: [
          `mount: /data: wrong fs type, bad option, bad superblock on /dev/vdb, ${words}`,
          '       dmesg(1) may have more information after failed mount system call.'
        ]
      });
    }
  });

  it('[GUEST-11] finds swap that is in use busy', () => {
    const there = disk('swap', 'vdb', swap);
    const made = attempt(data, byName, [there]);
    expect(outputOf(data, byName, made, [{ disk: 'swap', file: 'none' }])[0]).toBe(
      'mount: /data: /dev/vdb already mounted or mount point busy.'
    );
  });

  it('[GUEST-12] of swap is refused on a volume, in the words of swapon', () => {
    expect(tried(swapLine, byName, disk('one', 'vdc', one))).toEqual({
      outcome: 'refused',
      finds: 'one',
      output: ['swapon: /dev/vdc: read swap header failed']
    });
  });

  it('[GUEST-13] says that its disk is missing, and says nothing with nofail', () => {
    expect(tried(data, byName).output[0]).toBe('mount: /data: special device /dev/vdb does not exist.');
    expect(tried(data, byUuid).output).toEqual([`mount: /data: can't find UUID=${one.uuid}.`]);
    expect(tried(swapLine, byName).output).toEqual(['swapon: cannot open /dev/vdc: No such file or directory']);
    expect(tried(swapLine, byUuid).output).toEqual([`swapon: cannot find the device for UUID=${swap.uuid}`]);
    for (const line of [data, swapLine]) expect(tried(line, { by: 'name', nofail: true }).output).toEqual([]);
  });

  it('[GUEST-15] holds a boot up for a missing disk, and stops it where a mount fails', () => {
    expect(bootEffect(data, false, 'missing')).toEqual({ waits: true, emergency: true });
    expect(bootEffect(data, false, 'refused')).toEqual({ waits: false, emergency: true });
    expect(bootEffect(swapLine, false, 'missing')).toEqual({ waits: true, emergency: false });
    expect(bootEffect(swapLine, false, 'refused')).toEqual({ waits: false, emergency: false });
  });

  it('[GUEST-16] does neither with nofail, nor where the boot has nothing to complain of', () => {
    const content = { waits: false, emergency: false };
    for (const outcome of ['missing', 'refused'] as const) expect(bootEffect(data, true, outcome)).toEqual(content);
    for (const outcome of ['right', 'wrong'] as const) expect(bootEffect(data, false, outcome)).toEqual(content);
  });
});
