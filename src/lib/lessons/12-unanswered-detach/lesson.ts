import type { Lesson } from '../../session/lesson/lesson.ts';

export const lesson: Lesson = {
  title: 'The guest that does not let go',
  goal: 'recognise a detach that the guest has not answered, and finish it without force.',
  minutes: 9,
  release: '26.0.0',
  lab: {},
  opening: ['attach volume1', 'pause'],
  parts: [
    {
      title: 'Nobody at home',
      text: [
        'Taking a disk out of a running machine, a [[hot-unplug|hot-plug]], is a request to the [[guest]]: its kernel has to let the disk go. This guest is paused. The same happens with one that hangs, or that is still booting.',
        'libvirt keeps two versions of the [[domain]], the [[live and the persistent one|live-and-persistent]]. A detach touches both: the persistent one is only text and changes at once. For the live one the guest must answer.'
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
        { fact: 'volume', volume: 'volume1', status: 'in-use' }
      ],
      hints: [
        'Ask for the detach, and let it run.',
        'The goal is a line in nova-compute.log.',
        'Press Detach volume, then Run to end.'
      ],
      solution: ['detach volume1'],
      after: [
        'libvirt asked again and again, gave up, and Nova rolled back: volume1 is in use as before, and the row is still there. The client got its 202 and then silence, once more.',
        'Open *Domain XML* and switch to the persistent definition: there the disk is gone already. The two versions differ.'
      ]
    },
    {
      title: 'Half a detach',
      text: [
        'If this machine were switched off now and started by libvirt alone, it would come up without the volume. Nova knows nothing of that.',
        'The customer wants the volume off, in the end. What has to change before it can work: the records, or the guest?'
      ],
      predictions: [
        {
          ask: 'volume status',
          volume: 'volume1',
          ahead: ['unpause', 'detach volume1'],
          question: 'The server is unpaused and volume1 is detached once more. Which status does it have then?'
        }
      ],
      goals: [
        { fact: 'server', status: 'ACTIVE' },
        { fact: 'volume', volume: 'volume1', status: 'available' },
        { fact: 'place', truth: 'domain', disk: 'volume1', device: null },
        { fact: 'verdict', kind: 'agree' }
      ],
      hints: [
        'The guest has to be there to answer.',
        'Unpause is under More operations. Then try again what failed.',
        'Unpause, Run to end, Detach volume, Run to end.'
      ],
      solution: ['unpause', 'detach volume1'],
      after: [
        'The persistent definition did not have the disk any more, so Nova passed it over; the guest answered, and the live one let go. Both are one again.',
        'Do not reach for `cinder reset-state` or `virsh detach-disk` when a detach hangs: they change one of the records and leave the others. First see whether the guest can answer.'
      ]
    }
  ],
  reading: [
    { title: 'LP 1882521: detach fails while the guest is busy', url: 'https://bugs.launchpad.net/nova/+bug/1882521' },
    { title: 'LP 1923206, LP 1887946: detach retries', url: 'https://bugs.launchpad.net/nova/+bug/1923206' },
    {
      title: 'Nova: LibvirtDriver._detach_with_retry',
      url: 'https://github.com/openstack/nova/blob/26.0.0/nova/virt/libvirt/driver.py'
    }
  ],
  recorded: null
};
