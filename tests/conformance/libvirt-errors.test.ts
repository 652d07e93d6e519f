import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import {
  AFFECT_CONFIG,
  AFFECT_CURRENT,
  AFFECT_LIVE,
  AFFECT_LIVE_AND_CONFIG,
  type AffectFlags
} from '../../src/lib/engine/libvirt/affect-flags.ts';
import { attachDeviceFlags } from '../../src/lib/engine/libvirt/attach-device.ts';
import { detachDeviceFlags } from '../../src/lib/engine/libvirt/detach-device.ts';
import { createTransientDomain, defineDomain, type Domain } from '../../src/lib/engine/libvirt/domain.ts';
import {
  DISK_DEVICES,
  domainDisk,
  sourcePath,
  targetDev,
  type DiskAddress,
  type DiskBus,
  type DiskDevice,
  type DiskDriver,
  type DiskSource,
  type DomainDisk
} from '../../src/lib/engine/libvirt/disk.ts';
import type { LibvirtError } from '../../src/lib/engine/libvirt/libvirt-error.ts';
import { pciAddress, parsePciAddress } from '../../src/lib/engine/libvirt/pci-address.ts';
import type { Result } from '../../src/lib/engine/kernel/result.ts';
import { MACHINES, recordedDisk, type RecordedDisk } from './answer/libvirt-hotplug.ts';

/** What virsh would list: the live disks, the persistent ones. */
interface Lists {
  readonly live: readonly RecordedDisk[] | null;
  readonly inactive: readonly RecordedDisk[] | null;
}

/** A call, what libvirt answered, and the domain afterwards. */
interface Step {
  readonly line: number;
  readonly step: string;
  readonly command: string | null;
  readonly result: 'ok' | 'error';
  readonly error?: LibvirtError;
  readonly after: Lists | null;
}

/** A call as the engine takes it. */
interface Call {
  readonly op: 'attach' | 'detach';
  readonly disk: DomainDisk;
  readonly flags: AffectFlags;
}

const DEMO = '/var/lib/nova/instances/demo';

const steps = readFileSync(new URL('data/libvirt-errors.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line, at) => ({ ...(JSON.parse(line) as Omit<Step, 'line'>), line: at + 1 }));

const FLAGS: Readonly<Record<string, AffectFlags>> = {
  LIVE: AFFECT_LIVE,
  CONFIG: AFFECT_CONFIG,
  CURRENT: AFFECT_CURRENT,
  'LIVE|CONFIG': AFFECT_LIVE_AND_CONFIG
};

const BUS_BY_NAME: readonly (readonly [prefix: string, bus: DiskBus])[] = [
  ['hd', 'ide'],
  ['sd', 'scsi'],
  ['vd', 'virtio'],
  ['xvd', 'xen'],
  ['ubd', 'uml'],
  ['', 'ide']
];

/** The call of a step, if it attaches or detaches a disk that the engine can be told of. */
function readCall({ command }: Step): Call | null {
  const call = /^dom\.(attach|detach)DeviceFlags\(xml, ([A-Z_|]+)\) +# xml: (.*)$/s.exec(command ?? '');
  const [, op, names = '', xml = ''] = call ?? [];
  const disk = readDisk(xml);
  const flags = FLAGS[names.replaceAll('VIR_DOMAIN_AFFECT_', '')];
  if (disk === null || flags === undefined) return null;
  return { op: op === 'attach' ? 'attach' : 'detach', disk, flags };
}

/** Reads the recorder's XML; null where it is not XML, or says what a disk of the engine cannot say. */
function readDisk(xml: string): DomainDisk | null {
  const said = (tag: string, name: string) => new RegExp(`<${tag}\\b[^>]*\\b${name}='([^']*)'`).exec(xml)?.[1];
  const dev = said('target', 'dev');
  const sayable = DISK_DEVICES.some((device) => device === (said('disk', 'device') ?? 'disk'));
  if (dev === undefined || !sayable || /foo'|<boot|type='foo'/.test(xml.replace(/name='foo'/, ''))) return null;
  const named = BUS_BY_NAME.find(([prefix]) => dev.startsWith(prefix))?.[1] ?? 'ide';
  const bus = (said('target', 'bus') ?? (said('disk', 'device') === 'floppy' ? 'fdc' : named)) as DiskBus;
  const file = said('source', 'file');
  const block = said('source', 'dev');
  const source: DiskSource | null = file ? { type: 'file', file } : block ? { type: 'block', dev: block } : null;
  return domainDisk({
    device: (said('disk', 'device') ?? 'disk') as DiskDevice,
    driver: {
      name: said('driver', 'name') ?? 'qemu',
      type: (said('driver', 'type') ?? 'raw') as DiskDriver['type'],
      cache: (said('driver', 'cache') ?? null) as DiskDriver['cache'],
      io: (said('driver', 'io') ?? null) as DiskDriver['io'],
      discard: null
    },
    source,
    target: { dev: targetDev(dev), bus },
    serial: /<serial>(.*)<\/serial>/.exec(xml)?.[1] ?? null,
    readonly: xml.includes('<readonly/>'),
    shareable: xml.includes('<shareable/>'),
    address: readAddress(said)
  });
}

function readAddress(said: (tag: string, name: string) => string | undefined): DiskAddress | null {
  const number = (name: string) => Number(said('address', name) ?? 0);
  if (said('address', 'type') === 'pci') return pciAddress(number('bus'), number('slot'), number('function'));
  if (said('address', 'type') !== 'drive') return null;
  const [controller, bus, target, unit] = ['controller', 'bus', 'target', 'unit'].map(number);
  return { type: 'drive', controller: controller ?? 0, bus: bus ?? 0, target: target ?? 0, unit: unit ?? 0 };
}

/** What virsh lists of a domain. */
function listed({ live, persistent }: Domain): Lists {
  return { live: live?.disks.map(recordedDisk) ?? null, inactive: persistent?.disks.map(recordedDisk) ?? null };
}

/**
 * The domain before a call of the first part. The recorder rebuilt its domain between steps without a note, so it is
 * told from what it looked like afterwards: a refusal changes nothing, an attach has put the disk where it was asked
 * to, a detach has taken it out of the persistent definition; the guest here has no operating system that would answer.
 */
function sceneBefore({ result, after, step }: Step, call: Call): Domain {
  const asBefore = (disks: Lists['live'], affected: boolean): Lists['live'] => {
    if (disks === null || result === 'error' || !affected) return disks;
    const others = disks.filter(([target]) => target !== call.disk.target.dev);
    return call.op === 'attach' ? others : [...others, standing(call.disk)];
  };
  const { live, inactive } = after ?? LAB;
  const liveToo = call.op === 'attach' && (call.flags.live || (!call.flags.config && live !== null));
  const configToo = call.flags.config || (!call.flags.live && live === null);
  return domainWith({ live: asBefore(live, liveToo), inactive: asBefore(inactive, configToo) }, step, call.disk);
}

const LAB: Lists = {
  live: [
    ['vda', 'virtio', 'virtio-disk0', '0000:00:05.0'],
    ['vdb', 'virtio', 'virtio-disk1', '0000:00:06.0']
  ],
  inactive: [
    ['vda', 'virtio', null, '0000:00:05.0'],
    ['vdb', 'virtio', null, '0000:00:06.0']
  ]
};

/** Where the recorder's lab has a disk, whatever the XML of a detach says of its bus. */
function standing({ target: { dev, bus } }: DomainDisk): RecordedDisk {
  const inLab = LAB.inactive?.find(([target]) => target === dev);
  return inLab ?? [dev, bus, null, null];
}

/** A domain with these disks. */
function domainWith({ live, inactive }: Lists, step: string, disk: DomainDisk | null): Domain {
  const request = (disks: readonly RecordedDisk[]) => ({
    name: 'instance-0000000a',
    uuid: '6d6a2ae2-6a1e-4f0f-8c4e-2a1f6b0a9d10',
    hardware: {
      ...(step.includes('q35') ? MACHINES.q35 : MACHINES.i440fx),
      scsiController: step.startsWith('virtio-scsi') ? ('virtio-scsi' as const) : null
    },
    disks: disks.map((one) => standingDisk(one, step, disk))
  });
  const running = live && valueOf(createTransientDomain(request(live), 1));
  const defined = inactive && valueOf(defineDomain(request(inactive)));
  const scene = running ?? defined;
  if (scene === null) throw new Error(`no domain in: ${step}`);
  return { ...scene, live: running?.live ?? null, persistent: defined?.persistent ?? null };
}

/** A disk of the recorder's lab: vda is `disk`, vdb `x0` or, where the step says so, what is to be attached. */
function standingDisk([dev, bus, , address]: RecordedDisk, step: string, disk: DomainDisk | null): DomainDisk {
  const inUse = dev === 'vdb' && step.startsWith('source: same source') ? disk?.source : null;
  const file = `${DEMO}/${dev === 'vda' ? 'disk' : 'x0'}${dev === 'vda' || dev === 'vdb' ? '' : `-${dev}`}`;
  return domainDisk({
    device: disk?.target.dev === dev ? disk.device : 'disk',
    target: { dev: targetDev(dev), bus: bus as DiskBus },
    source: inUse ?? { type: 'file', file },
    readonly: step.includes('both readonly'),
    shareable: step.includes('both shareable'),
    address: parsePciAddress(address ?? '')
  });
}

function valueOf<Value>(result: Result<Value, LibvirtError>): Value {
  if (result.ok) return result.value;
  throw new Error(result.error.message);
}

function perform(scene: Domain, { op, disk, flags }: Call): Result<Domain, LibvirtError> {
  if (op === 'detach') return detachDeviceFlags(scene, disk.target.dev, flags, false);
  const path = sourcePath(disk.source);
  return attachDeviceFlags(scene, disk, flags, path !== null && /does-not-exist|missing/.test(path) ? [path] : []);
}

/** What is compared: the refusal if any, and both definitions. */
function outcome(result: Result<Domain, LibvirtError>, scene: Domain) {
  const error = result.ok ? null : result.error;
  return { refusal: error, ...listed(result.ok ? result.value : scene) };
}

function recorded({ error, after }: Step) {
  const refusal = error ? { code: error.code, domain: error.domain, message: error.message } : null;
  return { refusal, live: after?.live ?? null, inactive: after?.inactive ?? null };
}

/** Where the second part begins: one domain after the other, each step on what the last one left. */
const ONE_AFTER_THE_OTHER = 278;

const calls = steps.flatMap((step) => {
  const call = readCall(step);
  return call === null || step.error?.message.includes('blockdev-add') ? [] : [{ step, call }];
});
const alone = calls.filter(({ step }) => step.line < ONE_AFTER_THE_OTHER);

describe('libvirt-errors: the catalogue of what libvirt refuses', () => {
  it('answers all calls that attach or detach a disk, but for malformed XML and files of the wrong kind', () => {
    expect(calls).toHaveLength(306);
  });

  it.each(alone.map(({ step, call }) => [step.line, step.step, step, call] as const))(
    'line %i: %s',
    (_line, _title, step, call) => {
      const scene = sceneBefore(step, call);
      expect(outcome(perform(scene, call), scene)).toEqual(recorded(step));
    }
  );

  it('answers the second part, one step after the other', () => {
    let scene: Domain | null = null;
    const mismatches: unknown[] = [];
    for (const step of steps.filter(({ line }) => line >= ONE_AFTER_THE_OTHER)) {
      const call = readCall(step);
      if (call === null) {
        // Defined or started anew: the recording says what with.
        if (step.after) scene = domainWith(step.after, step.step, null);
        continue;
      }
      if (scene === null) throw new Error(`no scene for: ${step.step}`);
      const result = perform(scene, call);
      const is = outcome(result, scene);
      const want = recorded(step);
      if (!isDeepStrictEqual(is, want)) mismatches.push({ line: step.line, step: step.step, is, want });
      if (result.ok) scene = result.value;
    }
    expect(mismatches.slice(0, 3)).toEqual([]);
  });
});
