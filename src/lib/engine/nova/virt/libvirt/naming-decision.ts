/**
 * Why a disk got its name, told as data for the page to put into words.
 *
 * No upstream: Nova decides silently. A decision names its rule in SPEC.md and with it the function of Nova.
 */
import type { TargetDev } from '../../../libvirt/disk.ts';
import type { BlockDeviceMapping } from '../../block-device-mapping.ts';
import { generateDeviceName } from '../../block-device.ts';
import type { NovaConf } from '../../conf.ts';
import { getDevPrefixForDiskBus } from './disk-bus.ts';
import type { DiskInfo, MappingDraft } from './disk-mapping.ts';
import type { NamingOutcome, NamingRule } from './naming-rules.ts';

/** A name that was considered and passed over. */
export interface HeldName {
  readonly dev: TargetDev;
  /** The mapping key of the disk that has it, or `assigned` when so far only a row of the table has it. */
  readonly holder: string;
}

/** What became of one disk. */
export interface NamingDecision {
  readonly rule: NamingRule;
  /** The mapping key, or `next` for a volume that asks for a name. */
  readonly disk: string;
  /** The row of the table that the disk has; null when it comes from the flavor or the config drive. */
  readonly bdm: BlockDeviceMapping | null;
  readonly bus: string;
  /** The name that was chosen, or that the dropped disk would have had. */
  readonly dev: TargetDev;
  readonly outcome: NamingOutcome;
  /** Names passed over by the search, lowest first. */
  readonly held: readonly HeldName[];
}

/** Where decisions are written when somebody wants to know them. */
export type NamingTrace = NamingDecision[];

/** The decision for a disk that is about to be mapped. */
export function decision(
  draft: MappingDraft,
  rule: NamingRule,
  disk: string,
  bdm: BlockDeviceMapping | null,
  info: DiskInfo,
  outcome: NamingOutcome,
  conf: NovaConf
): NamingDecision {
  const prefix = getDevPrefixForDiskBus(info.bus, conf.disk_prefix);
  return {
    rule,
    disk,
    bdm,
    bus: info.bus,
    dev: info.dev,
    outcome,
    held: outcome !== 'stored' && prefix.ok ? heldBelow(draft, prefix.value, info.dev) : []
  };
}

/** Who holds the names of `prefix` below `dev`. */
function heldBelow(draft: MappingDraft, prefix: string, dev: TargetDev): readonly HeldName[] {
  const held: HeldName[] = [];
  for (let index = 0; ; index++) {
    const candidate = generateDeviceName(prefix, index);
    if (candidate === dev) return held;
    const key = Object.keys(draft.mapping).find((disk) => draft.mapping[disk]?.dev === candidate);
    held.push({ dev: candidate, holder: key ?? 'assigned' });
  }
}
