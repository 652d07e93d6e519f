/**
 * The words about what repairs a server, in the pane and in the ticket. In English.
 */
import type { Trouble } from '../../../session/views/ways-out.ts';
import type { Way, WayOutcome } from '../../../session/views/ways.ts';

export const repairsText = {
  title: {
    conflict: 'What repairs it',
    duplicate: 'Ways out'
  } satisfies Record<Trouble, string>,
  lead: {
    conflict: 'What builds the domain anew from Nova’s own names repairs it.',
    duplicate:
      'Nova itself gives one name to two disks, so libvirt refuses the domain that Nova makes of it. nova-compute.log advises a hard reboot; here that makes the same domain, and fails the same way.'
  } satisfies Record<Trouble, string>,
  namelessSwap:
    'The resize wrote a row for the swap disk (LP 1552777), but no name into it, and Nova places such a disk without looking at the names that are taken.',
  ways: {
    softReboot: 'Soft reboot',
    hardReboot: 'Hard reboot',
    stopStart: 'Stop and start',
    shelveUnshelve: 'Shelve and unshelve',
    stopDetach: 'Stop, detach, start, attach again',
    resetDetach: 'Reset the state, detach, hard reboot, attach again',
    rebuild: 'Rebuild'
  } satisfies Record<Way, string>,
  care: {
    softReboot: '',
    hardReboot: 'The guest is switched off without asking it.',
    stopStart: 'The guest is asked to shut down first: the least harm.',
    shelveUnshelve: 'Care: the server leaves its host, and a root disk that came from an image is saved as one.',
    stopDetach:
      'nova-api takes a stop from a server in ERROR too. Care: without a domain, the detach only changes the records. The flavor stays the old one, and the swap disk of the resize stays too.',
    resetDetach:
      'Care: only an administrator may overwrite the state. The flavor stays the old one, and the swap disk of the resize stays too.',
    rebuild: 'Care: the content of the root disk is lost.'
  } satisfies Record<Way, string>,
  outcomes: {
    repaired: 'repairs it',
    'not repaired': 'does not repair it',
    refused: 'nova-api refuses'
  } satisfies Record<WayOutcome, string>,
  carry: 'Try it here',
  carryLong: (way: string) => `Try it here: ${way}`,
  guestTitle: 'Before you begin: /etc/fstab in the guest',
  guestCare:
    'Whichever you take, the guest boots and names its disks anew. What mounts by device name can then mean the wrong disk; UUID, label and /dev/disk/by-id do not change (blkid shows them). And while a volume is detached, its line needs nofail, or the boot stops in emergency mode.',
  guestPane: 'The pane Guest shows what each line means after the reboot.',
  tried: 'Each was tried from this moment in the playground’s model of Nova.',
  nothing: 'Nothing to repair: at this moment no disk stands in the way of a name that Nova would give.',
  next: (device: string) => `The next volume gets ${device}.`
} as const;
