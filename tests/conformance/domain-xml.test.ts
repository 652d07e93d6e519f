import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AFFECT_LIVE_AND_CONFIG } from '../../src/lib/engine/libvirt/affect-flags.ts';
import { attachDeviceFlags } from '../../src/lib/engine/libvirt/attach-device.ts';
import { detachDeviceFlags } from '../../src/lib/engine/libvirt/detach-device.ts';
import { domainDisk, targetDev, type DomainDisk } from '../../src/lib/engine/libvirt/disk.ts';
import { createDomain, defineDomain, type Domain } from '../../src/lib/engine/libvirt/domain.ts';
import { formatDomainXml } from '../../src/lib/engine/libvirt/domain-xml.ts';
import type { DomainHardware } from '../../src/lib/engine/libvirt/hardware.ts';
import { parseDomainXml } from '../../src/lib/engine/libvirt/parse-domain-xml.ts';
import type { Result } from '../../src/lib/engine/kernel/result.ts';
import { asDomain } from '../unit/engine/libvirt/lab.ts';
import { MACHINES } from './answer/libvirt-hotplug.ts';

/** The recorder's guest: the same hardware, with an entry in sysinfo and its console in a file. */
const HARDWARE: DomainHardware = {
  ...MACHINES.i440fx,
  consoleLog: '/var/log/libvirt/demo/instance-0000000a-console.log',
  sysinfo: [
    ['manufacturer', 'OpenStack Foundation'],
    ['product', 'OpenStack Nova'],
    ['version', '16.0.0'],
    ['serial', '4c4c4544-0035-5a10-8053-c3c04f564232'],
    ['uuid', '6d6a2ae2-6a1e-4f0f-8c4e-2a1f6b0a9d10'],
    ['family', 'Virtual Machine']
  ]
};

const root = fileDisk('vda', 'disk', 'qcow2');
const volume = volumeDisk('vdb', '/dev/loop0', '5c9e1a6b-8f0d-4d4e-9b3a-7f2c1e0d9a88');
const otherVolume = volumeDisk('vdc', '/dev/loop1', 'd41d8cd9-8f00-4b20-8e98-00998ecf8427');

function fileDisk(dev: string, file: string, type: 'raw' | 'qcow2'): DomainDisk {
  return domainDisk({
    target: { dev: targetDev(dev), bus: 'virtio' },
    source: { type: 'file', file: `/var/lib/nova/instances/demo/${file}` },
    driver: { name: 'qemu', type, cache: 'none', io: null, discard: null }
  });
}

function volumeDisk(dev: string, host: string, serial: string): DomainDisk {
  return domainDisk({
    target: { dev: targetDev(dev), bus: 'virtio' },
    source: { type: 'block', dev: host },
    driver: { name: 'qemu', type: 'raw', cache: 'none', io: 'native', discard: null },
    serial
  });
}

function boot(...disks: DomainDisk[]): Domain {
  const uuid = '6d6a2ae2-6a1e-4f0f-8c4e-2a1f6b0a9d10';
  const defined = defineDomain({ name: 'instance-0000000a', uuid, hardware: HARDWARE, disks });
  return valueOf(createDomain(valueOf(defined), 36));
}

function attach(domain: Domain, disk: DomainDisk): Domain {
  return valueOf(attachDeviceFlags(domain, disk, AFFECT_LIVE_AND_CONFIG));
}

function detach(domain: Domain, dev: string): Domain {
  return valueOf(detachDeviceFlags(domain, targetDev(dev), AFFECT_LIVE_AND_CONFIG));
}

function valueOf<Value>(result: Result<Value, { readonly message: string }>): Value {
  if (result.ok) return result.value;
  throw new Error(result.error.message);
}

/** The recorded steps. Before the second the recorder had attached and detached the volume once. */
const booted = boot(root);
const resized = boot(root, volume, fileDisk('vdc', 'disk.swap', 'raw'));
const rebooted = boot(root, fileDisk('vdb', 'disk.swap', 'raw'));
const STEPS: readonly (readonly [file: string, domain: Domain])[] = [
  ['01-boot-vda', booted],
  ['02-hotplug-vdb', attach(detach(attach(booted, volume), 'vdb'), volume)],
  ['03-after-resize-vda-vdb-vdc', resized],
  ['04-after-detach-vdb', detach(resized, 'vdb')],
  ['05-after-hard-reboot-vda-vdb', rebooted],
  ['06-after-attach-vdc', attach(rebooted, otherVolume)]
];

/**
 * What belongs to the recorder's bench and not to the domain: how its guest is booted, the CPU of its host, what
 * Nova wrote into the metadata, where it put the agent's socket, and the running number of the domain.
 */
function withoutTheBench(xml: string): string {
  return xml
    .replace(/ *<(kernel|initrd|cmdline)>.*\n/g, '')
    .replace(/ *<metadata>[^]*<\/metadata>\n/, '')
    .replace(/<cpu [^]*<\/cpu>/, '<cpu/>')
    .replace(/path='[^']*(qga|guest_agent)[^']*'/, "path='agent'")
    .replace(/ id='\d+'>\n/, " id='N'>\n");
}

const TEXTS = STEPS.flatMap(([file, domain]) =>
  (['live', 'inactive'] as const).map((kind) => [`${file}.${kind}`, kind, domain] as const)
);

function recordedXml(file: string): string {
  return readFileSync(new URL(`data/domain-xml/${file}.xml`, import.meta.url), 'utf8');
}

describe('domain-xml: the whole XML of libvirt 9.0 along the article', () => {
  it.each(TEXTS)('[XML-6] %s comes out line by line', (file, kind, domain) => {
    const xml = formatDomainXml(domain, { dialect: '9', inactive: kind === 'inactive' });
    expect(withoutTheBench(xml).trimEnd()).toBe(withoutTheBench(recordedXml(file)).trimEnd());
  });

  it.each(TEXTS)('[READ-2] %s is read back with the disks that the engine has', (file, kind, domain) => {
    const read = valueOf(parseDomainXml(recordedXml(file)));
    const { disks } = (kind === 'live' ? domain.live : domain.persistent)!;
    expect(read.definition.disks).toEqual(disks);
    expect([read.name, read.uuid, read.id !== null]).toEqual([domain.name, domain.uuid, kind === 'live']);
    expect(read.unread).toEqual([]);
  });

  it.each(TEXTS)('[READ-2] %s is printed again as it was, metadata and all', (file, kind) => {
    const recorded = recordedXml(file);
    const domain = asDomain(valueOf(parseDomainXml(recorded)));
    const xml = formatDomainXml(domain, { dialect: '9', inactive: kind === 'inactive' });
    const metadata = / *<metadata>[^]*<\/metadata>\n/;
    expect(withoutTheBench(xml).trimEnd()).toBe(withoutTheBench(recorded).trimEnd());
    expect(metadata.exec(xml)?.[0]).toBe(metadata.exec(recorded)?.[0]);
    expect(xml.split('\n')[0]).toBe(recorded.split('\n')[0]);
  });
});
