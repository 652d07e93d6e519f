/**
 * nova-compute hears from libvirt that a domain has started or stopped, and makes Nova's record agree.
 *
 * Upstream: nova/compute/manager.py (ComputeManager.handle_lifecycle_event, _sync_instance_power_state,
 * _stop_unexpected_shutdown_instance), nova/virt/event.py (NAMES).
 * Simplified: the event of a stop comes at once, not after 15 s (nova/virt/libvirt/host.py: _event_emit_delayed), and
 * the periodic _sync_power_states never runs: what an event finds busy stays as it is until the task ends.
 */
import { POWER_STATES, type Instance, type PowerState } from '../nova/instance.ts';
import { updateInstance, type Cloud } from './cloud.ts';
import { log, type LogEvent, type LogLevel } from './event.ts';
import { powerState } from './hypervisor.ts';
import { LOGGER } from './log.ts';
import { enqueue, type Outcome } from './operation.ts';

/** A line that serves no request. */
function note(message: string, level: LogLevel = 'INFO'): LogEvent {
  return { ...log(level, LOGGER.manager, message), inRequest: false };
}

/** [SYNC-2] The event: one that is late, so that the domain is not any more as it says, is ignored. */
export function handleLifecycleEvent<Args>(cloud: Cloud, name: string, vm_power_state: PowerState): Outcome<Args> {
  const isLate = powerState(cloud) !== vm_power_state;
  const outcome = isLate ? { cloud } : syncInstancePowerState<Args>(cloud, vm_power_state);
  return { ...outcome, events: [note(`VM ${name} (Lifecycle Event)`), ...(outcome.events ?? [])], next: null };
}

/** [SYNC-3] The power state is taken over, unless a task is under way; [SYNC-4] then Nova may stop the server. */
function syncInstancePowerState<Args>(cloud: Cloud, vm_power_state: PowerState): Outcome<Args> {
  const { instance } = cloud;
  const { task_state, power_state } = instance;
  if (task_state !== null) {
    return { cloud, events: [note(`During sync_power_state the instance has a pending task (${task_state}). Skip.`)] };
  }
  const synced = updateInstance(cloud, { power_state: vm_power_state });
  const differs =
    `During _sync_instance_power_state the DB power_state (${POWER_STATES[power_state]}) does not match the ` +
    `vm_power_state from the hypervisor (${POWER_STATES[vm_power_state]}). Updating power_state in the DB to match ` +
    'the hypervisor.';
  const found = power_state === vm_power_state ? [] : [note(differs)];
  const warning = discrepancy(instance, vm_power_state);
  if (warning === null) return { cloud: synced, events: found };
  const events = [...found, note(warning, 'WARNING')];
  if (warning.endsWith('Ignore.')) return { cloud: synced, events };
  return { cloud: enqueue(synced, 'stop', 'power_off', {}, false), events, signal: 'task.powering-off' };
}

/** What Nova warns of when vm_state and power do not go together; null where they do, or where Nova does not look. */
function discrepancy({ vm_state, power_state }: Instance, vm_power_state: PowerState): string | null {
  const isOff = vm_power_state === 'shutdown';
  const details =
    ` Calling the stop API. Current vm_state: ${vm_state}, current task_state: None, ` +
    `original DB power_state: ${POWER_STATES[power_state]}, current VM power_state: ${POWER_STATES[vm_power_state]}`;
  if (vm_state === 'active' && isOff) return `Instance shutdown by itself.${details}`;
  if (vm_state === 'active' && vm_power_state === 'paused') return 'Instance is paused unexpectedly. Ignore.';
  if (vm_state === 'stopped' && !isOff) return `Instance is not stopped.${details}`;
  return vm_state === 'paused' && isOff ? 'Paused instance shutdown by itself. Calling the stop API.' : null;
}
