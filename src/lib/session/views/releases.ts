/**
 * The releases that can be chosen, by stretches that behave alike, and what changes from one to another.
 */
import { DEFAULT_CONF } from '../../engine/nova/conf.ts';
import { releaseName, releaseProfile, releases, type Release } from '../../engine/nova/releases/release.ts';

/** A release as people know it. */
export interface NamedRelease {
  readonly release: Release;
  readonly name: string;
}

/** A stretch of releases that behave alike. */
export interface ReleaseEpoch {
  /** The first release of the stretch. */
  readonly since: string;
  /** What it changed. */
  readonly change: string;
  readonly releases: readonly NamedRelease[];
}

const named = (release: Release): NamedRelease => ({ release, name: releaseName(release) });

/** All stretches, oldest first. */
export const releaseEpochs: readonly ReleaseEpoch[] = [...new Set(releases.map(releaseProfile))].map((profile) => ({
  since: profile.since,
  change: profile.change,
  releases: releases.filter((release) => releaseProfile(release) === profile).map(named)
}));

function epochIndex(release: Release): number {
  return releaseEpochs.findIndex((epoch) => epoch.releases.some((one) => one.release === release));
}

/** The stretch that a release belongs to. */
export function epochOf(release: Release): ReleaseEpoch {
  const epoch = releaseEpochs[epochIndex(release)];
  if (!epoch) throw new Error(`${release} belongs to no stretch`);
  return epoch;
}

/** The stretches that begin on the way from one release to another, oldest first; backwards as forwards. */
export function epochsBetween(from: Release, to: Release): readonly ReleaseEpoch[] {
  const [first, last] = [epochIndex(from), epochIndex(to)].sort((one, other) => one - other);
  return releaseEpochs.slice((first ?? 0) + 1, (last ?? 0) + 1);
}

/** Every bus that some release offers for a disk, in Nova's order. */
export const diskBuses: readonly string[] = [
  ...new Set(releases.flatMap((release) => releaseProfile(release).blockinfo.supportedDeviceBuses))
];

/** Whether the release offers the bus. */
export function offersBus(release: Release, bus: string): boolean {
  return releaseProfile(release).blockinfo.supportedDeviceBuses.includes(bus);
}

/** Whether the release reads `[compute]/max_disk_devices_to_attach`. */
export function readsDiskLimit(release: Release): boolean {
  const limited = { ...DEFAULT_CONF, max_disk_devices_to_attach: 1 };
  return releaseProfile(release).blockinfo.deviceLimit('virtio', limited) === 1;
}
