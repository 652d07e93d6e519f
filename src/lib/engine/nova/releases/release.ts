/**
 * The releases of Nova that can be chosen, each with its name and its epoch.
 *
 * Upstream: releases.openstack.org. 17.0.0.0b1 is the article's lab: OpenStack-Ansible calls it Pike, and it is the
 * first beta of Queens.
 */
import { epoxy } from './epoxy.ts';
import { ocata } from './ocata.ts';
import { queens } from './queens.ts';
import type { ReleaseProfile } from './release-profile.ts';
import { stein } from './stein.ts';
import { train } from './train.ts';
import { zed } from './zed.ts';

const RELEASES = {
  '15.0.0': { name: 'Ocata', profile: ocata },
  '16.0.0': { name: 'Pike', profile: ocata },
  '17.0.0.0b1': { name: "Queens beta, the article's Pike lab", profile: ocata },
  '17.0.0': { name: 'Queens', profile: queens },
  '18.0.0': { name: 'Rocky', profile: queens },
  '19.0.0': { name: 'Stein', profile: stein },
  '20.0.0': { name: 'Train', profile: train },
  '21.0.0': { name: 'Ussuri', profile: train },
  '22.0.0': { name: 'Victoria', profile: train },
  '23.0.0': { name: 'Wallaby', profile: train },
  '24.0.0': { name: 'Xena', profile: train },
  '25.0.0': { name: 'Yoga', profile: train },
  '26.0.0': { name: 'Zed', profile: zed },
  '27.0.0': { name: '2023.1 Antelope', profile: zed },
  '28.0.0': { name: '2023.2 Bobcat', profile: zed },
  '29.0.0': { name: '2024.1 Caracal', profile: zed },
  '30.0.0': { name: '2024.2 Dalmatian', profile: zed },
  '31.0.0': { name: '2025.1 Epoxy', profile: epoxy },
  '32.0.0': { name: '2025.2 Flamingo', profile: epoxy },
  '33.0.0': { name: '2026.1 Gazpacho', profile: epoxy }
} as const satisfies Record<string, { readonly name: string; readonly profile: ReleaseProfile }>;

/** A release that can be chosen, by its version. */
export type Release = keyof typeof RELEASES;

/** The release of the article's lab. */
export const ARTICLE_RELEASE: Release = '17.0.0.0b1';

/** All releases, oldest first. */
export const releases = Object.keys(RELEASES) as readonly Release[];

/** Whether a version is one of the releases. */
export function isRelease(version: string): version is Release {
  return Object.hasOwn(RELEASES, version);
}

/** The name that people call the release by: `Queens`, `2025.1 Epoxy`. */
export function releaseName(release: Release): string {
  return RELEASES[release].name;
}

/** What the release does differently. */
export function releaseProfile(release: Release): ReleaseProfile {
  return RELEASES[release].profile;
}
