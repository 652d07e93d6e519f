/** 31.0.0 Epoxy (2025.1): a resize keeps a swap row, and an iso image boots as a cdrom. */
import type { ReleaseProfile } from './release-profile.ts';
import { zed } from './zed.ts';

export const epoxy: ReleaseProfile = {
  ...zed,
  since: '31.0.0',
  change: 'A resize adds, updates or removes a swap block device mapping (LP 1552777); iso images boot as a cdrom.',
  blockinfo: {
    ...zed.blockinfo,
    isoRoot: (bdm, cdrom_bus) => ({ ...bdm, disk_bus: cdrom_bus, device_type: 'cdrom' })
  },
  compute: { ...zed.compute, swapRowOnResize: true }
};
