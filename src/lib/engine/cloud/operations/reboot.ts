/**
 * Rebooting: `nova reboot` and `nova reboot --hard`.
 *
 * Upstream: nova/compute/api.py (API.reboot), nova/compute/manager.py (ComputeManager.reboot_instance),
 * nova/virt/libvirt/driver.py (LibvirtDriver._soft_reboot, _hard_reboot). A soft reboot starts the definition that is
 * there; a hard reboot throws it away and builds it from Nova's mapping. That is the whole difference, and the cure.
 */
import { shutdownDomain } from '../../libvirt/domain.ts';
import { GUEST_OFF } from '../../guest/guest.ts';
import { updateInstance, type Cloud } from '../cloud.ts';
import { apiSteps, serverOperation } from '../api-steps.ts';
import { log, type CloudEvent } from '../event.ts';
import { domainMissing, summarize, type Failure } from '../failure.ts';
import { powerState } from '../hypervisor.ts';
import { LOGGER, logOutsideRequest } from '../log.ts';
import type { Outcome, Signal, Step } from '../operation.ts';
import {
  bootStep,
  BUILD_FAILED,
  defineStep,
  destroyStep,
  finishStep,
  giveUp,
  launchStep,
  type BuildArgs
} from '../rebuild-domain.ts';

const MANAGER = 'nova/compute/manager.py: ComputeManager';
const DRIVER = 'nova/virt/libvirt/driver.py: LibvirtDriver';

type Steps = readonly Step<BuildArgs>[];

/** What both reboots begin with: the answer, then two task states on the way to the driver. */
function opening(api: string, pending: Signal, started: Signal): readonly [Step<BuildArgs>, ...Step<BuildArgs>[]] {
  const events = [log('INFO', LOGGER.manager, 'Rebooting instance')];
  const source = `${MANAGER}.reboot_instance`;
  return [
    ...apiSteps<BuildArgs>(api, 'servers.py: ServersController._action_reboot', 202),
    { name: 'pending', actor: 'nova-compute', source, run: (cloud) => ({ cloud, events, signal: pending }) },
    { name: 'started', actor: 'nova-compute', source, run: (cloud) => ({ cloud, signal: started }) }
  ];
}

/** What both reboots end with. */
function closing(events: readonly CloudEvent[], frames: readonly string[]): Steps {
  return [
    finishStep(`${MANAGER}.reboot_instance`, events),
    {
      name: BUILD_FAILED,
      actor: 'nova-compute',
      source: `${MANAGER}.reboot_instance`,
      run: (cloud, args) => cannotReboot(cloud, args, frames)
    }
  ];
}

function cannotReboot(cloud: Cloud, args: BuildArgs, frames: readonly string[]): Outcome<BuildArgs> {
  const off = updateInstance(cloud, { power_state: powerState(cloud) });
  const message = (failure: Failure) => `Cannot reboot instance: ${failure.message}`;
  const line = args.failure ? [log('ERROR', LOGGER.manager, message(args.failure))] : [];
  return giveUp(off, args, () => line, ['ComputeManager.reboot_instance', ...frames]);
}

/** The guest switches itself off; the definition stays. */
function shutdown(cloud: Cloud, args: BuildArgs): Outcome<BuildArgs> {
  if (cloud.domain === null) return shutdownFailed(cloud, args, domainMissing(cloud.instance.uuid));
  const off = shutdownDomain(cloud.domain);
  const domain = off.ok ? off.value : cloud.domain;
  const events = [log('INFO', LOGGER.driver, 'Instance shutdown successfully.')];
  return { cloud: { ...cloud, domain, guest: GUEST_OFF }, events };
}

function shutdownFailed(cloud: Cloud, args: BuildArgs, failure: Failure): Outcome<BuildArgs> {
  const summary = summarize(cloud.lab.release, failure);
  const events: readonly CloudEvent[] = [{ type: 'failure', failure }, log('ERROR', LOGGER.driver, summary)];
  return { cloud, args: { ...args, failure }, next: BUILD_FAILED, events };
}

/** Reboot the guest on the definition that is there. */
export const softReboot = serverOperation<BuildArgs>('reboot', [
  ...opening('_soft_reboot', 'task.reboot_pending', 'task.reboot_started'),
  { name: 'shutdown', actor: 'libvirt', source: `${DRIVER}._soft_reboot`, run: shutdown },
  launchStep(),
  bootStep(),
  ...closing(
    [
      logOutsideRequest('Instance running successfully.'),
      log('INFO', LOGGER.driver, 'Instance soft rebooted successfully.')
    ],
    ['LibvirtDriver._soft_reboot']
  )
]);

/** What a hard reboot does to the domain; a start does the same. */
export const rebuildSteps: Steps = [
  destroyStep('destroy', `${DRIVER}._hard_reboot`),
  defineStep(`${DRIVER}._hard_reboot`),
  launchStep(),
  bootStep()
];

/** The frames of a hard reboot that fails. */
export const HARD_REBOOT_FRAMES = ['LibvirtDriver._hard_reboot', 'Guest.create'];

/** Throw the domain away and build it from Nova's mapping. */
export const hardReboot = serverOperation<BuildArgs>('reboot', [
  ...opening('_hard_reboot', 'task.reboot_pending_hard', 'task.reboot_started_hard'),
  ...rebuildSteps,
  ...closing([logOutsideRequest('Instance rebooted successfully.')], HARD_REBOOT_FRAMES)
]);
