/**
 * A flavor: the sizes that a server gets.
 *
 * Upstream: nova/objects/flavor.py.
 */
export interface Flavor {
  readonly id: string;
  readonly name: string;
  /** MB. */
  readonly ram: number;
  readonly vcpus: number;
  /** GB of the root disk. */
  readonly disk: number;
  /** GB of one extra disk of the hypervisor; 0 for none. */
  readonly ephemeral: number;
  /** MB of a swap disk; 0 for none. */
  readonly swap: number;
}
