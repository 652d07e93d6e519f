/** 18.0.0 Rocky: another status for detaching the root volume; the driver drops libvirt's refusals of an attach. */
import { queens } from './queens.ts';
import type { ReleaseProfile } from './release-profile.ts';

export const rocky: ReleaseProfile = {
  ...queens,
  since: '18.0.0',
  change:
    'Detaching the root volume is answered with 400 instead of 403. An attach that libvirt refuses ends well all the same. Disk names as before.',
  compute: { ...queens.compute, detachRootCode: 400, dropsAttachError: true }
};
