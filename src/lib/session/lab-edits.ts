/**
 * Changes of settings that concern more than one field.
 */
import type { Flavor } from '../engine/nova/flavor.ts';
import { volumesOf, type LabSettings } from './lab-settings.ts';

/** One flavor with other values; which one it is, and whether the server boots with it, stays. */
export function withFlavor(settings: LabSettings, id: string, change: Partial<Omit<Flavor, 'id'>>): LabSettings {
  return { ...settings, flavors: settings.flavors.map((one) => (one.id === id ? { ...one, ...change } : one)) };
}

/** The first text of a numbered row that is not taken. */
function firstFree(taken: readonly string[], from: number, spell: (number: number) => string): string {
  let number = from;
  while (taken.includes(spell(number))) number++;
  return spell(number);
}

/** One flavor more, like the last, under a free id and name. */
export function withNewFlavor(settings: LabSettings): LabSettings {
  const { flavors } = settings;
  const model = flavors.at(-1) ?? { ram: 512, vcpus: 1, disk: 1, ephemeral: 0, swap: 0 };
  const ids = flavors.map(({ id }) => id);
  const names = flavors.map(({ name }) => name);
  const id = firstFree(ids, 205, String);
  const name = firstFree(names, flavors.length + 1, (number) => `flavor-${number}`);
  return { ...settings, flavors: [...flavors, { ...model, id, name }] };
}

/** Without one flavor. The server then boots with the first that is left, if it would have booted with that one. */
export function withoutFlavor(settings: LabSettings, id: string): LabSettings {
  const flavors = settings.flavors.filter((one) => one.id !== id);
  const serverFlavor = settings.serverFlavor === id ? (flavors[0]?.id ?? '') : settings.serverFlavor;
  return { ...settings, flavors, serverFlavor };
}

/** Another number of volumes; one that is not there any more is not attached at boot either. */
export function withVolumes(settings: LabSettings, volumes: number): LabSettings {
  const known = volumesOf({ volumes }).map(({ id }) => id);
  return { ...settings, volumes, data_volumes: settings.data_volumes.filter((id) => known.includes(id)) };
}

/** With or without a volume at boot, in the order of the volumes. */
export function withDataVolume(settings: LabSettings, volume_id: string, attached: boolean): LabSettings {
  const wanted = new Set(settings.data_volumes);
  if (attached) wanted.add(volume_id);
  else wanted.delete(volume_id);
  return { ...settings, data_volumes: volumesOf(settings).flatMap(({ id }) => (wanted.has(id) ? [id] : [])) };
}
