/** 24.0.0 Xena: a detach waits for libvirt's event (LP 1882521). Disk names as in Train. */
import type { ReleaseProfile } from './release-profile.ts';
import { wallaby } from './wallaby.ts';

export const xena: ReleaseProfile = {
  ...wallaby,
  since: '24.0.0',
  change: "A detach waits for libvirt's device-removed event instead of asking again and again. Disk names as before.",
  compute: { ...wallaby.compute, detachByEvent: true }
};
