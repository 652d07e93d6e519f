/**
 * How Nova came to its last names: which disk was considered, which names were tried, who held them, what was chosen.
 */
import type { Cloud } from '../../engine/cloud/cloud.ts';
import { computeDiskInfo, nextDeviceName } from '../../engine/cloud/naming.ts';
import { prependDev, stripDev } from '../../engine/nova/block-device.ts';
import type {
  HeldName,
  NamingDecision,
  NamingRule,
  NamingTrace
} from '../../engine/nova/virt/libvirt/naming-decision.ts';
import { namingSources } from '../../engine/nova/virt/libvirt/naming-rules.ts';
import { cloudBefore, cloudOf, reportOf, type Session } from '../session.ts';
import { domainDiskIdentity, localIdentity, rowIdentity, type DiskIdentity } from './disk-identity.ts';
import { upstreamUrl } from './upstream.ts';

/** A name that was tried and passed over. */
export interface TriedName {
  readonly dev: string;
  readonly holder: DiskIdentity | null;
}

/** What became of one disk. */
export interface WhyStep {
  readonly rule: NamingRule;
  /** Null for the volume that asks for a name. */
  readonly disk: DiskIdentity | null;
  readonly bus: string;
  readonly outcome: NamingDecision['outcome'];
  readonly tried: readonly TriedName[];
  readonly chosen: string;
  readonly source: string;
  readonly url: string | null;
}

/** The walk that is told at a moment. */
export interface WhyName {
  /** `asked`: a client asked for it in this step. `defined`: this step built a domain from it. `now`: nobody asks. */
  readonly occasion: 'asked' | 'defined' | 'now';
  readonly steps: readonly WhyStep[];
  /** The name of the volume that asks; null where no volume asks, or where no name is left. */
  readonly name: string | null;
  /** What the domain has under that name. */
  readonly holder: DiskIdentity | null;
  /** Why Nova finds no name; null when it does. */
  readonly error: string | null;
}

function identityOfKey(cloud: Cloud, key: string, dev: string): DiskIdentity | null {
  const local = localIdentity(key);
  if (local) return local;
  const name = prependDev(dev as Parameters<typeof prependDev>[0]);
  const row = cloud.bdms.find(({ device_name }) => device_name === key || device_name === name);
  return row ? rowIdentity(cloud, row) : null;
}

function holderOf(cloud: Cloud, { dev, holder }: HeldName): TriedName {
  return { dev, holder: identityOfKey(cloud, holder, dev) };
}

function diskOf(cloud: Cloud, { disk, bdm, dev }: NamingDecision): DiskIdentity | null {
  if (disk === 'next') return null;
  return bdm ? rowIdentity(cloud, bdm) : identityOfKey(cloud, disk, dev);
}

function stepOf(cloud: Cloud, decision: NamingDecision): WhyStep {
  const source = namingSources[decision.rule];
  return {
    rule: decision.rule,
    disk: diskOf(cloud, decision),
    bus: decision.bus,
    outcome: decision.outcome,
    tried: decision.held.map((held) => holderOf(cloud, held)),
    chosen: decision.dev,
    source,
    url: upstreamUrl(cloud.lab.release, source)
  };
}

function domainHolder(cloud: Cloud, name: string): DiskIdentity | null {
  const definition = cloud.domain?.live ?? cloud.domain?.persistent;
  const disk = definition?.disks.find(({ target }) => target.dev === name);
  return disk ? domainDiskIdentity(cloud, disk) : null;
}

/** One more volume asks for a name. */
function askedWalk(cloud: Cloud, occasion: 'asked' | 'now'): WhyName {
  const trace: NamingTrace = [];
  const next = nextDeviceName(cloud, '', trace);
  const name = next.ok ? stripDev(next.value) : null;
  return {
    occasion,
    steps: trace.map((decision) => stepOf(cloud, decision)),
    name,
    holder: name === null ? null : domainHolder(cloud, name),
    error: next.ok ? null : next.error.message
  };
}

/** A domain is built from the mapping. */
function definedWalk(cloud: Cloud): WhyName {
  const trace: NamingTrace = [];
  const computed = computeDiskInfo(cloud, trace);
  const steps = trace.map((decision) => stepOf(cloud, decision));
  return { occasion: 'defined', steps, name: null, holder: null, error: computed.ok ? null : computed.error.message };
}

/** The walk to tell at the cursor; null for a server that is deleted, for which nothing is named any more. */
export function whyName(session: Session): WhyName | null {
  const cloud = cloudOf(session);
  if (cloud.instance.vm_state === 'deleted') return null;
  const report = reportOf(session);
  if (report?.step === 'reserve_name') return askedWalk(cloudBefore(session), 'asked');
  return report?.step === 'define' && report.op !== 'rescue' ? definedWalk(cloud) : askedWalk(cloud, 'now');
}
