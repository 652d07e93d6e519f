import { describe, expect, it } from 'vitest';
import { undefineDomain, type Domain } from '../../../../src/lib/engine/libvirt/domain.ts';
import { formatDiskXml, formatDomainXml, type XmlDialect } from '../../../../src/lib/engine/libvirt/domain-xml.ts';
import { element, formatXml, textElement } from '../../../../src/lib/engine/libvirt/xml.ts';
import { attach, BASE, INSTANCE, root, swap, volume, VOLUME } from './gallery.ts';
import { defined, I440FX, Q35, running, valueOf } from './lab.ts';

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

  it('[XML-7] an empty serial is none', () => {
    const xml = formatDiskXml(
      { ...root, alias: null, sourceIndex: null, serial: '' },
      { dialect: '9', inactive: true }
    );
    expect(xml).not.toContain('serial');
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
