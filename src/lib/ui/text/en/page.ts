/**
 * The words around the playground, which its page has before any script runs. In English.
 */
export const pageText = {
  /** Under its icon there is room for twelve letters. */
  appName: 'nova disk playground',
  appShortName: 'nova disks',
  pageTitle: 'Why OpenStack says "target vdc already exists" | nova disk playground',
  description:
    'Step through resize, detach and attach and see why Nova asks libvirt for a disk name that is taken, why the client hears nothing of it, and what repairs it.',
  siteName: 'nova disk playground',
  cardAlt:
    'Four places name the disks of one server. Nova’s computation has swap on vdb, libvirt’s domain has it on vdc, where the next volume would go.',
  noScript: 'The playground itself needs JavaScript. Without it, this page still tells the story in short, below.',

  inShort: 'In short',
  answers: [
    {
      question: 'Why is vdc taken?',
      answer:
        'A resize brought a swap disk while a volume was on vdb, so libvirt’s domain has swap on vdc. Nova’s database has no row for swap: Nova computes its name anew each time. When the volume is detached, that computation moves swap to vdb and calls vdc free. Nova never looks into the domain.'
    },
    {
      question: 'Why did the client see no error?',
      answer:
        'nova-api answers 200 with the device name before nova-compute asks libvirt. libvirt refuses later, nova-compute rolls back, the volume is available again, and only nova-compute.log has the error. Trying again asks for the same name.'
    },
    {
      question: 'What repairs it?',
      answer:
        'Before 31.0.0, whatever builds the domain anew from Nova’s computation: stop and start, or a hard reboot; then attach the volume again. A soft reboot keeps the domain as it is. The guest boots and names its disks anew: mount by UUID or label, and with nofail while a volume is detached, or the boot stops in emergency mode.'
    },
    {
      question: 'Is it this on my server?',
      answer:
        'On the host, virsh domblklist shows disk.swap, disk.eph0 or a config drive under the refused name, and nova volume-attachments no volume there. Any disk without a row of its own can be in the way, not swap alone.'
    },
    {
      question: 'And newer releases?',
      answer:
        'A server that was resized before an upgrade keeps the behaviour above. Since 31.0.0 (2025.1) a resize writes a row for swap, but no name into it. Swap then gets the volume’s name, libvirt refuses the new domain, and the resize ends in ERROR. The way out: stop the server, detach the volume, start it, attach the volume again. An administrator can reset the state and hard reboot instead.'
    }
  ],

  articleSource:
    'The article: “Disk Enumeration Behavior with OpenStack Nova and Libvirt+KVM”, January 2018. Its author met the error on a Pike cloud and showed how to reproduce it.',
  lessonsLink: 'Learn it in thirteen lessons: predict, try, understand',
  errorsLink: 'What the log line means: the error texts of every release',
  conformanceLink: 'How far this matches real Nova, libvirt and Linux',
  licencesLink: 'Licences of what this page is made of'
} as const;
