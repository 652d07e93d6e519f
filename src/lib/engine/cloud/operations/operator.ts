/**
 * What an operator does behind Nova's back: `virsh` on the host, a reboot inside the guest.
 *
 * Upstream: libvirt tools/virsh-domain.c (the calls that virsh makes), src/qemu/qemu_driver.c (qemuDomainReboot,
 * qemuDomainReset: the same QEMU process goes on, with the same devices). No row of Nova changes; nova-compute may hear
 * of it afterwards (sync-power-state.ts).
 * Simplified: a guest that runs always obeys a shutdown or a reboot; a reset of a paused one is lost.
 */
import { GUEST_OFF } from '../../guest/guest.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { AffectFlags } from '../../libvirt/affect-flags.ts';
import { attachDeviceFlags } from '../../libvirt/attach-device.ts';
import { detachDeviceFlags } from '../../libvirt/detach-device.ts';
import type { DomainDisk, TargetDev } from '../../libvirt/disk.ts';
import {
  createDomain,
  destroyDomain,
  resumeDomain,
  shutdownDomain,
  suspendDomain,
  type Domain
} from '../../libvirt/domain.ts';
import { domainNotRunning, libvirtError, type LibvirtError } from '../../libvirt/libvirt-error.ts';
import type { PowerState } from '../../nova/instance.ts';
import type { Cloud } from '../cloud.ts';
import { bootGuest, updateGuest } from '../hypervisor.ts';
import type { Operation, Outcome } from '../operation.ts';
import { handleLifecycleEvent } from '../sync-power-state.ts';

/** What the domain becomes; null: it is gone. */
type Changed = Result<Domain | null, LibvirtError>;

/** The guest goes through a restart by itself: what libvirt knows of the domain stays as it is. */
function restart(domain: Domain): Changed {
  return domain.live === null ? refuse(domainNotRunning()) : ok(domain);
}

/** What nova-compute hears, and the power that it means. */
type Event = readonly [name: string, vm_power_state: PowerState];

interface PowerCall {
  readonly run: (domain: Domain, nextId: number) => Changed;
  /** Null: Nova hears nothing, as of disks. */
  readonly event: Event | null;
}

const STOPPED: Event = ['Stopped', 'shutdown'];

/** Commands that need nothing beside the domain. */
const POWER = {
  'virsh start': { run: createDomain, event: ['Started', 'running'] },
  'virsh destroy': { run: destroyDomain, event: STOPPED },
  'virsh shutdown': { run: (domain) => shutdownDomain(domain), event: STOPPED },
  'virsh suspend': { run: suspendDomain, event: ['Paused', 'paused'] },
  'virsh resume': { run: resumeDomain, event: ['Resumed', 'running'] },
  'virsh reboot': { run: restart, event: null },
  'virsh reset': { run: restart, event: null },
  'guest reboot': { run: restart, event: null }
} as const satisfies Record<string, PowerCall>;

export type PowerCommand = keyof typeof POWER;
export const powerCommands = Object.keys(POWER) as readonly PowerCommand[];

/** A command that changes something, and what it needs. `missingSources`: paths that the host lacks. */
export type OperatorArgs =
  | {
      readonly command: 'virsh attach-disk';
      readonly disk: DomainDisk;
      readonly flags: AffectFlags;
      readonly missingSources?: readonly string[];
    }
  | { readonly command: 'virsh detach-disk'; readonly target: TargetDev; readonly flags: AffectFlags }
  | { readonly command: PowerCommand };

function change({ domainId, lab }: Cloud, domain: Domain, args: OperatorArgs): Changed {
  if ('disk' in args) return attachDeviceFlags(domain, args.disk, args.flags, args.missingSources);
  if ('target' in args) return detachDeviceFlags(domain, args.target, args.flags, lab.unplug !== 'never');
  return POWER[args.command].run(domain, domainId + 1);
}

/** The lab after libvirt has done it; a guest that is off, or begins anew, has no disks until it boots. */
function callLibvirt(cloud: Cloud, args: OperatorArgs): Result<Cloud, LibvirtError> {
  const { domain, domainId, instance } = cloud;
  if (!domain) return refuse(libvirtError('NO_DOMAIN', 'QEMU', `no domain with matching name '${instance.name}'`));
  const changed = change(cloud, domain, args);
  if (!changed.ok) return changed;
  const { value } = changed;
  const restarts = value?.state === 'running' && /reboot|reset/.test(args.command);
  // A domain that was saved starts with the memory that its guest had.
  const guest = value?.live && !restarts ? cloud.guest : GUEST_OFF;
  return ok({ ...cloud, domain: value, domainId: Math.max(domainId, value?.id ?? 0), guest });
}

/** What is left to do once libvirt has answered: a guest that runs boots, or finds what was plugged or pulled. */
function call(before: Cloud, args: OperatorArgs): Outcome<OperatorArgs> {
  const called = callLibvirt(before, args);
  if (!called.ok) throw new Error(called.error.message);
  const cloud = called.value;
  const { domain, guest } = cloud;
  const isTouched = guest.disks.length === 0 || before.domain !== domain;
  return { cloud, answered: true, next: domain?.state === 'running' && isTouched ? 'guest_follow' : afterGuest(args) };
}

function eventOf(args: OperatorArgs): Event | null {
  return 'flags' in args ? null : POWER[args.command].event;
}

function afterGuest(args: OperatorArgs): 'lifecycle_event' | null {
  return eventOf(args) && 'lifecycle_event';
}

function follow(cloud: Cloud, args: OperatorArgs): Outcome<OperatorArgs> {
  const followed = cloud.guest.disks.length === 0 ? bootGuest(cloud) : updateGuest(cloud);
  return { cloud: followed, next: afterGuest(args) };
}

function hear(cloud: Cloud, args: OperatorArgs): Outcome<OperatorArgs> {
  const event = eventOf(args);
  return event ? handleLifecycleEvent(cloud, ...event) : { cloud };
}

/**
 * [SYNC-1] A call of libvirt that no service of OpenStack makes. libvirt alone refuses it: its own number stands where
 * Nova's refusals have the HTTP status.
 */
export const operator: Operation<OperatorArgs> = {
  service: 'libvirt',
  method: 'operator',
  holdsTask: false,
  validate: () => null,
  check: (cloud, args) => {
    const called = callLibvirt(cloud, args);
    return called.ok ? null : { ...called.error, exception: 'libvirtError' };
  },
  steps: [
    { name: 'call', actor: 'libvirt', source: 'libvirt tools/vsh.c: vshCommandRun', run: call },
    { name: 'guest_follow', actor: 'guest', source: 'linux drivers/block/virtio_blk.c: virtblk_probe', run: follow },
    {
      name: 'lifecycle_event',
      actor: 'nova-compute',
      source: 'nova/compute/manager.py: ComputeManager.handle_lifecycle_event',
      run: hear
    }
  ]
};
