/** 20.0.0 Train: q35 has no ide bus, so its cdrom goes to sata. The first release that runs on Python 3 by default. */
import type { ReleaseProfile } from './release-profile.ts';
import { stein } from './stein.ts';

export const train: ReleaseProfile = {
  ...stein,
  since: '20.0.0',
  change:
    'On q35 machine types a cdrom, and an iso9660 config drive with it, moves from ide to sata. An attach that libvirt refuses is rolled back again.',
  blockinfo: {
    ...stein.blockinfo,
    defaultCdromBus: (machine_type) => (machine_type?.includes('q35') ? 'sata' : 'ide')
  },
  compute: { ...stein.compute, dropsAttachError: false },
  log: { ...stein.log, libvirtError: 'libvirt.libvirtError' }
};
