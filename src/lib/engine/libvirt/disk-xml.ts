/**
 * A disk as `virsh dumpxml` writes it.
 *
 * Upstream: src/conf/domain_conf.c (virDomainDiskDefFormat, virDomainDiskSourceFormat,
 * virDomainDiskBackingStoreFormat, virDomainDeviceInfoFormat), src/conf/storage_source_conf.c (virStorageAuthDefFormat).
 * The order of the elements is theirs, at 9.0 as at 3.x.
 */
import { exhaustive } from '../kernel/exhaustive.ts';
import type { AttachedDisk, BackingImage, CephAuth, DiskAddress, DiskDriver, DiskSource } from './disk.ts';
import { hex2, type PciAddress } from './pci-address.ts';
import { element, formatXml, type Maybe, textElement, type XmlElement } from './xml.ts';

/** libvirt 3.x as in the article, or 9.0. */
export type XmlDialect = '3' | '9';

/** `inactive`: without what only a running domain has. */
export interface XmlOptions {
  readonly dialect: XmlDialect;
  readonly inactive: boolean;
}

/** [XML-2] One `<disk>` as in the domain XML, unindented. */
export function formatDiskXml(disk: AttachedDisk, options: XmlOptions): string {
  return formatXml(diskElement(disk, options));
}

/** The element of a disk: each row one fact of the disk, in libvirt's order. */
export function diskElement(disk: AttachedDisk, { dialect, inactive }: XmlOptions): XmlElement {
  const running = !inactive && disk.alias !== null;
  const { source } = disk;
  return element('disk', { type: source?.type ?? 'file', device: disk.device }, [
    disk.driver && driverElement(disk.driver),
    source?.type === 'network' && authElement(source.auth),
    source && sourceElement(source, running && dialect === '9' ? disk.sourceIndex : null),
    running && source && hasChain(disk, dialect) && backingElement(disk, dialect),
    element('target', { dev: disk.target.dev, bus: disk.target.bus }),
    disk.readonly && element('readonly'),
    disk.shareable && element('shareable'),
    // An empty serial counts as none, and the schema does not know it.
    disk.serial ? textElement('serial', disk.serial) : null,
    running && aliasElement(disk.alias),
    disk.address && addressElement(disk.address)
  ]);
}

/** `<alias>`: the device's id in QEMU. */
export function aliasElement(name: string | null): Maybe<XmlElement> {
  return name !== null && element('alias', { name });
}

/** `<address>` of any device. `shared`: other functions of the slot are in use too. */
export function addressElement(address: DiskAddress, shared = false): XmlElement {
  switch (address.type) {
    case 'pci':
      return pciElement(address, shared);
    case 'drive': {
      const { type, controller, bus, target, unit } = address;
      return element('address', { type, controller, bus, target, unit });
    }
    case 'usb': {
      const { type, bus, port } = address;
      return element('address', { type, bus, port });
    }
    default:
      return exhaustive(address);
  }
}

function pciElement({ type, bus, slot, function: fn }: PciAddress, shared: boolean): XmlElement {
  return element('address', {
    type,
    domain: '0x0000',
    bus: `0x${hex2(bus)}`,
    slot: `0x${hex2(slot)}`,
    function: `0x${fn}`,
    multifunction: shared && 'on'
  });
}

function driverElement({ name, type, cache, io, discard }: DiskDriver): XmlElement {
  return element('driver', { name, type, cache, io, discard });
}

function authElement(auth: CephAuth | undefined): Maybe<XmlElement> {
  if (auth === undefined) return null;
  const { username, secret } = auth;
  return element('auth', { username }, [element('secret', { type: 'ceph', uuid: secret })]);
}

/** Images below one in a Ceph cluster are not looked for; 3.x still prints that there are none, 9.0 prints nothing. */
function hasChain({ source, backing }: AttachedDisk, dialect: XmlDialect): boolean {
  return source?.type !== 'network' || backing.length > 0 || dialect === '3';
}

function sourceElement(source: DiskSource, index: number | null): XmlElement {
  switch (source.type) {
    case 'file':
      return element('source', { file: source.file, index });
    case 'block':
      return element('source', { dev: source.dev, index });
    case 'network': {
      const hosts = source.hosts.map(({ name, port }) => element('host', { name, port }));
      return element('source', { protocol: source.protocol, name: source.name, index }, hosts);
    }
    default:
      return exhaustive(source);
  }
}

/**
 * [XML-3] The images below the disk's own, one inside the other, with an empty element at the bottom. 9.0 numbers
 * them on from the disk's own image; 3.x by how deep they lie.
 */
function backingElement(disk: AttachedDisk, dialect: XmlDialect): XmlElement {
  const first = dialect === '9' ? (disk.sourceIndex ?? 0) + 1 : 1;
  return disk.backing.reduceRight<XmlElement>(
    (below, image, depth) => imageElement(image, first + depth, below),
    element('backingStore')
  );
}

function imageElement({ format, source }: BackingImage, index: number, below: XmlElement): XmlElement {
  const parts = [element('format', { type: format }), sourceElement(source, null), below];
  return element('backingStore', { type: source.type, index }, parts);
}
