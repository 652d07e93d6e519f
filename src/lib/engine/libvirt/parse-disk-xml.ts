/**
 * Reads a `<disk>` back: the way from the tree to the facts that disk-xml.ts prints. An attribute there is a field of
 * the same name in disk.ts, and the words it may say stand there once, so that the compiler sees most of what differs.
 *
 * Upstream: src/conf/domain_conf.c (virDomainDiskDefParseXML, virDomainStorageSourceParse,
 * virDomainDiskBackingStoreParse, virDomainDeviceInfoParseXML), src/conf/device_conf.c (virPCIDeviceAddressParseXML,
 * virDomainDeviceDriveAddressParseXML, virDomainDeviceUSBAddressParseXML).
 * Simplified: a fact that disk.ts has no word for is null and noticed; what is beside these facts (seclabels, iotune,
 * mirror) is passed over in silence.
 */
import {
  type AttachedDisk,
  type BackingImage,
  type CephAuth,
  DISK_BUSES,
  DISK_DEVICES,
  type DiskAddress,
  type DiskAlias,
  type DiskDriver,
  type DiskSource,
  DRIVER_WORDS,
  type NetworkHost,
  placedDisk,
  targetDev
} from './disk.ts';
import { pciAddress, type PciAddress } from './pci-address.ts';
import type { XmlElement } from './xml.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  childText,
  type Notice,
  numberOf,
  numbersOf,
  wholeNumber,
  wordOf
} from './xml-tree.ts';

/** The attributes of `<address>` that are plain numbers, by its type. */
const ADDRESS_NUMBERS = {
  drive: ['controller', 'bus', 'target', 'unit'],
  usb: ['bus', 'port']
} as const;

/** [READ-2] A disk; null, with a notice, when it lacks a target or has a bus or a kind that is not known here. */
export function readDisk(disk: XmlElement, notice: Notice): AttachedDisk | null {
  const target = childOf(disk, 'target');
  const dev = attributeOf(target, 'dev');
  const bus = wordOf(target, 'bus', DISK_BUSES, notice);
  const device = attributeOf(disk, 'device') === null ? 'disk' : wordOf(disk, 'device', DISK_DEVICES, notice);
  if (dev === null || bus === null || device === null) {
    notice(`<target dev='${dev ?? ''}'> left out`);
    return null;
  }
  const at: Notice = (what) => notice(`${dev}: ${what}`);
  const asked = {
    device,
    driver: readDriver(childOf(disk, 'driver'), at),
    source: withAuth(readSource(disk, at), readAuth(disk)),
    backing: readBacking(disk, at),
    target: { dev: targetDev(dev), bus },
    serial: childText(disk, 'serial') || null,
    readonly: childOf(disk, 'readonly') !== null,
    shareable: childOf(disk, 'shareable') !== null,
    address: null
  };
  const sourceIndex = numberOf(childOf(disk, 'source'), 'index');
  return placedDisk(asked, readAddress(disk, at), readAlias(disk) as DiskAlias | null, sourceIndex);
}

/** The id of any device in QEMU, which only a running domain says. */
function readAlias(device: XmlElement): string | null {
  return attributeOf(childOf(device, 'alias'), 'name');
}

/** The address of any device; null when there is none, or with a notice when it is of a kind not known here. */
function readAddress(device: XmlElement, notice: Notice): DiskAddress | null {
  const address = childOf(device, 'address');
  if (address === null) return null;
  const type = attributeOf(address, 'type');
  const read = type === 'pci' ? readPci(address) : readSeat(address, type);
  if (read === null) notice(`<address type='${type ?? ''}'>`);
  return read;
}

/** The address of a device that can only be on PCI. */
export function readPciAddress(device: XmlElement, notice: Notice): PciAddress | null {
  const address = readAddress(device, notice);
  return address?.type === 'pci' ? address : null;
}

function readPci(address: XmlElement): PciAddress | null {
  const said = numbersOf(address, ['bus', 'slot', 'function']);
  const domain = wholeNumber(attributeOf(address, 'domain') ?? '0');
  if (said === null || domain !== 0) return null;
  if (said.bus > 0xff || said.slot > 0x1f || said.function > 7) return null;
  return pciAddress(said.bus, said.slot, said.function);
}

function readSeat(address: XmlElement, type: string | null): DiskAddress | null {
  if (type === 'drive') {
    const seat = numbersOf(address, ADDRESS_NUMBERS.drive);
    return seat && { type, ...seat };
  }
  if (type === 'usb') {
    const port = numbersOf(address, ADDRESS_NUMBERS.usb);
    return port && { type, ...port };
  }
  return null;
}

/** Without a format libvirt takes a disk for raw, and without a name QEMU for its driver. */
function readDriver(driver: XmlElement | null, notice: Notice): DiskDriver | null {
  if (driver === null) return null;
  const type = attributeOf(driver, 'type') === null ? 'raw' : wordOf(driver, 'type', DRIVER_WORDS.type, notice);
  if (type === null) return null;
  return {
    name: attributeOf(driver, 'name') ?? 'qemu',
    type,
    cache: wordOf(driver, 'cache', DRIVER_WORDS.cache, notice),
    io: wordOf(driver, 'io', DRIVER_WORDS.io, notice),
    discard: wordOf(driver, 'discard', DRIVER_WORDS.discard, notice)
  };
}

/** The `<source>` of a disk or of an image below it, whose `type` says which attribute counts. */
function readSource(owner: XmlElement, notice: Notice): DiskSource | null {
  const source = childOf(owner, 'source');
  if (source === null) return null;
  const type = attributeOf(owner, 'type') ?? 'file';
  const said = (attribute: string) => attributeOf(source, attribute);
  const [file, dev, name] = [said('file'), said('dev'), said('name')];
  if (type === 'file' && file !== null) return { type, file };
  if (type === 'block' && dev !== null) return { type, dev };
  if (type === 'network' && said('protocol') === 'rbd' && name !== null) {
    return { type, protocol: 'rbd', name, hosts: readHosts(source, notice) };
  }
  // A drive that has been emptied may keep an element that names nothing.
  if (type !== 'file' && type !== 'block') notice(`<source> of <${owner.name} type='${type}'>`);
  return null;
}

function withAuth(source: DiskSource | null, auth: CephAuth | null): DiskSource | null {
  return source?.type === 'network' && auth !== null ? { ...source, auth } : source;
}

/** Who opens the image: said beside the source, or inside it as libvirt takes it too. */
function readAuth(disk: XmlElement): CephAuth | null {
  const auth = childOf(disk, 'auth') ?? childOf(childOf(disk, 'source'), 'auth');
  const username = attributeOf(auth, 'username');
  const secret = attributeOf(childOf(auth, 'secret'), 'uuid');
  return username === null || secret === null ? null : { username, secret };
}

function readHosts(source: XmlElement, notice: Notice): readonly NetworkHost[] {
  const hosts: NetworkHost[] = [];
  for (const host of childrenOf(source, 'host')) {
    const name = attributeOf(host, 'name');
    const port = numberOf(host, 'port');
    if (name === null || port === null) notice(`<host name='${name ?? ''}'> without a port`);
    else hosts.push({ name, port });
  }
  return hosts;
}

/** [XML-3] The images below the disk's own, topmost first, down to the empty element or to the first not known here. */
function readBacking(disk: XmlElement, notice: Notice): readonly BackingImage[] {
  const images: BackingImage[] = [];
  for (let below = childOf(disk, 'backingStore'); below !== null; below = childOf(below, 'backingStore')) {
    if (below.children.length === 0) break;
    const format = wordOf(childOf(below, 'format'), 'type', DRIVER_WORDS.type, notice);
    const source = readSource(below, notice);
    if (format === null || source === null) {
      notice('<backingStore>');
      break;
    }
    images.push({ format, source });
  }
  return images;
}
