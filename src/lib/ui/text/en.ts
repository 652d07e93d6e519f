/**
 * All words of the interface, in English. A translation is one more file of this shape.
 */
import type { Actor } from '../../engine/cloud/event.ts';
import type { RequestName } from '../../engine/cloud/operations.ts';
import type { Exchange } from '../../session/views/client-view.ts';
import type { NamedLibvirtError } from '../../session/views/libvirt-error.ts';
import type { Truth, Verdict } from '../../session/views/four-truths.ts';

export const en = {
  title: 'nova disk playground',
  tagline: 'Why OpenStack answers “target vdc already exists”',

  playArticle: 'Play the article',
  continueArticle: 'Continue the article',
  pausePlaying: 'Pause playing',
  answer: 'The answer in short',
  lessons: 'Lessons',
  playArticleAt: (release: string) => `Play the article (${release})`,
  backToArticle: 'Back to the article',
  backToOwn: 'Back to my own steps',
  backToEarlier: 'Back to my earlier steps',
  stepBack: 'Step back',
  stepForward: 'Step forward',
  terminal: 'Terminal',
  terminalFailed: 'The terminal could not be fetched. Press Terminal again to try once more.',
  dockWidth: 'Width of the panes',
  dockFailed: 'The panes could not be fetched. Load the page again to see them.',
  runToEnd: 'Run to end',
  play: 'Play',
  pause: 'Pause',
  startOver: 'Start over',
  history: 'History',
  moment: (position: number, last: number, goesOn = false) =>
    `Moment ${position} of ${last}${goesOn ? ', work in flight' : ''}`,
  beginning:
    'The server is built: one disk, vda, and everybody agrees. Play the article to watch them part, or do something to the server yourself.',
  lessonBeginning: 'The server is built, and everybody agrees. What happens next is up to you.',
  keys: 'Keys: ← → step, space plays and pauses, ? helps',
  sourceOf: {
    nova: 'in Nova’s code',
    libvirt: 'in libvirt’s code',
    linux: 'in Linux’s code',
    oslo_messaging: 'in oslo.messaging’s code'
  },

  libvirtError: ({ code, code_name, domain, domain_name }: NamedLibvirtError) =>
    `libvirt code ${code} (${code_name}), domain ${domain} (${domain_name})`,

  server: 'Server',
  status: 'Status',
  taskState: 'Task state',
  powerState: 'Power state',
  lastKnown: '(last known)',
  flavor: 'Flavor',
  release: 'Release',
  releaseNamed: (release: string, name: string) => `${release}, ${name}`,
  volumes: 'Volumes',
  flavors: 'Flavors',
  flavorExtras: (swap: number, ephemeral: number) =>
    [swap > 0 && `swap ${swap} MB`, ephemeral > 0 && `ephemeral ${ephemeral} GB`].filter(Boolean).join(', ') ||
    'root disk only',
  operations: 'Operations',
  moreOperations: 'More operations',
  operationHint: 'Each operation shows its command, or why nova-api would refuse it.',
  hint: (label: string, hint: string) => `${label}: ${hint}`,
  toFlavor: 'New flavor',
  whichVolume: 'Volume',
  refused: (message: string) => `nova-api refuses: ${message}`,

  truthsTitle: 'Who thinks which disk is where',
  device: 'Device',
  truths: {
    database: 'Nova database',
    computation: 'Nova computation',
    domain: 'libvirt domain',
    guest: 'Guest kernel'
  } satisfies Record<Truth, string>,
  truthsShort: {
    database: 'rows Nova stored',
    computation: 'worked out anew',
    domain: 'what libvirt has',
    guest: 'names of its own'
  } satisfies Record<Truth, string>,
  /** Below a disk that one of libvirt's two definitions lacks. */
  only: (definition: string) => `${definition} only`,
  deviceName: (device: string) => device || 'no name',
  next: 'next',
  nextLong: 'the next volume would go here',
  verdict: (verdict: Verdict): string => {
    switch (verdict.kind) {
      case 'no domain':
        return 'There is no domain at this moment.';
      case 'duplicate':
        return `Nova gives ${verdict.device} to two disks, ${verdict.disks.join(' and ')}: libvirt takes no such domain.`;
      case 'collision':
        return `Nova has given ${verdict.device} to ${verdict.disk}; libvirt already has ${verdict.device} (${verdict.holder}).`;
      case 'latent':
        return `Latent conflict: Nova will ask for ${verdict.device}; libvirt already has ${verdict.device} (${verdict.holder}).`;
      case 'apart':
        return `Nova believes ${verdict.disk} to be ${verdict.computed}; in the domain it is ${verdict.actual}.`;
      case 'phantom':
        return `Nova counts ${verdict.disk} on ${verdict.device}; the domain has no such disk.`;
      case 'unknown':
        return `The domain has ${verdict.disk} on ${verdict.device}; Nova does not count it.`;
      case 'half':
        return `Half ${verdict.only === 'live' ? 'detached' : 'attached'}: libvirt has ${verdict.disk} on ${verdict.device} in its ${verdict.only} definition only.`;
      case 'under way':
        return 'A request is under way: Nova and libvirt are not of one mind yet.';
      case 'agree':
        return 'Nova and libvirt agree.';
    }
  },
  whatRepairs: 'What repairs it',
  rowDisagrees: 'Nova and libvirt disagree here',
  empty: 'no disk',

  clientTitle: 'What the client sees',
  clientEarlier: 'Show earlier requests',
  clientEmpty: 'No request yet.',
  clientWaiting: 'waiting for the answer',
  clientSilence: {
    silence: 'and then nothing more: nobody tells the client what became of it',
    'status ERROR': 'and then nothing more, but for the status ERROR'
  } satisfies Record<NonNullable<Exchange['aftermath']>, string>,
  clientAnswer: (code: number, device: string | null, refusal: string | null) =>
    [String(code), device && `device ${device}`, refusal].filter(Boolean).join(', '),
  clientVolumes: 'volume list',
  logTitle: 'nova-compute.log',
  logEarlier: 'Show earlier lines',
  logEmpty: 'Nothing has been written yet.',
  traceback: 'Traceback',

  actors: {
    client: 'client',
    'nova-api': 'nova-api',
    'nova-conductor': 'nova-conductor',
    'nova-compute': 'nova-compute',
    libvirt: 'libvirt',
    cinder: 'cinder',
    guest: 'guest'
  } satisfies Record<Actor, string>,

  requests: {
    attach: 'Attach volume',
    detach: 'Detach volume',
    resize: 'Resize',
    confirm: 'Confirm resize',
    revert: 'Revert resize',
    softReboot: 'Soft reboot',
    hardReboot: 'Hard reboot',
    stop: 'Stop',
    start: 'Start',
    pause: 'Pause',
    unpause: 'Unpause',
    suspend: 'Suspend',
    resume: 'Resume',
    rescue: 'Rescue',
    unrescue: 'Unrescue',
    shelve: 'Shelve',
    unshelve: 'Unshelve',
    rebuild: 'Rebuild',
    resetState: 'Reset state',
    delete: 'Delete',
    resetVolume: 'Reset volume state',
    operator: 'Behind Nova’s back'
  } satisfies Record<RequestName, string>
} as const;
