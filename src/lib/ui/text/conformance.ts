/**
 * The words of the page /conformance, in English.
 */

/** What is simplified, by what it belongs to. Each point stands in SPEC.md too, with its rule. */
const simplifications = [
  {
    of: 'Nova',
    points: [
      'virt_type is kvm on x86_64; images are qcow2, volumes come over iSCSI or Ceph RBD, disks are not encrypted.',
      'nova-compute takes the casts of one server in the order in which they came; Nova runs them side by side and holds a lock per server.',
      'A resize stays on its host and may make a disk smaller, as the recordings do; the real driver refuses that.',
      'A shelved server leaves its host at once; the rescue image is the server’s own.',
      'A traceback in the log names its functions, not its files and lines; times are those of a logical clock.',
      'Before 24.0.0 the names are recorded; the flow around them is read from Nova’s source at the tag.'
    ]
  },
  {
    of: 'libvirt',
    points: [
      'A hot-plug that QEMU refuses leaves nothing behind; libvirt keeps a SCSI controller that it added on the way.',
      'The dialect of libvirt 3 is held against the article’s own output and against libvirt’s schema, not against a recording.',
      'No USB hubs, no change of CD media, no snapshots, no migration.'
    ]
  },
  {
    of: 'Guest',
    points: [
      'A Linux guest with virtio disks. On SCSI, SATA and IDE the kernel promises no order, so no name is claimed.',
      'A paused guest answers no unplug; one without an operating system never does.'
    ]
  },
  {
    of: 'Cinder',
    points: ['No multi-attach, and Cinder itself never fails.']
  }
] as const;

export const conformanceText = {
  pageTitle: 'How far this matches real Nova, libvirt and Linux | nova disk playground',
  description:
    'Every recording of the real systems that the playground’s engine answers, with the number of cases and of mismatches, and everything that is simplified.',
  title: 'How far this matches the real thing',
  lead: 'The engine of this site answers recordings of the real systems. They decide every question of behaviour; every run of the tests compares them all, and fails when one answer differs.',
  recording: 'Recording',
  of: 'What was recorded',
  cases: 'Cases',
  mismatches: 'Mismatches',
  run: 'Anybody can repeat it: npm run conformance prints this table, and npm run answer puts any question to the engine from the command line.',
  simplifiedTitle: 'What is simplified',
  simplifications,
  back: 'To the playground'
} as const;
