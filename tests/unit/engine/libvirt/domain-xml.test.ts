import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AFFECT_LIVE, AFFECT_LIVE_AND_CONFIG } from '../../../../src/lib/engine/libvirt/affect-flags.ts';
import { attachDeviceFlags } from '../../../../src/lib/engine/libvirt/attach-device.ts';
import { indexToDiskName } from '../../../../src/lib/engine/libvirt/disk-name.ts';
import { domainDisk, targetDev, type DomainDisk } from '../../../../src/lib/engine/libvirt/disk.ts';
import { undefineDomain, type Domain } from '../../../../src/lib/engine/libvirt/domain.ts';
import { formatDiskXml, formatDomainXml, type XmlDialect } from '../../../../src/lib/engine/libvirt/domain-xml.ts';
import { element, formatXml, textElement } from '../../../../src/lib/engine/libvirt/xml.ts';
import { defined, disk, I440FX, Q35, running, valueOf } from './lab.ts';

const INSTANCE = '/var/lib/nova/instances/0ac40227-597c-48d7-8379-9320beb7d3bd';
const BASE = '/var/lib/nova/instances/_base';
const VOLUME = 'a54facb5-8b1e-4370-9d0b-e7b6ca6f7adc';

/** A qcow2 disk of Nova's over a raw image in the cache. */
function qcow2(dev: string, file: string, base: string): DomainDisk {
  return domainDisk({
    target: { dev: targetDev(dev), bus: 'virtio' },
    driver: { name: 'qemu', type: 'qcow2', cache: 'none', io: null, discard: 'ignore' },
    source: { type: 'file', file: `${INSTANCE}/${file}` },
    backing: [{ format: 'raw', source: { type: 'file', file: `${BASE}/${base}` } }]
  });
}

const root = qcow2('vda', 'disk', 'ba1c7a54010d83608e08b5c2e9a9f1562d608169');
const swap = qcow2('vdc', 'disk.swap', 'swap_1');
const volume = domainDisk({
  target: { dev: targetDev('vdb'), bus: 'virtio' },
  driver: { name: 'qemu', type: 'raw', cache: 'none', io: 'native', discard: null },
  source: { type: 'block', dev: '/dev/sda' },
  serial: VOLUME
});

/** The disk sections of the article's `virsh dumpxml`, slot by slot. */
function articleQcow2(dev: string, file: string, base: string, alias: number, slot: string): string {
  return `<disk type='file' device='disk'>
  <driver name='qemu' type='qcow2' cache='none' discard='ignore'/>
  <source file='${INSTANCE}/${file}'/>
  <backingStore type='file' index='1'>
    <format type='raw'/>
    <source file='${BASE}/${base}'/>
    <backingStore/>
  </backingStore>
  <target dev='${dev}' bus='virtio'/>
  <alias name='virtio-disk${alias}'/>
  <address type='pci' domain='0x0000' bus='0x00' slot='${slot}' function='0x0'/>
</disk>
`;
}

function articleVolume(slot: string): string {
  return `<disk type='block' device='disk'>
  <driver name='qemu' type='raw' cache='none' io='native'/>
  <source dev='/dev/sda'/>
  <backingStore/>
  <target dev='vdb' bus='virtio'/>
  <serial>${VOLUME}</serial>
  <alias name='virtio-disk1'/>
  <address type='pci' domain='0x0000' bus='0x00' slot='${slot}' function='0x0'/>
</disk>
`;
}

const ARTICLE_ROOT = articleQcow2('vda', 'disk', 'ba1c7a54010d83608e08b5c2e9a9f1562d608169', 0, '0x05');

function liveDisks(domain: Domain, dialect: XmlDialect): readonly string[] {
  return (domain.live?.disks ?? []).map((one) => formatDiskXml(one, { dialect, inactive: false }));
}

function attach(domain: Domain, one: DomainDisk, flags = AFFECT_LIVE_AND_CONFIG): Domain {
  return valueOf(attachDeviceFlags(domain, one, flags));
}

describe("domain-xml: the article's two looks at virsh dumpxml", () => {
  it('[XML-2] [XML-3] before the resize: the root disk at 05, the volume plugged in at 07', () => {
    const domain = attach(running(I440FX, root), volume);
    expect(liveDisks(domain, '3')).toEqual([ARTICLE_ROOT, articleVolume('0x07')]);
  });

  it('[XML-2] [XML-3] after it: three cold disks at 05, 06 and 07', () => {
    const domain = running(I440FX, root, swap, volume);
    const articleSwap = articleQcow2('vdc', 'disk.swap', 'swap_1', 2, '0x07');
    expect(liveDisks(domain, '3')).toEqual([ARTICLE_ROOT, articleVolume('0x06'), articleSwap]);
  });
});

describe('domain-xml', () => {
  it('[XML-3] 9.0 numbers the source, and the images below on from it', () => {
    const [first, second] = liveDisks(running(I440FX, root, volume), '9');
    expect(first).toContain(`<source file='${INSTANCE}/disk' index='2'/>`);
    expect(first).toContain(`<backingStore type='file' index='3'>`);
    expect(second).toContain(`<source dev='/dev/sda' index='1'/>`);
  });

  it('[XML-2] inactive: no index, no backingStore, no alias', () => {
    const [one] = running(I440FX, root).live?.disks ?? [];
    const xml = one && formatDiskXml(one, { dialect: '9', inactive: true });
    expect(xml).not.toMatch(/index|backingStore|alias/);
    expect(xml).toMatch(/<address type='pci'/);
  });

  it('[XML-6] a domain that is off shows its definition, a transient one what it runs', () => {
    const off = formatDomainXml(defined(I440FX, root), { dialect: '9', inactive: false });
    expect(off).toBe(formatDomainXml(defined(I440FX, root), { dialect: '9', inactive: true }));
    expect(off).toMatch(/^<domain type='kvm'>/);
    const transient = valueOf(undefineDomain(running(I440FX, root)));
    expect(transient && formatDomainXml(transient, { dialect: '9', inactive: true })).not.toMatch(/alias/);
  });

  it('[XML-1] quotes with one stroke, in metadata with two, and spells special characters', () => {
    const name = element('nova:name', { 'xmlns:nova': 'http://x/1.0' }, [textElement('b', `R&D <"it's">`)]);
    expect(formatXml(element('a', { v: `R&D <"it's">` }, [element('metadata', {}, [name])]))).toBe(
      [
        "<a v='R&amp;D &lt;&quot;it&apos;s&quot;&gt;'>",
        '  <metadata>',
        '    <nova:name xmlns:nova="http://x/1.0">',
        `      <b>R&amp;D &lt;"it's"&gt;</b>`,
        '    </nova:name>',
        '  </metadata>',
        '</a>',
        ''
      ].join('\n')
    );
  });

  it('[XML-4] [XML-5] names the ports of PCI Express, and the slot that they share', () => {
    const xml = formatDomainXml(running(Q35, root), { dialect: '9', inactive: false });
    const port = (index: number, slot: string, multifunction: string) =>
      [
        `    <controller type='pci' index='${index}' model='pcie-root-port'>`,
        `      <model name='pcie-root-port'/>`,
        `      <target chassis='${index}' port='0x${(15 + index).toString(16)}'/>`,
        `      <alias name='pci.${index}'/>`,
        `      <address type='pci' domain='0x0000' bus='0x00' slot='0x02' function='${slot}'${multifunction}/>`
      ].join('\n');
    expect(xml).toContain(port(1, '0x0', ` multifunction='on'`));
    expect(xml).toContain(port(2, '0x1', ''));
  });
});

/** Domains of every kind of disk and bus that can be printed. */
function gallery(): readonly Domain[] {
  const rbd = {
    source: { type: 'network', protocol: 'rbd', name: 'pool/volume', hosts: [{ name: '10.0.0.1', port: 6789 }] }
  } as const;
  const empty = disk('hda', 'ide', { device: 'cdrom', source: null });
  const others = [disk('sda', 'scsi', rbd), disk('sdb', 'sata'), disk('fda', 'fdc', { device: 'floppy' })];
  const many = Array.from({ length: 40 }, (_, index) => disk(indexToDiskName(index, 'vd')));
  const metadata = element('nova:instance', { 'xmlns:nova': 'http://openstack.org/xmlns/libvirt/nova/1.0' });
  const sysinfo = [['manufacturer', 'OpenStack Foundation']] as const;
  const told = { ...I440FX, metadata, sysinfo, consoleLog: '/var/log/console.log' };
  const bare = { ...I440FX, guestAgent: false, video: null, memballoon: false };
  const withE1000 = [{ mac: 'fa:16:3e:00:00:01', model: 'e1000', bridge: null, tap: null }];
  return [
    attach(running(told, root, swap), volume),
    running(I440FX, root, empty, ...others, disk('sdc', 'usb', { readonly: true, shareable: true })),
    running(I440FX, ...many),
    attach(running({ ...I440FX, scsiController: 'virtio-scsi' }, root), disk('sdh', 'scsi'), AFFECT_LIVE),
    running({ ...Q35, nics: withE1000 }, root, disk('sdb', 'sata'), disk('sdc', 'usb')),
    running({ ...Q35, rootPorts: 12, guestAgent: true }, root),
    running(bare)
  ];
}

const SCHEMA = '/usr/share/libvirt/schemas/domain.rng';
const hasXmllint = spawnSync('xmllint', ['--version']).error === undefined;
const missing = [
  ...(hasXmllint ? [] : ['xmllint (Debian: libxml2-utils)']),
  ...(existsSync(SCHEMA) ? [] : [`${SCHEMA} (Debian: libvirt0)`])
].join(' and ');

if (missing !== '') {
  process.stdout.write(`\nNOT CHECKED: domain XML against libvirt's RelaxNG schema, for want of ${missing}.\n\n`);
}

describe.skipIf(missing !== '')("domain-xml: libvirt's own schema", () => {
  it('[XML-7] accepts every domain, live and inactive, in both dialects', { timeout: 60_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'domain-xml-'));
    const dialects = ['3', '9'] as const;
    const files = gallery().flatMap((domain, at) =>
      dialects.flatMap((dialect) =>
        [false, true].map((inactive) => {
          const file = join(folder, `${at}-${dialect}-${inactive ? 'inactive' : 'live'}.xml`);
          writeFileSync(file, formatDomainXml(domain, { dialect, inactive }));
          return file;
        })
      )
    );
    const { status, stderr } = spawnSync('xmllint', ['--noout', '--relaxng', SCHEMA, ...files], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect(status, stderr.replace(/.* validates\n/g, '')).toBe(0);
  });
});
