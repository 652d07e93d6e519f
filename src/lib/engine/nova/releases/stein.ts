/** 19.0.0 Stein: the limit of disks becomes an option, names go past z, the root disk takes the disk bus. */
import { ok } from '../../kernel/result.ts';
import { tooManyDiskDevices } from '../exception.ts';
import type { ReleaseProfile } from './release-profile.ts';
import { rocky } from './rocky.ts';

export const stein: ReleaseProfile = {
  ...rocky,
  since: '19.0.0',
  change:
    '[compute]/max_disk_devices_to_attach limits the disks, names go on after z with aa, and too many disks is HTTP 403.',
  blockinfo: {
    ...rocky.blockinfo,
    deviceLimit: (bus, conf) => {
      if (bus === 'ide') return 4;
      return conf.max_disk_devices_to_attach < 0 ? Infinity : conf.max_disk_devices_to_attach;
    },
    noFreeName: (_prefix, limit) => tooManyDiskDevices(limit),
    busOfNamedRoot: (_dev, bus) => ok(bus)
  },
  log: { ...rocky.log, ignoredDeviceName: 'INFO' }
};
