import type { Lesson } from '../../session/lesson/lesson.ts';

export const lesson: Lesson = {
  title: 'Swap and ephemeral together',
  goal: 'work out several names at once, on paper, and find the collision before it happens.',
  minutes: 9,
  release: '26.0.0',
  lab: {
    volumes: 2,
    flavors: [
      { id: '203', name: 'small-with-both', ram: 512, vcpus: 1, disk: 1, ephemeral: 1, swap: 1024 },
      { id: '204', name: 'small-no-swap', ram: 512, vcpus: 1, disk: 1, ephemeral: 0, swap: 0 }
    ]
  },
  opening: ['attach volume1', 'attach volume2', 'detach volume1'],
  parts: [
    {
      title: 'Two new disks around an old one',
      text: [
        'volume2 sits on vdc; vdb is a gap that volume1 left. The new [[flavor]] brings an [[ephemeral disk|ephemeral-disk]] *and* a [[swap disk|swap-disk]]. Neither will have a [[row|bdm]] in the database.',
        'Take a pencil. Names in rows are set aside first. Then, in this order: root, ephemeral, swap, [[volumes|volume]]. Ephemeral wants the first name after root, and swap takes the first that is free.'
      ],
      predictions: [
        {
          ask: 'name',
          disk: 'ephemeral',
          ahead: ['resize small-with-both'],
          question: 'Which name does the ephemeral disk get?'
        },
        { ask: 'name', disk: 'swap', ahead: ['resize small-with-both'], question: 'Which name does the swap disk get?' }
      ],
      goals: [
        { fact: 'server', status: 'ACTIVE' },
        { fact: 'place', truth: 'domain', disk: 'ephemeral', device: 'vdb' },
        { fact: 'place', truth: 'domain', disk: 'swap', device: 'vdd' }
      ],
      hints: [
        'A resize, to its very end.',
        'vdc is set aside for volume2. What is left, from the front?',
        'Press Resize, Run to end, Confirm resize, Run to end.'
      ],
      solution: ['resize small-with-both', 'confirm'],
      after: [
        'The gap was filled by ephemeral, and swap went behind the volume. Two of the four disks are now written down nowhere but in [[libvirt]].',
        'Had a row stood on vdb, ephemeral would have been left out as in lesson 8, and swap would have come all the same. Each disk follows its own rule.'
      ]
    },
    {
      title: 'Which name is in danger?',
      text: [
        'volume2 is going to be detached. Do the sum again without its row, and compare your list with the [[domain]]. Where is the disk that moves, and where would the next volume go?'
      ],
      predictions: [
        {
          ask: 'verdict',
          ahead: ['detach volume2'],
          question: 'volume2 is detached. How do Nova and libvirt stand to each other?'
        },
        { ask: 'holder', ahead: ['detach volume2'], question: 'Which disk stands in the way of the next volume?' }
      ],
      goals: [
        { fact: 'volume', volume: 'volume2', status: 'available' },
        { fact: 'place', truth: 'computation', disk: 'swap', device: 'vdc' },
        { fact: 'verdict', kind: 'latent' }
      ],
      hints: [
        'One operation.',
        'Choose the right volume in the list.',
        'Choose volume2, press Detach volume, then Run to end.'
      ],
      solution: ['detach volume2'],
      after: [
        'Ephemeral keeps its place by luck: nothing before it has changed. Swap moves from vdd to vdc in Nova’s mind only, and so the next volume is sent to vdd, where swap really is.'
      ]
    },
    {
      title: 'In use again',
      text: [
        'Bring *volume1* onto this server, so that it is in use and both sides agree. How many operations do you need?'
      ],
      predictions: [
        {
          ask: 'client',
          ahead: ['attach volume1'],
          question: 'Somebody attaches volume1 straight away. What does the client see?'
        },
        { ask: 'gentlest repair', ahead: [], question: 'Which way repairs it with the least harm?' }
      ],
      goals: [
        { fact: 'volume', volume: 'volume1', status: 'in-use' },
        { fact: 'place', truth: 'domain', disk: 'swap', device: 'vdc' },
        { fact: 'verdict', kind: 'agree' }
      ],
      hints: [
        'Repair first.',
        'Three operations ask the guest first. Two would do, with a power cut in them.',
        'Stop, Start, then choose volume1 and Attach volume, each with Run to end.'
      ],
      solution: ['stop', 'start', 'attach volume1'],
      after: [
        'Three operations: stop, start, attach. Two would do, with a hard reboot in the place of stop and start, and the guest would pay for it.',
        'The rule is still the same two lines of lesson 1. What grew is only the list. An operator who can do this sum on paper does not need the playground any more.'
      ]
    }
  ],
  reading: [
    {
      title: 'LP 1471307: a new disk got a name that a row had already',
      url: 'https://bugs.launchpad.net/nova/+bug/1471307'
    },
    {
      title: 'Nova: blockinfo.py, get_disk_mapping',
      url: 'https://github.com/openstack/nova/blob/26.0.0/nova/virt/libvirt/blockinfo.py'
    }
  ],
  recorded: { name: 'swap and ephemeral growth', deeds: 6 }
};
