/**
 * The releases of Nova that can be chosen, each with its name and its epoch.
 *
 * Upstream: releases.openstack.org. 17.0.0.0b1 is the article's lab: OpenStack-Ansible calls it Pike, and it is the
 * first beta of Queens.
 */
import type { XmlDialect } from '../../libvirt/domain-xml.ts';
import { epoxy } from './epoxy.ts';
import { ocata } from './ocata.ts';
import { queens } from './queens.ts';
import { pike } from './pike.ts';
import type { ReleaseProfile } from './release-profile.ts';
import { rocky } from './rocky.ts';
import { stein } from './stein.ts';
import { train } from './train.ts';
import { wallaby } from './wallaby.ts';
import { xena } from './xena.ts';
import { zed } from './zed.ts';

interface ReleaseRow {
  readonly name: string;
  /** What OpenStack-Ansible calls it, where that is not the last word of the name. */
  readonly codename?: string;
  /** The dialect of domain XML that the libvirt of the time prints. */
  readonly libvirt: XmlDialect;
  readonly profile: ReleaseProfile;
}

const RELEASES = {
  '15.0.0': { name: 'Ocata', libvirt: '3', profile: ocata },
  '16.0.0': { name: 'Pike', libvirt: '3', profile: pike },
  '17.0.0.0b1': { name: "Queens beta, the article's Pike lab", codename: 'Pike', libvirt: '3', profile: pike },
  '17.0.0': { name: 'Queens', libvirt: '3', profile: queens },
  '18.0.0': { name: 'Rocky', libvirt: '3', profile: rocky },
  '19.0.0': { name: 'Stein', libvirt: '3', profile: stein },
  '20.0.0': { name: 'Train', libvirt: '3', profile: train },
  '21.0.0': { name: 'Ussuri', libvirt: '9', profile: train },
  '22.0.0': { name: 'Victoria', libvirt: '9', profile: train },
  '23.0.0': { name: 'Wallaby', libvirt: '9', profile: wallaby },
  '24.0.0': { name: 'Xena', libvirt: '9', profile: xena },
  '25.0.0': { name: 'Yoga', libvirt: '9', profile: xena },
  '26.0.0': { name: 'Zed', libvirt: '9', profile: zed },
  '27.0.0': { name: '2023.1 Antelope', libvirt: '9', profile: zed },
  '28.0.0': { name: '2023.2 Bobcat', libvirt: '9', profile: zed },
  '29.0.0': { name: '2024.1 Caracal', libvirt: '9', profile: zed },
  '30.0.0': { name: '2024.2 Dalmatian', libvirt: '9', profile: zed },
  '31.0.0': { name: '2025.1 Epoxy', libvirt: '9', profile: epoxy },
  '32.0.0': { name: '2025.2 Flamingo', libvirt: '9', profile: epoxy },
  '33.0.0': { name: '2026.1 Gazpacho', libvirt: '9', profile: epoxy }
} as const satisfies Record<string, ReleaseRow>;

/** A release that can be chosen, by its version. */
export type Release = keyof typeof RELEASES;

/** The release of the article's lab. */
export const ARTICLE_RELEASE = '17.0.0.0b1' satisfies Release;

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

/** The name that OpenStack-Ansible writes into /etc/openstack-release: `Pike`, `Epoxy`. */
export function releaseCodename(release: Release): string {
  const { name, codename }: ReleaseRow = RELEASES[release];
  return codename ?? name.split(' ').at(-1) ?? name;
}

/** What the release does differently. */
export function releaseProfile(release: Release): ReleaseProfile {
  return RELEASES[release].profile;
}

/** How the libvirt that runs below the release prints domain XML. */
export function xmlDialect(release: Release): XmlDialect {
  return RELEASES[release].libvirt;
}
