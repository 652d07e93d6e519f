import { describe, expect, it } from 'vitest';
import { releases } from '../../../../../src/lib/engine/nova/releases/release.ts';
import { upstreamPlace } from '../../../../../src/lib/engine/nova/releases/upstream.ts';
import { NAMING_RULES } from '../../../../../src/lib/engine/nova/virt/libvirt/naming-rules.ts';

interface HasSteps {
  readonly steps: readonly { readonly source: string }[];
}

function hasSteps(value: unknown): value is HasSteps {
  return typeof value === 'object' && value !== null && 'steps' in value;
}

const modules: Record<string, Record<string, unknown>> = import.meta.glob(
  '../../../../../src/lib/engine/cloud/operations/*.ts',
  { eager: true }
);

/** Every source that a step or a rule of naming names. */
const sources = new Set([
  ...Object.values(modules).flatMap((module) =>
    Object.values(module)
      .filter(hasSteps)
      .flatMap(({ steps }) => steps.map(({ source }) => source))
  ),
  ...Object.values(NAMING_RULES).flatMap(({ file, functions }) => functions.map((name) => `${file}: ${name}`))
]);

const placeAt = (release: (typeof releases)[number], source: string) => {
  const { file, name } = upstreamPlace(release, source);
  return `${file}: ${name}`;
};

describe("a place in upstream's code", () => {
  it('is the file at the tag of the release', () => {
    expect(upstreamPlace('17.0.0.0b1', 'nova/compute/manager.py: ComputeManager.attach_volume')).toEqual({
      file: 'nova/compute/manager.py',
      name: 'ComputeManager.attach_volume',
      url: 'https://github.com/openstack/nova/blob/17.0.0.0b1/nova/compute/manager.py'
    });
  });

  it('has a file and a function for every source, and an address for those of Nova', () => {
    expect(sources.size).toBeGreaterThan(80);
    for (const source of sources) {
      const { file, name, url } = upstreamPlace('33.0.0', source);
      expect(file, source).toMatch(/\.(py|c)$/);
      expect(name, source).toMatch(/^[A-Za-z_.]+$/);
      expect(url !== null, source).toBe(source.startsWith('nova/'));
    }
  });

  it.each([
    [
      '20.0.0',
      '21.0.0',
      'nova/virt/libvirt/blockinfo.py: get_disk_mapping',
      'nova/virt/libvirt/blockinfo.py: _get_disk_mapping'
    ],
    [
      '31.0.0',
      '32.0.0',
      'nova/api/openstack/compute/volumes.py: VolumeAttachmentController.create',
      'nova/api/openstack/compute/volume_attachments.py: VolumeAttachmentController.create'
    ],
    [
      '32.0.0',
      '33.0.0',
      'nova/compute/api.py: API._check_attach_and_reserve_volume',
      'nova/compute/utils.py: check_attach_and_reserve_volume'
    ],
    ['21.0.0', '22.0.0', 'nova/compute/api.py: API._detach_volume', 'nova/compute/api.py: API.detach_volume']
  ] as const)('is the same at %s and another from %s: %s', (before, from, source, other) => {
    expect([placeAt(before, source), placeAt(from, source)]).toEqual([source, other]);
  });

  it.each([
    [
      '20.0.0',
      '21.0.0',
      'nova/virt/libvirt/blockinfo.py: _get_rescue_disk_mapping',
      'nova/virt/libvirt/blockinfo.py: get_disk_mapping'
    ],
    [
      '15.0.0',
      '16.0.0',
      'nova/virt/block_device.py: DriverVolumeBlockDevice.detach',
      'nova/compute/manager.py: ComputeManager._detach_volume'
    ],
    ['22.0.0', '23.0.0', 'nova/compute/api.py: API._detach_volume', 'nova/compute/api.py: API.detach_volume']
  ] as const)('is another until %s and the same from %s: %s', (until, from, source, other) => {
    expect([placeAt(until, source), placeAt(from, source)]).toEqual([other, source]);
  });

  it('moves for these sources and for no other, so that none is forgotten when a step changes its source', () => {
    const moved = [...sources].filter((source) => releases.some((release) => placeAt(release, source) !== source));
    expect(moved.map((source) => source.split(/[:/] ?/).at(-1)).sort()).toEqual([
      'API._check_attach_and_reserve_volume',
      'API._detach_volume',
      'DriverVolumeBlockDevice.detach',
      'DriverVolumeBlockDevice.driver_detach',
      'ServersController._action_confirm_resize',
      'ServersController._action_reboot',
      'ServersController._action_rebuild',
      'ServersController._action_resize',
      'ServersController._action_revert_resize',
      'ServersController._start_server',
      'ServersController._stop_server',
      'VolumeAttachmentController.create',
      'VolumeAttachmentController.delete',
      '_get_rescue_disk_mapping',
      'get_disk_mapping'
    ]);
  });
});
