/**
 * The words of goals: each is made from its fact, so it cannot say anything else than what is checked. In English.
 */
import type { DiskName, Fact } from '../../../session/lesson/lesson.ts';
import { en } from '../en.ts';

function called(disk: DiskName): string {
  return disk.startsWith('volume') ? disk : disk === 'root' || disk === 'ephemeral' ? `the ${disk} disk` : disk;
}

const PLACES = {
  domain: (disk: string, device: string | null) =>
    device === null ? `libvirt’s domain does not have ${disk}` : `In libvirt’s domain, ${disk} is ${device}`,
  guest: (disk: string, device: string | null) =>
    device === null ? `The guest does not have ${disk}` : `The guest calls ${disk} ${device}`,
  computation: (disk: string, device: string | null) =>
    device === null ? `Nova does not count ${disk}` : `Nova counts ${disk} as ${device}`
} as const;

const VERDICTS: Readonly<Partial<Record<(Fact & { fact: 'verdict' })['kind'], string>>> = {
  agree: 'Nova and libvirt agree',
  latent: 'Nova would give the next volume a name that libvirt has in use: a latent conflict',
  phantom: 'Nova counts a disk that libvirt does not have',
  half: 'libvirt’s two definitions differ: a disk is half detached',
  duplicate: 'Nova gives one name to two disks'
};

/** A goal in words, without a full stop. */
export function factText(fact: Fact): string {
  switch (fact.fact) {
    case 'server':
      return `The server is ${fact.status}`;
    case 'flavor':
      return `Its flavor is ${fact.name}`;
    case 'volume':
      return `${fact.volume} is ${fact.status}`;
    case 'place':
      return PLACES[fact.truth](called(fact.disk), fact.device);
    case 'next':
      return `The next volume would be ${fact.device}`;
    case 'verdict':
      return VERDICTS[fact.kind] ?? fact.kind;
    case 'logged':
      return `A new line of nova-compute.log says “${fact.text}”`;
    case 'told':
      return `nova-api has answered with /dev/${fact.device}`;
    case 'asked':
      return `${en.requests[fact.request]} has been done`;
    case 'root kept':
      return 'The root disk has kept its content';
    case 'moment':
      return `You stand at the step ${fact.step}`;
  }
}
