import type { Lesson } from '../../session/lesson/lesson.ts';

export const lesson: Lesson = {
  title: '2025.1: the fix that fails earlier',
  goal: 'get a server out of ERROR after a resize to swap, without losing its root disk.',
  minutes: 12,
  release: '31.0.0',
  lab: {},
  opening: [],
  parts: [
    {
      title: 'The row without a name',
      text: [
        'In 2025.1 Nova was mended: a [[resize]] to a [[flavor]] with swap now writes a [[BDM|bdm]] for the [[swap disk|swap-disk]]. So swap is on record at last. But the row comes *without a [[device name]]*, and the code that places such a row does not look at the names that are already taken.',
        'Do the article’s first two steps in this release: attach volume1, then resize to small-with-swap.'
      ],
      predictions: [
        {
          ask: 'name',
          disk: 'swap',
          ahead: ['attach volume1', 'resize small-with-swap'],
          question: 'volume1 is attached, then the server is resized. Which name does Nova choose for swap?'
        },
        {
          ask: 'status',
          ahead: ['attach volume1', 'resize small-with-swap'],
          question: 'In which status does the resize end?'
        },
        {
          ask: 'client',
          ahead: ['attach volume1', 'resize small-with-swap'],
          question: 'And what does the client see of the resize?'
        }
      ],
      goals: [
        { fact: 'server', status: 'ERROR' },
        { fact: 'logged', text: 'duplicated for disk sources' }
      ],
      hints: [
        'The first two steps of lesson 4, and no more.',
        'It fails when a volume holds the first name that the root disk and the ephemeral disks leave: here vdb.',
        'Attach volume, Run to end, Resize, Run to end.'
      ],
      solution: ['attach volume1', 'resize small-with-swap'],
      after: [
        'Swap was placed as if no volume were there. So vdb went to two disks, and [[libvirt]] takes no such [[domain]]. The server is in ERROR and there is *no domain at all*: what was a silent trap for later is now an outage at once. At least the client can see the status.',
        'With nothing on vdb the same resize succeeds. It is the volume on the first name that makes it fail.'
      ]
    },
    {
      title: 'Back to life',
      text: [
        'The log itself advises a [[hard reboot]]. Would it help? It builds the domain from Nova’s [[mapping|disk-mapping]]; and it is the mapping that is wrong here.',
        'What has to change is the mapping: volume1 must leave vdb. But [[nova-api]] refuses a detach while the server is in ERROR. An administrator can overwrite the state: [[reset-state]] with `--active`. After that the API listens again. There is no domain, so a detach changes only the records.',
        'Whoever is no administrator has another request after which nova-api takes a detach: a *stop*, which it accepts in ERROR too.',
        'A [[rebuild]] would also do it: it writes a name into each row that has none, behind those that are taken. But it would wipe the [[root disk]]. Bring the server back *with its root disk*, and volume1 with it.'
      ],
      predictions: [
        { ask: 'repairs', way: 'hardReboot', ahead: [], question: 'Does the hard reboot that the log advises help?' },
        {
          ask: 'repairs',
          way: 'stopDetach',
          ahead: [],
          question: 'And without an administrator: stop, detach volume1, start, attach it again. Does that help?'
        }
      ],
      goals: [
        { fact: 'server', status: 'ACTIVE' },
        { fact: 'volume', volume: 'volume1', status: 'in-use' },
        { fact: 'verdict', kind: 'agree' },
        { fact: 'root kept' }
      ],
      hints: [
        'First make the API listen again; the operation is under More operations.',
        'Then volume1 has to leave its row, so that vdb is free for swap when the domain is built.',
        'Reset state, Detach volume, Hard reboot, Attach volume, each with Run to end.'
      ],
      solution: ['resetState active', 'detach volume1', 'hardReboot', 'attach volume1'],
      after: [
        'Swap is vdb, volume1 is vdc, and the root disk is what it was. Look at the flavor: the resize itself did *not* happen. The server has a swap disk that its flavor does not promise. And its row still has no name: only a rebuild or an unshelve writes one.',
        'Why a hard reboot here, when stop and start are kinder? Nothing runs: there is no [[guest]] that could be harmed. [[Shelve]] is no way out either, because the driver reads off the domain where the root disk is.',
        'Stop, detach, start, attach ends the same way, and needs no administrator: a stopped server lets its volume go too.',
        'For the next resize: detach first, resize, attach again. It takes two more operations and a minute of downtime, in every release.'
      ]
    }
  ],
  reading: [
    {
      title: 'LP 1552777: swap has no block device mapping after a resize',
      url: 'https://bugs.launchpad.net/nova/+bug/1552777'
    },
    {
      title: 'Nova: blockinfo.py, get_disk_mapping at 31.0.0',
      url: 'https://github.com/openstack/nova/blob/31.0.0/nova/virt/libvirt/blockinfo.py'
    }
  ],
  recorded: { name: 'recovery by reset-state and detach (31+)', deeds: 6 }
};
