/**
 * Flavors as Nova's API shows them.
 *
 * Upstream: nova/api/openstack/compute/views/flavors.py (ViewBuilder.show): no swap is an empty text before
 * microversion 2.75. Simplified: every flavor is public, enabled, and has no extra specs.
 */
import type { Flavor } from '../../engine/nova/flavor.ts';
import { cloudOf } from '../../session/session.ts';
import type { Terminal } from '../terminal.ts';

/** A flavor as the API shows it; `rxtx_factor` is Python's float as text. */
export interface FlavorDetail {
  readonly id: string;
  readonly name: string;
  readonly ram: number;
  readonly disk: number;
  readonly swap: number | '';
  readonly 'OS-FLV-EXT-DATA:ephemeral': number;
  readonly 'OS-FLV-DISABLED:disabled': boolean;
  readonly vcpus: number;
  readonly 'os-flavor-access:is_public': boolean;
  readonly rxtx_factor: string;
  readonly extra_specs: Readonly<Record<string, string>>;
  readonly description?: null;
}

/** The flavor at a microversion. */
export function flavorDetail(flavor: Flavor, microversion: number): FlavorDetail {
  const { id, name, ram, disk, swap, ephemeral, vcpus } = flavor;
  return {
    id,
    name,
    ram,
    disk,
    swap: swap === 0 && microversion < 75 ? '' : swap,
    'OS-FLV-EXT-DATA:ephemeral': ephemeral,
    'OS-FLV-DISABLED:disabled': false,
    vcpus,
    'os-flavor-access:is_public': true,
    rxtx_factor: '1.0',
    extra_specs: {},
    ...(microversion >= 55 ? { description: null } : {})
  };
}

/** All flavors, in the order in which the API lists them: by id. */
export function listFlavors({ session }: Terminal): readonly Flavor[] {
  return cloudOf(session).lab.flavors.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}
