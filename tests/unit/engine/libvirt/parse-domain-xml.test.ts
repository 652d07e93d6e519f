import { describe, expect, it } from 'vitest';
import { formatDomainXml } from '../../../../src/lib/engine/libvirt/domain-xml.ts';
import { parseDomainXml, type ReadDomain } from '../../../../src/lib/engine/libvirt/parse-domain-xml.ts';
import { gallery } from './gallery.ts';
import { defined, disk, I440FX } from './lab.ts';

function read(text: string): ReadDomain {
  const parsed = parseDomainXml(text);
  if (parsed.ok) return parsed.value;
  throw new Error(`line ${parsed.error.line}: ${parsed.error.message}`);
}

/** A domain around what stands in its devices. */
function around(devices: string): string {
  return `<domain type='kvm' id='7'><name>n</name><uuid>u</uuid><devices>${devices}</devices></domain>`;
}

/** What the XML says of disks, and what is left over. */
function disksOf(devices: string) {
  const { definition, unread } = read(around(devices));
  return { disks: definition.disks, unread };
}

const VDA = disk('vda', 'virtio', { source: { type: 'file', file: '/a' } });
const attached = { ...VDA, alias: null, sourceIndex: null };

describe('parse-domain-xml', () => {
  it('[READ-2] reads every kind of disk that is printed', () => {
    for (const domain of gallery()) {
      const { definition } = read(formatDomainXml(domain, { dialect: '9', inactive: false }));
      const shown = (domain.live?.disks ?? []).map((one) => (one.source === null ? { ...one, backing: [] } : one));
      expect(definition.disks).toEqual(shown);
    }
  });

  it('[READ-2] knows a definition from a running domain by the id', () => {
    const off = read(formatDomainXml(defined(I440FX, VDA), { dialect: '3', inactive: false }));
    expect(off.id).toBeNull();
    expect(off.definition.disks[0]).toMatchObject({ alias: null, sourceIndex: null });
    expect(read(around('')).id).toBe(7);
  });

  it('[READ-2] passes over what a real domain has beside the facts known here', () => {
    const { disks, unread } = disksOf(`
      <disk type='file' device='disk' snapshot='external' model='virtio-transitional'>
        <driver name='qemu' type='raw' cache='none' error_policy='stop' detect_zeroes='on' queues='4'/>
        <auth username='cinder'><secret type='ceph' uuid='u'/></auth>
        <source file='/a' startupPolicy='optional' index='12'><seclabel model='dac' relabel='no'/></source>
        <backingStore/>
        <mirror type='file' job='copy'><source file='/b'/></mirror>
        <target dev='vda' bus='virtio' tray='closed'/>
        <iotune><total_iops_sec>500</total_iops_sec></iotune>
        <boot order='1'/>
        <alias name='ua-mine'/>
        <address type='pci' domain='0' bus='0x00' slot='5' function='0x0' multifunction='on'/>
      </disk>
      <rng model='virtio'><backend model='random'>/dev/urandom</backend></rng>
      <hostdev mode='subsystem' type='pci' managed='yes'><source/></hostdev>
      <watchdog model='itco' action='reset'/>`);
    expect(unread).toEqual([]);
    expect(disks).toEqual([
      {
        ...VDA,
        driver: { name: 'qemu', type: 'raw', cache: 'none', io: null, discard: null },
        address: { type: 'pci', bus: 0, slot: 5, function: 0 },
        alias: 'ua-mine',
        sourceIndex: 12
      }
    ]);
  });

  it('[READ-2] takes what is not said for what libvirt takes it', () => {
    const { disks } = disksOf(`<disk><driver/><source file='/a'/><target dev='vda' bus='virtio'/><serial/></disk>`);
    const driver = { name: 'qemu', type: 'raw', cache: null, io: null, discard: null };
    expect(disks).toEqual([{ ...attached, driver }]);
  });

  it.each([
    [`<driver type='vmdk'/>`, { driver: null }, "vda: <driver type='vmdk'>"],
    [`<address type='ccw' cssid='0xfe'/>`, {}, "vda: <address type='ccw'>"],
    [`<address type='pci' domain='0x0001' bus='0' slot='1' function='0'/>`, {}, "vda: <address type='pci'>"],
    [`<address type='pci' bus='0' slot='0x20' function='0'/>`, {}, "vda: <address type='pci'>"],
    [`<address type='drive' controller='-1' bus='0' target='0' unit='0'/>`, {}, "vda: <address type='drive'>"],
    [`<address/>`, {}, "vda: <address type=''>"]
  ])('[READ-2] leaves out, and says so, what the model has no word for: %s', (said, expected, notice) => {
    const { disks, unread } = disksOf(
      `<disk type='file'>${said}<source file='/a'/><target dev='vda' bus='virtio'/></disk>`
    );
    expect(disks).toEqual([{ ...attached, ...expected }]);
    expect(unread).toEqual([notice]);
  });

  it.each([
    [`type='volume'`, `<source pool='p' volume='v'/>`, "vda: <source> of <disk type='volume'>"],
    [`type='__proto__'`, `<source/>`, "vda: <source> of <disk type='__proto__'>"],
    [`type='network'`, `<source protocol='iscsi' name='iqn'/>`, "vda: <source> of <disk type='network'>"]
  ])('[READ-2] keeps the disk of a source that the model has no word for: %s', (type, source, notice) => {
    const { disks, unread } = disksOf(`<disk ${type}>${source}<target dev='vda' bus='virtio'/></disk>`);
    expect(disks).toEqual([{ ...attached, source: null }]);
    expect(unread).toEqual([notice]);
  });

  it('[READ-2] leaves out disks without a known place, and goes on', () => {
    const { disks, unread } = disksOf(`
      <disk><source file='/b'/></disk>
      <disk><source file='/c'/><target dev='nvme0n1' bus='nvme'/></disk>
      <disk><source file='/a'/><target dev='vda' bus='virtio'/></disk>`);
    expect(disks).toEqual([attached]);
    expect(unread).toEqual(["<target dev=''> left out", "<target bus='nvme'>", "<target dev='nvme0n1'> left out"]);
  });

  it('[READ-2] reads the images below a disk down to the first that it does not know', () => {
    const below = (format: string, file: string, more: string) =>
      `<backingStore type='file' index='2'><format type='${format}'/><source file='${file}'/>${more}</backingStore>`;
    const chain = below('qcow2', '/b', below('raw', '/c', below('vhdx', '/d', '<backingStore/>')));
    const { disks, unread } = disksOf(`<disk><source file='/a'/>${chain}<target dev='vda' bus='virtio'/></disk>`);
    expect(disks[0]?.backing).toEqual([
      { format: 'qcow2', source: { type: 'file', file: '/b' } },
      { format: 'raw', source: { type: 'file', file: '/c' } }
    ]);
    expect(unread).toEqual(["vda: <format type='vhdx'>", 'vda: <backingStore>']);
  });

  it('[READ-2] skips cards and controllers that it does not know, but says so', () => {
    const { definition, unread } = read(
      around(`
        <controller type='pci' index='0' model='pcie-root'/>
        <controller type='pci' index='1' model='pcie-switch-upstream-port'/>
        <controller type='ccid' index='0'/>
        <interface type='hostdev'><mac address='fa:16:3e:00:00:01'/></interface>
        <video><model type='qxl'/><address type='pci' bus='0' slot='2' function='0'/></video>`)
    );
    expect(definition.controllers).toEqual([{ type: 'pci', index: 0, model: 'pcie-root', address: null }]);
    expect([definition.hardware.nics, definition.hardware.video]).toEqual([[], null]);
    expect(unread).toEqual([
      "<controller model='pcie-switch-upstream-port'>",
      "<controller type='ccid'>",
      "<interface type='hostdev'> left out",
      "<model type='qxl'>"
    ]);
  });

  it.each([
    ['<domstatus/>', 'the root element is <domstatus>, not <domain>'],
    [`<domain type='lxc'/>`, 'the type of <domain> is none of kvm, qemu'],
    [`<domain type='kvm'><name>n</name></domain>`, '<domain> lacks its <name> or <uuid>'],
    [`<domain type='kvm'><name>n</name><uuid>u</uuid></domain>`, '<domain> has no <devices>'],
    [`<domain type='kvm'>`, '<domain> is never closed']
  ])('[READ-2] refuses %s', (text, message) => {
    const parsed = parseDomainXml(text);
    expect(parsed.ok ? null : parsed.error.message).toBe(message);
  });
});
