import { domainDisk, targetDev, type DiskBus, type DomainDisk } from '../../../../src/lib/engine/libvirt/disk.ts';
import { createDomain, defineDomain, type Domain } from '../../../../src/lib/engine/libvirt/domain.ts';
import type { DomainHardware } from '../../../../src/lib/engine/libvirt/hardware.ts';
import type { LibvirtError } from '../../../../src/lib/engine/libvirt/libvirt-error.ts';
import { formatPciAddress } from '../../../../src/lib/engine/libvirt/pci-address.ts';
import type { DomainDefinition } from '../../../../src/lib/engine/libvirt/definition.ts';
import type { ReadDomain } from '../../../../src/lib/engine/libvirt/parse-domain-xml.ts';
import type { Result } from '../../../../src/lib/engine/kernel/result.ts';

/** The article's guest: one NIC, the guest agent's channel, i440fx. */
export const I440FX: DomainHardware = {
  type: 'kvm',
  machine: 'pc-i440fx-2.9',
  emulator: '/usr/bin/qemu-system-x86_64',
  memoryKiB: 524288,
  vcpus: 1,
  metadata: null,
  sysinfo: [],
  nics: [{ mac: 'fa:16:3e:4b:1c:00', model: 'virtio', bridge: 'brq0a1b2c3d-4e', tap: 'tap5f6a7b8c-9d' }],
  guestAgent: true,
  video: 'cirrus',
  memballoon: true,
  consoleLog: null,
  scsiController: null,
  rootPorts: 0
};

/** The same on PCI Express, without the channel. */
export const Q35: DomainHardware = { ...I440FX, machine: 'pc-q35-7.2', guestAgent: false };

/** A raw disk in a file of its own name. */
export function disk(dev: string, bus: DiskBus = 'virtio', more: Partial<DomainDisk> = {}): DomainDisk {
  return domainDisk({ target: { dev: targetDev(dev), bus }, source: { type: 'file', file: `/${dev}.img` }, ...more });
}

/** Freezes a value through and through: whoever writes to it throws. */
export function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

/** What came of an operation that must not be refused here, frozen. */
export function valueOf<Value>(result: Result<Value, LibvirtError>): Value {
  if (result.ok) return frozen(result.value);
  throw new Error(result.error.message);
}

/** The refusal of an operation that must be refused here. */
export function refusalOf(result: Result<unknown, LibvirtError>): LibvirtError {
  if (result.ok) throw new Error('not refused');
  return result.error;
}

/** A defined domain. */
export function defined(hardware: DomainHardware, ...disks: readonly DomainDisk[]): Domain {
  return valueOf(
    defineDomain({ name: 'instance-0000000a', uuid: '0ac40227-597c-48d7-8379-9320beb7d3bd', hardware, disks })
  );
}

/** A running one. */
export function running(hardware: DomainHardware, ...disks: readonly DomainDisk[]): Domain {
  return valueOf(createDomain(defined(hardware, ...disks), 7));
}

/** `vda@00:05.0`, disk by disk. */
export function places(definition: DomainDefinition | null): readonly string[] {
  return (definition?.disks ?? []).map(({ target, address }) => {
    if (address?.type === 'pci') return `${target.dev}@${formatPciAddress(address).slice('0000:'.length)}`;
    return address?.type === 'drive'
      ? `${target.dev}@${address.controller}:${address.bus}:${address.unit}`
      : target.dev;
  });
}

/** The domain that XML tells of, as one that can be printed: running if the XML has an id. */
export function asDomain({ name, uuid, id, definition }: ReadDomain): Domain {
  const stopped = { name, uuid, id, state: 'shutoff', nodeNameIndex: 0 } as const;
  return id === null
    ? { ...stopped, persistent: definition, live: null }
    : { ...stopped, state: 'running', persistent: null, live: definition };
}
