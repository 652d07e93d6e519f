/**
 * What an operator does behind Nova's back: `virsh` on the host, a reboot inside the guest.
 *
 * Upstream: libvirt tools/virsh-domain.c (the calls that virsh makes), src/qemu/qemu_driver.c (qemuDomainReboot,
 * qemuDomainReset: the same QEMU process goes on, with the same devices). No row of Nova changes; nova-compute may hear
 * of it afterwards (sync-power-state.ts).
 * Simplified: a guest that runs always obeys a shutdown or a reboot. Images lie where `hostLacks` looks for them.
 */
import { GUEST_OFF } from '../../guest/guest.ts';
import { exhaustive } from '../../kernel/exhaustive.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { AffectFlags } from '../../libvirt/affect-flags.ts';
import { attachDeviceFlags } from '../../libvirt/attach-device.ts';
import { detachDeviceFlags } from '../../libvirt/detach-device.ts';
import { sourcePath, type DiskSource, type DomainDisk, type TargetDev } from '../../libvirt/disk.ts';
import { destroyDomain, resumeDomain, shutdownDomain, suspendDomain, type Domain } from '../../libvirt/domain.ts';
import { domainNotRunning, libvirtError, type LibvirtError } from '../../libvirt/libvirt-error.ts';
import type { NovaException } from '../../nova/exception.ts';
import type { Cloud } from '../cloud.ts';
import { libvirtFailure, type Failure } from '../failure.ts';
import { launch, updateGuest } from '../hypervisor.ts';
import type { Operation, Outcome, Step } from '../operation.ts';
import { bootStep } from '../rebuild-domain.ts';
import { handleLifecycleEvent, type LifecycleEvent } from '../sync-power-state.ts';

/** A command of virsh that changes something, and what it needs beside the domain. */
export type VirshArgs =
  | { readonly command: 'attach-disk'; readonly disk: DomainDisk; readonly flags: AffectFlags }
  | { readonly command: 'detach-disk'; readonly target: TargetDev; readonly flags: AffectFlags }
  | { readonly command: 'start' | 'destroy' | 'shutdown' | 'reboot' | 'reset' | 'suspend' | 'resume' };

/** What libvirt tells nova-compute of; of disks, and of a reboot, Nova hears nothing. */
const EVENTS: Readonly<Partial<Record<VirshArgs['command'], LifecycleEvent>>> = {
  start: 'Started',
  destroy: 'Stopped',
  shutdown: 'Stopped',
  suspend: 'Paused',
  resume: 'Resumed'
};

/** Where an operator keeps images of his own; whatever is asked for there, is there. */
const IMAGES = /^\/(dev\/loop\d|home\/|root\/|srv\/|tmp\/|var\/lib\/)/;

/** The source, if the host does not have it: an image elsewhere, or the device of a volume that is not connected. */
function hostLacks({ volumes }: Cloud, source: DiskSource | null): readonly string[] {
  const path = sourcePath(source);
  const isConnected = volumes.some(({ host_device, status }) => host_device === path && status !== 'available');
  return path === null || isConnected || IMAGES.test(path) ? [] : [path];
}

function change(cloud: Cloud, domain: Domain, args: VirshArgs): Result<Domain | null, LibvirtError> {
  switch (args.command) {
    case 'attach-disk':
      return attachDeviceFlags(domain, args.disk, args.flags, hostLacks(cloud, args.disk.source));
    case 'detach-disk':
      return detachDeviceFlags(domain, args.target, args.flags, cloud.lab.unplug !== 'never');
    case 'destroy':
      return destroyDomain(domain);
    case 'shutdown':
      return shutdownDomain(domain);
    case 'suspend':
      return suspendDomain(domain);
    case 'resume':
      return resumeDomain(domain);
    case 'start':
    case 'reboot':
    case 'reset':
      return domain.live === null ? refuse(domainNotRunning()) : ok(domain);
    default:
      return exhaustive(args);
  }
}

/** The lab after libvirt has done it; a guest that is off, or begins anew, has no disks until it boots. */
function callLibvirt(cloud: Cloud, args: VirshArgs): Result<Cloud, Failure> {
  const { domain, instance, guest } = cloud;
  if (domain === null) {
    return refuse(libvirtFailure(libvirtError('NO_DOMAIN', 'QEMU', `no domain with matching name '${instance.name}'`)));
  }
  if (args.command === 'start') return launch(cloud);
  const changed = change(cloud, domain, args);
  if (!changed.ok) return refuse(libvirtFailure(changed.error));
  const restarts = args.command === 'reset' || (args.command === 'reboot' && domain.state === 'running');
  return ok({ ...cloud, domain: changed.value, guest: restarts || !changed.value?.live ? GUEST_OFF : guest });
}

/** [SYNC-1] libvirt alone refuses, before anything has happened. */
function check(cloud: Cloud, args: VirshArgs): NovaException | null {
  const called = callLibvirt(cloud, args);
  return called.ok ? null : refusalOf(called.error);
}

/** libvirt's refusal in the shape of Nova's: its own number stands where the HTTP status does. */
function refusalOf({ exception, message, libvirt }: Failure): NovaException {
  return { exception, code: libvirt?.code ?? 0, message };
}

/** What is left to do once libvirt has answered: a guest that runs boots, or finds what was plugged or pulled. */
function call(before: Cloud, args: VirshArgs): Outcome<VirshArgs> {
  const called = callLibvirt(before, args);
  if (!called.ok) throw new Error(called.error.message);
  const { domain, guest } = called.value;
  const event = args.command in EVENTS ? 'lifecycle_event' : null;
  if (!domain?.live || domain.state !== 'running') return { cloud: called.value, answered: true, next: event };
  const boots = guest.disks.length === 0;
  const finds = boots || before.domain?.live !== domain.live || args.command === 'resume';
  return { cloud: called.value, answered: true, next: boots ? 'guest_boot' : finds ? 'guest_plug' : event };
}

const boot: Step<VirshArgs> = bootStep();

function followed(cloud: Cloud, { command }: VirshArgs): Outcome<VirshArgs> {
  return { cloud, next: command in EVENTS ? 'lifecycle_event' : null };
}

function hear(cloud: Cloud, { command }: VirshArgs): Outcome<VirshArgs> {
  const event = EVENTS[command];
  return event ? handleLifecycleEvent(cloud, event) : { cloud, next: null };
}

/** A call of libvirt that no service of OpenStack makes. */
export const virsh: Operation<VirshArgs> = {
  method: 'virsh',
  holdsTask: false,
  validate: () => null,
  check,
  steps: [
    { name: 'call', actor: 'libvirt', source: 'libvirt tools/vsh.c: vshCommandRun', run: call },
    { ...boot, run: (cloud, args) => followed(boot.run(cloud, args).cloud, args) },
    {
      name: 'guest_plug',
      actor: 'guest',
      source: 'linux drivers/block/virtio_blk.c: virtblk_probe',
      run: (cloud, args) => followed(updateGuest(cloud), args)
    },
    {
      name: 'lifecycle_event',
      actor: 'nova-compute',
      source: 'nova/compute/manager.py: ComputeManager.handle_lifecycle_event',
      run: hear
    }
  ]
};

/** The guest restarts itself: the domain runs on, with all that was plugged into it. */
export const rebootGuest: Operation<object> = {
  method: 'reboot',
  holdsTask: false,
  validate: () => null,
  check: ({ domain }) => (domain?.state === 'running' ? null : refusalOf(libvirtFailure(domainNotRunning()))),
  steps: [
    {
      name: 'restart',
      actor: 'guest',
      source: 'linux kernel/reboot.c: kernel_restart',
      run: (cloud) => ({ cloud: { ...cloud, guest: GUEST_OFF }, answered: true })
    },
    bootStep()
  ]
};
