/** 16.0.0 Pike: a detach goes on with the running domain where the persistent definition has let the disk go already. */
import { ocata } from './ocata.ts';
import type { ReleaseProfile } from './release-profile.ts';

export const pike: ReleaseProfile = {
  ...ocata,
  since: '16.0.0',
  change: 'A detach that was left half done is finished by the next one.',
  compute: { ...ocata.compute, finishesHalfDetach: true }
};
