/**
 * A disk of a domain: what somebody asks for, and what it is once libvirt has given it its place.
 *
 * Upstream: src/conf/domain_conf.h (virDomainDiskDef, virDomainDeviceInfo), src/conf/storage_source_conf.h.
 * Simplified: no encryption, no iotune, no geometry, no mirror; a network source is rbd, its secret one of ceph.
 */
import type { Brand } from '../kernel/brand.ts';
import type { PciAddress } from './pci-address.ts';

/** `vdb`: what the XML calls the disk's place, `<target dev='vdb'/>`. A hint of order; the guest never sees it. */
export type TargetDev = Brand<'TargetDev'>;

/** `virtio-disk1`: the id that libvirt gives the device in QEMU, `<alias name='virtio-disk1'/>`. */
export type DiskAlias = Brand<'DiskAlias'>;

/** Takes any text for a target: whether libvirt accepts it shows when the disk is defined or attached. */
export function targetDev(text: string): TargetDev {
  return text as TargetDev;
}

/** What the guest is shown, `<disk device='...'>`. */
export const DISK_DEVICES = ['disk', 'cdrom', 'floppy', 'lun'] as const;
export type DiskDevice = (typeof DISK_DEVICES)[number];

/** The kinds of plug, `<target bus='...'/>`. `xen`, `uml` and `sd` can be written down but not run by QEMU here. */
export const DISK_BUSES = ['virtio', 'scsi', 'sata', 'ide', 'usb', 'fdc', 'xen', 'uml', 'sd'] as const;
export type DiskBus = (typeof DISK_BUSES)[number];

/** The words that `<driver>` may say here, attribute by attribute. */
export const DRIVER_WORDS = {
  type: ['raw', 'qcow2'],
  cache: ['none', 'writeback', 'writethrough', 'directsync', 'unsafe'],
  io: ['native', 'threads', 'io_uring'],
  discard: ['ignore', 'unmap']
} as const;
type DriverWord<Attribute extends keyof typeof DRIVER_WORDS> = (typeof DRIVER_WORDS)[Attribute][number];

/** `<driver>`: how QEMU opens the image. */
export interface DiskDriver {
  readonly name: string;
  readonly type: DriverWord<'type'>;
  readonly cache: DriverWord<'cache'> | null;
  readonly io: DriverWord<'io'> | null;
  readonly discard: DriverWord<'discard'> | null;
}

/** `<source>`: where the bytes are. Its `type` is the disk's `type`. */
export type DiskSource =
  | { readonly type: 'file'; readonly file: string }
  | { readonly type: 'block'; readonly dev: string }
  | {
      readonly type: 'network';
      readonly protocol: 'rbd';
      readonly name: string;
      readonly hosts: readonly NetworkHost[];
      /** Absent: the cluster lets anybody in. */
      readonly auth?: CephAuth;
    };

/** A monitor of the storage cluster behind a network source. */
export interface NetworkHost {
  readonly name: string;
  readonly port: number;
}

/** `<auth>`: the cluster's user, and the libvirt secret with its key. */
export interface CephAuth {
  readonly username: string;
  readonly secret: string;
}

/** One image below the disk's own, as found by following a qcow2 header: its format and its file. */
export interface BackingImage {
  readonly format: DriverWord<'type'>;
  readonly source: DiskSource;
}

/** Where the guest finds the device. */
export type DiskAddress = PciAddress | DriveAddress | UsbAddress;

/** A place on a disk controller: scsi, sata, ide or floppy. */
export interface DriveAddress {
  readonly type: 'drive';
  readonly controller: number;
  readonly bus: number;
  readonly target: number;
  readonly unit: number;
}

/** A port of a USB controller. */
export interface UsbAddress {
  readonly type: 'usb';
  readonly bus: number;
  readonly port: number;
}

/** A disk as somebody asks for it. `address` null: libvirt shall choose. `backing`: the images below, topmost first. */
export interface DomainDisk {
  readonly device: DiskDevice;
  readonly driver: DiskDriver | null;
  readonly source: DiskSource | null;
  readonly backing: readonly BackingImage[];
  readonly target: { readonly dev: TargetDev; readonly bus: DiskBus };
  readonly serial: string | null;
  readonly readonly: boolean;
  readonly shareable: boolean;
  readonly address: DiskAddress | null;
}

/** A disk in a definition. `alias` and `sourceIndex` exist only while the domain runs. */
export interface AttachedDisk extends DomainDisk {
  readonly alias: DiskAlias | null;
  readonly sourceIndex: number | null;
}

/** A disk with libvirt's defaults for everything that is not said. */
export function domainDisk(said: Pick<DomainDisk, 'target' | 'source'> & Partial<DomainDisk>): DomainDisk {
  return {
    device: said.device ?? 'disk',
    driver: said.driver ?? null,
    source: said.source,
    backing: said.backing ?? [],
    target: said.target,
    serial: said.serial ?? null,
    readonly: said.readonly ?? said.device === 'cdrom',
    shareable: said.shareable ?? false,
    address: said.address ?? null
  };
}

/** The disk in a definition: at its address, and with what a running domain adds. */
export function placedDisk(
  disk: DomainDisk,
  address: DiskAddress | null,
  alias: DiskAlias | null,
  sourceIndex: number | null
): AttachedDisk {
  // Spelled out: spreading a disk takes longer than all the rest of attaching it.
  return {
    device: disk.device,
    driver: disk.driver,
    source: disk.source,
    backing: disk.backing,
    target: disk.target,
    serial: disk.serial,
    readonly: disk.readonly,
    shareable: disk.shareable,
    address,
    alias,
    sourceIndex
  };
}

/**
 * The text by which libvirt names a source in its messages: the path, the device or the rbd image without its pool,
 * which libvirt keeps apart (virDomainDiskSourceNetworkParse).
 */
export function sourcePath(source: DiskSource | null): string | null {
  if (source === null) return null;
  if (source.type === 'file') return source.file;
  return source.type === 'block' ? source.dev : source.name.slice(source.name.indexOf('/') + 1);
}
