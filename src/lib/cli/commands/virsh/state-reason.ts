/**
 * Why a domain is in the state that it is in, which libvirt keeps beside the state and the lab works out from history.
 *
 * Upstream: include/libvirt/libvirt-domain.h (virDomainRunningReason, virDomainPausedReason, virDomainShutoffReason),
 * tools/virsh-domain-monitor.c (virshDomainStateReasonToString); nova/virt/libvirt/driver.py (LibvirtDriver.power_off
 * lets the guest shut down by itself before it destroys the domain).
 */
import type { Domain } from '../../../engine/libvirt/domain.ts';
import type { Session, SessionMoment } from '../../../session/session.ts';
import { valueAt } from '../../../session/timeline.ts';

/** Operations of Nova in which the guest shuts itself down. */
const CLEAN_SHUTDOWNS: readonly string[] = ['stop', 'softReboot', 'shelve'];

function domainOf({ snapshot }: SessionMoment): Domain | null {
  return snapshot.context.cloud.domain;
}

function whyOff({ snapshot, request }: SessionMoment): string {
  const op = snapshot.context.report?.op ?? '';
  if (op === 'suspend') return 'saved';
  const isAsked = request?.type === 'operator' && request.command === 'virsh shutdown';
  return isAsked || CLEAN_SHUTDOWNS.includes(op) ? 'shutdown' : 'destroyed';
}

/** The state in virsh's words, and the reason for it. */
export function stateAndReason({ timeline }: Session, domain: Domain): readonly [state: string, reason: string] {
  const state = domain.state === 'shutoff' ? 'shut off' : domain.state;
  for (let { position } = timeline; position > 0; position--) {
    const after = valueAt(timeline, position);
    const before = domainOf(valueAt(timeline, position - 1));
    if (domainOf(after) === null || before?.state === domain.state) continue;
    if (domain.state === 'paused') return [state, 'user'];
    if (domain.state === 'shutoff') return [state, before === null ? 'unknown' : whyOff(after)];
    if (before?.state === 'paused') return [state, 'unpaused'];
    const hadMemory = valueAt(timeline, position - 1).snapshot.context.cloud.guest.disks.length > 0;
    return [state, hadMemory ? 'restored' : 'booted'];
  }
  return [state, domain.live === null ? 'unknown' : 'booted'];
}
