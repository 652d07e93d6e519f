import type { Lesson } from '../../session/lesson/lesson.ts';

export const lesson: Lesson = {
  title: 'The ephemeral disk that never came',
  goal: 'recognise a disk that Nova counts but never made, and say when it will appear.',
  minutes: 9,
  release: '26.0.0',
  lab: {
    flavors: [
      { id: '203', name: 'small-with-ephemeral', ram: 512, vcpus: 1, disk: 1, ephemeral: 1, swap: 0 },
      { id: '204', name: 'small-no-swap', ram: 512, vcpus: 1, disk: 1, ephemeral: 0, swap: 0 }
    ]
  },
  opening: ['attach volume1'],
  parts: [
    {
      title: 'Paid for, not delivered',
      text: [
        'A customer has a [[volume]] on vdb and takes a bigger [[flavor]]: small-with-ephemeral promises an [[ephemeral disk|ephemeral-disk]] of 1 GB.',
        'Swap, you know, took the next free name in such a case. The ephemeral disk of a flavor follows another rule. It has a fixed idea where it belongs: the first name after root. If a [[row|bdm]] has that name already, Nova has to decide what to do.'
      ],
      predictions: [
        {
          ask: 'name',
          disk: 'ephemeral',
          ahead: ['resize small-with-ephemeral'],
          question: 'The server is resized. Under which name does the ephemeral disk come?'
        },
        {
          ask: 'status',
          ahead: ['resize small-with-ephemeral'],
          question: 'And in which status does the resize leave the server?'
        }
      ],
      goals: [
        { fact: 'server', status: 'ACTIVE' },
        { fact: 'flavor', name: 'small-with-ephemeral' },
        { fact: 'place', truth: 'domain', disk: 'ephemeral', device: null }
      ],
      hints: [
        'Do what the customer wants, to the end.',
        'A resize ends with a confirmation.',
        'Press Resize, Run to end, Confirm resize, Run to end.'
      ],
      solution: ['resize small-with-ephemeral', 'confirm'],
      after: [
        'vdb was taken by the row of volume1. Swap would have stepped behind it; an ephemeral disk does not, so Nova left it out: no error, no log line. The server is ACTIVE and the flavor says 1 GB. Open *Why this name* and look for the disk that is crossed out.',
        'An ephemeral disk that a server is *built* with has a row with its name.'
      ]
    },
    {
      title: 'A phantom',
      text: [
        'Somebody suggests a [[hard reboot|hard-reboot]]: it builds the domain anew, so it should bring the disk. Would it, with volume1 still on vdb? Predict it, but leave the server running.',
        'Then volume1 goes. Its row goes with it, and the name vdb is free. Who is on vdb then, and where will the next volume go?'
      ],
      predictions: [
        {
          ask: 'name',
          disk: 'ephemeral',
          ahead: ['hardReboot'],
          question: 'A hard reboot while volume1 is on vdb: under which name does the ephemeral disk come?'
        },
        {
          ask: 'verdict',
          ahead: ['detach volume1'],
          question: 'volume1 is detached. How do Nova and libvirt stand to each other?'
        },
        {
          ask: 'name',
          disk: 'volume1',
          ahead: ['detach volume1', 'attach volume1'],
          question: 'And when volume1 is attached again, which name does it get?'
        }
      ],
      goals: [
        { fact: 'volume', volume: 'volume1', status: 'in-use' },
        { fact: 'place', truth: 'domain', disk: 'volume1', device: 'vdc' }
      ],
      hints: [
        'The volume has to go and to come back.',
        'Detach it and look at the column “Nova computation” before you attach.',
        'Press Detach volume, Run to end, Attach volume, Run to end.'
      ],
      solution: ['detach volume1', 'attach volume1'],
      after: [
        'The hard reboot would have brought nothing: the row of volume1 still had the name, so Nova would have left the disk out once more.',
        'Now Nova counts an ephemeral disk on vdb that the [[domain]] does not have: a phantom. It does no harm here. The volume lands on vdc and leaves a gap. A gap is a nuisance; a collision is an outage.'
      ]
    },
    {
      title: 'It comes at last',
      text: [
        'The customer asks for the disk that the flavor promises. You have learned what makes [[libvirt]] and Nova of one mind. Deliver it.'
      ],
      predictions: [
        {
          ask: 'name',
          disk: 'ephemeral',
          ahead: ['stop', 'start'],
          question: 'The server is stopped and started. Under which name is the ephemeral disk in the domain?'
        }
      ],
      goals: [
        { fact: 'place', truth: 'domain', disk: 'ephemeral', device: 'vdb' },
        { fact: 'volume', volume: 'volume1', status: 'in-use' },
        { fact: 'verdict', kind: 'agree' }
      ],
      hints: [
        'The domain has to be built anew.',
        'Nobody is on vdb any more, so nothing is left out this time.',
        'Press Stop, Run to end, Start, Run to end.'
      ],
      solution: ['stop', 'start'],
      after: [
        'There it is, weeks late, and empty. From the [[guest]] it looks as if a disk had come out of nothing after a reboot; now you can explain it.'
      ]
    }
  ],
  reading: [
    {
      title: 'LP 1558880: a resize does not resize ephemeral disks',
      url: 'https://bugs.launchpad.net/nova/+bug/1558880'
    },
    {
      title: 'Nova: blockinfo.py, get_default_ephemeral_info',
      url: 'https://github.com/openstack/nova/blob/26.0.0/nova/virt/libvirt/blockinfo.py'
    }
  ],
  recorded: { name: 'ephemeral growth is dropped', deeds: 5 }
};
