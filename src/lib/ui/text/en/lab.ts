/** Words of the lab's settings, of the comparison below them, and of the notice after a replay. */
import type { Verdict } from '../../../session/views/four-truths.ts';
import type { Aspect, ReplayedRequest } from '../../../session/replay.ts';
import type { ConfigDrive, ImageProperty } from '../../../session/lab-settings.ts';
import type { FlavorSize, Problem } from '../../../session/lab-problems.ts';
import type { Answer, Outcome } from '../../../session/outcome.ts';
import type { Unplug } from '../../../engine/cloud/lab.ts';
import type { VolumeBackend } from '../../../session/lab-volumes.ts';

const verdicts: Readonly<Record<Verdict['kind'], string>> = {
  'no domain': 'no domain',
  duplicate: 'one name for two disks',
  collision: 'collision',
  latent: 'latent conflict',
  apart: 'one disk, two names',
  phantom: 'a disk only Nova counts',
  unknown: 'a disk Nova does not count',
  half: 'in one definition only',
  'under way': 'under way',
  agree: 'names agree'
};

function answer({ code, device, refusal }: Answer): string {
  if (refusal !== null) return `refused, ${code}: ${refusal}`;
  if (code === null) return 'no answer yet';
  return device === null ? `answered ${code}` : `answered ${code}, ${device}`;
}

const volumes = (outcome: Outcome) => outcome.volumes.map(({ name, status }) => `${name} ${status}`).join(', ');

/** What one aspect of an outcome says; empty where there is nothing to say. */
const aspects: Readonly<Record<Aspect, (outcome: Outcome) => string>> = {
  answer: (outcome) => answer(outcome.answer),
  failure: ({ failure }) => (failure === null ? '' : `then failed: ${failure}`),
  status: ({ status }) => status,
  volumes,
  next: ({ next }) => (next === null ? 'no next name' : `next ${next}`),
  verdict: ({ verdict }) => verdicts[verdict]
};

const LONGEST_HEADLINE = 120;

function shortened(text: string): string {
  return text.length > LONGEST_HEADLINE ? `${text.slice(0, LONGEST_HEADLINE).trimEnd()} …` : text;
}

/** What an operation comes to in the new lab, by what matters most of what differs. */
function headline({ then, now, differs }: ReplayedRequest): string {
  if (then.failure !== null && differs.includes('failure')) return `${then.status}, ${then.failure}`;
  if (then.answer.refusal !== null) return answer(then.answer);
  if (now.failure !== null && then.failure === null) return `no error, ${then.status}, ${volumes(then)}`;
  const [first = 'status'] = differs;
  return aspects[first](then);
}

const count = (number: number, one: string, more: string) => (number === 1 ? `one ${one}` : `${number} ${more}`);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const labText = {
  intro: 'Change the lab. Your operations are then replayed in it, and you see what would have come of them.',

  releaseTitle: 'Nova release',
  release: 'Release',
  releaseOption: (release: string, name: string) => `${release} · ${name}`,
  epoch: (since: string) => `from ${since} on`,
  changed: (since: string, change: string) => `Since ${since}: ${change}`,
  between: (from: string, to: string) => `What changed between ${from} and ${to}`,

  flavorsTitle: 'Flavors',
  flavorsHint:
    'Nova’s driver refuses to make a root or ephemeral disk smaller. This playground lets such a resize through.',
  flavorName: 'Name',
  sizes: {
    ram: 'RAM MB',
    vcpus: 'VCPUs',
    disk: 'Disk GB',
    ephemeral: 'Ephemeral GB',
    swap: 'Swap MB'
  } satisfies Record<FlavorSize, string>,
  bootsWith: 'boots the server',
  bootsTheServer: (name: string) => `${name} boots the server`,
  removeFlavor: (name: string) => `Remove ${name}`,
  addFlavor: 'Add a flavor',

  imageTitle: 'Image properties',
  notSet: 'not set',
  image: {
    hw_disk_bus: 'Without it, disks are on virtio.',
    hw_cdrom_bus: 'Where an iso9660 config drive sits. Without it: ide, or from 20.0.0 on sata with q35.',
    hw_machine_type: 'Without it, pc. On q35 libvirt keeps one spare port for a disk plugged into a running server.'
  } satisfies Record<ImageProperty, string>,
  busOption: (bus: string, isOffered: boolean, release: string) => (isOffered ? bus : `${bus} (not at ${release})`),

  serverTitle: 'Server',
  configDrive: 'Config drive',
  configDrives: {
    off: 'none',
    iso9660: 'iso9660, a cdrom',
    vfat: 'vfat, a disk'
  } satisfies Record<ConfigDrive, string>,
  root: 'Root disk',
  roots: { image: 'copied from the image', volume: 'a volume' },
  unplug: 'The guest, asked to let a disk go',
  unplugs: {
    'while running': 'answers while it runs',
    never: 'never answers',
    always: 'is not asked'
  } satisfies Record<Unplug, string>,
  unplugHint: 'A guest without an operating system never answers, nor does one that is still booting.',
  limit: 'max_disk_devices_to_attach',
  limitHint: '-1 is no limit.',
  limitUnread: (release: string) => `Read from 19.0.0 on; ${release} ignores it.`,

  volumesTitle: 'Volumes',
  volumes: 'How many',
  volumeBackend: 'Where Cinder keeps them',
  volumeBackends: {
    iscsi: 'iSCSI: a block device of the host',
    rbd: 'Ceph RBD: QEMU opens an image'
  } satisfies Record<VolumeBackend, string>,
  volumeBackendHint: 'Changes the domain XML, and no name.',
  dataVolumes: 'Attached at boot',

  problem: (problem: Problem): string => {
    switch (problem.kind) {
      case 'no name':
        return 'A flavor needs a name.';
      case 'name taken':
        return `Another flavor is called ${problem.name}. Choose a name of its own.`;
      case 'not a size':
        return `Give a whole number, ${problem.least} or more.`;
      case 'too large':
        return `Give at most ${problem.most}.`;
      case 'too many flavors':
        return `Keep at most ${problem.most} flavors.`;
      case 'no such flavor':
        return 'The server has no flavor to boot with. Add one and choose it.';
      case 'bus not offered':
        return `Nova ${problem.release} does not offer ${problem.bus}. Choose one of ${problem.offered}, or a later release.`;
      case 'not a limit':
        return 'Give -1 for no limit, or a whole number from 1 on. With 0, nova-compute does not start.';
      case 'not a number of volumes':
        return `Choose from one to ${problem.most} volumes.`;
      case 'no such volume':
        return 'A volume attached at boot is not there. Choose again.';
    }
  },

  differTitle: 'What would differ',
  operation: 'Operation',
  outcomeNow: 'Outcome now',
  outcomeThen: 'With these settings',
  differs: 'differs',
  same: 'the same',
  aspects,
  differCount: (total: number, differing: number) => {
    const operations = capital(count(total, 'operation', 'operations'));
    if (differing === 0) return `${operations} compared: nothing would differ.`;
    return `${operations} compared: ${differing === 1 ? 'one ends' : `${differing} end`} differently.`;
  },
  unbuilt: (why: string) => `The server cannot even be built: ${why}`,
  unbuiltNow: (why: string) => `In the lab as it is, the server could not be built: ${why}`,
  notShown: (shown: number, total: number) => `${shown} of ${total} operations are shown, the first that differ.`,
  nothingDone: 'You have not done anything yet, so there is nothing of yours to compare.',
  compareArticle: 'Compare along the article’s operations',
  mendFirst: 'Mend the problems above, then you see here what would differ.',

  apply: 'Apply',
  cancel: 'Cancel',
  articleLab: 'Back to the article’s lab',
  cannotApply: (problems: number) =>
    problems > 0
      ? `${capital(count(problems, 'setting has', 'settings have'))} a problem. Mend ${problems === 1 ? 'it' : 'them'} first.`
      : 'Nothing has been changed.',

  replayed: (total: number, release: string, name: string) =>
    total === 0
      ? `The lab now runs ${release} (${name}).`
      : `Replayed ${count(total, 'operation', 'operations')} under ${release} (${name}).`,
  endings: (differing: number) => {
    if (differing === 0) return 'Nothing ends differently.';
    return differing === 1 ? 'One ends differently:' : `${differing} end differently. The first:`;
  },
  ending: (request: string, replayed: ReplayedRequest) => `${request}: ${headline(replayed)}`,
  shortEnding: (request: string, replayed: ReplayedRequest) => shortened(`${request}: ${headline(replayed)}`),
  allEndings: 'Everything that ends differently',
  moreEndings: (number: number) => `and ${number} more`,
  dismiss: 'Dismiss'
} as const;
