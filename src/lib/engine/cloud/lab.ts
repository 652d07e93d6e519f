/**
 * A lab: what is fixed before the first command.
 *
 * The article's lab is the default; its constants are read off the article.
 */
import type { Volume } from '../cinder/volume.ts';
import type { DomainHardware } from '../libvirt/hardware.ts';
import { DEFAULT_CONF, type NovaConf } from '../nova/conf.ts';
import type { Flavor } from '../nova/flavor.ts';
import type { ImageMeta } from '../nova/image-meta.ts';
import { ARTICLE_RELEASE, type Release } from '../nova/releases/release.ts';
import type { InstancePaths } from '../nova/virt/libvirt/guest-config.ts';

/** The server that the lab boots. */
export interface LabServer {
  readonly uuid: string;
  readonly display_name: string;
  readonly name: string;
  /** The name of its flavor. */
  readonly flavor: string;
  readonly config_drive: boolean;
  /** The volume that holds the root disk; null boots from the image. */
  readonly root_volume: string | null;
  /** Ids of the volumes that are attached at boot. */
  readonly data_volumes: readonly string[];
  /** Its addresses by network. */
  readonly addresses: Readonly<Record<string, readonly string[]>>;
}

/** Who writes nova-compute.log, and for whom. */
export interface LabLog {
  /** Milliseconds since 1970 at the first command. */
  readonly start: number;
  readonly pid: number;
  readonly host: string;
  readonly user_id: string;
  readonly project_id: string;
}

/** Whether a guest answers an unplug: a paused one cannot, and one without an operating system never does. */
export type Unplug = 'while running' | 'never' | 'always';

/** Everything that commands cannot change. */
export interface Lab {
  readonly release: Release;
  readonly conf: NovaConf;
  readonly flavors: readonly Flavor[];
  /** The id of the image that the server is booted from, and rebuilt from. */
  readonly image_id: string;
  readonly image_name: string;
  readonly image_meta: ImageMeta;
  readonly server: LabServer;
  readonly volumes: readonly Volume[];
  readonly hardware: DomainHardware;
  readonly paths: InstancePaths;
  readonly log: LabLog;
  /** When the guest lets a disk go that libvirt asks for. `always` is a hypervisor without a guest, as in Nova's tests. */
  readonly unplug: Unplug;
}

const SERVER_UUID = '0ac40227-597c-48d7-8379-9320beb7d3bd';

const HARDWARE: DomainHardware = {
  type: 'kvm',
  machine: 'pc',
  emulator: '/usr/bin/qemu-system-x86_64',
  memoryKiB: 0,
  vcpus: 1,
  metadata: null,
  sysinfo: [],
  nics: [{ mac: 'fa:16:3e:7c:0a:77', model: 'virtio', bridge: 'brq4c1d6b1e-7a', tap: 'tap2f9d1c55-0e' }],
  guestAgent: true,
  video: 'cirrus',
  memballoon: true,
  consoleLog: `/var/lib/nova/instances/${SERVER_UUID}/console.log`,
  scsiController: null,
  rootPorts: 0
};

const ARTICLE_FLAVOR = { ram: 512, vcpus: 1, disk: 1, ephemeral: 0 } as const;

/** The lab of the article: one server, two flavors that differ in swap, one volume. */
export const ARTICLE_LAB: Lab = {
  release: ARTICLE_RELEASE,
  conf: DEFAULT_CONF,
  flavors: [
    { ...ARTICLE_FLAVOR, id: '203', name: 'small-with-swap', swap: 1 },
    { ...ARTICLE_FLAVOR, id: '204', name: 'small-no-swap', swap: 0 }
  ],
  image_id: '1f2e3d4c-5b6a-4788-96a5-b4c3d2e1f0a1',
  image_name: 'cirros',
  image_meta: { disk_format: 'qcow2', properties: {} },
  server: {
    uuid: SERVER_UUID,
    display_name: 'instance01',
    name: 'instance-0000000a',
    flavor: 'small-no-swap',
    config_drive: false,
    root_volume: null,
    data_volumes: [],
    addresses: { public: ['172.29.249.119'] }
  },
  volumes: [
    {
      id: 'a54facb5-8b1e-4370-9d0b-e7b6ca6f7adc',
      name: 'volume1',
      size: 1,
      volume_type: null,
      bootable: false,
      status: 'available',
      attachment: null,
      host_device: '/dev/sda'
    }
  ],
  hardware: HARDWARE,
  paths: {
    instance_dir: `/var/lib/nova/instances/${SERVER_UUID}`,
    base_dir: '/var/lib/nova/instances/_base',
    root_base: 'ba1c7a54010d83608e08b5c2e9a9f1562d608169'
  },
  log: {
    // 2018-01-06 22:17:00
    start: 1515277020000,
    pid: 8884,
    host: 'lab01',
    user_id: '809d54e610184b26b41ac637a4314801',
    project_id: '98a97dc5b2b74455add34ed624bf4b6a'
  },
  unplug: 'while running'
};
