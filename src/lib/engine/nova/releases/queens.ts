/** 17.0.0 Queens: `sata` becomes a bus that KVM offers; Nova and Cinder speak of attachments. */
import { invalidVolume, refusedByCinder } from '../exception.ts';
import { ocata } from './ocata.ts';
import type { ReleaseProfile } from './release-profile.ts';

export const queens: ReleaseProfile = {
  ...ocata,
  since: '17.0.0',
  change: 'sata becomes a valid bus for KVM and QEMU.',
  blockinfo: {
    ...ocata.blockinfo,
    supportedDeviceBuses: [...ocata.blockinfo.supportedDeviceBuses, 'sata']
  },
  compute: {
    ...ocata.compute,
    volumeFlow: 'attachment',
    volumeActions: true,
    alreadyAttached: (volume_id) => invalidVolume(`volume ${volume_id} already attached`),
    volumeNotAvailable: (volume_id) => refusedByCinder(`Volume ${volume_id} status must be available or downloading`)
  }
};
