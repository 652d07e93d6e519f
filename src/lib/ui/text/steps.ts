/**
 * One sentence for each step: present tense, one actor, one fact; `*...*` marks the surprising word.
 *
 * A sentence is looked up by operation and step first, then by step alone for the steps that operations share.
 */
import type { StepFacts } from '../../session/views/step-facts.ts';

type Sentence = (facts: StepFacts) => string;

const shared: Readonly<Record<string, Sentence>> = {
  respond: () =>
    'nova-api answers *202*: accepted. The work itself begins only now, and the client does not wait for it.',
  schedule: () => 'nova-conductor picks a host. In this lab that is the same one.',
  destroy: () =>
    'libvirt destroys the domain and forgets its definition. Nova still knows what is in its own database.',
  define: ({ domainDisks, failure }) =>
    failure
      ? 'Nova computes all names *anew*, and libvirt gets *no domain* from them.'
      : `Nova computes all names *anew*, and libvirt takes the new definition: ${domainDisks}.`,
  launch: ({ domainDisks, failure }) =>
    failure
      ? 'libvirt *cannot start* the domain.'
      : `libvirt starts the domain and gives each disk its PCI address: ${domainDisks}.`,
  guest_boot: ({ guestDisks, renamed }) =>
    renamed
      ? `The guest boots and counts anew: ${renamed.disk} was ${renamed.before}, now it is *${renamed.after}*. Device names in /etc/fstab can mean the *wrong disk*.`
      : `The guest boots and names its disks in the order of their PCI addresses: ${guestDisks}.`,
  power_off: () => 'The guest is *asked to shut down*; then libvirt destroys the domain.',
  build_failed: () => 'nova-compute writes the error into its log and gives up. There is *no domain* any more.',
  name_rows: () => 'nova-compute gives each row that has no name the next one it computes.',
  attach_volumes: () => "nova-compute connects the server's volumes to the host again.",
  pending: () => 'nova-compute takes the request from the queue and notes that the reboot is pending.',
  started: () => 'nova-compute hands the reboot to the libvirt driver.'
};

/** Whether libvirt has the volume under its name. */
function isPlugged({ failure, holder, volume }: StepFacts): boolean {
  return !failure && holder === volume;
}

const attach: Readonly<Record<string, Sentence>> = {
  request: ({ volume }) => `The client asks nova-api to attach ${volume}. The server's state allows it.`,
  reserve_name: ({ device }) =>
    `nova-compute computes all names from flavor and database; the next free one is *${device}*. It never looks at the domain.`,
  create_bdm: ({ device }) =>
    `nova-compute writes */dev/${device}* into the database, as a block device mapping of the volume.`,
  reserve_volume: ({ volume, volumeStatus }) =>
    `Cinder marks ${volume} *${volumeStatus}*, so that nobody else takes it.`,
  respond: ({ device }) =>
    `nova-api answers *200* and /dev/${device}. For the client the attach is done; the real work begins only now.`,
  connect: ({ volume, hostDevice }) =>
    hostDevice
      ? `nova-compute connects the host to ${volume}, which appears there as ${hostDevice}.`
      : `nova-compute has nothing to connect: QEMU itself will open the image of ${volume}, over the network.`,
  attach_device: (facts) => {
    const { device, failure, holder } = facts;
    if (isPlugged(facts))
      return `libvirt plugs the disk in as *${device}*, into the running guest and into its definition.`;
    const refused = holder
      ? `libvirt refuses: *target ${device} already exists*. In the domain, ${device} is the disk ${holder}.`
      : `The disk is *not plugged in* as ${device}.`;
    return failure ? refused : `${refused} This release *drops the error*.`;
  },
  guest_plug: (facts) =>
    isPlugged(facts)
      ? `The guest finds the disk and gives it *its own* lowest free name: ${facts.guestDisks}.`
      : `The guest finds *nothing new*: ${facts.guestDisks}.`,
  complete: (facts) =>
    isPlugged(facts)
      ? `Cinder marks ${facts.volume} *in-use*. Database, domain and Cinder agree on ${facts.device}.`
      : `Cinder marks ${facts.volume} *in-use*, on ${facts.device}. There is *no such disk*, and no log says so.`,
  disconnect: () =>
    'nova-compute disconnects the volume again. The error goes into nova-compute.log *and nowhere else*.',
  unreserve: ({ volume }) => `Cinder makes ${volume} *available* again, as if nobody had asked.`,
  destroy_bdm: ({ next }) =>
    `nova-compute deletes the row. The database is as before, so every retry computes *${next}* again.`,
  give_up: () =>
    'The RPC server, the part of nova-compute that receives requests, logs the exception. The client has its 200 and hears *nothing*.',
  attach_offloaded: ({ volume }) =>
    `The server has no host, so Cinder marks ${volume} *in-use* at once. The row has no name yet.`,
  respond_offloaded: () => 'nova-api answers *200*, without a device name.'
};

const detach: Readonly<Record<string, Sentence>> = {
  request: ({ volume }) => `The client asks nova-api to detach ${volume}. The server's state allows it.`,
  begin_detaching: ({ volume }) => `Cinder marks ${volume} *detaching*.`,
  announce: ({ volume, device }) => `nova-compute looks up the row of ${volume} and begins to take ${device} away.`,
  detach_device: ({ device, failure }) =>
    failure
      ? `libvirt asked again and again, but the guest does *not let go* of ${device}.`
      : `libvirt takes *${device}* out of the running guest and out of its definition. The other disks keep their names.`,
  guest_unplug: ({ guestDisks }) => `The guest lets the disk go. It still has: ${guestDisks}.`,
  release_volume: ({ volume }) => `Cinder makes ${volume} *available*.`,
  destroy_bdm: ({ next, conflict }) =>
    conflict
      ? `nova-compute deletes the row, and the truth splits: Nova would now say *${next}*, where libvirt has ${conflict}.`
      : `nova-compute deletes the row. The next volume would get ${next}.`,
  roll_detaching: ({ volume }) => `Cinder marks ${volume} *in-use* again, because the guest still has it.`,
  give_up: () =>
    'The RPC server, the part of nova-compute that receives requests, logs the exception. The client hears *nothing* of it.',
  clean_up_offloaded: ({ volume }) =>
    `The server has no host: nova-api deletes the row, and Cinder makes ${volume} available.`,
  respond_offloaded: () => 'nova-api answers *202*: the volume is already detached.'
};

const resize: Readonly<Record<string, Sentence>> = {
  request: () => 'The client asks for another flavor. nova-api sets the task state resize_prep.',
  prepare: () => 'nova-compute claims what the new flavor needs and remembers the way back.',
  migrating: () => 'nova-compute sets the task state resize_migrating: the disks are about to move.',
  migrated: () => 'nova-compute sets the task state resize_migrated. On one host, the disks were only renamed.',
  take_flavor: ({ flavor, swap }) =>
    ({
      none: `The flavor is now *${flavor}*.`,
      'without row': `The flavor is now *${flavor}*, with a swap disk. *Nobody writes down a name* for it in the database.`,
      'with row': `The flavor is now *${flavor}*. The database has a row for its swap disk.`
    })[swap],
  finish: () => 'nova-compute sets vm_state *resized*. The client sees VERIFY_RESIZE and has to confirm or revert.',
  build_failed: () =>
    'libvirt refused the new domain. nova-compute sets the server to *ERROR*, and there is no domain any more.'
};

const confirm: Readonly<Record<string, Sentence>> = {
  request: () => 'The client confirms the resize. nova-api notes it in the migration record.',
  respond: () => 'nova-api answers *204*: no content.',
  finish: ({ domainDisks }) => `nova-compute throws the way back away. The domain stays as it is: ${domainDisks}.`
};

const revert: Readonly<Record<string, Sentence>> = {
  request: () => 'The client reverts the resize. nova-api sets the task state resize_reverting.',
  take_flavor: ({ flavor }) => `nova-compute goes back to the flavor *${flavor}*.`,
  restore: () => 'nova-compute restores the state from before the resize.',
  stop: () => 'The server was off before the resize, so it stays off.'
};

const softReboot: Readonly<Record<string, Sentence>> = {
  request: () => 'The client asks for a soft reboot: the guest shall restart by itself.',
  shutdown: ({ failure }) =>
    failure
      ? 'libvirt has *no domain* of this server, so there is no guest to shut down.'
      : 'The guest shuts itself down. libvirt *keeps the definition* of the domain.',
  launch: ({ domainDisks }) => `libvirt starts the *same definition* again: ${domainDisks}. Nova computed nothing.`,
  finish: ({ conflict, next, guestDisks }) =>
    conflict
      ? `libvirt kept ${conflict} on ${next}; the guest counted anew: ${guestDisks}. *Nothing is repaired.*`
      : `The server is active again. libvirt kept its names; the guest counted anew: ${guestDisks}.`
};

const hardReboot: Readonly<Record<string, Sentence>> = {
  request: () => 'The client asks for a hard reboot: the domain shall be built anew.',
  destroy: () => 'libvirt destroys the domain and *forgets its definition*, wrong names included.',
  finish: ({ next, conflict }) =>
    conflict
      ? `The server is active again. The next name is ${next}.`
      : `The server is active again. The next name, *${next}*, is free in the domain too.`
};

const stop: Readonly<Record<string, Sentence>> = {
  request: () => 'The client asks to stop the server. nova-api sets the task state powering-off.',
  finish: () => 'The server is stopped. libvirt still has the definition of its domain.'
};

const start: Readonly<Record<string, Sentence>> = {
  request: () => 'The client asks to start the server. nova-api sets the task state powering-on.',
  destroy: () => 'To start a server, Nova *throws its domain away* first, as in a hard reboot.',
  finish: ({ next }) => `The server is active. The next name is ${next}.`
};

/** What needs a domain, and finds none. */
function needsDomain(done: string): Sentence {
  return ({ failure }) => (failure ? 'nova-compute asks libvirt for the domain, and there is *none*.' : done);
}

const pause: Readonly<Record<string, Sentence>> = {
  request: () => 'The client asks to pause the server. nova-api sets the task state pausing.',
  pause: needsDomain("libvirt stops the guest's processors. A guest that does not run *answers nothing*."),
  finish: () => 'The server is paused. Its domain and its disks are as they were.'
};

const unpause: Readonly<Record<string, Sentence>> = {
  request: () => 'The client asks to unpause the server. nova-api sets the task state unpausing.',
  unpause: () => "libvirt lets the guest's processors run on.",
  finish: () => 'The server is active again. *Nothing was computed*, so no name has changed.'
};

const suspend: Readonly<Record<string, Sentence>> = {
  request: () => 'The client asks to suspend the server. nova-api sets the task state suspending.',
  save: needsDomain("libvirt writes the guest's memory to disk and stops the domain. The definition stays."),
  finish: () => 'The server is suspended.'
};

const resume: Readonly<Record<string, Sentence>> = {
  request: () => 'The client asks to resume the server. nova-api sets the task state resuming.',
  resuming: () => 'nova-compute begins to resume the server.',
  launch: ({ domainDisks }) => `libvirt starts the *same definition* with the memory that was saved: ${domainDisks}.`,
  finish: () => 'The server is active. The guest did not boot, so it knows its disks by the names it knew before.'
};

const rescue: Readonly<Record<string, Sentence>> = {
  request: () => 'The client asks for a rescue. nova-api sets the task state rescuing.',
  power_off: () => 'libvirt stops the domain. Nova keeps its definition in the file unrescue.xml.',
  define: ({ domainDisks }) =>
    `libvirt defines a domain with the rescue image as its first disk: ${domainDisks}. No volume is in it.`,
  finish: () => 'The server is rescued: the client can look at its root disk.'
};

const unrescue: Readonly<Record<string, Sentence>> = {
  request: () => 'The client ends the rescue. nova-api sets the task state unrescuing.',
  restore: () => 'Nova takes the definition from unrescue.xml, *as it was*. Nothing is computed.',
  finish: ({ conflict }) =>
    conflict ? 'The server is active, with the same names as before. *Nothing is repaired.*' : 'The server is active.'
};

const shelve: Readonly<Record<string, Sentence>> = {
  request: () => 'The client shelves the server. nova-api sets the task state shelving.',
  power_off: () => 'libvirt stops the domain.',
  upload: needsDomain('nova-compute saves the root disk as an image.'),
  shelved: () => 'nova-compute sets vm_state shelved and begins to take the server off its host.',
  finish: () => 'The server has *no domain* and no host. Its rows in the database stay.'
};

const unshelve: Readonly<Record<string, Sentence>> = {
  request: () => 'The client takes the server off the shelf. nova-api sets the task state unshelving.',
  begin: () => 'nova-compute takes the server in and sets the task state spawning.',
  finish: ({ next }) => `The server is active, on a domain built from Nova's computation. The next name is ${next}.`
};

const rebuild: Readonly<Record<string, Sentence>> = {
  request: () => 'The client asks to rebuild the server from its image. nova-api sets the task state rebuilding.',
  destroy: () => "libvirt destroys the domain and forgets its definition. The root disk's *content is lost*.",
  finish: ({ next }) => `The server is built anew. Volumes kept their names; the next name is ${next}.`,
  stop: () => 'The server was off before, so it is switched off again.'
};

const resetState: Readonly<Record<string, Sentence>> = {
  request: ({ serverStatus }) =>
    `An administrator tells Nova that the server is *${serverStatus}*. Only the record changes, nothing else.`
};

const resetVolume: Readonly<Record<string, Sentence>> = {
  request: ({ volume, volumeStatus }) =>
    `An administrator tells Cinder that ${volume} is *${volumeStatus}*. Nova's row and the domain stay as they are.`
};

const deleting: Readonly<Record<string, Sentence>> = {
  request: () => 'The client deletes the server. nova-api sets the task state deleting.',
  respond: () => 'nova-api answers *204*: no content.',
  destroy: () => 'libvirt destroys the domain and forgets its definition.',
  release_volumes: () => "Cinder makes the server's volumes available.",
  finish: () => 'The rows of the server are gone.'
};

const operator: Readonly<Record<string, Sentence>> = {
  call: ({ command }) => `An operator types *${command}*. It is done, and *Nova is not asked*.`,
  guest_follow: (facts) => (facts.renamed && shared.guest_boot?.(facts)) ?? `The guest has: ${facts.guestDisks}.`,
  lifecycle_event: () =>
    'libvirt tells nova-compute, which notes the power state. If the server should be otherwise, Nova calls its own *stop*.'
};

const byOperation: Readonly<Record<string, Readonly<Record<string, Sentence>>>> = {
  attach,
  detach,
  resize,
  confirm,
  revert,
  softReboot,
  hardReboot,
  stop,
  start,
  pause,
  unpause,
  suspend,
  resume,
  rescue,
  unrescue,
  shelve,
  unshelve,
  rebuild,
  resetState,
  delete: deleting,
  resetVolume,
  operator
};

/** The sentence for a step; undefined when none is written, which a test does not let happen. */
export function stepSentence(facts: StepFacts): string | undefined {
  return (byOperation[facts.op]?.[facts.step] ?? shared[facts.step])?.(facts);
}
