/**
 * The rules of naming: where Nova has each, and what can come of it. SPEC.md has them in words.
 *
 * No upstream: the rules are ours, what they describe is Nova's. Functions carry the name they have at most releases;
 * releases/upstream.ts knows the others.
 */
interface NamingRuleRow {
  readonly file: string;
  readonly functions: readonly string[];
  /** `stored`: the name was known; `searched`: the lowest free one; `dropped`: in use, so the disk is left out. */
  readonly outcomes: readonly ('stored' | 'searched' | 'dropped')[];
}

const BLOCKINFO = 'nova/virt/libvirt/blockinfo.py';

/** Each rule by its id in SPEC.md. */
export const NAMING_RULES = {
  'NAME-1': { file: BLOCKINFO, functions: ['get_root_info'], outcomes: ['stored', 'searched'] },
  'NAME-2': {
    file: BLOCKINFO,
    functions: ['get_default_ephemeral_info', 'get_disk_mapping'],
    outcomes: ['searched', 'dropped']
  },
  'NAME-3': { file: BLOCKINFO, functions: ['get_info_from_bdm'], outcomes: ['stored', 'searched'] },
  'NAME-4': { file: BLOCKINFO, functions: ['get_disk_mapping'], outcomes: ['stored', 'searched'] },
  'NAME-5': { file: BLOCKINFO, functions: ['get_disk_mapping'], outcomes: ['searched'] },
  'NAME-6': { file: BLOCKINFO, functions: ['get_info_from_bdm'], outcomes: ['stored', 'searched'] },
  'NAME-7': { file: BLOCKINFO, functions: ['get_config_drive_type', 'get_disk_mapping'], outcomes: ['searched'] },
  'NAME-8': {
    file: 'nova/virt/libvirt/driver.py',
    functions: ['LibvirtDriver.get_device_name_for_instance'],
    outcomes: ['searched']
  },
  'NAME-9': { file: BLOCKINFO, functions: ['_get_rescue_disk_mapping'], outcomes: ['searched'] },
  'NAME-10': {
    file: 'nova/compute/manager.py',
    functions: ['ComputeManager._add_missing_dev_names'],
    outcomes: ['searched']
  }
} as const satisfies Record<string, NamingRuleRow>;

/** A rule's id. */
export type NamingRule = keyof typeof NAMING_RULES;

/** What can come of a rule. */
export type OutcomeOf<Rule extends NamingRule> = (typeof NAMING_RULES)[Rule]['outcomes'][number];

/** What can come of any rule. */
export type NamingOutcome = OutcomeOf<NamingRule>;
