import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ARTICLE_LAB } from '../../../src/lib/engine/cloud/lab.ts';
import { releases } from '../../../src/lib/engine/nova/releases/release.ts';
import {
  withDataVolume,
  withFlavor,
  withNewFlavor,
  withoutFlavor,
  withVolumes
} from '../../../src/lib/session/lab-edits.ts';
import { validate } from '../../../src/lib/session/lab-problems.ts';
import {
  articleSettings,
  CONFIG_DRIVES,
  labWith,
  MOST_VOLUMES,
  settingsOf,
  volumesOf,
  type LabSettings
} from '../../../src/lib/session/lab-settings.ts';
import { VOLUME_BACKENDS } from '../../../src/lib/session/lab-volumes.ts';
import { cloudOf, startSession } from '../../../src/lib/session/session.ts';
import { computeLog } from '../../../src/lib/session/views/compute-log.ts';
import { diskBuses, offersBus } from '../../../src/lib/session/views/releases.ts';
import { sessionAfter } from '../../support/lab/session.ts';

const bus = fc.option(fc.constantFrom(...diskBuses));

const anySettings: fc.Arbitrary<LabSettings> = fc
  .record({
    release: fc.constantFrom(...releases),
    serverFlavor: fc.constantFrom('203', '204'),
    hw_disk_bus: bus,
    hw_cdrom_bus: bus,
    hw_machine_type: fc.option(fc.constantFrom('pc', 'q35')),
    configDrive: fc.constantFrom(...CONFIG_DRIVES),
    max_disk_devices_to_attach: fc.constantFrom(-1, 1, 3),
    unplug: fc.constantFrom('while running' as const, 'never' as const),
    volumeBackend: fc.constantFrom(...VOLUME_BACKENDS),
    bootFromVolume: fc.boolean(),
    volumes: fc.integer({ min: 1, max: MOST_VOLUMES }),
    attached: fc.array(fc.boolean(), { minLength: MOST_VOLUMES, maxLength: MOST_VOLUMES })
  })
  .map(({ attached, ...more }) => {
    const ids = volumesOf(more).map(({ id }) => id);
    return { ...articleSettings, ...more, data_volumes: ids.filter((_, index) => attached[index]) };
  });

/** The fields that have a problem. */
function fieldsOf(change: Partial<LabSettings>): readonly string[] {
  return validate({ ...articleSettings, ...change }).map(({ field }) => field);
}

const [withSwap, noSwap] = articleSettings.flavors;

describe('the settings of a lab', () => {
  it("give exactly the article's lab when they are the article's", () => {
    expect(labWith(articleSettings)).toStrictEqual(ARTICLE_LAB);
    expect(validate(articleSettings)).toEqual([]);
  });

  it('give each release a clock of its time, in their order', () => {
    const starts = releases
      .filter((release) => release !== ARTICLE_LAB.release)
      .map((release) => labWith({ ...articleSettings, release }).log.start);
    expect(starts).toEqual(starts.toSorted((one, other) => one - other));
    expect(new Date(starts[0] ?? 0).getUTCFullYear()).toBe(2017);
    expect(new Date(starts.at(-1) ?? 0).getUTCFullYear()).toBe(2026);
    const [line] = computeLog(
      sessionAfter([{ type: 'hardReboot' }], labWith({ ...articleSettings, release: '31.0.0' }))
    );
    expect(line?.prefix).toMatch(/^2025-/);
  });

  it('are read back from the lab that was made of them', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        expect(settingsOf(labWith(settings))).toEqual(settings);
      })
    );
  });

  it('give every volume an id and a host device of its own', () => {
    const { volumes } = labWith({ ...articleSettings, volumes: MOST_VOLUMES, bootFromVolume: true });
    expect(volumes).toHaveLength(MOST_VOLUMES + 1);
    expect(new Set(volumes.map(({ id }) => id)).size).toBe(volumes.length);
    expect(new Set(volumes.map(({ host_device }) => host_device)).size).toBe(volumes.length);
    for (const { id } of volumes)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('put all volumes into Ceph when the backend is rbd', () => {
    const { volumes } = labWith({ ...articleSettings, volumes: 2, bootFromVolume: true, volumeBackend: 'rbd' });
    for (const { id, host_device } of volumes) expect(host_device).toMatchObject({ name: `volumes/volume-${id}` });
  });

  it.each(releases)('build a server at %s on every bus and machine, or say why not', (release) => {
    for (const hw_disk_bus of [null, ...diskBuses]) {
      for (const hw_machine_type of [null, 'pc', 'q35']) {
        const settings = { ...articleSettings, release, hw_disk_bus, hw_machine_type };
        const { instance, domain } = cloudOf(startSession(labWith(settings)));
        const isOffered = hw_disk_bus === null || offersBus(release, hw_disk_bus);
        expect(validate(settings)).toHaveLength(isOffered ? 0 : 1);
        if (instance.vm_state === 'active') expect(domain?.live?.disks).toHaveLength(1);
        else
          expect(instance, `${hw_disk_bus} ${hw_machine_type}`).toMatchObject({ vm_state: 'error', fault: /\w+ \w+/ });
        expect(isOffered || instance.vm_state === 'error').toBe(true);
      }
    }
  });
});

describe('what is wrong with settings', () => {
  it('is a flavor without a name, or with the name of another', () => {
    expect(fieldsOf({ flavors: [withSwap!, { ...noSwap!, name: ' ' }] })).toEqual(['flavors.1.name']);
    expect(fieldsOf({ flavors: [withSwap!, { ...noSwap!, name: withSwap!.name }] })).toEqual(['flavors.1.name']);
  });

  it('is a size below what Nova takes, above it, or none at all', () => {
    const sizes = { ram: 0, vcpus: 0, disk: -1, ephemeral: 0.5, swap: Number.NaN };
    const fields = ['ram', 'vcpus', 'disk', 'ephemeral', 'swap'].map((size) => `flavors.0.${size}`);
    expect(fieldsOf({ flavors: [{ ...withSwap!, ...sizes }, noSwap!] })).toEqual(fields);
    expect(fieldsOf({ flavors: [{ ...withSwap!, swap: 2 ** 31 }, noSwap!] })).toEqual(['flavors.0.swap']);
  });

  it('is a server flavor that is not there, and too many flavors', () => {
    expect(fieldsOf({ serverFlavor: '999' })).toEqual(['serverFlavor']);
    const many = Array.from({ length: 9 }, (_, index) => ({ ...noSwap!, id: `${index}`, name: `flavor${index}` }));
    expect(fieldsOf({ flavors: many, serverFlavor: '0' })).toEqual(['flavors']);
  });

  it('is a bus that the release does not offer', () => {
    expect(validate({ ...articleSettings, release: '15.0.0', hw_disk_bus: 'sata' })).toEqual([
      {
        field: 'hw_disk_bus',
        kind: 'bus not offered',
        bus: 'sata',
        release: '15.0.0',
        offered: 'virtio, scsi, ide, usb, fdc'
      }
    ]);
    expect(fieldsOf({ release: '17.0.0', hw_disk_bus: 'sata', hw_cdrom_bus: 'xen' })).toEqual(['hw_cdrom_bus']);
  });

  it('is a limit of 0 disks, with which nova-compute does not start', () => {
    for (const limit of [0, -2, 1.5, Number.NaN]) {
      expect(fieldsOf({ max_disk_devices_to_attach: limit })).toEqual(['max_disk_devices_to_attach']);
    }
    expect(fieldsOf({ max_disk_devices_to_attach: 1 })).toEqual([]);
  });

  it('is a number of volumes that the lab has not, or a volume at boot that is not there', () => {
    for (const volumes of [0, MOST_VOLUMES + 1, Number.NaN]) expect(fieldsOf({ volumes })).toEqual(['volumes']);
    const second = volumesOf({ volumes: 2 })[1]!.id;
    expect(fieldsOf({ volumes: 1, data_volumes: [second] })).toEqual(['data_volumes']);
    expect(fieldsOf({ volumes: 2, data_volumes: [second] })).toEqual([]);
  });
});

describe('changes of more than one field', () => {
  it('leave the server its flavor when that is renamed', () => {
    const renamed = withFlavor(articleSettings, '204', { name: 'tiny' });
    expect(labWith(renamed).server.flavor).toBe('tiny');
    expect(validate(renamed)).toEqual([]);
  });

  it('add flavors with ids and names of their own', () => {
    const more = withNewFlavor(withNewFlavor(articleSettings));
    expect(more.flavors).toHaveLength(4);
    expect(new Set(more.flavors.map(({ id }) => id)).size).toBe(4);
    expect(validate(more)).toEqual([]);
  });

  it('give the server another flavor when its own is removed', () => {
    expect(withoutFlavor(articleSettings, '204')).toMatchObject({ serverFlavor: '203', flavors: [{ id: '203' }] });
    expect(withoutFlavor(articleSettings, '203').serverFlavor).toBe('204');
    expect(validate(withoutFlavor(withoutFlavor(articleSettings, '203'), '204'))).toMatchObject([
      { field: 'serverFlavor' }
    ]);
  });

  it('do not leave a volume attached at boot that is gone', () => {
    const [first, second] = volumesOf({ volumes: 2 }).map(({ id }) => id);
    const both = withDataVolume(withDataVolume(withVolumes(articleSettings, 2), second!, true), first!, true);
    expect(both.data_volumes).toEqual([first, second]);
    expect(withVolumes(both, 1).data_volumes).toEqual([first]);
    expect(withDataVolume(both, first!, false).data_volumes).toEqual([second]);
  });
});
