import type { Lesson } from '../../session/lesson/lesson.ts';

export const lesson: Lesson = {
  title: 'How Nova names a disk',
  goal: 'say which name the next disk of a server will get, before anybody asks for it.',
  minutes: 8,
  release: '26.0.0',
  lab: { serverFlavor: '203', volumes: 2 },
  opening: [],
  parts: [
    {
      title: 'The first free name',
      text: [
        'You look after one server, instance01. It has two disks: the [[root disk|root-disk]] with the operating system, and a [[swap disk|swap-disk]] that its [[flavor]] brings along. Look at the picture: each row is a name, each column is somebody who has an opinion about it.',
        'A name starts with the [[bus]]: virtio disks are called `vd`. Then comes a letter. Nova goes through its list of the server’s disks and takes *the first name that nobody on that list has*. It keeps no counter.',
        'Now a [[volume]] is to be attached. Say first which name it will get, then attach it and see.'
      ],
      predictions: [
        {
          ask: 'name',
          disk: 'volume1',
          ahead: ['attach volume1'],
          question: 'volume1 is attached. Which name does Nova choose?'
        }
      ],
      goals: [
        { fact: 'volume', volume: 'volume1', status: 'in-use' },
        { fact: 'place', truth: 'domain', disk: 'volume1', device: 'vdc' }
      ],
      hints: [
        'Read the column “Nova computation” from top to bottom. Which letter is the first that is missing?',
        'Guess, and the row marked “next” says whether you are right: Nova has it worked out before anybody asks.',
        'Press Attach volume, then Run to end.'
      ],
      solution: ['attach volume1'],
      after: [
        'vda and vdb were taken, so volume1 is vdc. Nova wrote that into a [[block device mapping|bdm]], BDM for short: a row of its database. libvirt has the same name in the [[domain]], its record of this machine.'
      ]
    },
    {
      title: 'Names that are written down stay',
      text: [
        'Some disks have a row with a name in it, some do not. That is the most important difference in all these lessons. The root disk has one too: Nova writes a row for every disk that it is told to build the server with.',
        'When Nova needs the [[disk mapping|disk-mapping]], it builds it anew. A disk whose row has a name keeps that name. A disk without one gets the first name that is free *at that moment*. The order is always the same: root, ephemeral, swap, volumes, and a config drive at the end.',
        'A [[hard reboot|hard-reboot]] is such a moment: the domain is thrown away and built again from the mapping. Guess, and then open the pane *Why this name* beside the picture: it walks through the list as Nova does, disk by disk.'
      ],
      predictions: [
        {
          ask: 'name',
          disk: 'volume1',
          ahead: ['hardReboot'],
          question: 'The server gets a hard reboot. Under which name does volume1 come back?'
        }
      ],
      goals: [
        { fact: 'asked', request: 'hardReboot' },
        { fact: 'place', truth: 'domain', disk: 'volume1', device: 'vdc' },
        { fact: 'verdict', kind: 'agree' }
      ],
      hints: [
        'Which of the three disks have a name in the column “Nova database”?',
        'All three do: this server was built with its swap disk, so even swap has a row. What is written down stays.',
        'Press Hard reboot, then Run to end.'
      ],
      solution: ['hardReboot'],
      after: ['Nothing moved, because everything was written down. In lesson 4 you will meet a disk that is not.']
    },
    {
      title: 'Your own forecast',
      text: [
        'One more volume is waiting. In the panel of operations, choose volume2 from the list before you press Attach.',
        'Use nothing but the picture for your forecast. If you like typing better, open the terminal: `nova volume-attach` takes the server’s name and the volume’s id, and `cinder list` shows the ids. A command only starts the work; `:run` lets it finish.'
      ],
      predictions: [
        {
          ask: 'name',
          disk: 'volume2',
          ahead: ['attach volume2'],
          question: 'volume2 is attached as well. Which name does it get?'
        }
      ],
      goals: [
        { fact: 'volume', volume: 'volume2', status: 'in-use' },
        { fact: 'next', device: 'vde' },
        { fact: 'verdict', kind: 'agree' }
      ],
      hints: [
        'Count the names that Nova’s computation holds now.',
        'vda, vdb and vdc are taken. The list has no gap.',
        'Choose volume2, press Attach volume, then Run to end.'
      ],
      solution: ['attach volume2'],
      after: [
        'You have predicted three names from one rule: what is written stays; what is not takes the first free name. Everything that goes wrong later goes wrong because Nova and libvirt do not mean the same list when they say “free”.'
      ]
    }
  ],
  reading: [
    {
      title: 'Nova: blockinfo.py, get_disk_mapping and find_disk_dev_for_disk_bus',
      url: 'https://github.com/openstack/nova/blob/26.0.0/nova/virt/libvirt/blockinfo.py'
    },
    {
      title: 'Nova documentation: block device mapping',
      url: 'https://docs.openstack.org/nova/latest/user/block-device-mapping.html'
    }
  ],
  recorded: { name: 'delete with a volume', deeds: 1 }
};
