import type { Lesson } from '../../session/lesson/lesson.ts';

export const lesson: Lesson = {
  title: 'The config drive in the way',
  goal: 'find the same collision on a server that was never resized, in any release.',
  minutes: 9,
  release: '33.0.0',
  lab: { configDrive: 'vfat', volumes: 2, data_volumes: ['a54facb5-8b1e-4370-9d0b-e7b6ca6f7adc'] },
  opening: [],
  parts: [
    {
      title: 'The last in the list',
      text: [
        'This cloud runs 2026.1, the newest release here, and this server was never resized. It was built with volume1 and with a [[config drive|config-drive]] of format vfat, which is an ordinary disk on the same [[bus]].',
        'A config drive has no [[BDM|bdm]], ever. It comes last in the list: when the [[domain]] was built, root and volume1 had their names already, and it got vdc. A name for another volume is looked for behind all these.',
        'Now imagine volume1 gone, and do the sum.'
      ],
      predictions: [
        {
          ask: 'verdict',
          ahead: ['detach volume1'],
          question: 'volume1 is detached. How do Nova and libvirt stand to each other?'
        },
        { ask: 'holder', ahead: ['detach volume1'], question: 'Which disk stands where the next volume would go?' }
      ],
      goals: [
        { fact: 'volume', volume: 'volume1', status: 'available' },
        { fact: 'place', truth: 'computation', disk: 'config drive', device: 'vdb' },
        { fact: 'verdict', kind: 'latent' }
      ],
      hints: [
        'One operation.',
        'volume1 was attached when the server was built.',
        'Press Detach volume, then Run to end.'
      ],
      solution: ['detach volume1'],
      after: [
        'The config drive plays the part that swap had in the article: a disk without a row, placed once behind a [[volume]], and counted again without it.'
      ]
    },
    {
      title: 'A different answer, the same silence',
      text: [
        'New releases changed the answer of the API: to a client that asks for microversion 2.101 it says 202 and names no device, because it cannot know it. The client of this lab asks for an older one, and still gets 200 and a name.',
        'Would either answer let the customer hear of the failure? Attach volume1 and see.'
      ],
      predictions: [
        { ask: 'client', ahead: ['attach volume1'], question: 'volume1 is attached again. What does the client see?' }
      ],
      goals: [
        { fact: 'logged', text: 'target vdc already exists' },
        { fact: 'volume', volume: 'volume1', status: 'available' }
      ],
      hints: [
        'The goal is the error in the log.',
        'Ask for what cannot work.',
        'Press Attach volume, then Run to end.'
      ],
      solution: ['attach volume1'],
      after: [
        'The same message as in 2018, in a release of 2026. The fix for swap that came in 2025.1 does not touch config drives.'
      ]
    },
    {
      title: 'Mend it, and avoid it',
      text: [
        'Repair the server and bring volume1 back.',
        'Then think of the next thousand servers: which setting would have avoided it? A config drive as iso9660 is a CD. It sits on ide or sata, so it is called `hda` or `sda` and competes with nobody on `vd`.'
      ],
      predictions: [
        {
          ask: 'name',
          disk: 'config drive',
          ahead: ['stop', 'start'],
          question: 'The server is stopped and started. Where is the config drive?'
        },
        { ask: 'repairs', way: 'softReboot', ahead: [], question: 'Would a soft reboot have been enough?' }
      ],
      goals: [
        { fact: 'volume', volume: 'volume1', status: 'in-use' },
        { fact: 'place', truth: 'domain', disk: 'config drive', device: 'vdb' },
        { fact: 'verdict', kind: 'agree' }
      ],
      hints: [
        'As in every lesson before: the domain has to be built anew.',
        'Then attach.',
        'Stop, Start and Attach volume, each with Run to end.'
      ],
      solution: ['stop', 'start', 'attach volume1'],
      after: [
        'Agreement again: the domain was built anew, so the config drive really is vdb. The lasting cure is `config_drive_format = iso9660` in nova.conf, which is the default.'
      ]
    }
  ],
  reading: [
    {
      title: 'LP 1827492: force_config_drive and servers that have none',
      url: 'https://bugs.launchpad.net/nova/+bug/1827492'
    },
    {
      title: 'Nova documentation: config drives',
      url: 'https://docs.openstack.org/nova/latest/user/metadata.html#config-drives'
    }
  ],
  recorded: { name: 'config drive (vfat): boot with a data volume, detach, attach', deeds: 2 }
};
