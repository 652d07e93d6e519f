/**
 * The options of nova.conf that decide disk names.
 *
 * Upstream: nova/conf/libvirt.py, nova/conf/compute.py, nova/conf/configdrive.py.
 */
export interface NovaConf {
  /** `[DEFAULT]/config_drive_format`. */
  readonly config_drive_format: 'iso9660' | 'vfat';
  /** `[compute]/max_disk_devices_to_attach`, -1 for no limit; read from 19.0.0 on. */
  readonly max_disk_devices_to_attach: number;
  /** `[libvirt]/disk_prefix`; null lets the bus decide. */
  readonly disk_prefix: string | null;
}

/** What nova.conf says when it says nothing. */
export const DEFAULT_CONF: NovaConf = {
  config_drive_format: 'iso9660',
  max_disk_devices_to_attach: -1,
  disk_prefix: null
};
