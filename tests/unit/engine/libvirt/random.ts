/** Domains at random, and what is done to them, for properties that must hold whatever happens. */
import fc from 'fast-check';
import {
  AFFECT_CONFIG,
  AFFECT_CURRENT,
  AFFECT_LIVE,
  AFFECT_LIVE_AND_CONFIG
} from '../../../../src/lib/engine/libvirt/affect-flags.ts';
import { attachDeviceFlags } from '../../../../src/lib/engine/libvirt/attach-device.ts';
import { detachDeviceFlags } from '../../../../src/lib/engine/libvirt/detach-device.ts';
import {
  DISK_BUSES,
  domainDisk,
  DRIVER_WORDS,
  targetDev,
  type DiskBus,
  type DiskDevice,
  type DiskSource,
  type DomainDisk
} from '../../../../src/lib/engine/libvirt/disk.ts';
import { createDomain, defineDomain, destroyDomain, type Domain } from '../../../../src/lib/engine/libvirt/domain.ts';
import { DOMAIN_TYPES, SCSI_MODELS, VIDEO_MODELS } from '../../../../src/lib/engine/libvirt/hardware.ts';
import type { LibvirtError } from '../../../../src/lib/engine/libvirt/libvirt-error.ts';
import { pciAddress } from '../../../../src/lib/engine/libvirt/pci-address.ts';
import { element, textElement } from '../../../../src/lib/engine/libvirt/xml.ts';
import type { Result } from '../../../../src/lib/engine/kernel/result.ts';
import { disk, frozen } from './lab.ts';

const flags = fc.constantFrom(AFFECT_LIVE, AFFECT_CONFIG, AFFECT_LIVE_AND_CONFIG, AFFECT_CURRENT);
const dev = fc.constantFrom('vda', 'vdb', 'vdc', 'vdd', 'vdaa', 'sdb', 'hda', 'hdc', 'xyz', 'vda1');
const bus = fc.oneof({ weight: 4, arbitrary: fc.constant('virtio' as const) }, fc.constantFrom(...DISK_BUSES));
const address = fc.option(
  fc.tuple(fc.nat(8), fc.nat(33), fc.nat(1)).map(([onBus, slot, fn]) => pciAddress(onBus, slot, fn)),
  { freq: 3 }
);

/** A call to libvirt, sensible or not. */
export const anyCall = fc.oneof(
  fc.record({ op: fc.constant('attach' as const), dev, bus, flags, address, source: fc.nat(30) }),
  fc.record({ op: fc.constant('detach' as const), dev, flags, answers: fc.boolean() }),
  fc.record({ op: fc.constantFrom('start' as const, 'stop' as const) })
);
type Call = typeof anyCall extends fc.Arbitrary<infer One> ? One : never;

/** What libvirt answers to a call. */
export function perform(domain: Domain, one: Call): Result<Domain | null, LibvirtError> {
  switch (one.op) {
    case 'attach': {
      const source = { type: 'file', file: `/${one.source}` } as const;
      const asked = disk(one.dev, one.bus, { source, address: one.bus === 'virtio' ? one.address : null });
      return attachDeviceFlags(domain, frozen(asked), one.flags);
    }
    case 'detach':
      return detachDeviceFlags(domain, targetDev(one.dev), one.flags, one.answers);
    case 'start':
      return createDomain(domain, 1);
    case 'stop':
      return destroyDomain(domain);
  }
}

/** Any text that libvirt can print and read back: no control characters, and what XML must spell. */
const anyText = fc
  .array(fc.oneof(fc.constantFrom('&', '<', '>', "'", '"', ' ', ']]>', '&amp;', '-->', '😀'), fc.string()), {
    maxLength: 4
  })
  .map((parts) => parts.join(''));

const anyHost = fc.constantFrom('10.0.0.1', '2001:db8::1', 'mon-1.example');

type Text = fc.Arbitrary<string>;

const sourceOf = (text: Text): fc.Arbitrary<DiskSource> =>
  fc.oneof(
    text.map((file) => ({ type: 'file' as const, file })),
    text.map((path) => ({ type: 'block' as const, dev: path })),
    fc.record({
      type: fc.constant('network' as const),
      protocol: fc.constant('rbd' as const),
      name: text,
      hosts: fc.array(fc.record({ name: anyHost, port: fc.nat(65535) }), { maxLength: 3 })
    })
  );

/** Who opens a network source is said of the disk's own image only. */
const anyTopSource = (text: Text): fc.Arbitrary<DiskSource> =>
  fc
    .record({ source: sourceOf(text), user: fc.option(fc.constantFrom('cinder', 'compute-1')) })
    .map(({ source, user }) => {
      if (source.type !== 'network' || user === null) return source;
      return { ...source, auth: { username: user, secret: '3f22f224-7591-4837-aa78-792a5e61eb4d' } };
    });

const format = fc.constantFrom(...DRIVER_WORDS.type);
const anyDriver = fc.record({
  name: fc.constant('qemu'),
  type: format,
  cache: fc.option(fc.constantFrom(...DRIVER_WORDS.cache)),
  io: fc.option(fc.constantFrom(...DRIVER_WORDS.io)),
  discard: fc.option(fc.constantFrom(...DRIVER_WORDS.discard))
});

/** A serial that libvirt takes. */
const anySerial = fc.stringMatching(/^[A-Za-z0-9\-_ .+]{0,40}$/);

type Place = readonly [dev: string, bus: DiskBus, devices: readonly DiskDevice[]];

/** Where a disk can be, and as what. */
const PLACES: readonly Place[] = [
  ...['vda', 'vdb', 'vdc', 'vdz', 'vdaa'].map((name): Place => [name, 'virtio', ['disk']]),
  ...['sda', 'sdb', 'sdj'].map((name): Place => [name, 'scsi', ['disk', 'cdrom', 'lun']]),
  ['sdd', 'sata', ['disk', 'cdrom']],
  ['hdb', 'ide', ['disk', 'cdrom']],
  ['sde', 'usb', ['disk', 'cdrom']],
  ['fda', 'fdc', ['floppy']]
];

/** A disk with anything that a disk can say but an address. */
const diskOf = (text: Text) =>
  fc
    .record({
      place: fc.constantFrom(...PLACES),
      kind: fc.nat(),
      driver: fc.option(anyDriver, { freq: 3 }),
      source: fc.option(anyTopSource(text), { freq: 8 }),
      backing: fc.array(fc.record({ format, source: sourceOf(text) }), { maxLength: 3 }),
      serial: fc.option(anySerial),
      readonly: fc.boolean(),
      shareable: fc.boolean()
    })
    .map(({ place: [name, plug, devices], kind, ...more }) => {
      const device = devices[kind % devices.length] ?? 'disk';
      return domainDisk({ ...more, device, target: { dev: targetDev(name), bus: plug } });
    });

const nicOf = (text: Text) =>
  fc.record({
    mac: fc.constant('fa:16:3e:00:00:01'),
    model: fc.constantFrom('virtio', 'e1000'),
    bridge: fc.option(text),
    tap: fc.option(text)
  });

const hardwareOf = (text: Text) =>
  fc.record({
    type: fc.constantFrom(...DOMAIN_TYPES),
    machine: fc.constantFrom('pc-i440fx-2.9', 'pc-q35-7.2', 'pc', 'q35'),
    emulator: text,
    memoryKiB: fc.nat(),
    vcpus: fc.integer({ min: 1, max: 64 }),
    metadata: fc.option(
      fc
        .tuple(text, text)
        .map(([value, text]) => element('nova:instance', { 'xmlns:nova': value }, [textElement('nova:name', text)]))
    ),
    sysinfo: fc.uniqueArray(fc.tuple(fc.constantFrom('manufacturer', 'product', 'version', 'family'), text), {
      selector: ([name]) => name
    }),
    nics: fc.array(nicOf(text), { maxLength: 3 }),
    guestAgent: fc.boolean(),
    video: fc.option(fc.constantFrom(...VIDEO_MODELS)),
    memballoon: fc.boolean(),
    consoleLog: fc.option(text),
    scsiController: fc.option(fc.constantFrom(...SCSI_MODELS)),
    rootPorts: fc.constantFrom(0, 0, 3)
  });

const domainOf = (text: Text): fc.Arbitrary<Domain> =>
  fc
    .record({
      name: text,
      hardware: hardwareOf(text),
      disks: fc.array(diskOf(text), { maxLength: 6 }),
      id: fc.nat(999)
    })
    .map(({ id, ...asked }) => {
      const request = { ...asked, uuid: '0ac40227-597c-48d7-8379-9320beb7d3bd' };
      // Each disk that libvirt takes beside those before it; the others are left out.
      let domain = defineDomain({ ...request, disks: [] });
      let disks: readonly DomainDisk[] = [];
      for (const one of asked.disks) {
        const withOne = defineDomain({ ...request, disks: [...disks, one] });
        if (!withOne.ok) continue;
        domain = withOne;
        disks = [...disks, one];
      }
      if (!domain.ok) return null;
      const started = createDomain(domain.value, id);
      return started.ok ? started.value : domain.value;
    })
    .filter((domain) => domain !== null);

/** Domains that libvirt takes, running where QEMU lets them run, with any kind of disk and any text in them. */
export const anyDomain = domainOf(anyText);

/** The same with no text but paths, where a schema says what a text may be. */
export const anyPlainDomain = domainOf(fc.stringMatching(/^\/[a-z0-9.-]{1,20}$/));
