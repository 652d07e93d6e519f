/**
 * What a learner can change of the lab, as one small value, and the lab that comes of it.
 *
 * Everything else of a lab stays as in the article. A field carries the name of the option, property or column of
 * upstream that it sets.
 */
import { ARTICLE_LAB, type Lab, type Unplug } from '../engine/cloud/lab.ts';
import type { NovaConf } from '../engine/nova/conf.ts';
import type { Flavor } from '../engine/nova/flavor.ts';
import type { ImageProperties } from '../engine/nova/image-meta.ts';
import type { Release } from '../engine/nova/releases/release.ts';
import { releasedOn } from '../engine/nova/releases/released.ts';
import { backendOf, bootVolume, dataVolumes, onBackend, type VolumeBackend } from './lab-volumes.ts';

/** The image properties that can be set; null where the image does not say. */
export const IMAGE_PROPERTIES = ['hw_disk_bus', 'hw_cdrom_bus', 'hw_machine_type'] as const;
export type ImageProperty = (typeof IMAGE_PROPERTIES)[number];

/** Whether the server has a config drive, and of which kind (`config_drive_format`). */
export const CONFIG_DRIVES = ['off', 'iso9660', 'vfat'] as const;
export type ConfigDrive = (typeof CONFIG_DRIVES)[number];

/** The settings of a lab. */
export interface LabSettings extends Readonly<Record<ImageProperty, string | null>> {
  readonly release: Release;
  readonly flavors: readonly Flavor[];
  /** The id of the flavor that the server boots with: a new name does not change which one it is. */
  readonly serverFlavor: string;
  readonly configDrive: ConfigDrive;
  /** -1 for no limit. */
  readonly max_disk_devices_to_attach: number;
  readonly unplug: Unplug;
  readonly volumeBackend: VolumeBackend;
  readonly bootFromVolume: boolean;
  /** How many volumes there are for data. */
  readonly volumes: number;
  /** Ids of those that the server boots with, in their order. */
  readonly data_volumes: readonly string[];
}

/** How many volumes for data a lab can have. */
export const MOST_VOLUMES = dataVolumes.length;

/** The volumes for data that the settings allow, with the names that the learner knows them by. */
export function volumesOf({ volumes }: Pick<LabSettings, 'volumes'>): readonly { id: string; name: string }[] {
  return dataVolumes.slice(0, volumes).map(({ id, name }) => ({ id, name }));
}

/** The settings that a lab was made with; of a lab of other making, what settings can tell: its own volumes are lost. */
export function settingsOf(lab: Lab): LabSettings {
  const { release, flavors, server, conf, image_meta, unplug } = lab;
  const { hw_disk_bus = null, hw_cdrom_bus = null, hw_machine_type = null } = image_meta.properties;
  return {
    release,
    flavors,
    serverFlavor: flavors.find(({ name }) => name === server.flavor)?.id ?? '',
    hw_disk_bus,
    hw_cdrom_bus,
    hw_machine_type,
    configDrive: server.config_drive ? conf.config_drive_format : 'off',
    max_disk_devices_to_attach: conf.max_disk_devices_to_attach,
    unplug,
    volumeBackend: backendOf(lab.volumes[0]),
    bootFromVolume: server.root_volume !== null,
    volumes: lab.volumes.filter(({ id }) => id !== server.root_volume).length,
    data_volumes: server.data_volumes
  };
}

function imageProperties(settings: LabSettings): ImageProperties {
  const said = IMAGE_PROPERTIES.filter((property) => settings[property] !== null);
  return Object.fromEntries(said.map((property) => [property, settings[property]]));
}

function configOf({ configDrive, max_disk_devices_to_attach }: LabSettings): NovaConf {
  const { conf } = ARTICLE_LAB;
  const config_drive_format = configDrive === 'off' ? conf.config_drive_format : configDrive;
  return { ...conf, config_drive_format, max_disk_devices_to_attach };
}

const DAY = 24 * 60 * 60 * 1000;

/** When the lab's clock starts: the article's own time, and else that hour of a day four weeks after the release. */
function startOf(release: Release): number {
  const { start } = ARTICLE_LAB.log;
  const released = releasedOn(release);
  return released === null ? start : released + 28 * DAY + (start % DAY);
}

/** The article's lab with these settings, which must have no problem. */
export function labWith(settings: LabSettings): Lab {
  const { release, flavors, serverFlavor, unplug, bootFromVolume, data_volumes, volumeBackend } = settings;
  const volumes = dataVolumes.slice(0, settings.volumes);
  return {
    ...ARTICLE_LAB,
    release,
    log: { ...ARTICLE_LAB.log, start: startOf(release) },
    conf: configOf(settings),
    flavors,
    image_meta: { ...ARTICLE_LAB.image_meta, properties: imageProperties(settings) },
    server: {
      ...ARTICLE_LAB.server,
      flavor: flavors.find(({ id }) => id === serverFlavor)?.name ?? '',
      config_drive: settings.configDrive !== 'off',
      root_volume: bootFromVolume ? bootVolume.id : null,
      data_volumes
    },
    volumes: (bootFromVolume ? [...volumes, bootVolume] : volumes).map((one) => onBackend(one, volumeBackend)),
    unplug
  };
}

/** The settings of the article's lab. */
export const articleSettings: LabSettings = settingsOf(ARTICLE_LAB);

/** Whether two settings make the same lab. */
export function isSameSettings(one: LabSettings, other: LabSettings): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
