import type { Lesson } from '../../session/lesson/lesson.ts';

export const lesson: Lesson = {
  title: 'The guest that does not let go',
  goal: 'recognise a detach that the guest has not answered, say what each next operation would do, and finish it.',
  minutes: 12,
  release: '26.0.0',
  lab: {},
  opening: ['attach volume1', 'pause'],
  parts: [
    {
      title: 'Nobody at home',
      text: [
        'Taking a disk out of a running machine, a [[hot-unplug|hot-plug]], is a request to the [[guest]]: its kernel has to let the disk go. This guest is paused. The same happens with one that hangs, or that is still booting.',
        '[[libvirt]] keeps two versions of the [[domain]], the [[live and the persistent one|live-and-persistent]]. A detach touches both. The persistent one is only text and changes at once; for the live one the guest must answer.'
      ],
      predictions: [
        {
          ask: 'client',
          ahead: ['detach volume1'],
          question: 'volume1 is detached from the paused server. What does the client see?'
        },
        {
          ask: 'volume status',
          volume: 'volume1',
          ahead: ['detach volume1'],
          question: 'And which status does volume1 have when all is over?'
        }
      ],
      goals: [
        { fact: 'logged', text: 'Failed to detach volume' },
        { fact: 'volume', volume: 'volume1', status: 'in-use' },
        { fact: 'verdict', kind: 'half' }
      ],
      hints: [
        'Ask for the detach, and let it run.',
        'The goal is a line in nova-compute.log, and what the failure leaves behind.',
        'Press Detach volume, then Run to end.'
      ],
      solution: ['detach volume1'],
      after: [
        'libvirt asked again and again, gave up, and Nova rolled back: volume1 is in use as before, and its [[row|bdm]] is still there. The client got its 202 and then silence, once more.',
        'Look at the column “libvirt domain”: volume1 is *live only*. The guest still holds it, the persistent definition has let it go. That is a disk [[half detached|half-detached]], and Nova’s tables do not show it.'
      ]
    },
    {
      title: 'Half a detach, and what comes next',
      text: [
        'Unpause the server, so that the customer can work. Then, before you touch anything else, think of what the next operation would start from.',
        'A [[soft reboot|soft-reboot]] starts the persistent definition as it is. A [[hard reboot|hard-reboot]], or a stop and a start, does not care about it: it builds both definitions from Nova’s rows. And [[nova-api]] looks at no definition at all, only at rows.',
        'None of these three has to be done here. Predict what each would do.'
      ],
      predictions: [
        {
          ask: 'guest name',
          disk: 'volume1',
          ahead: ['unpause', 'softReboot'],
          question: 'Somebody does a soft reboot now. What does the guest call volume1 after it?'
        },
        {
          ask: 'guest name',
          disk: 'volume1',
          ahead: ['unpause', 'hardReboot'],
          question: 'Or a hard reboot. What does the guest call volume1 then?'
        },
        {
          ask: 'client',
          ahead: ['unpause', 'attach volume1'],
          question: 'Or somebody attaches volume1 once more, to be safe. What does the client see?'
        }
      ],
      goals: [
        { fact: 'server', status: 'ACTIVE' },
        { fact: 'volume', volume: 'volume1', status: 'in-use' },
        { fact: 'verdict', kind: 'half' }
      ],
      hints: ['Only the pause has to end.', 'Unpause is under More operations.', 'Press Unpause, then Run to end.'],
      solution: ['unpause'],
      after: [
        'The soft reboot would take the disk from the guest while Nova still calls it in use. The hard reboot would bring it back for good: Nova’s row wins, and the customer’s wish is forgotten. The attach is refused, because the row is still there.',
        'A real guest may answer the old request as soon as it runs again. This lab’s guest waits until it is asked anew. The next step is the same in both cases.'
      ]
    },
    {
      title: 'The second detach',
      text: [
        'The customer wants the [[volume]] off, in the end. What had to change before that could work: the records, or the guest?',
        'Nova finds the disk in one definition only now. From 24.0.0 on it looks into each by itself, asks the guest and waits for libvirt’s event. Before, it asked for both at once, and went on with the guest alone where libvirt knew the disk in one only.'
      ],
      predictions: [
        {
          ask: 'volume status',
          volume: 'volume1',
          ahead: ['detach volume1'],
          question: 'volume1 is detached once more. Which status does it have then?'
        },
        {
          ask: 'name',
          disk: 'volume1',
          ahead: ['detach volume1', 'attach volume1'],
          question: 'And when it is attached again after that, which name does it get?'
        }
      ],
      goals: [
        { fact: 'server', status: 'ACTIVE' },
        { fact: 'volume', volume: 'volume1', status: 'available' },
        { fact: 'place', truth: 'domain', disk: 'volume1', device: null },
        { fact: 'verdict', kind: 'agree' }
      ],
      hints: ['The guest is there to answer now.', 'Try again what failed.', 'Press Detach volume, then Run to end.'],
      solution: ['detach volume1'],
      after: [
        'The persistent definition did not have the disk any more, so Nova passed it over. The guest answered, and the live one let go. Both are one again.',
        'Before 16.0.0 the second detach asked the guest nothing: [[Cinder]] freed the volume, and the guest kept on writing to it. Attached to another server, its data could be ruined. In the playground, choose 15.0.0 under *Lab settings* and make the same steps.',
        'Do not reach for `cinder reset-state` or `virsh detach-disk` when a detach hangs. Each changes one record and leaves the others. First see whether the guest can answer.'
      ]
    }
  ],
  reading: [
    {
      title: 'LP 1707238: after a detach that the guest ignored, the next one leaves the disk in the guest',
      url: 'https://bugs.launchpad.net/nova/+bug/1707238'
    },
    {
      title: 'LP 1882521: asking again disturbs a detach that is under way',
      url: 'https://bugs.launchpad.net/nova/+bug/1882521'
    },
    {
      title: 'LP 1923206: “already in the process of unplug”',
      url: 'https://bugs.launchpad.net/nova/+bug/1923206'
    },
    {
      title: 'LP 1374508: a detach just after a reboot is ignored',
      url: 'https://bugs.launchpad.net/nova/+bug/1374508'
    },
    {
      title: 'Nova: LibvirtDriver._detach_with_retry',
      url: 'https://github.com/openstack/nova/blob/26.0.0/nova/virt/libvirt/driver.py'
    }
  ],
  recorded: null
};
