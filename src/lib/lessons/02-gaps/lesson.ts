import type { Lesson } from '../../session/lesson/lesson.ts';

export const lesson: Lesson = {
  title: 'Attach and detach: gaps are reused',
  goal: 'explain why a volume can come back under another name, and why that is normal.',
  minutes: 7,
  release: '26.0.0',
  lab: { volumes: 3 },
  opening: ['attach volume1', 'attach volume2', 'attach volume3'],
  parts: [
    {
      title: 'A hole in the middle',
      text: [
        'Three [[volumes|volume]] are attached, one after the other: vdb, vdc, vdd. Now the one in the middle is taken away.',
        'A detach removes the disk from the running machine and from its definition, and then deletes the [[BDM|bdm]], Nova’s row for it. Do the other two move up? And is the server still in order afterwards?'
      ],
      predictions: [
        {
          ask: 'verdict',
          ahead: ['detach volume2'],
          question: 'volume2 is detached. How do Nova and libvirt stand to each other after it?'
        }
      ],
      goals: [
        { fact: 'volume', volume: 'volume2', status: 'available' },
        { fact: 'place', truth: 'domain', disk: 'volume3', device: 'vdd' }
      ],
      hints: [
        'Only volume2 has to go. Everything else may stay as it is.',
        'Choose the volume in the list above the buttons first.',
        'Choose volume2, press Detach volume, then Run to end.'
      ],
      solution: ['detach volume2'],
      after: [
        'volume1 and volume3 kept their names: both have a row with a name in it. The hole at vdc is now the first free name, for Nova and for [[libvirt]] alike. They agree.'
      ]
    },
    {
      title: 'The hole is filled',
      text: [
        'The same volume is attached again. Nova has no memory of where it was: the row is gone. It does what it always does.'
      ],
      predictions: [
        {
          ask: 'name',
          disk: 'volume2',
          ahead: ['attach volume2'],
          question: 'volume2 comes back. Which name does it get?'
        }
      ],
      goals: [
        { fact: 'place', truth: 'domain', disk: 'volume2', device: 'vdc' },
        { fact: 'volume', volume: 'volume2', status: 'in-use' }
      ],
      hints: [
        'Guess, and look which row of the picture says “next”.',
        'The lowest gap, not the end of the list.',
        'Choose volume2, press Attach volume, then Run to end.'
      ],
      solution: ['attach volume2'],
      after: ['It is vdc again; but only because no other volume came in between.']
    },
    {
      title: 'The name belongs to the gap',
      text: [
        'Now make it visible that a name is not a property of a volume. Bring the server to a state in which *volume2 is vdb*, the name that volume1 has now.',
        'There is more than one way. The fewest operations are three.'
      ],
      predictions: [
        {
          ask: 'name',
          disk: 'volume2',
          ahead: ['detach volume1', 'detach volume2', 'attach volume2'],
          question: 'Somebody detaches volume1, then volume2, then attaches volume2 again. Which name does it get?'
        }
      ],
      goals: [
        { fact: 'place', truth: 'domain', disk: 'volume2', device: 'vdb' },
        { fact: 'volume', volume: 'volume2', status: 'in-use' },
        { fact: 'verdict', kind: 'agree' }
      ],
      hints: [
        'volume2 takes the lowest gap. Which gaps must there be for vdb to be the lowest?',
        'vdb has to be free, and volume2 has to be on its way in.',
        'Detach volume1, detach volume2, attach volume2.'
      ],
      solution: ['detach volume1', 'detach volume2', 'attach volume2'],
      after: [
        'On a healthy server this never hurts: both sides count the same disks, so a gap for one is a gap for the other. It does hurt whoever wrote `/dev/vdc` into a file. Lesson 7 is about that.'
      ]
    }
  ],
  reading: [
    {
      title: 'Nova: LibvirtDriver.get_device_name_for_instance',
      url: 'https://github.com/openstack/nova/blob/26.0.0/nova/virt/libvirt/driver.py'
    }
  ],
  recorded: { name: 'gaps are reused lowest first', deeds: 4 }
};
