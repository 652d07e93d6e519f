import type { Lesson } from '../../session/lesson/lesson.ts';

export const lesson: Lesson = {
  title: 'Incident: a ticket with symptoms only',
  goal: 'find cause and repair of a real ticket by yourself.',
  minutes: 15,
  release: '24.0.0',
  lab: { volumes: 3 },
  opening: [
    'attach volume1',
    'attach volume2',
    'resize small-with-swap',
    'confirm',
    'detach volume1',
    'attach volume3'
  ],
  parts: [
    {
      title: 'The ticket',
      text: [
        '*Priority high.* “Since this morning we cannot attach volume3 to instance01. The dashboard says attaching for a moment, then available again. No error anywhere. We have tried several times. volume2 on the same server is our database: it works, *do not take it away*. The root disk is not backed up.”',
        'That is all you get. Nobody tells you what was done to this server, but Nova remembers: `nova instance-action-list instance01`. What [[libvirt]] has is in the [[domain]]: `virsh dumpxml instance-0000000a | grep target`. What Nova has recorded shows `nova volume-attachments instance01`.',
        'Look there, and guess. Then reproduce it, and read what the customer could not.'
      ],
      predictions: [
        {
          ask: 'name',
          disk: 'volume3',
          ahead: ['attach volume3'],
          question: 'Which name does Nova choose for volume3?'
        },
        { ask: 'holder', ahead: [], question: 'Which disk stands in the way?' },
        { ask: 'client', ahead: ['attach volume3'], question: 'What did the customer’s client see?' }
      ],
      withoutPicture: true,
      goals: [
        { fact: 'logged', text: 'already exists' },
        { fact: 'volume', volume: 'volume2', status: 'in-use' }
      ],
      hints: [
        'Do what the customer did, and read nova-compute.log.',
        'Compare the names that libvirt has with those that Nova has recorded. One disk has no record: where would Nova put it?',
        'Choose volume3, press Attach volume, then Run to end.'
      ],
      solution: ['attach volume3'],
      after: [
        'The error has a name, and the picture is back and has the cause: a disk without a [[row|bdm]] that Nova and libvirt put on different names. You have seen its history four times now.'
      ]
    },
    {
      title: 'The repair',
      text: [
        'Choose what you can answer for: the customer’s database stays attached, the [[root disk]] keeps its content, volume3 is in use, and the two sides agree, so that nobody writes this ticket again.',
        'Somebody in the team suggests to detach volume2 “to make room”. Think about where the next name would go then, before you answer.'
      ],
      predictions: [
        {
          ask: 'repairs',
          way: 'softReboot',
          ahead: [],
          question: 'The customer would prefer a soft reboot. Does it help?'
        },
        { ask: 'gentlest repair', ahead: [], question: 'Which way repairs it with the least harm?' },
        {
          ask: 'fstab',
          disk: 'volume2',
          by: 'name',
          ahead: [],
          question:
            'The guest’s fstab mounts volume2 by device name. What does that line find at the boot that a repair brings?'
        }
      ],
      goals: [
        { fact: 'server', status: 'ACTIVE' },
        { fact: 'volume', volume: 'volume3', status: 'in-use' },
        { fact: 'volume', volume: 'volume2', status: 'in-use' },
        { fact: 'verdict', kind: 'agree' },
        { fact: 'root kept' }
      ],
      hints: [
        'Which operations build the domain anew, and which of them keeps the root disk?',
        'The repair comes first, the attach second. volume2 need not be touched.',
        'Stop, Start, then choose volume3 and Attach volume, each with Run to end.'
      ],
      solution: ['stop', 'start', 'attach volume3'],
      after: [
        'Closed, if you have warned the customer before the stop. The line that volume1 left behind in fstab finds swap at that boot, and the boot ends in emergency mode; the pane *Guest* shows it. By [[UUID]] it finds no disk at all, which ends the same way unless the line says `nofail`.',
        'Had you detached volume2 to make room, volume3 would have gone to vdc and worked. The conflict would still be there, for whoever attaches next.',
        'What you write to the customer: a [[resize]] brought a [[swap disk]] while a [[volume]] was attached; after that volume was removed, Nova and the hypervisor counted differently. Building the machine anew has brought them together. Please mount by UUID and with nofail, delete the lines of disks that are gone, and detach volumes before the next resize.',
        'You have found it from symptoms alone. Welcome to operations.'
      ]
    }
  ],
  reading: [
    {
      title: 'LP 1552777: swap has no block device mapping after a resize',
      url: 'https://bugs.launchpad.net/nova/+bug/1552777'
    }
  ],
  recorded: { name: 'two volumes, resize to swap', deeds: 6 }
};
