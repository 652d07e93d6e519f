/**
 * The words of the domain XML: what stands around it, and one sentence for each element that it can have.
 *
 * An element that means something else elsewhere is told with the element around it: `disk/target`. An attribute
 * stands behind an `@`: `disk/target@dev`.
 */
import type { DefinitionKind } from '../../../session/views/domain-xml.ts';

const lines = (count: number, which = '') => {
  const words = which === '' ? '' : `${which} `;
  return count === 1 ? `1 ${words}line` : `${count.toLocaleString('en')} ${words}lines`;
};

/** What a step did to a definition; `of` is the number of lines of what is shown. */
interface Changed {
  readonly added: number;
  readonly removed: number;
  readonly of: number;
}

export const xmlText = {
  toolbar: 'Domain XML',
  kinds: { live: 'Live', persistent: 'Persistent' } satisfies Record<DefinitionKind, string>,
  kindsLong: {
    live: 'What the running guest has: virsh dumpxml',
    persistent: 'What the next start would use: virsh dumpxml --inactive'
  } satisfies Record<DefinitionKind, string>,
  none: 'there is no such definition at this moment',
  status: ({ added, removed, of }: Changed): string => {
    if (added + removed === 0) return 'unchanged in this step';
    if (added === of) return `new in this step: all ${lines(of)}`;
    if (removed === of) return `gone with this step: all ${lines(of)}`;
    if (added === 0) return `changed in this step: ${lines(removed)} removed`;
    return `changed in this step: ${lines(added)} added${removed === 0 ? '' : `, ${removed} removed`}`;
  },

  copy: 'Copy XML',
  copied: (count: number) => `${lines(count)} are in the clipboard.`,
  copyRefused: 'The browser does not let this page copy. Use Download XML instead.',
  download: 'Download XML',
  downloaded: (file: string) => `${file} goes to your downloads.`,
  nothingToTake: 'There is no such definition at this moment, so there is nothing to take.',
  openEditor: 'Open in the editor',
  closeEditor: 'Back to the plain view',
  editorLoading: 'The editor is loading …',
  editorFailed: 'The editor could not be loaded. This view has all lines too; press again to try once more.',
  before: 'Domain XML before this step',
  after: 'Domain XML after this step',

  code: (kind: DefinitionKind) => `${xmlText.kinds[kind]} domain XML, line by line`,
  marks: { same: '', added: 'added:', removed: 'removed:' },
  fold: (count: number, mark: 'same' | 'added' | 'removed') =>
    `⋯ ${lines(count, mark === 'same' ? 'unchanged' : mark)}`,
  foldHint: 'The part of the definition that matters less in this step. Press to see it, or to fold it again.',
  hint: 'Point at a line to see what it means. In the lines, ↑ and ↓ move; ← and → go through the attributes.',

  elements: {
    domain: 'libvirt’s record of one virtual machine.',
    name: 'The name by which libvirt and virsh know the virtual machine. Nova makes it from its template for names.',
    uuid: 'The id of the virtual machine. Nova gives it the id of the server.',
    metadata: 'Notes for people and tools. libvirt keeps them and does not act on them.',
    memory: 'The most memory that the guest can have.',
    currentMemory: 'The memory that the guest has now; the balloon can take some of it back.',
    vcpu: 'How many virtual CPUs the guest can have.',
    resource: 'Where the host accounts for what the guest uses.',
    partition: 'The control group of the host that the guest’s processes are put below.',
    sysinfo: 'What the guest can read about the machine that it runs on.',
    system: 'The “System Information” that the guest reads from its firmware’s tables.',
    entry: 'One fact that the guest reads there, for example with dmidecode. Nova puts its own name and version in.',
    os: 'What the guest is: its processor, its machine type and what it boots from.',
    'os/type': 'A guest that runs as on bare metal (hvm), and the machine that QEMU shows it.',
    boot: 'What the firmware boots from: hd is the first hard disk in libvirt’s order.',
    smbios: 'Where the firmware’s tables come from: the sysinfo above.',
    features: 'What the firmware and the chipset offer the guest.',
    acpi: 'Power management and hot-plug by ACPI. Without it a guest would not notice that it is asked to shut down.',
    apic: 'The interrupt controller that lets the guest have more than one CPU.',
    cpu: 'The processor that the guest sees.',
    'cpu/model': 'Whether a similar model may stand in for one that the host does not have.',
    topology: 'How the virtual CPUs are told to the guest: as sockets, cores and threads.',
    clock: 'What the guest’s clock starts from; utc suits Linux.',
    timer: 'One of the guest’s timers, and what becomes of ticks that came while the guest did not run.',
    on_poweroff: 'What libvirt does when the guest switches itself off: destroy ends QEMU.',
    on_reboot:
      'What libvirt does when the guest reboots itself: the same domain goes on, so no disk gets another target.',
    on_crash: 'What libvirt does when the guest crashes.',
    devices: 'Everything that is plugged into the machine, and the program that plays it.',
    emulator: 'The QEMU program that runs this guest.',

    disk: 'One disk. Disks of one bus stand in the order of their target names, not in that of their arrival.',
    driver: 'How QEMU opens the image.',
    'disk/auth': 'The user of the storage cluster as whom QEMU opens the image.',
    'auth/secret': 'The secret that libvirt keeps for that user, by its id. The key itself is never in the XML.',
    'disk/source': 'Where the bytes are, seen from the host: a file, a block device or an image in a storage cluster.',
    host: 'A monitor of the storage cluster, which QEMU asks where the image’s pieces are.',
    'disk/backingStore':
      'The image below: what was never written to the disk’s own image is read from here. Empty: there is none.',
    'backingStore/backingStore': 'The image below this one. Empty: the chain ends here.',
    format: 'The format of the image below.',
    'backingStore/source': 'Where the image below is, seen from the host.',
    'disk/target': 'libvirt’s name for the disk, unique in the domain. The guest never sees it and chooses its own.',
    readonly: 'The guest can read this disk and not write to it.',
    shareable: 'Other guests may use this disk at the same time.',
    'disk/serial':
      'The disk’s serial number; Nova puts the volume’s id in. On virtio the guest sees its first 20 characters.',
    alias: 'The id of the device in QEMU. Only a running domain has one.',
    'disk/address': 'Where the guest finds the disk. At boot Linux names virtio disks in the order of these addresses.',
    address: 'Where the device sits, as the guest finds it.',

    controller: 'Something that disks, buses or ports hang on. libvirt adds those that a device needs.',
    'controller/model': 'The device that QEMU makes for this bus.',
    'controller/target': 'The numbers under which the guest sees this bridge or port.',
    interface: 'A network card.',
    mac: 'The card’s hardware address. Neutron gives it to the port.',
    'interface/source': 'The host’s bridge that the card is plugged into.',
    'interface/target': 'The other end of the card’s cable: a tap device on the host.',
    'interface/model': 'The kind of card that the guest sees.',
    'devices/serial': 'The guest’s serial port.',
    console: 'The guest’s main console; here it is the serial port once more.',
    'serial/source': 'Where the port ends on the host.',
    'console/source': 'Where the console ends on the host.',
    log: 'A file that gets a copy of all that the guest writes to its console: openstack console log show reads it.',
    'serial/target': 'Which of the guest’s serial ports this is.',
    'console/target': 'Which port the guest’s console is.',
    'target/model': 'The device that QEMU makes for this port.',
    channel: 'A line between the host and a program in the guest; here the QEMU guest agent.',
    'channel/source': 'The socket on the host that this line ends in.',
    'channel/target': 'The name by which the guest agent finds its end of the line.',
    input: 'A pointer or keyboard. The tablet lets a viewer’s pointer and the guest’s be at the same place.',
    graphics: 'The guest’s screen, served over VNC.',
    listen: 'The address on the host that a viewer connects to.',
    audio: 'Where the guest’s sound goes: nowhere.',
    video: 'The guest’s graphics card.',
    'video/model': 'The kind of graphics card that the guest sees. It takes a PCI slot before the disks do.',
    memballoon:
      'The balloon, by which the host takes memory back. It takes a PCI slot behind the disks that the definition began with.',
    stats: 'How often, in seconds, the guest tells how much memory it uses.',
    seclabel: 'Who QEMU runs as, so that one guest cannot reach the files of another.',
    label: 'The user and group that QEMU runs as.',
    imagelabel: 'The user and group that own the guest’s images while it runs.',

    'nova:instance': 'What Nova notes about the server when it writes the definition.',
    'nova:package': 'The version of Nova that wrote this.',
    'nova:name': 'The server’s name in Nova.',
    'nova:creationTime': 'When Nova wrote this definition, not when the server was created.',
    'nova:flavor': 'The server’s flavor when this was written. Nova names disks from its database and not from here.',
    'nova:memory': 'The flavor’s memory, in MiB.',
    'nova:disk': 'The size of the flavor’s root disk, in GiB.',
    'nova:swap': 'The size of the flavor’s swap disk, in MiB. 0: no swap disk.',
    'nova:ephemeral': 'The size of the flavor’s ephemeral disk, in GiB. 0: no ephemeral disk.',
    'nova:vcpus': 'The flavor’s virtual CPUs.',
    'nova:owner': 'Who the server belongs to.',
    'nova:user': 'Whose request Nova was serving.',
    'nova:project': 'The project of that request.',
    'nova:root': 'What the root disk was made from: the image’s id.'
  },

  attributes: {
    'domain@type': 'Who runs the guest: kvm is the host’s processor, qemu is emulation.',
    'domain@id': 'A number for this run. Each start gets a new one; a stopped domain has none.',
    'memory@unit': 'KiB are 1,024 bytes each.',
    'currentMemory@unit': 'KiB are 1,024 bytes each.',
    'type@machine':
      'The machine type. It decides between PCI (pc) and PCI Express (q35), and so where disks can be plugged.',
    'cpu@mode': 'host-model: a processor as close to the host’s as libvirt can describe.',
    'cpu@check':
      'partial: libvirt compares the processor with the host’s before the start, and QEMU has the last word.',
    'timer@name': 'Which timer: pit and rtc are the PC’s old ones, hpet the newer one.',
    'timer@tickpolicy':
      'Ticks that the guest missed: delay gives them late, catchup gives them faster until it has caught up.',
    'timer@present': 'Whether the guest has this timer.',

    'disk@type': 'What kind of thing the source is: file, block or network. The source’s attribute follows from it.',
    'disk@device': 'What the guest is shown: a disk, a cdrom or a floppy.',
    'driver@name': 'The program that opens the image: QEMU itself.',
    'driver@type': 'The format of the image: qcow2 holds what differs from the image below, raw is the bare bytes.',
    'driver@cache': 'Whether the host caches the disk. none passes the host’s page cache by.',
    'driver@io':
      'How QEMU waits for the host’s storage: native is Linux’s asynchronous I/O, threads a pool of threads.',
    'driver@discard':
      'What becomes of blocks that the guest gives up: unmap frees them on the host, ignore keeps them.',
    'source@file': 'The file on the host. Nova’s name for it tells the disk: disk, disk.swap, disk.config.',
    'backingStore/source@file':
      'The file on the host. Nova keeps such images in _base and shares them between servers.',
    'source@dev': 'The block device on the host. What it is called there has nothing to do with the target.',
    'disk/source@name': 'The pool and the image in the storage cluster.',
    'source@protocol': 'How QEMU reaches the image: rbd is Ceph.',
    'source@index':
      'The number of this image in the running QEMU. A start counts them down over the disks; a hot-plugged disk gets the next.',
    'backingStore@index': 'The number of this image while the domain runs; block jobs name it by that: vda[1].',
    'backingStore@type': 'What kind of thing the image below is.',
    'disk/target@dev':
      'The name that Nova computed and libvirt keeps. It is a hint of order; the guest never sees it. Two disks cannot share it.',
    'disk/target@bus':
      'How the disk is plugged in. Nova takes the name’s prefix from it: vd for virtio, sd for scsi, sata and usb.',
    'disk/alias@name':
      'The id of the disk in QEMU. On virtio it is made from the target’s letters: vdb is virtio-disk1.',
    'alias@name': 'The id of the device in QEMU, as messages and the QEMU monitor call it.',

    'address@domain': 'The PCI domain; a PC has only this one.',
    'address@type': 'What kind of place it is: on PCI, on a disk controller (drive), on USB or on virtio-serial.',
    'address@bus': 'The number of the bus; on PCI, the index of its controller.',
    'disk/address@slot':
      'The slot on the bus. A new definition fills slots in order; a hot-plugged disk takes the lowest free one.',
    'address@slot': 'The slot on the bus.',
    'address@function': 'One of up to eight devices that can share a slot.',
    'address@multifunction': 'Other functions of this slot are in use too.',
    'address@controller': 'The index of the controller that the device hangs on.',
    'address@target': 'The SCSI target on that bus; 0 on controllers that have none.',
    'address@unit': 'The place on that bus, from 0.',
    'address@port': 'The port that the device is plugged into.',

    'controller@type': 'What hangs on it: PCI devices, USB devices, disks or virtio-serial ports.',
    'controller@index': 'Its number among controllers of its type. For PCI it is the bus of the addresses behind it.',
    'controller@model': 'The kind of controller that the guest sees.',
    'controller/target@chassisNr': 'The number of the bridge’s chassis, for hot-plug.',
    'controller/target@chassis': 'The number of the port’s chassis, for hot-plug.',
    'controller/target@port': 'The number of the port within its chassis.',
    'interface@type': 'What the card is connected to: a bridge of the host, or QEMU’s own user networking.',
    'log@append': 'off: a new start empties the file.',
    'console@tty': 'Where the console ends on the host, in the way that old tools expect it.',
    'channel/source@mode': 'bind: the host’s side makes the socket and waits for a client.',
    'channel/target@state': 'Whether a program in the guest has opened this line.',
    'graphics@port': 'The TCP port of the screen. -1: libvirt chooses one at the start.',
    'graphics@autoport': 'yes: libvirt chooses a free port at each start.',
    'seclabel@model': 'dac: by user and group, as for files.',
    'nova:flavor@name': 'The flavor’s name. It changes when a resize writes the definition anew.'
  }
} as const;
