/**
 * What a Glance image says about the hardware it wants.
 *
 * Upstream: nova/objects/image_meta.py (ImageMetaProps), nova/virt/osinfo.py (HardwareProperties.disk_model).
 * Simplified: `os_distro` is not looked up in libosinfo, so only `hw_disk_bus` chooses the disk bus.
 */
export interface ImageProperties {
  readonly hw_disk_bus?: string;
  readonly hw_cdrom_bus?: string;
  readonly hw_floppy_bus?: string;
  readonly hw_machine_type?: string;
}

/** The image as the driver sees it. */
export interface ImageMeta {
  readonly disk_format: string;
  readonly properties: ImageProperties;
}
