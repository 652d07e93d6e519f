/**
 * Everything of a domain's XML but its disks.
 *
 * Upstream: src/conf/domain_conf.c (virDomainDefFormatInternalSetRootName and what it calls: virDomainControllerDefFormat,
 * virDomainNetDefFormat, virDomainChrDefFormat, virDomainVideoDefFormat, virDomainMemballoonDefFormat).
 * Simplified: the guest's CPU is shown as asked for, also while it runs; one console, one tablet, VNC on port 5900.
 */
import { controllerAlias, type Controller, type PciController } from './controller.ts';
import type { DomainDefinition } from './definition.ts';
import { addressElement, aliasElement, type XmlOptions } from './disk-xml.ts';
import { chipsetOf, type DomainHardware, type Nic } from './hardware.ts';
import type { PciAddress } from './pci-address.ts';
import { element, type Maybe, textElement, type XmlElement } from './xml.ts';

/** The domain that is printed, and how: `running` decides whether runtime details are shown. */
export interface Printed extends XmlOptions {
  readonly name: string;
  readonly running: boolean;
  readonly definition: DomainDefinition;
}

/** The name of the guest agent's channel, by which the guest finds it. */
export const AGENT_CHANNEL = 'org.qemu.guest_agent.0';

const VNC_PORT = 5900;
const LISTEN = '127.0.0.1';
const TTY = '/dev/pts/0';

/** The elements before `<devices>`, from memory to what happens on a crash. */
export function machineElements({ definition, dialect, running }: Printed): readonly Maybe<XmlElement>[] {
  const { hardware } = definition;
  const memory = String(hardware.memoryKiB);
  return [
    textElement('memory', memory, { unit: 'KiB' }),
    textElement('currentMemory', memory, { unit: 'KiB' }),
    textElement('vcpu', String(hardware.vcpus), { placement: 'static' }),
    running && element('resource', {}, [textElement('partition', '/machine')]),
    sysinfoElement(hardware),
    osElement(hardware),
    element('features', {}, [element('acpi'), element('apic')]),
    cpuElement(hardware, dialect),
    clockElement(),
    textElement('on_poweroff', 'destroy'),
    textElement('on_reboot', 'restart'),
    textElement('on_crash', 'destroy')
  ];
}

/** The elements of `<devices>` behind the disks, in libvirt's order. */
export function deviceElements(printed: Printed): readonly Maybe<XmlElement>[] {
  const { definition, dialect, running } = printed;
  const { hardware, fixed, controllers } = definition;
  const ps2 = (type: string, at: number) => {
    return element('input', { type, bus: 'ps2' }, [running && aliasElement(`input${at}`)]);
  };
  return [
    ...controllers.map((one) => controllerElement(one, printed)),
    ...hardware.nics.map((nic, at) => nicElement(nic, at, fixed.nics[at] ?? null, running)),
    serialElement('serial', printed),
    serialElement('console', printed),
    hardware.guestAgent && agentElement(printed),
    tabletElement(running),
    ps2('mouse', 1),
    ps2('keyboard', 2),
    hardware.video !== null && vncElement(running),
    dialect === '9' && element('audio', { id: 1, type: 'none' }),
    videoElement(printed),
    balloonElement(printed)
  ];
}

/** `<seclabel>` of a running domain: who QEMU runs as. */
export function seclabelElement(): XmlElement {
  const owner = '+0:+0';
  const labels = [textElement('label', owner), textElement('imagelabel', owner)];
  return element('seclabel', { type: 'dynamic', model: 'dac', relabel: 'yes' }, labels);
}

function sysinfoElement({ sysinfo }: DomainHardware): Maybe<XmlElement> {
  const entries = sysinfo.map(([name, value]) => textElement('entry', value, { name }));
  return entries.length > 0 && element('sysinfo', { type: 'smbios' }, [element('system', {}, entries)]);
}

function osElement({ machine, sysinfo }: DomainHardware): XmlElement {
  return element('os', {}, [
    textElement('type', 'hvm', { arch: 'x86_64', machine }),
    element('boot', { dev: 'hd' }),
    sysinfo.length > 0 && element('smbios', { mode: 'sysinfo' })
  ]);
}

function cpuElement({ vcpus }: DomainHardware, dialect: XmlOptions['dialect']): XmlElement {
  const dies = dialect === '9' && 1;
  return element('cpu', { mode: 'host-model', check: 'partial' }, [
    dialect === '3' && element('model', { fallback: 'allow' }),
    element('topology', { sockets: vcpus, dies, cores: 1, threads: 1 })
  ]);
}

function clockElement(): XmlElement {
  return element('clock', { offset: 'utc' }, [
    element('timer', { name: 'pit', tickpolicy: 'delay' }),
    element('timer', { name: 'rtc', tickpolicy: 'catchup' }),
    element('timer', { name: 'hpet', present: 'no' })
  ]);
}

function controllerElement(one: Controller, { definition, running }: Printed): XmlElement {
  const { type, index, model, address } = one;
  return element('controller', { type, index, model }, [
    ...(one.type === 'pci' ? busElements(one) : []),
    running && aliasElement(controllerAlias(one, chipsetOf(definition.hardware.machine))),
    address && addressElement(address, sharesSlot(address, definition.controllers))
  ]);
}

/** [XML-4] A bus behind a slot says which device QEMU makes for it, and its number for the guest. */
function busElements({ model, index, address }: PciController): readonly Maybe<XmlElement>[] {
  if (address === null) return [];
  const name = model === 'pcie-to-pci-bridge' ? 'pcie-pci-bridge' : model;
  const port = `0x${(address.slot * 8 + address.function).toString(16)}`;
  return [
    element('model', { name }),
    model === 'pci-bridge' && element('target', { chassisNr: index }),
    model === 'pcie-root-port' && element('target', { chassis: index, port })
  ];
}

/** [XML-5] Function 0 of a slot says so when others of the slot are in use. */
function sharesSlot(address: PciAddress, controllers: readonly Controller[]): boolean {
  if (address.function !== 0) return false;
  return controllers.some(
    ({ address: other }) =>
      other !== null && other.function > 0 && other.bus === address.bus && other.slot === address.slot
  );
}

function nicElement(nic: Nic, at: number, address: PciAddress | null, running: boolean): XmlElement {
  return element('interface', { type: nic.bridge === null ? 'user' : 'bridge' }, [
    element('mac', { address: nic.mac }),
    nic.bridge !== null && element('source', { bridge: nic.bridge }),
    nic.tap !== null && element('target', { dev: nic.tap }),
    element('model', { type: nic.model }),
    running && aliasElement(`net${at}`),
    address && addressElement(address)
  ]);
}

function serialElement(name: 'serial' | 'console', { definition, dialect, running }: Printed): XmlElement {
  const { consoleLog } = definition.hardware;
  const isaSerial =
    dialect === '9'
      ? element('target', { type: 'isa-serial', port: 0 }, [element('model', { name: 'isa-serial' })])
      : element('target', { port: 0 });
  return element(name, { type: 'pty', tty: running && name === 'console' && TTY }, [
    running && element('source', { path: TTY }),
    consoleLog !== null && element('log', { file: consoleLog, append: 'off' }),
    name === 'serial' ? isaSerial : element('target', { type: 'serial', port: 0 }),
    running && aliasElement('serial0')
  ]);
}

function agentElement({ name, running }: Printed): XmlElement {
  return element('channel', { type: 'unix' }, [
    element('source', { mode: 'bind', path: `/var/lib/libvirt/qemu/${AGENT_CHANNEL}.${name}.sock` }),
    element('target', { type: 'virtio', name: AGENT_CHANNEL, state: running && 'disconnected' }),
    running && aliasElement('channel0'),
    element('address', { type: 'virtio-serial', controller: 0, bus: 0, port: 1 })
  ]);
}

function tabletElement(running: boolean): XmlElement {
  const address = element('address', { type: 'usb', bus: 0, port: 1 });
  return element('input', { type: 'tablet', bus: 'usb' }, [running && aliasElement('input0'), address]);
}

function vncElement(running: boolean): XmlElement {
  const port = running ? VNC_PORT : -1;
  return element('graphics', { type: 'vnc', port, autoport: 'yes', listen: LISTEN, keymap: 'en-us' }, [
    element('listen', { type: 'address', address: LISTEN })
  ]);
}

function videoElement({ definition: { hardware, fixed }, running }: Printed): Maybe<XmlElement> {
  const { video: type } = hardware;
  if (type === null) return null;
  const vram = type === 'virtio' ? null : 16384;
  return element('video', {}, [
    element('model', { type, vram, heads: 1, primary: 'yes' }),
    running && aliasElement('video0'),
    fixed.video && addressElement(fixed.video)
  ]);
}

function balloonElement({ definition: { hardware, fixed }, running }: Printed): XmlElement {
  if (!hardware.memballoon) return element('memballoon', { model: 'none' });
  return element('memballoon', { model: 'virtio' }, [
    element('stats', { period: 10 }),
    running && aliasElement('balloon0'),
    fixed.memballoon && addressElement(fixed.memballoon)
  ]);
}
