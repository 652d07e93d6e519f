/** 15.0.0 Ocata: the base line. */
import { internalError, refusedByCinder } from '../exception.ts';
import { getDiskBusForDiskDev } from '../virt/libvirt/disk-bus.ts';
import type { ReleaseProfile } from './release-profile.ts';

export const ocata: ReleaseProfile = {
  since: '15.0.0',
  change: 'The base line: names are computed from the flavor and the block device mappings each time.',
  blockinfo: {
    supportedDeviceBuses: ['virtio', 'scsi', 'ide', 'usb', 'fdc'],
    deviceLimit: (bus) => (bus === 'ide' ? 4 : 26),
    noFreeName: (prefix) => internalError(`No free disk device names for prefix '${prefix}'`),
    defaultCdromBus: () => 'ide',
    busOfNamedRoot: (dev) => getDiskBusForDiskDev(dev),
    imageIsDriverBlockDevice: false,
    isoRoot: (bdm) => bdm
  },
  compute: {
    volumeFlow: 'reserve',
    alreadyAttached: null,
    volumeNotAvailable: (_volume_id, status) =>
      refusedByCinder(`Volume status must be available to reserve, but the status is ${status}.`),
    dropsAttachError: false,
    detachRootCode: 403,
    volumeActions: false,
    swapRowOnResize: false,
    metadataNamespace: 'http://openstack.org/xmlns/libvirt/nova/1.0',
    finishesHalfDetach: false,
    detachByEvent: false
  },
  log: { libvirtError: 'libvirtError', ignoredDeviceName: 'WARNING' }
};
