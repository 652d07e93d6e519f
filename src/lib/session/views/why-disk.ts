/**
 * What became of each disk in a naming: the names tried, who held them, the name chosen, and what the domain says to it.
 */
import type { Cloud } from '../../engine/cloud/cloud.ts';
import { stripDev } from '../../engine/nova/block-device.ts';
import { upstreamPlace } from '../../engine/nova/releases/upstream.ts';
import type { NamingDecision } from '../../engine/nova/virt/libvirt/naming-decision.ts';
import { NAMING_RULES, type NamingOutcome, type NamingRule } from '../../engine/nova/virt/libvirt/naming-rules.ts';
import { domainDiskIdentity, localIdentity, rowIdentity, type DiskIdentity } from './disk-identity.ts';
import type { Naming } from './last-naming.ts';

/** A name that a search passed over, or that made Nova drop a disk. */
export interface TriedName {
  readonly device: string;
  readonly holder: DiskIdentity;
  /** Whether the holder was named before, or so far only its row has the name. */
  readonly by: 'disk' | 'row';
}

/** What libvirt's domain says to a disk and the name that Nova gave it. */
export interface InDomain {
  /** The disk's own name there; null when the domain does not have the disk. */
  readonly own: string | null;
  /** Another disk that has the chosen name there. */
  readonly holder: DiskIdentity | null;
}

/** What became of one disk in the walk. */
export interface WhyDisk {
  /** Null for a volume that nobody has asked to attach yet. */
  readonly disk: DiskIdentity | null;
  readonly rule: NamingRule;
  readonly outcome: NamingOutcome;
  readonly bus: string;
  /** The name that was chosen, or that the dropped disk would have had. */
  readonly device: string;
  readonly tried: readonly TriedName[];
  /** What a stored name was read from: the disk's row, or the root_device_name of the instance. */
  readonly storedIn: 'row' | 'instance';
  /** Another disk whose row has the chosen name. */
  readonly rival: DiskIdentity | null;
  /** A disk further up the walk that has the chosen name too. */
  readonly double: DiskIdentity | null;
  /** Null when there is no domain, or when it is built from this very walk. */
  readonly inDomain: InDomain | null;
  /** Where Nova decides it, at the lab's release. */
  readonly source: RuleSource;
}

/** The code of a rule. */
export interface RuleSource {
  readonly file: string;
  readonly functions: readonly string[];
  readonly url: string | null;
}

/** The disks that only a rescue has; in the domain they are told apart by their place alone. */
const RESCUE_DISKS: Readonly<Record<string, DiskIdentity>> = {
  'disk.rescue': { kind: 'root', name: 'rescue image' },
  'disk.config.rescue': { kind: 'config', name: 'config drive' }
};

function identityOf(cloud: Cloud, { bdm, disk }: NamingDecision): DiskIdentity | null {
  if (bdm === null) return localIdentity(disk) ?? RESCUE_DISKS[disk] ?? null;
  return bdm.volume_id === '' ? null : rowIdentity(cloud, bdm);
}

function isSame(one: DiskIdentity, other: DiskIdentity | null): boolean {
  return one.kind === other?.kind && one.name === other.name;
}

/** Another disk whose row has the name. */
function rowWith(cloud: Cloud, { dev, bdm: own }: NamingDecision, disk: DiskIdentity | null): DiskIdentity | null {
  const rows = cloud.bdms.filter((bdm) => bdm !== own && bdm.device_name !== null && stripDev(bdm.device_name) === dev);
  return rows.map((bdm) => rowIdentity(cloud, bdm)).find((other) => !isSame(other, disk)) ?? null;
}

function triedNames(
  { cloud }: Naming,
  one: NamingDecision,
  rival: DiskIdentity | null,
  named: ReadonlyMap<string, DiskIdentity>
): readonly TriedName[] {
  const passed = one.held.flatMap(({ dev, holder }): TriedName[] => {
    const disk = named.get(holder);
    if (disk) return [{ device: dev, holder: disk, by: 'disk' }];
    const row = rowWith(cloud, { ...one, dev }, null);
    return row ? [{ device: dev, holder: row, by: 'row' }] : [];
  });
  return one.outcome === 'dropped' && rival ? [...passed, { device: one.dev, holder: rival, by: 'row' }] : passed;
}

type DomainNames = readonly (readonly [device: string, disk: DiskIdentity])[];

/** Names in the domain, of what runs before what its next start would use; null when the walk has none beside it. */
function domainNames(cloud: Cloud, { occasion }: Naming): DomainNames | null {
  if (cloud.domain === null || occasion === 'domain' || occasion === 'rescue') return null;
  const { live, persistent } = cloud.domain;
  const disks = [live, persistent].flatMap((definition) => definition?.disks ?? []);
  return disks.map((disk) => [disk.target.dev, domainDiskIdentity(cloud, disk)]);
}

function inDomain(names: DomainNames, device: string, disk: DiskIdentity | null): InDomain {
  const own = names.filter(([, holder]) => isSame(holder, disk)).map(([name]) => name);
  const other = names.find(([name, holder]) => name === device && !isSame(holder, disk));
  return { own: own.find((name) => name === device) ?? own[0] ?? null, holder: other?.[1] ?? null };
}

function sourceOf(cloud: Cloud, rule: NamingRule): RuleSource {
  const { file, functions } = NAMING_RULES[rule];
  const places = functions.map((name) => upstreamPlace(cloud.lab.release, `${file}: ${name}`));
  return { file: places[0]?.file ?? file, functions: places.map(({ name }) => name), url: places[0]?.url ?? null };
}

/** A row without a name is named as one more volume would be, which is a rule of its own. */
function ruleOf({ occasion }: Naming, { rule }: NamingDecision): NamingRule {
  return occasion === 'row' && rule === 'NAME-8' ? 'NAME-10' : rule;
}

/** The disks of a naming; `now` is the lab whose domain they are held against. */
export function whyDisks(told: Naming, now: Cloud): readonly WhyDisk[] {
  const named = new Map<string, DiskIdentity>();
  const names = domainNames(now, told);
  return told.decisions.map((one, index) => {
    const disk = identityOf(told.cloud, one);
    const rule = ruleOf(told, one);
    const rival = rowWith(told.cloud, one, disk);
    const tried = triedNames(told, one, rival, named);
    const above = told.decisions.slice(0, index).find(({ dev, outcome }) => dev === one.dev && outcome !== 'dropped');
    if (disk) named.set(one.disk, disk);
    return {
      disk,
      rule,
      outcome: one.outcome,
      bus: one.bus,
      device: one.dev,
      tried,
      storedIn: one.bdm?.device_name ? 'row' : 'instance',
      rival,
      double: named.get(above?.disk ?? '') ?? null,
      inDomain: names && inDomain(names, one.dev, disk),
      source: sourceOf(told.cloud, rule)
    };
  });
}
