/**
 * `virsh attach-disk`: options become XML, which libvirt reads.
 *
 * Upstream: libvirt tools/virsh-domain.c (cmdAttachDisk, virshAddressParse), src/conf/domain_conf.c
 * (virDomainDiskDefParseXML, virDomainDiskDefPostParse: the bus that a name stands for).
 * Simplified: a source below /dev is a block device and any other a file; virsh looks at the host's files.
 */
import { ok, refuse, type Result } from '../../../engine/kernel/result.ts';
import {
  DISK_BUSES,
  DISK_DEVICES,
  domainDisk,
  DRIVER_WORDS,
  sourcePath,
  type DiskBus,
  type DomainDisk
} from '../../../engine/libvirt/disk.ts';
import { formatPciAddress, pciAddress, type PciAddress } from '../../../engine/libvirt/pci-address.ts';
import { readDisk } from '../../../engine/libvirt/parse-disk-xml.ts';
import { element, formatXml, textElement, type XmlElement } from '../../../engine/libvirt/xml.ts';
import { cloudOf } from '../../../session/session.ts';
import { callLibvirt } from './act.ts';
import { affectExclusive, affectFlags, affectOptions } from './affect.ts';
import { answer, fail, type VirshCall, type VirshCommand } from './call.ts';
import { domainOption, withDomain } from './find-domain.ts';
import { alias, bool, data, NOT_MODELLED, SINCE_9, text } from './option.ts';

type Given = VirshCall['given'];

/** What is wrong with options before any XML is made; null when nothing. */
function misuse(given: Given): string | null {
  const sourceType = given.get('sourcetype');
  if (sourceType !== undefined && !['file', 'block'].includes(sourceType))
    return `Unknown source type: '${sourceType}'`;
  const mode = given.get('mode');
  if (mode === undefined || mode === 'readonly' || mode === 'shareable') return null;
  return `No support for ${mode} in command 'attach-disk'`;
}

function isFile(given: Given): boolean {
  const sourceType = given.get('sourcetype');
  if (sourceType !== undefined) return sourceType === 'file';
  const driver = given.get('driver');
  return driver === 'file' || driver === 'tap' || !(given.get('source') ?? '').startsWith('/dev/');
}

const PCI = /^pci:((?:0x)?[0-9a-f]+)\.((?:0x)?[0-9a-f]+)\.((?:0x)?[0-9a-f]+)\.((?:0x)?[0-9a-f]+)$/i;
const DRIVE = /^scsi:(\d+)\.(\d+)\.(\d+)$/;

function hex(digits: string | undefined, width: number): string {
  return `0x${parseInt(digits ?? '', 16)
    .toString(16)
    .padStart(width, '0')}`;
}

/** The PCI address that a virtio disk is asked for, if one is; its parts may be more than PCI has. */
function wantedPci(given: Given): PciAddress | null {
  const parts = PCI.exec(given.get('address') ?? '');
  if (!parts || !(given.get('target') ?? '').startsWith('vd')) return null;
  const [bus = 0, slot = 0, fn = 0] = parts.slice(2).map((digits) => parseInt(digits, 16));
  return pciAddress(bus, slot, fn);
}

/** `<address>` for `--address`, or what virsh says of it; null when none was asked for. */
function addressElement(given: Given): Result<XmlElement | null, string> {
  const address = given.get('address');
  if (address === undefined) return ok(null);
  const target = given.get('target') ?? '';
  const [pci, drive] = [PCI.exec(address), DRIVE.exec(address)];
  if (!pci && !drive) return refuse('Invalid address.');
  if (target.startsWith('vd')) {
    if (!pci) return refuse('expecting a pci:0000.00.00.00 or ccw:00.0.0000 address.');
    const [, domain, bus, slot, fn] = pci;
    const at = { domain: hex(domain, 4), bus: hex(bus, 2), slot: hex(slot, 2), function: hex(fn, 1) };
    return ok(element('address', { type: 'pci', ...at }));
  }
  if (!target.startsWith('sd')) return ok(null);
  if (!drive) return refuse('expecting a scsi:00.00.00 or usb:00.00 or sata:00.00.00 address.');
  const [controller, bus, unit] = drive.slice(1).map(Number);
  return ok(element('address', { type: 'drive', controller, bus, unit }));
}

/** The `<disk>` that virsh sends. */
function diskElement(given: Given): Result<XmlElement, string> {
  const said = (name: string) => given.get(name) ?? null;
  const address = addressElement(given);
  if (!address.ok) return address;
  const driver = { name: said('driver'), type: said('subdriver'), cache: said('cache'), io: said('io') };
  const hasDriver = Object.values(driver).some((word) => word !== null);
  const [mode, serial] = [said('mode'), said('serial')];
  const type = isFile(given) ? 'file' : 'block';
  return ok(
    element('disk', { type, device: said('type') }, [
      hasDriver && element('driver', driver),
      element('source', { [type === 'file' ? 'file' : 'dev']: said('source') }),
      element('target', { dev: said('target'), bus: said('targetbus') }),
      mode !== null && element(mode),
      serial !== null && textElement('serial', serial),
      address.value
    ])
  );
}

const BUS_BY_NAME: readonly (readonly [string, DiskBus])[] = [
  ['sd', 'scsi'],
  ['vd', 'virtio'],
  ['xvd', 'xen'],
  ['ubd', 'uml']
];

function defaultBus(given: Given): DiskBus {
  if (given.get('type') === 'floppy') return 'fdc';
  const target = given.get('target') ?? '';
  return BUS_BY_NAME.find(([start]) => target.startsWith(start))?.[1] ?? 'ide';
}

/** Words that libvirt must know: where they stand, and how libvirt 3.x called them. */
const WORDS = [
  { option: 'type', words: DISK_DEVICES, attribute: 'device', element: 'disk', called: 'disk device' },
  { option: 'targetbus', words: DISK_BUSES, attribute: 'bus', element: 'target', called: 'disk bus type' },
  { option: 'cache', words: DRIVER_WORDS.cache, attribute: 'cache', element: 'driver', called: 'disk cache mode' },
  { option: 'io', words: DRIVER_WORDS.io, attribute: 'io', element: 'driver', called: 'disk io mode' }
] as const;

/** What libvirt cannot read in the XML, in its words; null when it can. */
function unreadable({ given, dialect }: VirshCall): string | null {
  for (const { option, words, attribute, element: name, called } of WORDS) {
    const said = given.get(option);
    if (said === undefined || (words as readonly string[]).includes(said)) continue;
    if (dialect === '3') return `internal error: unknown ${called} '${said}'`;
    return `XML error: Invalid value for attribute '${attribute}' in element '${name}': '${said}'.`;
  }
  const pci = wantedPci(given);
  const domain = parseInt(PCI.exec(given.get('address') ?? '')?.[1] ?? '0', 16);
  if (pci && domain !== 0) {
    const written = formatPciAddress(pci).replace(/^0000/, domain.toString(16).padStart(4, '0'));
    return `XML error: Invalid PCI address ${written}. Only PCI domain 0 is available`;
  }
  const format = given.get('subdriver');
  if (format === undefined || (DRIVER_WORDS.type as readonly string[]).includes(format)) return null;
  const kind = dialect === '3' ? 'internal error' : 'unsupported configuration';
  return `${kind}: unknown driver format value '${format}'`;
}

/** What virsh left out, as libvirt fills it in: the bus, the driver, the SCSI target. */
function withDefaults({ given }: VirshCall, child: XmlElement): XmlElement {
  const bus = given.get('targetbus') ?? defaultBus(given);
  if (child.name === 'target') return element('target', { dev: given.get('target'), bus });
  const isDrive = child.name === 'address' && child.attributes.some(([, value]) => value === 'drive');
  return isDrive ? { ...child, attributes: [...child.attributes, ['target', '0']] } : child;
}

/** The disk as libvirt reads it. */
function readDiskXml(call: VirshCall, xml: XmlElement): DomainDisk {
  const given = xml.children.map((child) => withDefaults(call, child));
  const hasDriver = given.some(({ name }) => name === 'driver');
  const disk = readDisk({ ...xml, children: hasDriver ? given : [element('driver'), ...given] }, () => undefined);
  if (!disk) throw new Error(`a disk that cannot be read: ${formatXml(xml)}`);
  const { device, target, driver, serial, shareable } = disk;
  // Whatever virsh has put there: it is libvirt that says what is no address.
  const address = wantedPci(call.given) ?? disk.address;
  const source = call.given.get('source') === '' ? null : disk.source;
  const readonly = disk.readonly || device === 'cdrom';
  return domainDisk({ device, target, driver, source, serial, readonly, shareable, address });
}

/** Where an operator keeps images of his own; whatever is asked for there, is there. */
const IMAGES = /^\/(dev\/loop\d|home\/|root\/|srv\/|tmp\/|var\/lib\/)/;

/** The source, if the host does not have it: an image elsewhere, or the device of a volume that is not connected. */
function missingSources({ terminal }: VirshCall, { source }: DomainDisk): readonly string[] {
  const path = sourcePath(source);
  const { volumes } = cloudOf(terminal.session);
  const isConnected = volumes.some(({ host_device, status }) => host_device === path && status !== 'available');
  return path === null || isConnected || IMAGES.test(path) ? [] : [path];
}

const ATTACH = { done: 'Disk attached successfully', failed: 'Failed to attach disk', api: 'virDomainAttachDevice' };

export const attachDisk: VirshCommand = {
  name: 'attach-disk',
  help: 'attach disk device',
  description: 'Attach new disk device.',
  options: [
    domainOption(),
    data('source', 'source of disk device or name of network disk', {
      help3: 'source of disk device',
      mayBeEmpty: true,
      complete: ({ session }) =>
        cloudOf(session).volumes.flatMap(({ host_device }) => (typeof host_device === 'string' ? [host_device] : []))
    }),
    data('target', 'target of disk device'),
    text('targetbus', 'target bus of disk device', { complete: () => DISK_BUSES }),
    text('driver', 'driver of disk device', { complete: () => ['qemu'] }),
    text('subdriver', 'subdriver of disk device', { complete: () => DRIVER_WORDS.type }),
    text('iothread', 'IOThread to be used by supported device', NOT_MODELLED),
    text('cache', 'cache mode of disk device', { complete: () => DRIVER_WORDS.cache }),
    text('io', 'io policy of disk device', { ...SINCE_9, complete: () => DRIVER_WORDS.io }),
    text('type', 'target device type', { complete: () => DISK_DEVICES }),
    alias('shareable', 'mode', 'shareable'),
    text('mode', 'mode of device reading and writing', { complete: () => ['readonly', 'shareable'] }),
    text('sourcetype', 'type of source (block|file|network)', {
      help3: 'type of source (block|file)',
      complete: () => ['block', 'file']
    }),
    text('serial', 'serial of disk device'),
    text('wwn', 'wwn of disk device', NOT_MODELLED),
    text('alias', 'custom alias name of disk device', { ...SINCE_9, ...NOT_MODELLED }),
    bool('rawio', 'needs rawio capability', NOT_MODELLED),
    text('address', 'address of disk device'),
    bool('multifunction', 'use multifunction pci under specified address', NOT_MODELLED),
    bool('print-xml', 'print XML document rather than attach the disk'),
    text('source-protocol', 'protocol used by disk device source', { ...SINCE_9, ...NOT_MODELLED }),
    text('source-host-name', 'host name for source of disk device', { ...SINCE_9, ...NOT_MODELLED }),
    text('source-host-transport', 'host transport for source of disk device', { ...SINCE_9, ...NOT_MODELLED }),
    text('source-host-socket', 'host socket for source of disk device', { ...SINCE_9, ...NOT_MODELLED }),
    ...affectOptions
  ],
  exclusive: affectExclusive,
  run: (call) => {
    const wrong = misuse(call.given);
    if (wrong !== null) return fail(call, wrong);
    const xml = diskElement(call.given);
    if (!xml.ok) return fail(call, xml.error);
    if (call.given.has('print-xml')) return answer(call, formatXml(xml.value).replace(/\n$/, '').split('\n'));
    return withDomain((found, domain) => {
      const problem = unreadable(found);
      if (problem !== null) return fail(found, ATTACH.failed, problem);
      const disk = readDiskXml(found, xml.value);
      const args = { flags: affectFlags(found, domain), missingSources: missingSources(found, disk) };
      return callLibvirt(found, { command: 'virsh attach-disk', disk, ...args }, ATTACH);
    })(call);
  }
};
