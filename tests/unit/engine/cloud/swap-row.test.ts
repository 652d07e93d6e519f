import { describe, expect, it } from 'vitest';
import { blankBdm, updateSwapRow } from '../../../../src/lib/engine/cloud/swap-row.ts';
import { volumeBdm } from '../../../../src/lib/engine/cloud/naming.ts';
import type { DeviceName } from '../../../../src/lib/engine/nova/block-device.ts';

const volume = volumeBdm('vol0', '/dev/vdb' as DeviceName);
const ephemeral = blankBdm(1, null);

describe('[EPOCH-31-1] the swap row after a resize', () => {
  it('is added at the end, without a name, when the new flavor has swap', () => {
    expect(updateSwapRow([volume, ephemeral], 0, 1024)).toEqual([
      volume,
      ephemeral,
      { ...blankBdm(1024, 'swap'), device_name: null, boot_index: -1 }
    ]);
  });

  it('gets the new size and keeps its name and place', () => {
    const named = { ...blankBdm(512, 'swap'), device_name: '/dev/vdc' as DeviceName };
    expect(updateSwapRow([named, volume], 512, 1024)).toEqual([{ ...named, volume_size: 1024 }, volume]);
  });

  it('is removed when the new flavor has no swap', () => {
    expect(updateSwapRow([volume, blankBdm(512, 'swap'), ephemeral], 512, 0)).toEqual([volume, ephemeral]);
  });

  it('replaces a row that a failed resize left behind: an instance has only one', () => {
    const left = blankBdm(512, 'swap');
    expect(updateSwapRow([left, volume], 0, 1024)).toEqual([volume, blankBdm(1024, 'swap')]);
  });

  it('stays as it is between flavors with the same swap', () => {
    const bdms = [volume, blankBdm(512, 'swap')];
    expect(updateSwapRow(bdms, 512, 512)).toEqual(bdms);
  });
});
