/**
 * The instance: Nova's row for one server.
 *
 * Upstream: nova/objects/instance.py, nova/compute/vm_states.py, task_states.py, power_state.py.
 * Only the state machine decides which vm_state and task_state follow; the engine keeps them as Nova's database does.
 */
import type { DeviceName } from './block-device.ts';
import type { Flavor } from './flavor.ts';
import type { ImageMeta } from './image-meta.ts';

/** Upstream spelling; `building` until the first boot is done. */
export const VM_STATES = [
  'building',
  'active',
  'stopped',
  'resized',
  'paused',
  'suspended',
  'rescued',
  'shelved',
  'shelved_offloaded',
  'error',
  'deleted'
] as const;
export type VmState = (typeof VM_STATES)[number];

/** What is being done to the instance; null when nothing is. */
export const TASK_STATES = [
  'scheduling',
  'block_device_mapping',
  'spawning',
  'resize_prep',
  'resize_migrating',
  'resize_migrated',
  'resize_finish',
  'resize_reverting',
  'rebooting',
  'reboot_pending',
  'reboot_started',
  'rebooting_hard',
  'reboot_pending_hard',
  'reboot_started_hard',
  'powering-off',
  'powering-on',
  'pausing',
  'unpausing',
  'suspending',
  'resuming',
  'rescuing',
  'unrescuing',
  'shelving',
  'shelving_image_uploading',
  'shelving_offloading',
  'unshelving',
  'rebuilding',
  'rebuild_block_device_mapping',
  'rebuild_spawning',
  'deleting'
] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** What the hypervisor last said, and Nova's numbers for it (power_state.py). */
export const POWER_STATES = { pending: 0, running: 1, paused: 3, shutdown: 4 } as const;
export type PowerState = keyof typeof POWER_STATES;

/** The record of a resize until it is confirmed or reverted (nova/objects/migration.py). */
export interface Migration {
  readonly status: 'finished' | 'confirming' | 'reverting';
  readonly old_flavor: Flavor;
  readonly old_vm_state: VmState;
}

/** Field names are Nova's own. */
export interface Instance {
  readonly uuid: string;
  readonly display_name: string;
  /** libvirt's name of the domain, `instance-0000000a`. */
  readonly name: string;
  readonly vm_state: VmState;
  readonly task_state: TaskState | null;
  readonly power_state: PowerState;
  readonly flavor: Flavor;
  readonly migration: Migration | null;
  readonly root_device_name: DeviceName | null;
  readonly config_drive: boolean;
  readonly image_meta: ImageMeta;
  /** The last error that nova-compute recorded (instance_faults); null when there was none. */
  readonly fault: string | null;
}
