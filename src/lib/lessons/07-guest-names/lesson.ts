import type { Lesson } from '../../session/lesson/lesson.ts';

export const lesson: Lesson = {
  title: 'The guest’s own names: fstab, by-id, UUID',
  goal: 'tell which lines of an /etc/fstab survive a repair, and rewrite the ones that do not.',
  minutes: 12,
  release: '26.0.0',
  lab: {},
  opening: ['attach volume1', 'resize small-with-swap', 'confirm'],
  parts: [
    {
      title: 'A name that stays too long',
      text: [
        'In the pane *Guest* beside the picture somebody is logged in: it shows `lsblk`, and an [[/etc/fstab|fstab]] with a line for every disk that ever came. It opens when you have guessed.',
        'The guest’s kernel does not know libvirt’s names. While it runs it gives a new disk the lowest letter that is free, and a disk that stays keeps its letter.',
        'Detach volume1, and watch what the [[guest]] calls swap.'
      ],
      predictions: [
        {
          ask: 'guest name',
          disk: 'swap',
          ahead: ['detach volume1'],
          question: 'volume1 is detached. What does the guest call its swap disk now?'
        }
      ],
      goals: [
        { fact: 'volume', volume: 'volume1', status: 'available' },
        { fact: 'place', truth: 'guest', disk: 'swap', device: 'vdc' }
      ],
      hints: [
        'Only the volume is to go.',
        'A disk that stays keeps its letter.',
        'Press Detach volume, then Run to end.'
      ],
      solution: ['detach volume1'],
      after: ['For once the guest and [[libvirt]] agree and Nova is alone: it believes swap to be vdb.']
    },
    {
      title: 'A guest that counts anew',
      text: [
        'At boot the kernel finds all disks at once and names them in the order of their [[PCI addresses|pci-address]], without gaps. libvirt has given those in the order of its own names when it made the definition, and the next free one to each disk that came later. A [[soft reboot|soft-reboot]] is such a boot. The [[domain]] stays as it is.',
        'libvirt says vdc. What will the guest say?'
      ],
      predictions: [
        {
          ask: 'guest name',
          disk: 'swap',
          ahead: ['softReboot'],
          question: 'After a soft reboot, what does the guest call its swap disk?'
        }
      ],
      goals: [
        { fact: 'place', truth: 'guest', disk: 'swap', device: 'vdb' },
        { fact: 'place', truth: 'domain', disk: 'swap', device: 'vdc' }
      ],
      hints: [
        'The guest has to boot, the domain has to stay.',
        'Which of the reboots keeps the domain?',
        'Press Soft reboot, then Run to end.'
      ],
      solution: ['softReboot'],
      after: [
        'The second disk the kernel finds is vdb, whatever libvirt calls it. In recordings of a real Linux guest 32 of 55 disks had another name than libvirt’s. “The API says vdc, the guest shows vdb” is not an error. It is two people counting.',
        'It needs no conflict either. On a healthy server a volume that was detached leaves a gap, and the next boot of any kind closes it: what was vdd is vdc then, and so on for every disk behind the gap. A line of fstab that goes by name then means another disk.'
      ]
    },
    {
      title: 'The line that means another disk',
      text: [
        'Now the server is repaired and the [[volume]] comes back. For Nova all is well. For the guest every name has moved: swap to vdb, the volume to vdc. But fstab still has the line it got on the first day: `/dev/vdb /data`.',
        'There are two versions of the file in the pane: lines by name, and lines by [[UUID|uuid]]. Predict what they find at the boots of the repaired server.'
      ],
      predictions: [
        {
          ask: 'fstab',
          disk: 'swap',
          by: 'name',
          ahead: [],
          question:
            'The line of swap says /dev/vdc, its name on the first day. What does it find at the boot of the repair?'
        },
        {
          ask: 'fstab',
          disk: 'volume1',
          by: 'name',
          ahead: ['stop', 'start', 'attach volume1'],
          question: 'volume1 is back. Its line says /dev/vdb. What does it find at the next boot?'
        },
        {
          ask: 'fstab',
          disk: 'volume1',
          by: 'uuid',
          ahead: ['stop', 'start', 'attach volume1'],
          question: 'And if the line of volume1 goes by UUID?'
        }
      ],
      goals: [
        { fact: 'volume', volume: 'volume1', status: 'in-use' },
        { fact: 'place', truth: 'guest', disk: 'volume1', device: 'vdc' },
        { fact: 'verdict', kind: 'agree' }
      ],
      hints: [
        'Repair first, as in lesson 6, then attach.',
        'Anything that builds the domain anew will do.',
        'Press Stop, Start and Attach volume, each with Run to end.'
      ],
      solution: ['stop', 'start', 'attach volume1'],
      after: [
        'By name, the line now points at a [[swap disk]], and a boot can stop in emergency mode. Had the other disk held a file system, it would have been mounted *silently*: that is the worse case. By UUID the line finds its volume.',
        'So: UUID, label or [[/dev/disk/by-id|by-id]] in fstab, and `nofail` for everything that may be detached. Look through fstab *before* you repair a server, not after.'
      ]
    }
  ],
  reading: [
    { title: 'fstab(5)', url: 'https://man7.org/linux/man-pages/man5/fstab.5.html' },
    {
      title: 'Linux: virtio_blk.c, virtblk_probe and virtblk_name_format',
      url: 'https://github.com/torvalds/linux/blob/v6.1/drivers/block/virtio_blk.c'
    }
  ],
  recorded: { name: 'swap-resize (the article)', deeds: 4 }
};
