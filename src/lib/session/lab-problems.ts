/**
 * What is wrong with settings, before a lab is made of them.
 *
 * Upstream: nova/compute/flavors.py (create), nova/api/openstack/compute/schemas/flavor_manage.py for what a flavor may
 * be; nova/compute/manager.py (ComputeManager.init_host) for the limit that nova-compute does not start with.
 */
import type { Flavor } from '../engine/nova/flavor.ts';
import { releaseProfile, type Release } from '../engine/nova/releases/release.ts';
import { MOST_VOLUMES, volumesOf, type LabSettings } from './lab-settings.ts';

/** The sizes of a flavor, each with the least that Nova takes. */
export const FLAVOR_SIZES = { ram: 1, vcpus: 1, disk: 0, ephemeral: 0, swap: 0 } as const;
export type FlavorSize = keyof typeof FLAVOR_SIZES;

/** The most that Nova takes for a size (db.constants.MAX_INT). */
const LARGEST_SIZE = 0x7fffffff;

/** More would make the form unusable; Nova has no such limit. */
const MOST_FLAVORS = 8;

/** The properties of the image that name a bus. */
export const BUS_PROPERTIES = ['hw_disk_bus', 'hw_cdrom_bus'] as const;
export type BusProperty = (typeof BUS_PROPERTIES)[number];

/** Where in the form a problem is. */
export type SettingsField =
  | 'flavors'
  | `flavors.${number}.${'name' | FlavorSize}`
  | 'serverFlavor'
  | BusProperty
  | 'max_disk_devices_to_attach'
  | 'volumes'
  | 'data_volumes';

/** A problem of one field, with what a sentence about it needs. */
export type Problem = { readonly field: SettingsField } & (
  | { readonly kind: 'no name' }
  | { readonly kind: 'name taken'; readonly name: string }
  | { readonly kind: 'not a size'; readonly least: number }
  | { readonly kind: 'too large'; readonly most: number }
  | { readonly kind: 'too many flavors'; readonly most: number }
  | { readonly kind: 'no such flavor' }
  | { readonly kind: 'bus not offered'; readonly bus: string; readonly release: Release; readonly offered: string }
  | { readonly kind: 'not a limit' }
  | { readonly kind: 'not a number of volumes'; readonly most: number }
  | { readonly kind: 'no such volume' }
);

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function flavorProblems(flavor: Flavor, index: number, flavors: readonly Flavor[]): readonly Problem[] {
  const name = flavor.name.trim();
  const nameField = `flavors.${index}.name` as const;
  const problems: Problem[] = [];
  if (name === '') problems.push({ field: nameField, kind: 'no name' });
  else if (flavors.slice(0, index).some((other) => other.name.trim() === name)) {
    problems.push({ field: nameField, kind: 'name taken', name });
  }
  for (const [size, least] of Object.entries(FLAVOR_SIZES) as [FlavorSize, number][]) {
    const field = `flavors.${index}.${size}` as const;
    if (flavor[size] > LARGEST_SIZE) problems.push({ field, kind: 'too large', most: LARGEST_SIZE });
    else if (!isWhole(flavor[size], least, LARGEST_SIZE)) problems.push({ field, kind: 'not a size', least });
  }
  return problems;
}

function busProblems(settings: LabSettings, field: BusProperty): readonly Problem[] {
  const bus = settings[field];
  const { release } = settings;
  const { supportedDeviceBuses } = releaseProfile(release).blockinfo;
  if (bus === null || supportedDeviceBuses.includes(bus)) return [];
  return [{ field, kind: 'bus not offered', bus, release, offered: supportedDeviceBuses.join(', ') }];
}

function volumeProblems(settings: LabSettings): readonly Problem[] {
  const { volumes, data_volumes } = settings;
  if (!isWhole(volumes, 1, MOST_VOLUMES)) {
    return [{ field: 'volumes', kind: 'not a number of volumes', most: MOST_VOLUMES }];
  }
  const known = volumesOf(settings).map(({ id }) => id);
  return data_volumes.every((id) => known.includes(id)) ? [] : [{ field: 'data_volumes', kind: 'no such volume' }];
}

/** All problems of the settings; none when a lab can be made of them. */
export function validate(settings: LabSettings): readonly Problem[] {
  const { flavors, serverFlavor, max_disk_devices_to_attach: limit } = settings;
  const problems: Problem[] = flavors.flatMap(flavorProblems);
  if (flavors.length > MOST_FLAVORS) {
    problems.push({ field: 'flavors', kind: 'too many flavors', most: MOST_FLAVORS });
  }
  if (!flavors.some(({ id }) => id === serverFlavor)) {
    problems.push({ field: 'serverFlavor', kind: 'no such flavor' });
  }
  problems.push(...BUS_PROPERTIES.flatMap((property) => busProblems(settings, property)));
  // 0 is refused by nova-compute itself: no server could ever boot.
  if (limit !== -1 && !isWhole(limit, 1, LARGEST_SIZE)) {
    problems.push({ field: 'max_disk_devices_to_attach', kind: 'not a limit' });
  }
  return [...problems, ...volumeProblems(settings)];
}
