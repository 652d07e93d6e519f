/** The rules of naming, one by one; the recordings of nova-disk-names hold them all together. */
import { describe, expect, it } from 'vitest';
import { blankBdm } from '../../../../../../src/lib/engine/cloud/swap-row.ts';
import { volumeBdm } from '../../../../../../src/lib/engine/cloud/naming.ts';
import type { BlockDeviceMapping } from '../../../../../../src/lib/engine/nova/block-device-mapping.ts';
import { generateDeviceName, type DeviceName } from '../../../../../../src/lib/engine/nova/block-device.ts';
import { DEFAULT_CONF, type NovaConf } from '../../../../../../src/lib/engine/nova/conf.ts';
import type { ImageProperties } from '../../../../../../src/lib/engine/nova/image-meta.ts';
import { releaseProfile, type Release } from '../../../../../../src/lib/engine/nova/releases/release.ts';
import { getBlockDeviceInfo } from '../../../../../../src/lib/engine/nova/virt/block-device-info.ts';
import { getDiskInfo, type NamingInput } from '../../../../../../src/lib/engine/nova/virt/libvirt/blockinfo.ts';
import {
  defaultDeviceNamesForInstance,
  getDeviceNameForInstance
} from '../../../../../../src/lib/engine/nova/virt/libvirt/device-name.ts';

const dev = (name: string) => name as DeviceName;

const image: BlockDeviceMapping = {
  ...volumeBdm(null, dev('/dev/vda')),
  source_type: 'image',
  destination_type: 'local',
  boot_index: 0,
  device_type: 'disk'
};
const volume = (id: string, name: string | null = null) => volumeBdm(id, name === null ? null : dev(name));

interface Server {
  readonly release?: Release;
  readonly swap?: number;
  readonly ephemeral?: number;
  readonly config_drive?: boolean;
  readonly conf?: Partial<NovaConf>;
  readonly properties?: ImageProperties;
  readonly disk_format?: string;
  readonly root?: string | null;
  readonly bdms?: readonly BlockDeviceMapping[];
}

function inputOf({ release = '17.0.0.0b1', swap = 0, ephemeral = 0, ...server }: Server): NamingInput {
  return {
    flavor: { swap, ephemeral },
    config_drive: server.config_drive ?? false,
    image_meta: { disk_format: server.disk_format ?? 'qcow2', properties: server.properties ?? {} },
    conf: { ...DEFAULT_CONF, ...server.conf },
    behaviour: releaseProfile(release).blockinfo
  };
}

const rootOf = ({ root = '/dev/vda' }: Server) => (root === null ? null : dev(root));

/** Name and bus by key, in the order of naming; or the exception. */
function mappingOf(server: Server): Readonly<Record<string, string>> | string {
  const input = inputOf(server);
  const computed = getDiskInfo(input, getBlockDeviceInfo(rootOf(server), server.bdms ?? [image], input.behaviour));
  if (!computed.ok) return `${computed.error.exception}: ${computed.error.message}`;
  return Object.fromEntries(
    Object.entries(computed.value.mapping).map(([key, info]) => [key, `${info.dev} ${info.bus}`])
  );
}

function nextOf(server: Server, asked: Partial<BlockDeviceMapping> = {}): string {
  const asking = { ...volume('new'), ...asked };
  const name = getDeviceNameForInstance(inputOf(server), rootOf(server), server.bdms ?? [image], asking);
  return name.ok ? name.value : `${name.error.exception}: ${name.error.message}`;
}

describe('[NAME-1] the root disk', () => {
  it("has the instance's root_device_name, else the first name of its bus", () => {
    expect(mappingOf({ root: '/dev/vdd' })).toMatchObject({ root: 'vdd virtio', disk: 'vdd virtio' });
    expect(mappingOf({ root: null })).toMatchObject({ root: 'vda virtio', disk: 'vda virtio' });
  });

  it('is a volume when a volume has boot index 0', () => {
    const root = { ...volume('root', '/dev/vda'), boot_index: 0 };
    expect(mappingOf({ bdms: [root] })).toEqual({ root: 'vda virtio', '/dev/vda': 'vda virtio' });
  });

  it("[EPOCH-26-1] has the name and bus of the image's row from 26.0.0 on", () => {
    const bdms = [{ ...image, device_name: dev('/dev/vdc'), disk_bus: 'scsi' }];
    expect(mappingOf({ release: '25.0.0', bdms })).toMatchObject({ root: 'vda virtio' });
    expect(mappingOf({ release: '26.0.0', bdms })).toMatchObject({ root: 'vdc scsi' });
  });

  it('[EPOCH-19-2] keeps the bus that its name seems to say until 18.0.0, and the disk bus after it', () => {
    const server: Server = { root: '/dev/sda', properties: { hw_disk_bus: 'virtio' } };
    expect(mappingOf({ ...server, release: '18.0.0' })).toMatchObject({ root: 'sda scsi' });
    expect(mappingOf({ ...server, release: '19.0.0' })).toMatchObject({ root: 'sda virtio' });
  });
});

describe("[NAME-2] the flavor's ephemeral disk", () => {
  it('has the lowest name that the mapping leaves', () => {
    expect(mappingOf({ ephemeral: 1 })).toMatchObject({ 'disk.local': 'vdb virtio' });
  });

  it('is left out without a word when a row has that name', () => {
    const mapping = mappingOf({ ephemeral: 1, bdms: [image, volume('v', '/dev/vdb')] });
    expect(mapping).not.toHaveProperty('disk.local');
  });

  it('gives way to ephemeral disks that have rows', () => {
    const mapping = mappingOf({ ephemeral: 1, bdms: [image, blankBdm(1, null)] });
    expect(mapping).not.toHaveProperty('disk.local');
  });
});

describe('[NAME-3] ephemeral disks with rows', () => {
  it('have their stored names, or the lowest that neither the mapping nor another row has', () => {
    const stored = { ...blankBdm(1, null), device_name: dev('/dev/vde') };
    expect(mappingOf({ bdms: [image, blankBdm(1, null), stored, volume('v', '/dev/vdb')] })).toMatchObject({
      'disk.eph0': 'vdc virtio',
      'disk.eph1': 'vde virtio'
    });
  });
});

describe('[NAME-4] a swap row without a name', () => {
  it('takes a name that a volume has: its search looks at the mapping alone', () => {
    const bdms = [image, volume('v', '/dev/vdb'), blankBdm(1024, 'swap')];
    expect(mappingOf({ swap: 1024, bdms })).toMatchObject({ 'disk.swap': 'vdb virtio', '/dev/vdb': 'vdb virtio' });
  });

  it('of size 0 counts for nothing', () => {
    expect(mappingOf({ bdms: [image, blankBdm(0, 'swap')] })).not.toHaveProperty('disk.swap');
  });
});

describe("[NAME-5] the flavor's swap disk", () => {
  it('passes over the names that rows have', () => {
    expect(mappingOf({ swap: 1, bdms: [image, volume('v', '/dev/vdb')] })).toMatchObject({ 'disk.swap': 'vdc virtio' });
  });

  it("moves to the volume's name when the volume is gone: the article's trouble", () => {
    expect(mappingOf({ swap: 1 })).toMatchObject({ 'disk.swap': 'vdb virtio' });
  });
});

describe('[NAME-6] volumes', () => {
  it('have their stored names, whatever the mapping already has there', () => {
    expect(mappingOf({ bdms: [image, volume('v', '/dev/vdf')] })).toMatchObject({ '/dev/vdf': 'vdf virtio' });
  });

  it('without a name get the lowest that neither the mapping nor another row has', () => {
    const bdms = [image, volume('one'), volume('two', '/dev/vdb')];
    expect(mappingOf({ bdms })).toMatchObject({ '/dev/vdc': 'vdc virtio', '/dev/vdb': 'vdb virtio' });
  });
});

describe('[NAME-7] the config drive', () => {
  it('comes last and takes the lowest name left on the disk bus when it is vfat', () => {
    const server: Server = { config_drive: true, conf: { config_drive_format: 'vfat' } };
    expect(mappingOf({ ...server, bdms: [image, volume('v', '/dev/vdb')] })).toMatchObject({
      'disk.config': 'vdc virtio'
    });
    expect(mappingOf(server)).toMatchObject({ 'disk.config': 'vdb virtio' });
  });

  it('is a cdrom on ide when it is iso9660, out of the way', () => {
    expect(mappingOf({ config_drive: true })).toMatchObject({ 'disk.config': 'hda ide' });
    expect(nextOf({ config_drive: true })).toBe('/dev/vdb');
  });

  it('[EPOCH-20-1] moves to sata on q35 from 20.0.0 on', () => {
    const server: Server = { config_drive: true, properties: { hw_machine_type: 'q35' } };
    expect(mappingOf({ ...server, release: '19.0.0' })).toMatchObject({ 'disk.config': 'hda ide' });
    expect(mappingOf({ ...server, release: '20.0.0' })).toMatchObject({ 'disk.config': 'sda sata' });
  });
});

describe('[NAME-8] the name for one more volume', () => {
  it("is the lowest that the mapping leaves, at each moment of the article's case", () => {
    const attached = [image, volume('v', '/dev/vdb')];
    expect([nextOf({}), nextOf({ bdms: attached }), nextOf({ swap: 1, bdms: attached }), nextOf({ swap: 1 })]).toEqual([
      '/dev/vdb',
      '/dev/vdc',
      '/dev/vdd',
      '/dev/vdc'
    ]);
  });

  it('reuses the lowest gap', () => {
    expect(nextOf({ bdms: [image, volume('v', '/dev/vdc')] })).toBe('/dev/vdb');
  });

  it('does not care what the user asks for', () => {
    expect(nextOf({}, { device_name: dev('/dev/vdz') })).toBe('/dev/vdb');
  });

  it('counts an ephemeral disk that the domain never got', () => {
    expect(nextOf({ ephemeral: 1 })).toBe('/dev/vdc');
  });

  it('follows the bus that the volume asks for', () => {
    expect(nextOf({}, { disk_bus: 'scsi' })).toBe('/dev/sda');
  });
});

describe('the limits', () => {
  const many = [
    image,
    ...Array.from({ length: 25 }, (_, index) => volume(`v${index}`, `/dev/${generateDeviceName('vd', index + 1)}`))
  ];

  it('[EPOCH-19-1] names end with z until 18.0.0 and go on with aa after it', () => {
    expect(nextOf({ release: '18.0.0', bdms: many })).toBe("InternalError: No free disk device names for prefix 'vd'");
    expect(nextOf({ release: '19.0.0', bdms: many })).toBe('/dev/vdaa');
  });

  it('[EPOCH-19-1] max_disk_devices_to_attach counts from 19.0.0 on', () => {
    const conf = { max_disk_devices_to_attach: 1 };
    expect(nextOf({ release: '18.0.0', conf })).toBe('/dev/vdb');
    expect(nextOf({ release: '19.0.0', conf })).toMatch(/^TooManyDiskDevices: The maximum allowed number .* \(1\) /);
  });

  it('[EPOCH-17-1] sata is no bus before 17.0.0', () => {
    const properties = { hw_disk_bus: 'sata' };
    expect(mappingOf({ release: '16.0.0', root: null, properties })).toMatch(/^UnsupportedHardware: .*'sata'.*'kvm'/);
    expect(mappingOf({ release: '17.0.0', root: null, properties })).toMatchObject({ root: 'sda sata' });
  });
});

describe('the names given at boot', () => {
  it('ignore what was asked for and go root, ephemeral, swap, volumes', () => {
    const bdms = [image, volume('v', '/dev/vdx'), blankBdm(1, null), blankBdm(512, 'swap')];
    const named = defaultDeviceNamesForInstance(inputOf({ swap: 512, ephemeral: 1 }), dev('/dev/vda'), bdms);
    expect(named.ok && named.value.map(({ device_name }) => device_name)).toEqual([
      '/dev/vda',
      '/dev/vdd',
      '/dev/vdb',
      '/dev/vdc'
    ]);
  });
});
