/**
 * Steps that several operations share: the domain built anew from the mapping, and what follows when it cannot be.
 *
 * Upstream: nova/virt/libvirt/driver.py (_hard_reboot, finish_migration, finish_revert_migration, spawn: each asks
 * blockinfo.get_disk_info for a fresh mapping and defines the domain from it).
 */
import type { Result } from '../kernel/result.ts';
import { updateInstance, type Cloud } from './cloud.ts';
import { log, type CloudEvent } from './event.ts';
import { summarize, type Failure } from './failure.ts';
import { bootGuest, defineFromMapping, destroyAndUndefine, launch, powerState } from './hypervisor.ts';
import { LOGGER, logException, logOutsideRequest, logUnhandled } from './log.ts';
import type { Outcome, Step } from './operation.ts';

/** What an operation that builds the domain hands on. */
export interface BuildArgs {
  readonly failure?: Failure;
}

/** Where a failed build goes on. */
export const BUILD_FAILED = 'build_failed';

function buildFailed<Args extends BuildArgs>(cloud: Cloud, args: Args, failure: Failure): Outcome<Args> {
  const message = `Failed to start libvirt guest: ${summarize(cloud.lab.release, failure)}`;
  const events: readonly CloudEvent[] = [
    { type: 'failure', failure },
    { ...log('ERROR', LOGGER.guest, 'Error defining a guest with XML: <domain type="kvm">'), instance: false },
    log('ERROR', LOGGER.driver, message)
  ];
  return { cloud, args: { ...args, failure }, next: BUILD_FAILED, events };
}

/** The domain is stopped and its definition thrown away. */
export function destroyStep<Args>(name: string, source: string): Step<Args> {
  return {
    name,
    actor: 'libvirt',
    source,
    run: (cloud) => ({
      cloud: destroyAndUndefine(cloud),
      events: [logOutsideRequest('Instance destroyed successfully.')]
    })
  };
}

/** Nova computes the mapping and libvirt takes the definition. */
export function defineStep<Args extends BuildArgs>(
  source: string,
  define: (cloud: Cloud) => Result<Cloud, Failure> = defineFromMapping
): Step<Args> {
  return {
    name: 'define',
    actor: 'libvirt',
    source,
    run: (cloud, args) => {
      const defined = define(cloud);
      return defined.ok ? { cloud: defined.value } : buildFailed(cloud, args, defined.error);
    }
  };
}

/** libvirt starts the domain, unless `powerOn` says that the instance stays off. */
export function launchStep<Args extends BuildArgs>(
  powerOn: (cloud: Cloud, args: Args) => boolean = () => true
): Step<Args> {
  return {
    name: 'launch',
    actor: 'libvirt',
    source: 'nova/virt/libvirt/guest.py: Guest.launch',
    run: (cloud, args) => {
      if (!powerOn(cloud, args)) return { cloud };
      const launched = launch(cloud);
      return launched.ok ? { cloud: launched.value } : buildFailed(cloud, args, launched.error);
    }
  };
}

/** The guest boots and names its disks in the order of their PCI addresses. */
export function bootStep<Args>(): Step<Args> {
  return {
    name: 'guest_boot',
    actor: 'guest',
    source: 'linux drivers/pci/probe.c: pci_scan_child_bus',
    run: (cloud) => ({ cloud: cloud.domain?.live ? bootGuest(cloud) : cloud })
  };
}

/** The operation gives up: the fault is recorded and the exception reaches only the log. */
export function giveUp<Args extends BuildArgs>(
  cloud: Cloud,
  { failure }: Args,
  before: (summary: string) => readonly CloudEvent[],
  frames: readonly string[]
): Outcome<Args> {
  if (!failure) throw new Error('nothing failed');
  const summary = summarize(cloud.lab.release, failure);
  const { task_state } = cloud.instance;
  const reverted = `Successfully reverted task state from ${task_state} on failure for instance.`;
  return {
    cloud: { ...cloud, instance: { ...cloud.instance, fault: failure.message } },
    events: [...before(summary), log('INFO', LOGGER.manager, reverted), logUnhandled(summary, frames)],
    next: null,
    signal: 'failed'
  };
}

/** The line with which an operation puts the instance into ERROR. */
export function logSetError(summary: string, frames: readonly string[]): CloudEvent {
  return logException(LOGGER.manager, 'Setting instance vm_state to ERROR', summary, frames);
}

/** The last step when all went well: the power state is read, and the machine hears that it is done. */
export function finishStep<Args>(source: string, events: readonly CloudEvent[] = []): Step<Args> {
  return {
    name: 'finish',
    actor: 'nova-compute',
    source,
    run: (cloud) => ({
      cloud: updateInstance(cloud, { power_state: powerState(cloud) }),
      events,
      next: null,
      signal: 'done'
    })
  };
}

/** What the driver cannot do without a domain, or with the one that is there: the operation gives up. */
export function failWith<Args extends BuildArgs>(
  cloud: Cloud,
  args: Args,
  failure: Failure,
  before: readonly CloudEvent[] = []
): Outcome<Args> {
  return { cloud, args: { ...args, failure }, next: BUILD_FAILED, events: [...before, { type: 'failure', failure }] };
}

/** The step of an operation that leaves the vm_state as it was when it fails. `method` is the manager's. */
export function giveUpStep<Args extends BuildArgs>(method: string, frames: readonly string[]): Step<Args> {
  return {
    name: BUILD_FAILED,
    actor: 'nova-compute',
    source: `nova/compute/manager.py: ComputeManager.${method}`,
    run: (cloud, args) => giveUp(cloud, args, () => [], [`ComputeManager.${method}`, ...frames])
  };
}

/** The step of an operation that has put the instance into ERROR. `method` is the manager's. */
export function failStep<Args extends BuildArgs>(method: string, frames: readonly string[]): Step<Args> {
  return {
    name: BUILD_FAILED,
    actor: 'nova-compute',
    source: `nova/compute/manager.py: ComputeManager.${method}`,
    run: (cloud, args) =>
      giveUp(
        updateInstance(cloud, { power_state: powerState(cloud) }),
        args,
        (summary) => [logSetError(summary, frames)],
        [`ComputeManager.${method}`, ...frames]
      )
  };
}
