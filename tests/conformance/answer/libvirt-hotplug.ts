/**
 * The black box for recordings of kind `libvirt-hotplug`: a sequence of attach and detach calls in, what libvirt
 * answered and what the definitions then held out. The recording's machines are set up as its first line tells.
 */
import {
  AFFECT_CONFIG,
  AFFECT_CURRENT,
  AFFECT_LIVE,
  AFFECT_LIVE_AND_CONFIG,
  type AffectFlags
} from '../../../src/lib/engine/libvirt/affect-flags.ts';
import { attachDeviceFlags } from '../../../src/lib/engine/libvirt/attach-device.ts';
import { detachDeviceFlags } from '../../../src/lib/engine/libvirt/detach-device.ts';
import {
  domainDisk,
  targetDev,
  type AttachedDisk,
  type DiskBus,
  type DomainDisk
} from '../../../src/lib/engine/libvirt/disk.ts';
import {
  createDomain,
  createTransientDomain,
  defineDomain,
  type Domain,
  type DomainDefinition
} from '../../../src/lib/engine/libvirt/domain.ts';
import type { DomainHardware } from '../../../src/lib/engine/libvirt/hardware.ts';
import { formatPciAddress, parsePciAddress } from '../../../src/lib/engine/libvirt/pci-address.ts';

/** A disk of a definition: target, bus, alias (live only), address. */
export type RecordedDisk = readonly [target: string, bus: string, alias: string | null, address: string | null];

type RecordedFlags = 'L' | 'C' | 'LC' | 'CUR';

/** A call: `note` may hold `addr 0000:00:07.0`, or say that the source does not exist. */
export type RecordedCall = readonly [
  op: 'attach' | 'detach',
  target: string,
  bus: DiskBus,
  flags: RecordedFlags,
  source: string,
  note: string | null
];

/** A list of disks; null: as after the call before; `-`: there is no such definition. */
type RecordedDisks = readonly RecordedDisk[] | null | '-';

/** What a call answered, and the two definitions after it. */
export type RecordedAnswer = readonly [
  result: 'ok' | 'err',
  code: number | null,
  errdomain: number | null,
  message: string | null,
  live: RecordedDisks,
  cfg: RecordedDisks
];

/** A recorded sequence, as far as the answer needs it. */
export interface HotplugSequence {
  readonly mode: 'paused' | 'config' | 'guest';
  readonly machine: 'i440fx' | 'q35' | 'q35p12';
  readonly cold: readonly string[];
  readonly ops: readonly RecordedCall[];
}

const FLAGS: Readonly<Record<RecordedFlags, AffectFlags>> = {
  L: AFFECT_LIVE,
  C: AFFECT_CONFIG,
  LC: AFFECT_LIVE_AND_CONFIG,
  CUR: AFFECT_CURRENT
};

const I440FX: DomainHardware = {
  type: 'qemu',
  machine: 'pc-i440fx-2.9',
  emulator: '/usr/bin/qemu-system-x86_64',
  memoryKiB: 524288,
  vcpus: 1,
  metadata: null,
  sysinfo: [],
  nics: [{ mac: 'fa:16:3e:4b:1c:00', model: 'virtio', bridge: null, tap: null }],
  guestAgent: true,
  video: 'cirrus',
  memballoon: true,
  consoleLog: null,
  scsiController: null,
  rootPorts: 0
};

/** The machines of the recordings. */
export const MACHINES: Readonly<Record<HotplugSequence['machine'], DomainHardware>> = {
  i440fx: I440FX,
  q35: { ...I440FX, machine: 'pc-q35-7.2', guestAgent: false },
  q35p12: { ...I440FX, machine: 'pc-q35-7.2', guestAgent: false, rootPorts: 12 }
};

/** Runs a recorded sequence on the engine. */
export function answerLibvirtHotplug(sequence: HotplugSequence): { readonly ops: readonly RecordedAnswer[] } {
  let domain = startingDomain(sequence);
  const ops: RecordedAnswer[] = [];
  for (const call of sequence.ops) {
    const before = domain;
    const result = perform(domain, call);
    if (result.ok) domain = result.value;
    const live = changedDisks(before.live, domain.live);
    const cfg = changedDisks(before.persistent, domain.persistent);
    if (result.ok) ops.push(['ok', null, null, null, live, cfg]);
    else ops.push(['err', result.error.code, result.error.domain, result.error.message, live, cfg]);
  }
  return { ops };
}

/** What both definitions hold before the first call. */
export function startingDisks(sequence: HotplugSequence): Partial<Record<'live' | 'cfg', readonly RecordedDisk[]>> {
  const { live, persistent } = startingDomain(sequence);
  return {
    ...(live && { live: live.disks.map(recordedDisk) }),
    ...(persistent && { cfg: persistent.disks.map(recordedDisk) })
  };
}

/** Paused: transient, its guest stopped; config: defined and off; guest: defined and running. */
export function startingDomain({ mode, machine, cold }: Omit<HotplugSequence, 'ops'>): Domain {
  const request = {
    name: 'recorded',
    uuid: '6d6a2ae2-6a1e-4f0f-8c4e-2a1f6b0a9d10',
    hardware: MACHINES[machine],
    disks: cold.map((target, position) => diskOf(target, 'virtio', `f${50 + position}`, null))
  };
  if (mode === 'paused') return orThrow(createTransientDomain(request, 1, { paused: true }));
  const defined = orThrow(defineDomain(request));
  return mode === 'config' ? defined : orThrow(createDomain(defined, 1));
}

function perform(domain: Domain, [op, target, bus, flags, source, note]: RecordedCall) {
  if (op === 'detach') return detachDeviceFlags(domain, targetDev(target), FLAGS[flags]);
  const missing = note === 'missing-source' ? [source] : [];
  return attachDeviceFlags(domain, diskOf(target, bus, source, note), FLAGS[flags], missing);
}

function diskOf(target: string, bus: DiskBus, file: string, note: string | null): DomainDisk {
  const address = note?.startsWith('addr') ? parsePciAddress(note.replace(/^addr\W*/, '')) : null;
  return domainDisk({
    target: { dev: targetDev(target), bus },
    source: { type: 'file', file },
    driver: { name: 'qemu', type: 'raw', cache: 'none', io: null, discard: null },
    address
  });
}

function changedDisks(before: DomainDefinition | null, after: DomainDefinition | null): RecordedDisks {
  if (after === null) return '-';
  const disks = after.disks.map(recordedDisk);
  const unchanged = before !== null && JSON.stringify(before.disks.map(recordedDisk)) === JSON.stringify(disks);
  return unchanged ? null : disks;
}

/** A disk as the recordings list it. */
export function recordedDisk({ target, alias, address }: AttachedDisk): RecordedDisk {
  return [target.dev, target.bus, alias, recordedAddress(address)];
}

function recordedAddress(address: AttachedDisk['address']): string | null {
  if (address === null) return null;
  if (address.type === 'pci') return formatPciAddress(address);
  if (address.type === 'usb') return 'usb';
  return `drive ${address.controller}:${address.bus}:${address.target}:${address.unit}`;
}

function orThrow<Value>(result: { ok: true; value: Value } | { ok: false; error: { message: string } }): Value {
  if (result.ok) return result.value;
  throw new Error(result.error.message);
}
