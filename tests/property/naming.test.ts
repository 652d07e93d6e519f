import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BlockDeviceMapping } from '../../src/lib/engine/nova/block-device-mapping.ts';
import type { DeviceName } from '../../src/lib/engine/nova/block-device.ts';
import { blankBdm } from '../../src/lib/engine/cloud/swap-row.ts';
import { volumeBdm } from '../../src/lib/engine/cloud/naming.ts';
import { DEFAULT_CONF } from '../../src/lib/engine/nova/conf.ts';
import { releaseProfile, releases } from '../../src/lib/engine/nova/releases/release.ts';
import { getBlockDeviceInfo } from '../../src/lib/engine/nova/virt/block-device-info.ts';
import { getDiskInfo } from '../../src/lib/engine/nova/virt/libvirt/blockinfo.ts';

const ROOT = '/dev/vda' as DeviceName;

/** Rows whose stored names all differ; some have none. */
const anyRows: fc.Arbitrary<readonly BlockDeviceMapping[]> = fc
  .record({
    names: fc.shuffledSubarray(['/dev/vdb', '/dev/vdc', '/dev/vdd', '/dev/vde', '/dev/vdf'] as DeviceName[]),
    nameless: fc.integer({ min: 0, max: 3 }),
    swapRow: fc.constantFrom('none', 'named', 'nameless'),
    ephemeralRow: fc.boolean()
  })
  .map(({ names, nameless, swapRow, ephemeralRow }) => {
    const [swapName = null, ...volumeNames] = names;
    const root: BlockDeviceMapping = {
      ...volumeBdm(null, ROOT),
      source_type: 'image',
      destination_type: 'local',
      boot_index: 0
    };
    const unnamed = Array.from({ length: nameless }, (_, index) => volumeBdm(`unnamed${index}`));
    return [
      root,
      ...volumeNames.map((name) => volumeBdm(name, name)),
      ...unnamed,
      ...(ephemeralRow ? [blankBdm(1, null)] : []),
      ...(swapRow === 'none' ? [] : [{ ...blankBdm(512, 'swap'), device_name: swapRow === 'named' ? swapName : null }])
    ];
  });

const anyInput = fc.record({
  release: fc.constantFrom(...releases),
  flavor: fc.record({ swap: fc.constantFrom(0, 512), ephemeral: fc.constantFrom(0, 1) }),
  config_drive: fc.boolean(),
  config_drive_format: fc.constantFrom('vfat' as const, 'iso9660' as const),
  rows: anyRows
});

describe('a mapping, whatever the rows', () => {
  // Where real Nova names two disks alike: it places a swap row that has no name without looking at what other rows
  // hold (nova/virt/libvirt/blockinfo.py, get_disk_mapping), and from 31.0.0 on a resize makes such a row.
  it('[NAME-4] names two disks alike only where a swap row without a name is one of them', () => {
    fc.assert(
      fc.property(anyInput, ({ release, flavor, config_drive, config_drive_format, rows }) => {
        const behaviour = releaseProfile(release).blockinfo;
        const image_meta = { disk_format: 'qcow2', properties: {} };
        const conf = { ...DEFAULT_CONF, config_drive_format };
        const input = { flavor, config_drive, image_meta, conf, behaviour };
        const computed = getDiskInfo(input, getBlockDeviceInfo(ROOT, rows, behaviour));
        if (!computed.ok) throw new Error(computed.error.message);
        const disks = Object.entries(computed.value.mapping).filter(([key]) => key !== 'root');
        const swap = rows.find(({ guest_format }) => guest_format === 'swap');
        const excused = swap?.device_name === null ? 'disk.swap' : null;
        const names = disks.filter(([key]) => key !== excused).map(([, { dev }]) => dev);
        expect(new Set(names).size).toBe(names.length);
      })
    );
  });

  it('[NAME-4] does name two disks alike there', () => {
    const behaviour = releaseProfile('31.0.0').blockinfo;
    const rows = [volumeBdm('volume', '/dev/vdb' as DeviceName), blankBdm(512, 'swap')];
    const input = {
      flavor: { swap: 512, ephemeral: 0 },
      config_drive: false,
      image_meta: { disk_format: 'qcow2', properties: {} },
      conf: DEFAULT_CONF,
      behaviour
    };
    const computed = getDiskInfo(input, getBlockDeviceInfo(ROOT, rows, behaviour));
    expect(computed.ok && Object.values(computed.value.mapping).filter(({ dev }) => dev === 'vdb')).toHaveLength(2);
  });
});
