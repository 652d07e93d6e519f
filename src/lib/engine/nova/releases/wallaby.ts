/** 23.0.0 Wallaby: the API says which servers have the volume. Disk names as in Train. */
import { invalidVolume } from '../exception.ts';
import type { ReleaseProfile } from './release-profile.ts';
import { train } from './train.ts';

export const wallaby: ReleaseProfile = {
  ...train,
  since: '23.0.0',
  change: 'A second attach is refused with the servers that have the volume. Disk names as before.',
  compute: {
    ...train.compute,
    metadataNamespace: 'http://openstack.org/xmlns/libvirt/nova/1.1',
    alreadyAttached: (volume_id, uuid) => invalidVolume(`volume ${volume_id} is already attached to instances: ${uuid}`)
  }
};
