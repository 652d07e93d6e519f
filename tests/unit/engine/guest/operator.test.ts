import { describe, expect, it } from 'vitest';
import {
  configDriveFileSystem,
  rootFileSystem,
  swapFileSystem,
  volumeFileSystem
} from '../../../../src/lib/engine/guest/file-system.ts';
import type { FstabStyle, NamedDisk } from '../../../../src/lib/engine/guest/fstab.ts';
import type { GuestName } from '../../../../src/lib/engine/guest/guest.ts';
import {
  booted,
  FRESH_FILES,
  hotplugged,
  switchedOff,
  type GuestFiles
} from '../../../../src/lib/engine/guest/operator.ts';

const CONTENT = {
  root: rootFileSystem('image'),
  swap: swapFileSystem('host1', 1),
  config: configDriveFileSystem('server'),
  one: volumeFileSystem('one'),
  two: volumeFileSystem('two')
};

/** The disks as vda, vdb, ... */
function disks(...ids: readonly (keyof typeof CONTENT)[]): readonly NamedDisk[] {
  return ids.map((id, index) => ({ id, name: `vd${'abcd'.charAt(index)}` as GuestName, fileSystem: CONTENT[id] }));
}

function mounted({ usage }: GuestFiles, by: FstabStyle): readonly string[] {
  return usage[by].mounted.map(({ disk, file }) => `${disk} ${file}`);
}

describe('[GUEST-19] the operator', () => {
  it('writes a line for each new disk but the config drive, and puts it to use', () => {
    const files = booted(FRESH_FILES, disks('root', 'one', 'config', 'swap'));
    expect(files.entries.map(({ disk, name, file }) => `${disk} ${name} ${file}`)).toEqual([
      'root vda /',
      'one vdb /data',
      'swap vdd none'
    ]);
    expect(mounted(files, 'name')).toEqual(['root /', 'one /data', 'swap none']);
  });

  it('keeps a line with the name of the day on which it was written', () => {
    const files = booted(booted(FRESH_FILES, disks('root', 'one')), disks('root', 'two', 'one'));
    expect(files.entries.map(({ disk, name, file }) => `${disk} ${name} ${file}`)).toEqual([
      'root vda /',
      'one vdb /data',
      'two vdb /data2'
    ]);
  });

  it('gets the wrong disk from a boot by name, and the right one by UUID', () => {
    const files = booted(booted(FRESH_FILES, disks('root', 'one', 'two')), disks('root', 'two', 'one'));
    expect(mounted(files, 'name')).toEqual(['root /', 'two /data', 'one /data2']);
    expect(mounted(files, 'uuid')).toEqual(['root /', 'one /data', 'two /data2']);
    expect(files.usage.name.atBoot.get('one')?.outcome).toBe('wrong');
    expect(files.usage.uuid.atBoot.get('one')?.outcome).toBe('right');
  });

  it('unmounts before a detach and mounts by the line when the disk is back', () => {
    const first = booted(FRESH_FILES, disks('root', 'one'));
    const without = hotplugged(first, disks('root', 'one'), disks('root'));
    expect(mounted(without, 'uuid')).toEqual(['root /']);
    const back = hotplugged(without, disks('root'), disks('root', 'swap', 'one'));
    expect(mounted(back, 'uuid')).toEqual(['root /', 'one /data', 'swap none']);
    expect(mounted(back, 'name')).toEqual(['root /', 'swap none']);
  });

  it('leaves alone what is mounted where a disk that is back belongs', () => {
    const written = hotplugged(booted(FRESH_FILES, disks('root', 'one')), disks('root', 'one'), disks('root'));
    const wrong = booted(written, disks('root', 'two'));
    expect(mounted(wrong, 'name')).toEqual(['root /', 'two /data', 'two /data2']);
    const back = hotplugged(wrong, disks('root', 'two'), disks('root', 'two', 'one'));
    expect(mounted(back, 'name')).toEqual(['root /', 'two /data', 'two /data2']);
  });

  it('keeps the lines over a power cut, but no mount', () => {
    const off = switchedOff(booted(FRESH_FILES, disks('root', 'one')));
    expect(off.entries).toHaveLength(2);
    expect(mounted(off, 'name')).toEqual([]);
    expect(off.usage.name.atBoot.size).toBe(0);
  });
});
