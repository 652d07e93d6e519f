/**
 * The words of the page about errors: what each means and what mends it. In English. The errors themselves are the
 * engine's. `...` is code, [[term]] leads to the glossary.
 */
import type { ErrorKind, TopicName } from '../../../session/errors/error-case.ts';

/** What is said of an error. */
interface ErrorWords {
  /** The answer, for who reads no further. */
  readonly short: string;
  readonly why: string;
  /** How to see whether it is this. */
  readonly check: readonly string[];
  /** What to do, beside the commands that the engine has tried; nothing where there is nothing to mend. */
  readonly repair: readonly string[];
  /** What is special about each case. */
  readonly cases: readonly [string, ...string[]];
}

const topics = {
  targetExists: {
    short:
      'Nova chose a name for the volume that another disk of the server already has. nova-compute rolls back, the volume is available again, and every new try asks for the same name.',
    why: 'Nova stores no name for a disk that came with a resize, nor for a [[config drive|config-drive]]. At each attach it computes all names anew, from the flavor and the rows of its database, and never looks at the [[domain]]. A volume that was there when the domain was built has gone since; so the computation moves the other disk up and calls its old name free. In the domain that name is taken.',
    check: [
      '`virsh domblklist instance-0000000a` on the host shows `disk.swap`, `disk.eph0` or a config drive under the refused name.',
      '`nova volume-attachments instance01` shows no volume there.',
      'Nothing in the log, and the volume stays in-use without a disk? That is 18.0.0 and 19.0.0: their driver drops the error (LP 1825882, mended in 18.2.1 and 19.0.1).'
    ],
    repair: [],
    cases: [
      'A resize brought a swap disk while a volume was on vdb; the volume was detached later.',
      'The server was built with a volume and a config drive of format vfat. No resize is needed.',
      'A resize brought a swap and an ephemeral disk; the same, one letter on.',
      'Swap after a resize, with hw_disk_bus=scsi.',
      'A config drive as a CD on SATA beside disks on SCSI: both use names that begin with sd (q35).'
    ]
  },
  targetDuplicated: {
    short:
      'Nova itself gave one name to two disks, and libvirt takes no such domain. The server is switched off and in ERROR until the volume leaves that name.',
    why: 'Since 31.0.0 (2025.1) a [[resize]] writes a row for a new [[swap disk|swap-disk]], but no name into it (LP 1552777). Nova places that row without looking at the names that volumes hold, so swap gets the name of the first volume. nova-compute.log advises a hard reboot; it computes the same names and fails the same way.',
    check: [
      '`nova show instance01` says ERROR, and `virsh list --all` on the host no longer has the domain.',
      'One of the two sources in the message is `disk.swap`; `nova volume-attachments instance01` shows the volume that holds the name.'
    ],
    repair: [],
    cases: ['The resize to a flavor with swap, with a volume attached.', 'The hard reboot that the log advises.']
  },
  detachFailed: {
    short:
      'The guest did not let the disk go. Nova gave up and rolled back: the volume is in-use, and the server still has it.',
    why: 'To take a disk from a running server is a request to the [[guest]], whose kernel has to agree. One that is paused, that hangs, that is still booting or that has no system never does. The client got its 202 long before. The definition for the next start has lost the disk already, the running domain has not.',
    check: [
      '`virsh domstate instance-0000000a` and the console of the server: does the guest run, and has it booted?',
      '`virsh dumpxml instance-0000000a` still has the disk; with `--inactive` it is gone.'
    ],
    repair: [
      'First let the guest answer: unpause it, wait until it has booted, unmount the file system in it. Then detach again.',
      'At 15.0.0 stop and start the server before you detach again: there the second detach only forgets the disk (LP 1707238).',
      'Leave `virsh detach-disk` and `cinder reset-state` alone: each changes one record and not the others.'
    ],
    cases: ['A paused server.']
  },
  pciSlots: {
    short:
      'The machine has no free PCI slot for one more disk while it runs. The volume is available again, and the names are not at fault.',
    why: 'On machine type q35 every disk that is plugged in needs a port of its own, and a domain is built with one to spare. The first attach takes it. nova-api had answered 200 before libvirt was asked.',
    check: [
      '`virsh dumpxml instance-0000000a | grep -c pcie-root-port` counts the ports; each holds one device.',
      'The image has `hw_machine_type=q35`, or q35 is the default of the host.'
    ],
    repair: [
      'Stop and start builds the domain anew, with a port for each disk and one to spare. A hard reboot does it too, but switches the guest off without asking.'
    ],
    cases: ['The second attach to a running server of machine type q35.']
  },
  ideHotplug: {
    short: 'The disks of this server are on IDE, and nothing can be plugged into IDE while a machine runs.',
    why: 'The image has `hw_disk_bus=ide`, so Nova puts volumes on IDE too, and QEMU refuses. nova-api had answered 200 before that, so the client hears nothing, and the volume is available again.',
    check: ['`virsh domblklist instance-0000000a` shows names that begin with hd.'],
    repair: [
      'Attach while the server is stopped. For the next servers give the image a bus that can be plugged: `hw_disk_bus=virtio` or `scsi`.'
    ],
    cases: ['A running server whose image asks for IDE.']
  },
  domainGone: {
    short: 'Nova has the server in its database, but the hypervisor has no domain for it. There is nothing to reboot.',
    why: 'An operation that builds the [[domain]] failed before this one, and somebody has reset the state since. A soft reboot only restarts the domain that is there.',
    check: [
      '`virsh list --all` on the host does not have the domain.',
      'Look up in nova-compute.log for the first error of this server: that is the one to mend.'
    ],
    repair: [],
    cases: ['A soft reboot after a resize that failed, with the state reset to active.']
  },
  detachWithoutDomain: {
    short:
      'A warning, not a failure: there is no domain to take the disk from, so the detach only changes the records.',
    why: 'The server has no [[domain]], as after a resize that failed. When the volume stands in the way of the next domain, this is just what you want.',
    check: ['The volume becomes available and its row goes: `nova volume-attachments instance01`.'],
    repair: [],
    cases: ['A detach from a server without a domain.']
  },
  diskNotFound: {
    short:
      'A warning, not a failure: the domain does not have this disk any more. Nova cleans up its records, and the volume becomes available.',
    why: 'Somebody took the disk out behind Nova’s back, with `virsh detach-disk` for one. Nova hears nothing of disks that come and go in libvirt.',
    check: ['`virsh domblklist instance-0000000a` has no disk of that name.'],
    repair: [],
    cases: ['A detach after `virsh detach-disk`.']
  },
  nameIgnored: {
    short: 'Not an error: somebody asked for a device name, and the libvirt driver chooses the name itself.',
    why: 'The name in the request is a wish that libvirt’s driver never follows. From 19.0.0 on the same line is written at level INFO.',
    check: ['`nova volume-attachments instance01` shows the name that the volume got.'],
    repair: [],
    cases: ['`nova volume-attach` with a device name.']
  },
  shutdownByItself: {
    short:
      'The machine went off and Nova was not asked. Nova makes its record agree: it calls its own stop, and the server is SHUTOFF.',
    why: 'The guest switched itself off, QEMU ended, or somebody used `virsh destroy` or `virsh shutdown`.',
    check: ['The end of /var/log/libvirt/qemu/instance-0000000a.log on the host says why QEMU ended.'],
    repair: ['Start the server through Nova. A start builds the domain anew from Nova’s names.'],
    cases: ['`virsh destroy` of a server that Nova knows to be running.', '`virsh destroy` of a paused server.']
  },
  pausedUnexpectedly: {
    short: 'The machine was paused and Nova was not asked. Nova notes it and does nothing else.',
    why: 'Somebody used `virsh suspend`, or QEMU paused the machine by itself, as it can when a disk is full. While it is paused it answers no detach.',
    check: ['`virsh domstate --reason instance-0000000a` on the host says why.'],
    repair: ['Mend the cause, then `virsh resume instance-0000000a`: Nova hears of that too.'],
    cases: ['`virsh suspend` behind Nova’s back.']
  },
  notStopped: {
    short: 'Somebody started a stopped server behind Nova’s back, and Nova switches it off again.',
    why: 'In Nova’s database the server is stopped. nova-compute hears from libvirt that it runs, and makes it as the database says.',
    check: ['`nova instance-action-list instance01` has no start, but a stop that nobody asked for.'],
    repair: ['Start it through Nova, not with virsh.'],
    cases: ['`virsh start` of a server that Nova has stopped.']
  },
  namesRunOut: {
    short: 'The server has as many disks as it may have. The attach is refused at once, and nothing has changed.',
    why: 'Every disk takes a name of its [[bus]]; disks of the flavor and the config drive count too. IDE has four names. Other buses have 26 before 19.0.0; from then on `[compute]/max_disk_devices_to_attach` in nova.conf is the limit, and without one names go on after z.',
    check: ['`virsh domblklist instance-0000000a` lists the disks; count them.'],
    repair: [
      'Detach a volume that is not needed. If the limit is that of nova.conf, an operator can raise it and restart nova-compute. For more than four disks, the image needs another bus than IDE.'
    ],
    cases: ['The fifth disk on IDE.', 'A limit in nova.conf.']
  },
  alreadyAttached: {
    short: 'By the records the volume is on a server already, so the attach is refused at once.',
    why: 'From 17.0.0 on a row in Nova’s database is enough to refuse; before, Cinder refuses because the volume is not available. A detach that failed leaves the row where it was.',
    check: [
      '`nova volume-attachments instance01` shows the row, `cinder show` the status and the server.',
      '`virsh domblklist instance-0000000a` shows whether the disk is in the domain.'
    ],
    repair: ['If the volume shall go elsewhere, detach it first.'],
    cases: ['The same volume attached twice.']
  },
  detachUnderWay: {
    short: 'A detach of this volume is under way, so a second one is refused.',
    why: 'Cinder says detaching since the first request, and takes a detach only of a volume that is in-use.',
    check: ['`cinder show` says detaching; nova-compute.log says how far the first detach has come.'],
    repair: [
      'Wait: the first detach ends by itself, with the volume available, or in-use again if the guest did not let go.'
    ],
    cases: ['Two detaches, one right after the other.']
  },
  serverInError: {
    short: 'The server is in ERROR, and nova-api takes no attach or detach then. Nothing was tried.',
    why: 'An earlier operation failed. `nova reset-state --active` makes the API listen again, but it only overwrites the record: what failed is still to be mended.',
    check: [
      '`nova show instance01` has the fault, nova-compute.log the first error.',
      '`virsh list --all` on the host: is there a domain at all?'
    ],
    repair: ['Only where the domain is there and runs, resetting the state is all that is needed:'],
    cases: ['An attach.', 'A detach.']
  },
  rootVolume: {
    short: 'The server boots from this volume, so it cannot be taken away. Nothing has changed.',
    why: 'Nova refuses it in every state but with another status: 403 before 18.0.0, 400 from then on.',
    check: ['`nova volume-attachments instance01` shows the volume under the first name, /dev/vda.'],
    repair: ['A root volume is free once its server is deleted, unless it is to be deleted with it.'],
    cases: ['A detach of the root volume.']
  }
} as const satisfies Record<TopicName, ErrorWords>;

export const errorsText = {
  pageTitle: '“target vdc already exists” and other errors of Nova volumes | nova disk playground',
  description:
    'What the line in nova-compute.log means, by its literal text and release: target already exists, target duplicated, device detach failed and more, with the least harmful repair.',
  title: 'What the log line means',
  lead: 'Find your line below, or with the search of your browser. For each: the answer in short, why it is so, how to check that it is this, and the repair with the least harm.',
  howToRead:
    'The texts are those that Nova and libvirt print, read off the model of this site at each release from 15.0.0 (Ocata) to 33.0.0 (2026.1). “…” stands for an id, and your letters may differ: vde for vdd. The releases are those in which the cases told below bring the text.',
  overview: 'Which release says what',
  columns: { text: 'Text', releases: 'Nova releases', where: 'Where it stands' },
  where: {
    failure: 'nova-compute.log, ERROR; the client is not told',
    warning: 'nova-compute.log, WARNING',
    refusal: 'the answer of the API'
  } satisfies Record<ErrorKind, string>,
  whereRefused: (codes: readonly number[]) => `the answer of the API, ${codes.join(' or ')}`,
  releases: (from: string, to: string, silent: readonly string[] = []) =>
    (from === to ? from : `${from} to ${to}`) + (silent.length > 0 ? `, but not ${silent.join(' and ')}` : ''),
  why: 'Why',
  check: 'Is it this?',
  repair: 'The repair with the least harm',
  tried: 'Tried on this very case in the model:',
  cases: 'How it comes about, and what is logged',
  lesson: (title: string) => `Lesson: ${title}`,
  moment: 'See this moment in the playground',
  before: 'Stand just before it in the playground',
  question: (text: string) => `What does “${text}” mean in OpenStack Nova?`,
  topics
} as const;
