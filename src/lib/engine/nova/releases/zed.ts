/** 26.0.0 Zed: the root disk copied from an image is a driver block device like the others. */
import type { ReleaseProfile } from './release-profile.ts';
import { xena } from './xena.ts';

export const zed: ReleaseProfile = {
  ...xena,
  since: '26.0.0',
  change: "The image's root disk is a driver block device: its stored device_name decides its bus and name.",
  blockinfo: {
    ...xena.blockinfo,
    imageIsDriverBlockDevice: true
  }
};
