/**
 * The domain that Nova asks libvirt for: hardware and one disk for each entry of the mapping.
 *
 * Upstream: nova/virt/libvirt/driver.py (_get_guest_config, _get_guest_storage_config), nova/virt/libvirt/imagebackend.py
 * (Qcow2, Flat), nova/virt/libvirt/volume/iscsi.py, nova/virt/libvirt/volume/net.py.
 * Simplified: qcow2 images, no quotas, volumes over iSCSI or in Ceph.
 */
import type { RbdImage, Volume } from '../../../cinder/volume.ts';
import {
  domainDisk,
  type BackingImage,
  type DiskBus,
  type DiskDevice,
  type DomainDisk
} from '../../../libvirt/disk.ts';
import type { DomainRequest } from '../../../libvirt/domain.ts';
import type { DomainHardware } from '../../../libvirt/hardware.ts';
import { isSwap } from '../../block-device-mapping.ts';
import type { Instance } from '../../instance.ts';
import type { DiskInfoResult } from './blockinfo.ts';
import type { DiskInfo } from './disk-mapping.ts';
import { novaInstance, novaSysinfo, type GuestMetadata } from './guest-metadata.ts';

/** What a mapping says about the disks to be built. */
type Computed = Pick<DiskInfoResult, 'mapping' | 'named'>;

/** Where the hypervisor keeps an instance's files, and the images below them. */
export interface InstancePaths {
  readonly instance_dir: string;
  readonly base_dir: string;
  /** The cached image that the root disk is copied from, in `base_dir`. */
  readonly root_base: string;
}

/** `pc` and `q35` are short for the newest machine of the hypervisor. */
const MACHINES: Readonly<Record<string, string>> = { pc: 'pc-i440fx-2.9', q35: 'pc-q35-2.9' };

/** The hardware of the guest: the lab's, on the machine type that the image asks for, with the flavor's sizes. */
function guestHardware(lab: DomainHardware, instance: Instance, about: GuestMetadata): DomainHardware {
  const { flavor, image_meta } = instance;
  const machine_type = image_meta.properties.hw_machine_type ?? 'pc';
  return {
    ...lab,
    machine: MACHINES[machine_type] ?? machine_type,
    memoryKiB: flavor.ram * 1024,
    vcpus: flavor.vcpus,
    metadata: novaInstance(instance, about),
    sysinfo: novaSysinfo(instance, about)
  };
}

/** A block device of the host, as iSCSI gives one (LibvirtISCSIVolumeDriver.get_config). */
function blockVolume(dev: string): Pick<DomainDisk, 'driver' | 'source'> {
  return {
    driver: { name: 'qemu', type: 'raw', cache: 'none', io: 'native', discard: null },
    source: { type: 'block', dev }
  };
}

/** An image that QEMU opens by itself (LibvirtNetVolumeDriver.get_config); Cinder says of Ceph that it can discard. */
function networkVolume({ name, hosts, auth_username, secret_uuid }: RbdImage): Pick<DomainDisk, 'driver' | 'source'> {
  return {
    driver: { name: 'qemu', type: 'raw', cache: 'none', io: null, discard: 'unmap' },
    source: {
      type: 'network',
      protocol: 'rbd',
      name,
      hosts,
      auth: { username: auth_username, secret: secret_uuid }
    }
  };
}

/** A volume as the disk that Nova attaches. */
export function volumeDisk({ id, host_device }: Volume, info: DiskInfo): DomainDisk {
  return domainDisk({
    device: info.type as DiskDevice,
    ...(typeof host_device === 'string' ? blockVolume(host_device) : networkVolume(host_device)),
    target: { dev: info.dev, bus: info.bus as DiskBus },
    serial: id
  });
}

function fileDisk(key: string, info: DiskInfo, paths: InstancePaths, base: string | null): DomainDisk {
  const backing: readonly BackingImage[] =
    base === null ? [] : [{ format: 'raw', source: { type: 'file', file: `${paths.base_dir}/${base}` } }];
  const type = base === null ? 'raw' : 'qcow2';
  return domainDisk({
    device: info.type as DiskDevice,
    driver: { name: 'qemu', type, cache: 'none', io: null, discard: base === null ? null : 'ignore' },
    source: { type: 'file', file: `${paths.instance_dir}/${key}` },
    target: { dev: info.dev, bus: info.bus as DiskBus },
    backing
  });
}

/** The cached image below a local disk; null for the config drive, which is a plain file. */
function baseImage(key: string, instance: Instance, computed: Computed, paths: InstancePaths): string | null {
  switch (key) {
    case 'disk':
    case 'disk.rescue':
      return paths.root_base;
    case 'disk.swap':
      return `swap_${computed.named.find(({ bdm }) => isSwap(bdm))?.bdm.volume_size ?? instance.flavor.swap}`;
    case 'disk.config':
    case 'disk.config.rescue':
      return null;
    default:
      return `ephemeral_${instance.flavor.ephemeral}_default`;
  }
}

const LOCAL_DISK = /^disk(\.local|\.eph\d+|\.swap|\.rescue|\.config(\.rescue)?)?$/;

/** The disks of the mapping in the order that Nova writes them: local ones, then volumes. libvirt sorts them by name. */
export function guestDisks(
  instance: Instance,
  computed: Computed,
  volumes: readonly Volume[],
  paths: InstancePaths
): readonly DomainDisk[] {
  const { mapping, named } = computed;
  const local = Object.entries(mapping)
    .filter(([key]) => LOCAL_DISK.test(key))
    .map(([key, info]) => fileDisk(key, info, paths, baseImage(key, instance, computed, paths)));
  const remote = named.flatMap(({ bdm, device_name }) => {
    const volume = volumes.find(({ id }) => id === bdm.volume_id);
    const info = mapping[device_name];
    return volume && info ? [volumeDisk(volume, info)] : [];
  });
  return [...local, ...remote];
}

/** What Nova sends to be defined. */
export function guestConfig(
  instance: Instance,
  disks: readonly DomainDisk[],
  lab: DomainHardware,
  about: GuestMetadata
): DomainRequest {
  const { name, uuid } = instance;
  return { name, uuid, disks, hardware: guestHardware(lab, instance, about) };
}
