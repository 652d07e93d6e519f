import type { Lesson } from '../../session/lesson/lesson.ts';

export const lesson: Lesson = {
  title: 'The article: swap, resize, detach, attach',
  goal: 'say why “target vdc already exists” happens, and see it coming one step before anybody gets an error.',
  minutes: 15,
  release: '17.0.0.0b1',
  lab: {},
  opening: [],
  parts: [
    {
      title: 'A healthy start',
      text: [
        'In January 2018 an operator met an error that he could not explain, took it apart and wrote an article about it. You are about to make every one of his steps, in his release of Nova.',
        'instance01 has a single disk. Attach volume1 to it. This is the last time for a while that everybody agrees.'
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
        { fact: 'place', truth: 'domain', disk: 'volume1', device: 'vdb' }
      ],
      hints: [
        'Which name is the first free one?',
        'The button Attach volume does it; in the terminal it is nova volume-attach.',
        'Press Attach volume, then Run to end.'
      ],
      solution: ['attach volume1'],
      after: [
        'volume1 is vdb: in Nova’s database, in Nova’s computation, in libvirt’s [[domain]] and in the [[guest]].',
        'One thing is different in this old release. Nova does not look into the root disk’s row for its name, but takes the [[root_device_name|root-device-name]] of the server’s own record. Here that is vda as well.'
      ]
    },
    {
      title: 'A bigger flavor',
      text: [
        'The customer wants swap. There is a [[flavor]] for it: small-with-swap. [[Resize|resize]] the server to it and confirm.',
        'A resize builds the domain anew, so Nova needs a name for the new [[swap disk|swap-disk]]. In the list of disks, swap comes *before* [[volumes|volume]]. But volume1 has a [[row|bdm]] that says vdb, and names in rows are set aside before anything else is placed.'
      ],
      predictions: [
        {
          ask: 'name',
          disk: 'swap',
          ahead: ['resize small-with-swap'],
          question: 'The server is resized to a flavor with swap. Which name does the swap disk get?'
        }
      ],
      goals: [
        { fact: 'server', status: 'ACTIVE' },
        { fact: 'flavor', name: 'small-with-swap' },
        { fact: 'place', truth: 'domain', disk: 'swap', device: 'vdc' }
      ],
      hints: [
        'A resize is not done until it is confirmed.',
        'Which names are written down at the moment of the resize? Swap takes the first one that is not.',
        'Press Resize, Run to end, Confirm resize, Run to end.'
      ],
      solution: ['resize small-with-swap', 'confirm'],
      after: [
        'Swap is vdc. Look at the row vdc in the picture: the column “Nova database” is empty there. *Nobody wrote that name down* except [[libvirt]]. Remember it.'
      ]
    },
    {
      title: 'The harmless detach',
      text: [
        'Weeks later the customer does not need volume1 any more. A detach touches one disk and nothing else.',
        'Before you do it: think of what Nova will compute for swap when the row that said vdb is gone.'
      ],
      predictions: [
        {
          ask: 'verdict',
          ahead: ['detach volume1'],
          question: 'volume1 is detached. How do Nova and libvirt stand to each other after it?'
        }
      ],
      goals: [
        { fact: 'volume', volume: 'volume1', status: 'available' },
        { fact: 'verdict', kind: 'latent' }
      ],
      hints: [
        'It is one operation.',
        'Swap has no row, so its name is computed each time anew. What is free now?',
        'Press Detach volume, then Run to end.'
      ],
      solution: ['detach volume1'],
      after: [
        'This is the moment in which it breaks, and nothing shows it: no error, no log line. Nova now believes swap to be vdb and calls vdc free. libvirt still has swap on vdc. We call that a [[latent conflict|latent-conflict]].'
      ]
    },
    {
      title: 'The error',
      text: [
        'And now the customer wants the volume back. One question is about the name, the other about what the customer gets to see.',
        'Step through it slowly with →, and watch the client and nova-compute.log side by side.'
      ],
      predictions: [
        {
          ask: 'name',
          disk: 'volume1',
          ahead: ['attach volume1'],
          question: 'volume1 is attached once more. Which name does Nova choose?'
        },
        { ask: 'client', ahead: ['attach volume1'], question: 'What does the client see of it?' }
      ],
      goals: [
        { fact: 'logged', text: 'target vdc already exists' },
        { fact: 'volume', volume: 'volume1', status: 'available' }
      ],
      hints: [
        'Try what the customer tries.',
        'The goal is the error itself, and the state that it leaves behind.',
        'Press Attach volume, then Run to end.'
      ],
      solution: ['attach volume1'],
      after: [
        '“Requested operation is not valid: target vdc already exists”. The client has its 200 and a name, and the volume is available again as if nobody had asked. Only the log of [[nova-compute]] knows why.'
      ]
    },
    {
      title: 'The repair',
      text: [
        'Trying again does not help: same tables, same computation, same name. Something has to bring the two sides together. Nova cannot read the domain, so it is the domain that has to be built anew from what Nova computes.',
        'Four ways do that. *Stop and start* asks the guest to shut down first. A *hard reboot* cuts its power. *Shelve and unshelve* takes the root disk through an image. A *rebuild* makes the root disk anew, and what was on it is lost. Lesson 6 compares them.',
        'Decide which one you would answer for, then get volume1 attached.'
      ],
      predictions: [
        { ask: 'repairs', way: 'softReboot', ahead: [], question: 'Does a soft reboot help?' },
        { ask: 'gentlest repair', ahead: [], question: 'Which of these repairs it with the least harm?' }
      ],
      goals: [
        { fact: 'server', status: 'ACTIVE' },
        { fact: 'volume', volume: 'volume1', status: 'in-use' },
        { fact: 'verdict', kind: 'agree' }
      ],
      hints: [
        'When you have guessed, the pane “Repairs” beside the picture tries every way from where you are.',
        'The domain must be thrown away and built again. A soft reboot keeps it.',
        'Press Stop, Start and Attach volume, each with Run to end; or Hard reboot instead of Stop and Start.'
      ],
      solution: ['stop', 'start', 'attach volume1'],
      after: [
        'Swap is vdb now and volume1 is vdc. Everybody agrees again, but the guest has to live with two names that have changed. You have reproduced the whole article.',
        'The article’s author took a [[hard reboot|hard-reboot]]. Stop and start build the domain anew just the same, and let the guest shut down in order first.',
        'Had the volume been detached *before* the resize, none of this would have happened.'
      ]
    }
  ],
  reading: [
    {
      title: 'LP 1552777: swap has no block device mapping after a resize',
      url: 'https://bugs.launchpad.net/nova/+bug/1552777'
    },
    {
      title: 'Nova: blockinfo.py, get_disk_mapping',
      url: 'https://github.com/openstack/nova/blob/17.0.0.0b1/nova/virt/libvirt/blockinfo.py'
    }
  ],
  recorded: { name: 'swap-resize (the article)', deeds: 5 }
};
