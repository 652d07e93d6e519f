/**
 * The words of "Why this name": one sentence for each rule of naming and what came of it, in the present tense.
 */
import type { NamingRule, OutcomeOf } from '../../../engine/nova/virt/libvirt/naming-rules.ts';
import type { DiskIdentity, DiskKind } from '../../../session/views/disk-identity.ts';
import type { RuleSource, TriedName, WhyDisk } from '../../../session/views/why-disk.ts';
import type { NamingWalk } from '../../../session/views/why-name.ts';

type Sentence = (one: WhyDisk) => string;

/** The volume that nobody has asked to attach yet. */
const NEXT: DiskIdentity = { kind: 'volume', name: 'next volume' };

/** How a sentence calls a disk: `the swap disk`, `volume1`. */
const CALLED: Readonly<Record<DiskKind, (name: string) => string>> = {
  root: (name) => (name.startsWith('root') ? 'the root disk' : `the ${name}`),
  swap: () => 'the swap disk',
  ephemeral: () => 'the ephemeral disk',
  config: () => 'the config drive',
  volume: (name) => name
};

function called(disk: DiskIdentity | null): string {
  return disk === null ? `the ${NEXT.name}` : CALLED[disk.kind](disk.name);
}

/** The same at the start of a sentence; a volume keeps its own spelling. */
function begun(disk: DiskIdentity | null): string {
  const name = called(disk);
  return disk?.kind === 'volume' ? name : name.charAt(0).toUpperCase() + name.slice(1);
}

/** Of a row with a name: the name stays, even when a disk further up has it too. */
function stays(owner: string, { device, double }: WhyDisk): string {
  return double === null
    ? `The row of ${owner} says ${device}. A stored name stays.`
    : `The row of ${owner} says ${device}. A stored name stays, although ${called(double)} has it too.`;
}

const SENTENCES: { readonly [Rule in NamingRule]: Readonly<Record<OutcomeOf<Rule>, Sentence>> } = {
  'NAME-1': {
    stored: (one) =>
      one.storedIn === 'row'
        ? stays('the root disk', one)
        : `The instance's record has ${one.device} as root_device_name, so the root disk is there.`,
    searched: ({ device, bus }) => `No record names the root disk yet, so it takes the first name on ${bus}: ${device}.`
  },
  'NAME-2': {
    searched: ({ device }) =>
      `The flavor's ephemeral disk has no row. It takes the first name that no disk above has: ${device}.`,
    dropped: ({ device, rival }) =>
      `It would be ${device}, but the row of ${called(rival)} has that name. Nova leaves the disk out and tells nobody.`
  },
  'NAME-3': {
    stored: (one) => stays('the ephemeral disk', one),
    searched: ({ device }) =>
      `The row of the ephemeral disk has no name. It takes the first that no disk above and no row has: ${device}.`
  },
  'NAME-4': {
    stored: (one) => stays('the swap disk', one),
    searched: ({ device, rival }) =>
      rival === null
        ? `The swap row has no name. It takes the first that no disk above has: ${device}.`
        : `The swap row has no name. No disk above has ${device}; that the row of ${called(rival)} says ${device} does not count.`
  },
  'NAME-5': {
    searched: ({ device }) => `Swap has no row. It takes the first name that no disk above and no row has: ${device}.`
  },
  'NAME-6': {
    stored: (one) => stays(called(one.disk), one),
    searched: ({ disk, device }) =>
      `The row of ${called(disk)} has no name. It takes the first that no disk above and no row has: ${device}.`
  },
  'NAME-7': {
    searched: ({ device, bus }) =>
      `The config drive has no row and comes last. It takes the first name that is left on ${bus}: ${device}.`
  },
  'NAME-8': {
    searched: ({ disk, device, bus }) =>
      `${begun(disk)} takes the first name on ${bus} that no disk above has: ${device}.`
  },
  'NAME-9': {
    searched: ({ disk, device, bus }) => `${begun(disk)} takes the first name that is left on ${bus}: ${device}.`
  },
  'NAME-10': {
    searched: ({ disk, device }) =>
      `${begun(disk)} is counted above already, so its row gets the first name that is left: ${device}.`
  }
};

/** The plain sentence of a decision; undefined when none is written, which a test does not let happen. */
export function whySentence(one: WhyDisk): string | undefined {
  const sentences: Readonly<Partial<Record<WhyDisk['outcome'], Sentence>>> = SENTENCES[one.rule];
  return sentences[one.outcome]?.(one);
}

function heading({ named, failure }: NamingWalk): string {
  if (failure) return 'Why no name?';
  return named ? `Why ${named.device}?` : 'Why these names?';
}

function intro({ occasion, named }: NamingWalk): string {
  switch (occasion) {
    case 'attach':
      return `nova-compute needs a name for ${called(named?.disk ?? null)}. It builds its disk mapping anew, in this order:`;
    case 'row':
      return `The row of ${named ? called(named.disk) : 'a disk'} has no name. nova-compute builds its disk mapping anew, in this order:`;
    case 'domain':
      return 'nova-compute builds its disk mapping anew, in this order, and the domain from it:';
    case 'rescue':
      return 'A rescue has a mapping of its own, without volumes, swap and ephemeral disks:';
    case 'next':
      return 'If somebody attached a volume now, Nova would build its disk mapping anew, in this order:';
  }
}

/** The name at the end of the walk, held against the domain. */
function contrast({ inDomain, device, disk }: WhyDisk): string {
  if (inDomain?.holder) {
    return `Nowhere in this walk did Nova look at the domain. There, ${device} is ${called(inDomain.holder)}.`;
  }
  return inDomain?.own === device
    ? `In the domain, too, ${device} is ${called(disk)}.`
    : `Nova did not look at the domain. There, ${device} is free as well.`;
}

/** What the domain has instead, where it does not have a disk of the walk under its name; null when it does. */
function apart({ inDomain, device, outcome }: WhyDisk): string | null {
  if (inDomain === null || inDomain.own === device) return null;
  if (inDomain.own !== null) return `In the domain: ${inDomain.own}`;
  return outcome === 'dropped' ? null : 'Not in the domain';
}

function heldBy({ holder, by }: TriedName): string {
  return by === 'row' ? `row of ${holder.name}` : holder.name;
}

/** What became of the names of a disk, for whoever does not see the boxes. */
function tried({ tried: names, outcome, device, double }: WhyDisk): string {
  const passed = names.map((name) => `${name.device} is held by ${heldBy(name)}`);
  const end = { searched: `${device} is free`, stored: `${device} is stored`, dropped: 'the disk is left out' }[
    outcome
  ];
  const also = double ? [`${double.name} has it too`] : [];
  return `${[...passed, end, ...also].join(', ')}.`;
}

function lastOf(text: string, separator: string): string {
  return text.slice(text.lastIndexOf(separator) + 1);
}

/** All words of the pane. */
export const why = {
  nextVolume: NEXT,
  deleted: 'The server is deleted. Nova names none of its disks any more.',
  shelved: 'The server is shelved_offloaded. Nova names no disk now; the unshelve will.',
  heading,
  intro,
  tried,
  heldBy,
  leftOut: 'left out',
  apart,
  contrast,
  ended: (exception: string) => `Here the walk ends, with ${exception}:`,
  noDomain: 'At this moment there is no domain to compare with.',
  defined: 'The domain has exactly these names.',
  refused: 'libvirt refuses a domain of these names:',
  also: (disk: DiskIdentity) => `also ${disk.name}`,
  source: ({ file, functions }: RuleSource) =>
    `${lastOf(file, '/')}: ${functions.map((name) => lastOf(name, '.')).join(', ')}`,
  sourceAt: (release: string) => `, in Nova ${release}, on GitHub`
} as const;
