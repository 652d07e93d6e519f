/**
 * The words of the answers to choose from. In English.
 */
import type { Outcome } from '../../../engine/guest/mount-outcome.ts';
import type { Prediction } from '../../../session/lesson/lesson.ts';
import type { ClientOutcome, Standing } from '../../../session/lesson/options.ts';
import type { Way, WayOutcome } from '../../../session/views/ways.ts';

const CLIENT: Record<ClientOutcome, string> = {
  done: 'success, and it is one',
  refused: 'a refusal, at once',
  silence: 'success, then it fails, and nobody tells the client',
  'status ERROR': 'success, and some time later the status ERROR'
};

const STANDINGS: Record<Standing, string> = {
  agree: 'they agree',
  latent: 'Nova will hand out a name that libvirt has in use',
  phantom: 'Nova counts a disk that libvirt does not have',
  duplicate: 'Nova gives one name to two disks'
};

const REPAIRS: Record<WayOutcome, string> = {
  repaired: 'yes, it repairs it',
  'not repaired': 'no, it changes nothing that matters',
  refused: 'nova-api does not even take it'
};

const WAYS: Record<Way, string> = {
  softReboot: 'soft reboot',
  stopStart: 'stop and start',
  hardReboot: 'hard reboot',
  shelveUnshelve: 'shelve and unshelve',
  stopDetach: 'stop, detach, start, attach again',
  resetDetach: 'reset the state, detach, hard reboot, attach again',
  rebuild: 'rebuild'
};

const FINDS: Record<Outcome, string> = {
  right: 'the disk that it was written for',
  wrong: 'another disk, which is mounted silently',
  refused: 'another disk, which cannot be used so',
  missing: 'no disk at all'
};

const NOWHERE = 'none: the disk is not there';

const WORDS: Readonly<Partial<Record<Prediction['ask'], Readonly<Record<string, string>>>>> = {
  name: { nowhere: NOWHERE },
  'guest name': { nowhere: NOWHERE },
  client: CLIENT,
  verdict: STANDINGS,
  repairs: REPAIRS,
  'gentlest repair': WAYS,
  fstab: FINDS
};

/** An answer in words; names and statuses speak for themselves. */
export function optionText({ ask }: Pick<Prediction, 'ask'>, option: string): string {
  return WORDS[ask]?.[option] ?? option;
}
