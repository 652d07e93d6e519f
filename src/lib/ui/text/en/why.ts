/** Words of the walk that tells how Nova came to a name. */
import type { WhyName, WhyStep } from '../../../session/views/why-name.ts';

type Sentence = (disk: string, name: string) => string;

/** One sentence for each rule and outcome; a test finds a case without one. */
const sentences: Readonly<Record<string, Sentence>> = {
  'NAME-1 stored': (_disk, name) => `The root disk keeps the name that Nova has stored for it: ${name}.`,
  'NAME-1 searched': (_disk, name) =>
    `Nothing is stored for the root disk. It takes the first name of its bus: ${name}.`,
  'NAME-2 searched': (_disk, name) => `The flavor’s ephemeral disk has no row. It takes the lowest free name: ${name}.`,
  'NAME-2 dropped': (_disk, name) =>
    `The flavor’s ephemeral disk would be ${name}, but a row holds that. Nova leaves the disk out and tells nobody.`,
  'NAME-3 stored': (_disk, name) => `The row of the ephemeral disk remembers its name: ${name}.`,
  'NAME-3 searched': (_disk, name) =>
    `The row of the ephemeral disk has no name. It takes the lowest free one: ${name}.`,
  'NAME-4 stored': (_disk, name) => `The row of the swap disk remembers its name: ${name}.`,
  'NAME-4 searched': (_disk, name) =>
    `The swap row has no name. It takes the lowest that the mapping leaves, even if another row holds it: ${name}.`,
  'NAME-5 searched': (_disk, name) =>
    `No row remembers swap. So it takes the lowest name that no disk and no row holds: ${name}.`,
  'NAME-6 stored': (disk, name) => `The row of ${disk} remembers its name: ${name}.`,
  'NAME-6 searched': (disk, name) => `The row of ${disk} has no name, so it takes the lowest free one: ${name}.`,
  'NAME-7 searched': (_disk, name) => `The config drive comes last and takes the lowest name left on its bus: ${name}.`,
  'NAME-8 searched': (_disk, name) => `The next volume takes the lowest name that all this leaves: ${name}.`
};

export const whyText = {
  title: ({ occasion, name, error }: WhyName): string => {
    if (occasion === 'defined') return 'Why the new domain has these names';
    if (error !== null || name === null) return 'Why there is no next name';
    return occasion === 'asked' ? `Why ${name}?` : `Why ${name} would be next`;
  },
  intro: {
    asked: 'nova-compute has just computed all names, from the flavor and the rows of the database.',
    defined: 'Nova computed all names anew, from the flavor and the rows of the database.',
    now: 'If a client attached one more volume at this moment, nova-compute would go this way.'
  } satisfies Record<WhyName['occasion'], string>,
  sentence: ({ rule, outcome, disk, chosen }: WhyStep): string =>
    sentences[`${rule} ${outcome}`]?.(disk?.name ?? '', chosen) ?? '',
  nextVolume: 'next volume',
  tried: (dev: string, holder: string | undefined) => `${dev} is taken${holder ? ` by ${holder}` : ''}`,
  chosen: (dev: string) => `${dev} is chosen`,
  leftOut: (dev: string) => `${dev} is not used`,
  rule: 'Rule',
  source: (source: string, release: string) => `${source}, at ${release}`,
  taken: (name: string, holder: string) =>
    `Nowhere on this way did Nova look at the domain. There, *${name}* already is the disk ${holder}.`,
  free: (name: string) => `Nowhere on this way did Nova look at the domain. This time ${name} is free there too.`,
  noDomain: 'There is no domain that could disagree.',
  deleted: 'The server is deleted: nothing is named any more.',
  failed: (message: string) => `Nova gives up: ${message}`
} as const;
