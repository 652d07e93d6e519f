/** Disks of the article, and domains of every kind that can be printed. */
import { AFFECT_LIVE, AFFECT_LIVE_AND_CONFIG } from '../../../../src/lib/engine/libvirt/affect-flags.ts';
import { attachDeviceFlags } from '../../../../src/lib/engine/libvirt/attach-device.ts';
import { indexToDiskName } from '../../../../src/lib/engine/libvirt/disk-name.ts';
import { domainDisk, targetDev, type DomainDisk } from '../../../../src/lib/engine/libvirt/disk.ts';
import type { Domain } from '../../../../src/lib/engine/libvirt/domain.ts';
import { element } from '../../../../src/lib/engine/libvirt/xml.ts';
import { disk, I440FX, Q35, running, valueOf } from './lab.ts';

/** Where Nova keeps the guest's own images. */
export const INSTANCE = '/var/lib/nova/instances/0ac40227-597c-48d7-8379-9320beb7d3bd';

/** Where it keeps the images below them. */
export const BASE = '/var/lib/nova/instances/_base';

/** The article's volume, by its id. */
export const VOLUME = 'a54facb5-8b1e-4370-9d0b-e7b6ca6f7adc';

/** A qcow2 disk of Nova's over a raw image in the cache. */
function qcow2(dev: string, file: string, base: string): DomainDisk {
  return domainDisk({
    target: { dev: targetDev(dev), bus: 'virtio' },
    driver: { name: 'qemu', type: 'qcow2', cache: 'none', io: null, discard: 'ignore' },
    source: { type: 'file', file: `${INSTANCE}/${file}` },
    backing: [{ format: 'raw', source: { type: 'file', file: `${BASE}/${base}` } }]
  });
}

/** The article's disks. */
export const root = qcow2('vda', 'disk', 'ba1c7a54010d83608e08b5c2e9a9f1562d608169');
export const swap = qcow2('vdc', 'disk.swap', 'swap_1');
export const volume = domainDisk({
  target: { dev: targetDev('vdb'), bus: 'virtio' },
  driver: { name: 'qemu', type: 'raw', cache: 'none', io: 'native', discard: null },
  source: { type: 'block', dev: '/dev/sda' },
  serial: VOLUME
});

/** The domain with a disk more, which must not be refused. */
export function attach(domain: Domain, one: DomainDisk, flags = AFFECT_LIVE_AND_CONFIG): Domain {
  return valueOf(attachDeviceFlags(domain, one, flags));
}

/** Domains of every kind of disk and bus that can be printed. */
export function gallery(): readonly Domain[] {
  const rbd = {
    source: {
      type: 'network',
      protocol: 'rbd',
      name: 'pool/volume',
      hosts: [{ name: '10.0.0.1', port: 6789 }],
      auth: { username: 'cinder', secret: VOLUME }
    }
  } as const;
  const empty = disk('hda', 'ide', { device: 'cdrom', source: null });
  const others = [disk('sda', 'scsi', rbd), disk('sdb', 'sata'), disk('fda', 'fdc', { device: 'floppy' })];
  const many = Array.from({ length: 40 }, (_, index) => disk(indexToDiskName(index, 'vd')));
  const metadata = element('nova:instance', { 'xmlns:nova': 'http://openstack.org/xmlns/libvirt/nova/1.0' });
  const sysinfo = [['manufacturer', 'OpenStack Foundation']] as const;
  const told = { ...I440FX, metadata, sysinfo, consoleLog: '/var/log/console.log' };
  const bare = { ...I440FX, guestAgent: false, video: null, memballoon: false };
  const withE1000 = [{ mac: 'fa:16:3e:00:00:01', model: 'e1000', bridge: null, tap: null }];
  return [
    attach(running(told, root, swap), volume),
    running(I440FX, root, empty, ...others, disk('sdc', 'usb', { readonly: true, shareable: true })),
    running(I440FX, ...many),
    attach(running({ ...I440FX, scsiController: 'virtio-scsi' }, root), disk('sdh', 'scsi'), AFFECT_LIVE),
    running({ ...Q35, nics: withE1000 }, root, disk('sdb', 'sata'), disk('sdc', 'usb')),
    running({ ...Q35, rootPorts: 12, guestAgent: true }, root),
    running(bare)
  ];
}
