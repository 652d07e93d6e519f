import { describe, expect, it } from 'vitest';
import { diskNameToIndex, indexToDiskName, parseDiskName } from '../../../../src/lib/engine/libvirt/disk-name.ts';

/** Names and the numbers that virDiskNameToIndex gives them. */
const KNOWN: readonly (readonly [name: string, index: number])[] = [
  ['vda', 0],
  ['hdb', 1],
  ['sdz', 25],
  ['vdaa', 26],
  ['vdzz', 701],
  ['vdaaa', 702],
  ['vdaaaaaa', 12356630],
  ['xvdb', 1],
  ['ubda', 0],
  ['fdb', 1]
];

describe('disk-name', () => {
  it.each(KNOWN)('[NAME-1] %s is number %i', (name, index) => {
    expect(diskNameToIndex(name)).toBe(index);
    expect(parseDiskName(name)).toEqual({ index, partition: 0 });
  });

  it.each(['vd', 'xyz', 'VDB', 'vdB', '/dev/vdb', '', 'vdb ', '1', 'v db', 'vd1'])(
    '[NAME-1] %j has no number',
    (name) => {
      expect(diskNameToIndex(name)).toBe(-1);
      expect(parseDiskName(name)).toBeNull();
    }
  );

  it('[NAME-2] does not count a partition', () => {
    expect(parseDiskName('vda12')).toEqual({ index: 0, partition: 12 });
    expect(diskNameToIndex('vda12')).toBe(0);
  });

  it('[NAME-3] spells a number back', () => {
    for (let index = 0; index < 20_000; index += 7) {
      expect(diskNameToIndex(indexToDiskName(index, 'vd'))).toBe(index);
    }
  });
});
