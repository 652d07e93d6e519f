/**
 * The terms of the lessons, each explained once. Lessons link to them by their key.
 */

interface Entry {
  readonly term: string;
  /** Plain words; may link to other terms as a lesson's text does. */
  readonly text: string;
}

export const glossary: Readonly<Record<string, Entry>> = {
  bdm: {
    term: 'block device mapping (BDM)',
    text: 'A row in Nova’s database for one disk of one server: what it is and, if Nova ever wrote it down, its [[device name|device-name]]. The API’s list of attached volumes comes from these rows. A disk without a row is one that Nova works out anew each time.'
  },
  bus: {
    term: 'bus',
    text: 'How a disk is connected to the virtual machine: virtio, scsi, sata, ide. It decides the letters before the name: `vd`, `sd`, `hd`.'
  },
  'by-id': {
    term: '/dev/disk/by-id',
    text: 'Links inside the [[guest]] that udev makes from a disk’s serial. Nova gives a [[volume]] its id as serial, and virtio shows the first 20 characters: `virtio-a54facb5-8b1e-4370-9`. The link means the same volume whatever the kernel calls it.'
  },
  cast: {
    term: 'cast',
    text: 'A message to another service that nobody waits for. nova-api casts to [[nova-compute]] and answers the client at once. What fails afterwards has nobody to be told to.'
  },
  cinder: {
    term: 'Cinder',
    text: 'OpenStack’s service for [[volumes|volume]]. It knows who uses a volume, but has never heard of a [[domain]].'
  },
  'config-drive': {
    term: 'config drive',
    text: 'A small disk with the server’s metadata. As `iso9660` it is a CD; as `vfat` it is a disk on the same [[bus]] as the others and takes one of their names. It has no [[BDM|bdm]].'
  },
  'device-name': {
    term: 'device name',
    text: 'The name of a disk in Nova’s database and API, such as `/dev/vdb`. It is a plan, not a promise: the [[guest]] may call the disk something else.'
  },
  'disk-mapping': {
    term: 'disk mapping',
    text: 'Nova’s list of all disks of a server with their names. Nova does not store it. It is computed from the [[flavor]] and the [[BDMs|bdm]] whenever a name is needed or a [[domain]] is built.'
  },
  domain: {
    term: 'domain',
    text: 'libvirt’s word for a virtual machine. libvirt keeps its definition as XML; each disk in it has a [[target dev|target-dev]].'
  },
  'ephemeral-disk': {
    term: 'ephemeral disk',
    text: 'An empty extra disk on the hypervisor that comes with the [[flavor]] and goes with the server.'
  },
  flavor: {
    term: 'flavor',
    text: 'The size of a server: memory, processors, root disk, and whether it has a [[swap disk|swap-disk]] or an [[ephemeral disk|ephemeral-disk]].'
  },
  fstab: {
    term: '/etc/fstab',
    text: 'The file in the [[guest]] that says which disk is mounted where at boot. A line can name a disk by device name, by [[UUID|uuid]], by label or by a link under [[/dev/disk/by-id|by-id]].'
  },
  guest: {
    term: 'guest',
    text: 'The operating system inside the virtual machine. Its kernel names disks by itself and never sees what Nova or libvirt call them.'
  },
  'half-detached': {
    term: 'half detached',
    text: 'A disk that a detach has taken out of the persistent definition while the guest still holds it: [[the two definitions|live-and-persistent]] differ. Nova’s [[BDM|bdm]] stays as it was.'
  },
  'hard-reboot': {
    term: 'hard reboot',
    text: 'The machine is switched off without asking its [[guest]], and its [[domain]] is thrown away and built anew from Nova’s [[disk mapping|disk-mapping]]. `nova reboot --hard`.'
  },
  'hot-plug': {
    term: 'hot-plug',
    text: 'Adding a disk to a machine that runs, or taking one away (unplug). For an unplug the [[guest]] must help: it has to let the disk go.'
  },
  'latent-conflict': {
    term: 'latent conflict',
    text: 'Nova would give a name to the next volume that libvirt’s [[domain]] already has. Nothing has failed yet and nobody can see it from outside.'
  },
  libvirt: {
    term: 'libvirt',
    text: 'The library and daemon on the hypervisor that runs virtual machines. It judges every call by its own [[domain]] alone.'
  },
  'live-and-persistent': {
    term: 'live and persistent definition',
    text: 'libvirt keeps two versions of a running [[domain]]: the live one is the machine that runs, the persistent one is what it would start with next time. An attach or a detach changes both; for the live one the [[guest]] must help.'
  },
  'nova-api': {
    term: 'nova-api',
    text: 'The part of Nova that clients talk to. It checks a request, answers, and leaves the work to [[nova-compute]].'
  },
  'nova-compute': {
    term: 'nova-compute',
    text: 'The part of Nova that runs on each hypervisor and drives [[libvirt]]. Its log is where late failures end up.'
  },
  'pci-address': {
    term: 'PCI address',
    text: 'The slot of the virtual machine that a disk sits in. At boot a Linux [[guest]] names its virtio disks in the order of these slots.'
  },
  rebuild: {
    term: 'rebuild',
    text: 'The server keeps its name, addresses and volumes, but its [[root disk|root-disk]] is made anew from an image: what was on it is lost.'
  },
  'reset-state': {
    term: 'reset-state',
    text: 'An administrator overwrites the server’s state in Nova’s database. Nothing else changes: it is a way to be heard again by the API, not a repair.'
  },
  resize: {
    term: 'resize',
    text: 'A server gets another [[flavor]]. It is switched off, its [[domain]] is built anew, and it waits in VERIFY_RESIZE until somebody confirms or reverts.'
  },
  'root-device-name': {
    term: 'root_device_name',
    text: 'The name of the [[root disk|root-disk]] in the server’s own record, beside the [[BDMs|bdm]]: `/dev/vda`. Before 26.0.0 it decides the name of a root disk that comes from an image.'
  },
  'root-disk': {
    term: 'root disk',
    text: 'The disk with the operating system. Here it is always the first one, `vda`. Nova keeps a [[BDM|bdm]] for it as for a volume, also when it is made from an image.'
  },
  shelve: {
    term: 'shelve',
    text: 'A server is switched off and leaves its hypervisor; its root disk is saved as an image. Unshelve brings it back, with a new [[domain]].'
  },
  'soft-reboot': {
    term: 'soft reboot',
    text: 'The [[guest]] is asked to restart. The [[domain]] stays as it is, disks and names included. `nova reboot`.'
  },
  'swap-disk': {
    term: 'swap disk',
    text: 'A disk that the [[flavor]] brings for swapping memory out. When it comes with a [[resize]], Nova before 31.0.0 writes no [[BDM|bdm]] for it.'
  },
  'target-dev': {
    term: 'target dev',
    text: 'The name of a disk in libvirt’s [[domain]], such as `vdb`. Within a domain each is used once; a second one is refused.'
  },
  uuid: {
    term: 'UUID of a file system',
    text: 'A number that is written into a file system when it is made. It moves with the content, so a line in [[/etc/fstab|fstab]] that uses it finds the right disk under any name.'
  },
  volume: {
    term: 'volume',
    text: 'A disk kept by [[Cinder|cinder]] apart from any server. It can be attached to a server, detached, and attached elsewhere.'
  }
};
