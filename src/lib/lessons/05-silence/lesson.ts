import type { Lesson } from '../../session/lesson/lesson.ts';

export const lesson: Lesson = {
  title: 'Why the client sees nothing: follow the request',
  goal: 'follow one request through all services and point at the step where the error loses its reader.',
  minutes: 10,
  release: '26.0.0',
  lab: {},
  opening: ['attach volume1', 'resize small-with-swap', 'confirm', 'detach volume1'],
  parts: [
    {
      title: 'Until the answer',
      text: [
        'This server is already in the state that lesson 4 led to: Nova will ask for vdc, and libvirt has swap there. The next attach fails. This time you walk beside the request.',
        'Attach volume1, but do *not* let it run. Go on with → step by step. Each step says who acts. Stop at the step in which [[nova-api]] answers the client.'
      ],
      predictions: [
        {
          ask: 'volume status',
          volume: 'volume1',
          ahead: ['attach volume1 until answered'],
          question: 'At the moment when the client gets its answer, what does Cinder say about volume1?'
        }
      ],
      goals: [
        { fact: 'moment', step: 'respond' },
        { fact: 'told', device: 'vdc' }
      ],
      hints: [
        'Press Attach volume once. Then use Step forward or the key →.',
        'The step to stop at belongs to nova-api and says 200.',
        'Attach volume, then Step forward until the client’s panel shows 200; Step back if you went too far.'
      ],
      solution: ['attach volume1 until answered'],
      after: [
        'The client has 200 and /dev/vdc. Look at the columns: the [[BDM|bdm]] is written, the [[domain]] knows nothing yet. What was done so far is paper. From here on it is a [[cast]]: nobody waits for what comes.'
      ]
    },
    {
      title: 'The step that fails',
      text: [
        '[[nova-compute]] takes the message from its queue. It connects the host to the [[volume]] and then hands the disk to [[libvirt]].',
        'Go on to the very step in which libvirt says no, and stop there.'
      ],
      predictions: [
        { ask: 'client', ahead: ['run'], question: 'The work goes on and fails. What does the client see in the end?' }
      ],
      goals: [
        { fact: 'moment', step: 'attach_device' },
        { fact: 'logged', text: 'target vdc already exists' }
      ],
      hints: [
        'It is two steps from the answer.',
        'The actor is libvirt, and the sentence is about a refusal.',
        'Step forward until the sentence says that libvirt refuses.'
      ],
      solution: ['step 2'],
      after: [
        'Here is the error, in full, with a reader for exactly one line: the log of nova-compute. libvirt tells nova-compute; nova-compute would tell whoever waits; nobody waits.'
      ]
    },
    {
      title: 'Cleaning up the evidence',
      text: [
        'What follows is tidy, and that is the trouble. nova-compute disconnects the volume, [[Cinder|cinder]] makes it available, and the row is deleted. Let it run to the end and compare with the moment before the attach: is there any difference a client could find?',
        'Then think of the customer who simply tries again.'
      ],
      predictions: [
        {
          ask: 'volume status',
          volume: 'volume1',
          ahead: ['run'],
          question: 'All work is done. What does Cinder say about volume1 now?'
        },
        {
          ask: 'name',
          disk: 'volume1',
          ahead: ['run', 'attach volume1'],
          question: 'The customer tries again. Which name does Nova choose this time?'
        }
      ],
      goals: [
        { fact: 'volume', volume: 'volume1', status: 'available' },
        { fact: 'next', device: 'vdc' },
        { fact: 'verdict', kind: 'latent' }
      ],
      hints: ['Nothing has to be asked for: only let the work end.', 'There is a button for it.', 'Press Run to end.'],
      solution: ['run'],
      after: [
        'Every place is as it was, so every retry ends the same way. There is one trace that an operator can find without the log: `nova instance-action-list` shows attach_volume with the word Error beside it, but not why.',
        'On a real cloud the reason stands one command further: `nova instance-action` with the server and the request’s id shows the events of that request. The traceback in them is for administrators only. This lab has the list alone.',
        'So when a ticket says “the volume goes back to available and there is no error”, you know where to look: nova-compute.log on the server’s host, at that time, for “already exists”.',
        'Two old releases, 18.0.0 and 19.0.0, are worse: the driver drops the error itself, no log has it, and the volume stays in use without a disk. Its row stays as well, so the next attach gets a later name, and may work. 18.2.1 and 19.0.1 mended it.'
      ]
    }
  ],
  reading: [
    {
      title: 'LP 1825882: in 18.0.0 and 19.0.0 the driver itself drops the error of an attach',
      url: 'https://bugs.launchpad.net/nova/+bug/1825882'
    },
    {
      title: 'Nova: ComputeManager.attach_volume and API.attach_volume',
      url: 'https://github.com/openstack/nova/blob/26.0.0/nova/compute/manager.py'
    }
  ],
  recorded: { name: 'swap-resize (the article)', deeds: 4 }
};
