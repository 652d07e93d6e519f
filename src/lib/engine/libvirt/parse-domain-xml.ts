/**
 * Reads what `virsh dumpxml` prints: the way back from domain-xml.ts and hardware-xml.ts, in either dialect, of a
 * running domain or of a definition. Meant for real domains too: what is not known here is passed over.
 *
 * Upstream: src/conf/domain_conf.c (virDomainDefParseXML, virDomainControllerDefParseXML, virDomainNetDefParseXML,
 * virDomainVideoDefParseXML, virDomainMemballoonDefParseXML, virSysinfoParseXML).
 * Simplified: nothing is checked, ordered or added, as libvirt does after reading. Devices that hardware.ts does not
 * have are skipped with their addresses. What was asked for of controllers is taken to be what is there.
 */
import { ok, refuse, type Result } from '../kernel/result.ts';
import { type Controller, DEVICE_CONTROLLER_TYPES, PCI_BUS_MODELS } from './controller.ts';
import type { DomainDefinition } from './definition.ts';
import type { AttachedDisk } from './disk.ts';
import {
  DOMAIN_TYPES,
  type DomainHardware,
  type FixedAddresses,
  type Nic,
  SCSI_MODELS,
  VIDEO_MODELS
} from './hardware.ts';
import { AGENT_CHANNEL } from './hardware-xml.ts';
import { readDisk, readPciAddress } from './parse-disk-xml.ts';
import { parseXml, type XmlRefusal } from './parse-xml.ts';
import type { PciAddress } from './pci-address.ts';
import type { XmlElement } from './xml.ts';
import { attributeOf, childOf, childrenOf, childText, type Notice, numberOf, wholeNumber, wordOf } from './xml-tree.ts';

/** A domain as its XML tells it. `id` null: the XML is of a domain that does not run, or of its persistent definition. */
export interface ReadDomain {
  readonly name: string;
  readonly uuid: string;
  readonly id: number | null;
  readonly definition: DomainDefinition;
  /** What was seen of disks and other known devices but has no place in the definition, as it stands in the XML. */
  readonly unread: readonly string[];
}

/** [READ-2] The domain that the XML tells of; refused when it is no XML [READ-1] or tells of no QEMU domain. */
export function parseDomainXml(text: string): Result<ReadDomain, XmlRefusal> {
  const parsed = parseXml(text);
  return parsed.ok ? readDomain(parsed.value) : parsed;
}

function readDomain(domain: XmlElement): Result<ReadDomain, XmlRefusal> {
  const refused = (message: string) => refuse<XmlRefusal>({ line: null, message });
  if (domain.name !== 'domain') return refused(`the root element is <${domain.name.slice(0, 40)}>, not <domain>`);
  const type = DOMAIN_TYPES.find((known) => known === attributeOf(domain, 'type'));
  if (type === undefined) return refused(`the type of <domain> is none of ${DOMAIN_TYPES.join(', ')}`);
  const name = childText(domain, 'name');
  const uuid = childText(domain, 'uuid');
  if (name === null || uuid === null) return refused('<domain> lacks its <name> or <uuid>');
  const devices = childOf(domain, 'devices');
  if (devices === null) return refused('<domain> has no <devices>');
  const unread: string[] = [];
  const notice: Notice = (what) => unread.push(what);
  const definition = readDefinition(domain, devices, type, notice);
  return ok({ name, uuid, id: wholeNumber(attributeOf(domain, 'id')), definition, unread });
}

function readDefinition(
  domain: XmlElement,
  devices: XmlElement,
  type: DomainHardware['type'],
  notice: Notice
): DomainDefinition {
  const controllers = known(childrenOf(devices, 'controller'), readController, notice);
  const interfaces = known(childrenOf(devices, 'interface'), readNic, notice);
  const video = childOf(devices, 'video');
  const memballoon = childOf(devices, 'memballoon');
  const addressOf = (device: XmlElement | null) => device && readPciAddress(device, notice);
  const hardware: DomainHardware = {
    type,
    ...readMachine(domain),
    emulator: childText(devices, 'emulator') ?? '',
    nics: interfaces.map(({ nic }) => nic),
    guestAgent: childrenOf(devices, 'channel').some(isAgent),
    video: wordOf(childOf(video, 'model'), 'type', VIDEO_MODELS, notice),
    memballoon: attributeOf(memballoon, 'model') !== 'none',
    consoleLog: attributeOf(childOf(childOf(devices, 'serial'), 'log'), 'file'),
    ...askedControllers(controllers)
  };
  const fixed: FixedAddresses = {
    video: addressOf(video),
    nics: addressed(interfaces),
    memballoon: addressOf(memballoon)
  };
  const disks: readonly AttachedDisk[] = known(childrenOf(devices, 'disk'), readDisk, notice);
  return { hardware, fixed, controllers, disks };
}

/** What is read of each element, without those that have no place here. */
function known<Device>(
  elements: readonly XmlElement[],
  read: (one: XmlElement, notice: Notice) => Device | null,
  notice: Notice
): readonly Device[] {
  return elements.map((one) => read(one, notice)).filter((one) => one !== null);
}

type Machine = Pick<DomainHardware, 'machine' | 'memoryKiB' | 'vcpus' | 'metadata' | 'sysinfo'>;

/** What stands before the devices. libvirt always prints memory in KiB. */
function readMachine(domain: XmlElement): Machine {
  const smbios = childrenOf(domain, 'sysinfo').find((one) => attributeOf(one, 'type') === 'smbios') ?? null;
  return {
    machine: attributeOf(childOf(childOf(domain, 'os'), 'type'), 'machine') ?? 'pc',
    memoryKiB: wholeNumber(childText(domain, 'memory')) ?? 0,
    vcpus: wholeNumber(childText(domain, 'vcpu')) ?? 1,
    metadata: childOf(domain, 'metadata')?.children[0] ?? null,
    sysinfo: childrenOf(childOf(smbios, 'system'), 'entry').map(
      (entry) => [attributeOf(entry, 'name') ?? '', entry.text ?? ''] as const
    )
  };
}

function askedControllers(controllers: readonly Controller[]): Pick<DomainHardware, 'scsiController' | 'rootPorts'> {
  const scsi = controllers.find(({ type, index }) => type === 'scsi' && index === 0);
  return {
    scsiController: SCSI_MODELS.find((model) => model === scsi?.model) ?? null,
    rootPorts: controllers.filter(({ model }) => model === 'pcie-root-port').length
  };
}

function readController(controller: XmlElement, notice: Notice): Controller | null {
  const type = wordOf(controller, 'type', ['pci', ...DEVICE_CONTROLLER_TYPES] as const, notice);
  const index = numberOf(controller, 'index');
  if (type === null || index === null) return null;
  const address = readPciAddress(controller, notice);
  if (type !== 'pci') return { type, index, model: attributeOf(controller, 'model'), address };
  const model = wordOf(controller, 'model', PCI_BUS_MODELS, notice);
  return model && { type, index, model, address };
}

/** A network card and its place. */
interface PlacedNic {
  readonly nic: Nic;
  readonly address: PciAddress | null;
}

function readNic(card: XmlElement, notice: Notice): PlacedNic | null {
  const mac = attributeOf(childOf(card, 'mac'), 'address');
  const model = attributeOf(childOf(card, 'model'), 'type');
  if (mac === null || model === null) {
    notice(`<interface type='${attributeOf(card, 'type') ?? ''}'> left out`);
    return null;
  }
  const bridge = attributeOf(childOf(card, 'source'), 'bridge');
  const tap = attributeOf(childOf(card, 'target'), 'dev');
  return { nic: { mac, model, bridge, tap }, address: readPciAddress(card, notice) };
}

/** The addresses of the cards, which have no gaps: from the first card without one on they are left out. */
function addressed(cards: readonly PlacedNic[]): readonly PciAddress[] {
  const addresses: PciAddress[] = [];
  for (const { address } of cards) {
    if (address === null) break;
    addresses.push(address);
  }
  return addresses;
}

function isAgent(channel: XmlElement): boolean {
  return attributeOf(childOf(channel, 'target'), 'name') === AGENT_CHANNEL;
}
