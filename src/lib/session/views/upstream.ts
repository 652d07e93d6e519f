/**
 * Where upstream's source can be read, at the release that the lab runs.
 */
import type { Release } from '../../engine/nova/releases/release.ts';

/** The page of a source `nova/FILE: FUNCTION` in Nova's repository at the release's tag; null for other projects. */
export function upstreamUrl(release: Release, source: string): string | null {
  const [file = ''] = source.split(': ');
  return file.startsWith('nova/') ? `https://opendev.org/openstack/nova/src/tag/${release}/${file}` : null;
}
