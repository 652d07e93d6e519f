/**
 * The four places that each have their own idea of which disk has which name, side by side.
 */
import type { Cloud } from '../../engine/cloud/cloud.ts';
import { computeDiskInfo, nextDeviceName } from '../../engine/cloud/naming.ts';
import { stripDev } from '../../engine/nova/block-device.ts';
import type { DomainDefinition } from '../../engine/libvirt/definition.ts';
import type { DiskInfoResult } from '../../engine/nova/virt/libvirt/blockinfo.ts';
import {
  domainDiskIdentity,
  guestDiskIdentity,
  localIdentity,
  rowIdentity,
  type DiskIdentity
} from './disk-identity.ts';

/** Who has an idea of the names. */
export const TRUTHS = ['database', 'computation', 'domain', 'guest'] as const;
export type Truth = (typeof TRUTHS)[number];

/** Stands for the name where a row has none. */
export const NO_NAME = '';

/**
 * A disk in one place. `only`: of libvirt's two definitions of a running domain just one has it there: the guest still
 * holds what a detach has taken out of the persistent one, or the next start brings what the guest does not have yet.
 */
export interface TruthDisk extends DiskIdentity {
  readonly only?: 'live' | 'persistent';
}

/** One device name and the disks that each place has under it; more than one where a place contradicts itself. */
export interface TruthRow {
  /** `vdb`; NO_NAME where the database has rows without a name. */
  readonly device: string;
  readonly disks: Readonly<Record<Truth, readonly TruthDisk[]>>;
  /** Nova would give this name to the next volume. */
  readonly isNext: boolean;
  /** Nova's computation and libvirt's domain have different disks here, and no work in flight explains it. */
  readonly disagrees: boolean;
}

/** How Nova's computation and libvirt's domain stand to each other, by what matters most. */
export type Verdict =
  | { readonly kind: 'no domain' }
  /** Nova itself gives one name to two disks: libvirt takes no domain of it. */
  | { readonly kind: 'duplicate'; readonly device: string; readonly disks: readonly string[] }
  /** Nova has given the name to one disk, libvirt has another there. */
  | { readonly kind: 'collision'; readonly device: string; readonly disk: string; readonly holder: string }
  /** Nova would give the name to the next volume, libvirt has a disk there. Nobody has noticed yet. */
  | { readonly kind: 'latent'; readonly device: string; readonly holder: string }
  /** One disk has different names, and no name is in danger. */
  | { readonly kind: 'apart'; readonly disk: string; readonly computed: string; readonly actual: string }
  /** Nova counts a disk that the domain does not have. */
  | { readonly kind: 'phantom'; readonly device: string; readonly disk: string }
  /** The domain has a disk that Nova does not count. */
  | { readonly kind: 'unknown'; readonly device: string; readonly disk: string }
  /** Nova and the running domain agree, but libvirt would start the domain with other disks than it runs with. */
  | { readonly kind: 'half'; readonly device: string; readonly disk: string; readonly only: 'live' | 'persistent' }
  /** They differ because a request is under way. */
  | { readonly kind: 'under way' }
  | { readonly kind: 'agree' };

/** Whether a verdict tells of something that is wrong, noticed or not. */
export function isAlarming({ kind }: Verdict): boolean {
  return kind !== 'agree' && kind !== 'under way' && kind !== 'no domain';
}

/** The picture of one moment. */
export interface FourTruths {
  readonly rows: readonly TruthRow[];
  readonly verdict: Verdict;
}

type Names = Map<string, TruthDisk[]>;

function note(names: Names, device: string, disk: TruthDisk | null): void {
  if (disk === null) return;
  const disks = names.get(device) ?? [];
  names.set(device, [...disks, disk]);
}

function databaseNames(cloud: Cloud): Names {
  const names: Names = new Map();
  for (const bdm of cloud.bdms) {
    note(names, bdm.device_name === null ? NO_NAME : stripDev(bdm.device_name), rowIdentity(cloud, bdm));
  }
  return names;
}

/** `root` repeats another key of the mapping, so it is left out. */
function computedNames(cloud: Cloud, { mapping, named }: DiskInfoResult): Names {
  const names: Names = new Map();
  for (const [key, { dev }] of Object.entries(mapping)) {
    if (key === 'root') continue;
    const row = named.find(({ bdm, device_name }) => bdm.volume_id !== null && device_name === key);
    note(names, dev, localIdentity(key) ?? (row ? rowIdentity(cloud, row.bdm) : null));
  }
  return names;
}

/** A domain that is off has one definition, a running one two. */
function domainNames(cloud: Cloud): Names {
  const names: Names = new Map();
  const { live = null, persistent = null } = cloud.domain ?? {};
  const placesIn = (definition: DomainDefinition | null) =>
    definition?.disks.map((disk) => ({ device: disk.target.dev, disk: domainDiskIdentity(cloud, disk) }));
  const running = placesIn(live) ?? placesIn(persistent) ?? [];
  const defined = placesIn(persistent) ?? running;
  const isAmong = (places: typeof running, { device, disk }: (typeof running)[number]) =>
    places.some((other) => other.device === device && other.disk.name === disk.name);
  for (const place of running) {
    const { device, disk } = place;
    note(names, device, isAmong(defined, place) ? disk : { ...disk, only: 'live' });
  }
  for (const place of defined) {
    if (!isAmong(running, place)) note(names, place.device, { ...place.disk, only: 'persistent' });
  }
  return names;
}

function guestNames(cloud: Cloud): Names {
  const names: Names = new Map();
  for (const disk of cloud.guest.disks) note(names, disk.name, guestDiskIdentity(cloud, disk));
  return names;
}

/** `vdb` before `vdaa`: shorter names first, then by letter; what has no name comes last. */
function byDevice(one: string, other: string): number {
  if (one === NO_NAME || other === NO_NAME) return other.length - one.length;
  // No collation: device names are ASCII, and a browser's first one takes longer than the rest of this file.
  return one.length - other.length || (one < other ? -1 : 1);
}

/** Whether a disk is there now: what only the next start would bring is not. */
export function isPresent({ only }: TruthDisk): boolean {
  return only !== 'persistent';
}

function has(disks: readonly TruthDisk[], { name }: DiskIdentity): boolean {
  return disks.some((disk) => disk.name === name && isPresent(disk));
}

/** The first name under which a place has a disk. */
function placeOf(rows: readonly TruthRow[], truth: Truth, disk: DiskIdentity): string | undefined {
  return rows.find(({ disks }) => has(disks[truth], disk))?.device;
}

/** The disks of one place in a row that the other place does not have there. */
function onlyIn({ disks }: TruthRow, truth: Truth, other: Truth): readonly DiskIdentity[] {
  return disks[truth].filter((disk) => isPresent(disk) && !has(disks[other], disk));
}

/** Whether Nova gives the name to more than one disk. */
function isTwice({ disks }: TruthRow): boolean {
  return disks.computation.length > 1;
}

type Finding = Exclude<Verdict, { kind: 'no domain' | 'duplicate' | 'under way' | 'agree' }>;

/** What is wrong in one row; undefined when Nova and libvirt agree there. */
function finding(row: TruthRow, rows: readonly TruthRow[]): Finding | undefined {
  const { device } = row;
  const [computed] = onlyIn(row, 'computation', 'domain');
  const [actual] = onlyIn(row, 'domain', 'computation');
  if (computed && actual) return { kind: 'collision', device, disk: computed.name, holder: actual.name };
  // An attach changes both definitions, and libvirt asks the persistent one first.
  const [holder] = row.disks.domain;
  if (holder && row.isNext) return { kind: 'latent', device, holder: holder.name };
  const half = row.disks.domain.find(({ only }) => only);
  if (computed && computed.name !== half?.name) {
    const elsewhere = placeOf(rows, 'domain', computed);
    return elsewhere === undefined
      ? { kind: 'phantom', device, disk: computed.name }
      : { kind: 'apart', disk: computed.name, computed: device, actual: elsewhere };
  }
  if (actual && placeOf(rows, 'computation', actual) === undefined)
    return { kind: 'unknown', device, disk: actual.name };
  return half?.only && { kind: 'half', device, disk: half.name, only: half.only };
}

const SEVERITY: readonly Finding['kind'][] = ['collision', 'latent', 'apart', 'phantom', 'unknown', 'half'];

/** A disk that only one side has is no disagreement while a request is bringing it or taking it away. */
function explained({ kind }: Finding, busy: boolean): boolean {
  return busy && (kind === 'phantom' || kind === 'unknown');
}

function verdictOf(cloud: Cloud, rows: readonly TruthRow[]): Verdict {
  const twice = rows.find(isTwice);
  if (twice) return { kind: 'duplicate', device: twice.device, disks: twice.disks.computation.map(({ name }) => name) };
  if (cloud.domain === null) return { kind: 'no domain' };
  const findings = rows.flatMap((row) => finding(row, rows) ?? []);
  const worst = SEVERITY.map((kind) => findings.find((found) => found.kind === kind)).find(Boolean);
  if (!worst) return { kind: 'agree' };
  return explained(worst, cloud.work.length > 0) ? { kind: 'under way' } : worst;
}

function rowOf(device: string, names: Record<Truth, Names>, next: string | null): TruthRow {
  const disks = {
    database: names.database.get(device) ?? [],
    computation: names.computation.get(device) ?? [],
    domain: names.domain.get(device) ?? [],
    guest: names.guest.get(device) ?? []
  };
  return { device, disks, isNext: device === next, disagrees: false };
}

/** Whether a row is marked: it has a finding of its own, or holds a disk that Nova thinks elsewhere. */
function isMarked(cloud: Cloud, row: TruthRow, rows: readonly TruthRow[]): boolean {
  if (isTwice(row)) return true;
  if (cloud.domain === null) return false;
  const found = finding(row, rows);
  if (found && found.kind !== 'half') return !explained(found, cloud.work.length > 0);
  return onlyIn(row, 'domain', 'computation').length > 0;
}

function nextOf(cloud: Cloud): string | null {
  if (cloud.instance.vm_state === 'deleted') return null;
  const next = nextDeviceName(cloud, '');
  return next.ok ? stripDev(next.value) : null;
}

/** A lab never changes, so what is said of it is worked out once, however many parts of the page ask. */
const known = new WeakMap<Cloud, FourTruths>();

/** What the four places say at this moment. */
export function fourTruths(cloud: Cloud): FourTruths {
  const truths = known.get(cloud) ?? workOut(cloud);
  known.set(cloud, truths);
  return truths;
}

function workOut(cloud: Cloud): FourTruths {
  const isDeleted = cloud.instance.vm_state === 'deleted';
  const computed = computeDiskInfo(cloud);
  const names: Record<Truth, Names> = {
    database: databaseNames(cloud),
    computation: computed.ok && !isDeleted ? computedNames(cloud, computed.value) : new Map<string, DiskIdentity[]>(),
    domain: domainNames(cloud),
    guest: guestNames(cloud)
  };
  const next = nextOf(cloud);
  const devices = new Set([...TRUTHS.flatMap((truth) => [...names[truth].keys()]), ...(next === null ? [] : [next])]);
  const rows = [...devices].sort(byDevice).map((device) => rowOf(device, names, next));
  return {
    rows: rows.map((row) => ({ ...row, disagrees: isMarked(cloud, row, rows) })),
    verdict: verdictOf(cloud, rows)
  };
}
