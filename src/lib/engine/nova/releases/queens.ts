/** 17.0.0 Queens: `sata` becomes a bus that KVM offers; Nova and Cinder speak of attachments. */
import { invalidVolume, refusedByCinder } from '../exception.ts';
import { pike } from './pike.ts';
import type { ReleaseProfile } from './release-profile.ts';

export const queens: ReleaseProfile = {
  ...pike,
  since: '17.0.0',
  change: 'sata becomes a valid bus for KVM and QEMU.',
  blockinfo: {
    ...pike.blockinfo,
    supportedDeviceBuses: [...pike.blockinfo.supportedDeviceBuses, 'sata']
  },
  compute: {
    ...pike.compute,
    volumeFlow: 'attachment',
    volumeActions: true,
    alreadyAttached: (volume_id) => invalidVolume(`volume ${volume_id} already attached`),
    volumeNotAvailable: (volume_id) => refusedByCinder(`Volume ${volume_id} status must be available or downloading`)
  }
};
