/**
 * Whether somebody can log in to the guest, in the words of ssh, and what to do where not.
 *
 * Upstream: openssh-portable sshconnect.c (ssh_connect_direct: the errno of connect(2) is what it says).
 */
import type { Cloud } from '../../../engine/cloud/cloud.ts';
import { isBusy } from '../../../engine/cloud/operations.ts';
import { guestStatus, type GuestStatus } from '../../../session/views/guest-view.ts';

type Unreachable = Exclude<GuestStatus, 'running' | 'rescued'>;

const ERRORS: Readonly<Record<Unreachable, string>> = {
  paused: 'Connection timed out',
  booting: 'Connection refused',
  suspended: 'No route to host',
  off: 'No route to host',
  shelved: 'No route to host',
  'no domain': 'No route to host',
  deleted: 'No route to host'
};

function advice(status: Unreachable, { instance, domain }: Cloud): string {
  const { display_name: server, vm_state } = instance;
  switch (status) {
    case 'paused':
      return `it is paused; try ${vm_state === 'paused' ? `nova unpause ${server}` : `virsh resume ${domain?.name ?? ''}`}`;
    case 'booting':
      return 'it is booting; give it a moment (:run)';
    case 'suspended':
      return `it is suspended; try nova resume ${server}`;
    case 'off':
      return `it is off; try ${vm_state === 'stopped' ? `nova start ${server}` : `nova reboot --hard ${server}`}`;
    case 'shelved':
      return `it is shelved; try nova unshelve ${server}`;
    case 'no domain':
      return `it has no domain at this moment; try nova reboot --hard ${server}`;
    case 'deleted':
      return 'the server has been deleted; start the lab over';
  }
}

/** Why ssh cannot reach the guest, and what to do; null when it can. */
export function unreachable(cloud: Cloud): readonly [error: string, advice: string] | null {
  const status = guestStatus(cloud);
  if (status === 'running' || status === 'rescued') return null;
  const address = Object.values(cloud.lab.server.addresses).flat()[0] ?? cloud.instance.display_name;
  const hint = isBusy(cloud) ? 'let what is in flight finish (:run), then try again' : advice(status, cloud);
  return [`ssh: connect to host ${address} port 22: ${ERRORS[status]}`, `guest: nobody can log in: ${hint}`];
}
