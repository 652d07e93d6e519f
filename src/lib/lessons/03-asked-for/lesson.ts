import type { Lesson } from '../../session/lesson/lesson.ts';

export const lesson: Lesson = {
  title: 'The name you ask for is ignored',
  goal: 'tell a customer why the name in a command does not decide the name, and where Nova says so.',
  minutes: 6,
  release: '26.0.0',
  lab: { volumes: 2 },
  opening: [],
  parts: [
    {
      title: 'A polite request',
      text: [
        'The client lets you ask for a [[device name|device-name]]: `nova volume-attach SERVER VOLUME /dev/vdf`. Many scripts do it. The buttons of this page cannot, so open the terminal; the solution below can be put into its prompt.',
        'The [[libvirt]] driver has its own opinion of names, and it is the driver that is asked in the end.'
      ],
      predictions: [
        {
          ask: 'name',
          disk: 'volume1',
          ahead: ['attach volume1 as /dev/vdf'],
          question: 'You ask for volume1 to be attached as /dev/vdf. Which name does it get?'
        }
      ],
      goals: [
        { fact: 'volume', volume: 'volume1', status: 'in-use' },
        { fact: 'logged', text: 'Ignoring supplied device name: /dev/vdf' }
      ],
      hints: [
        'The goal is a line in nova-compute.log. Nova writes it only when it was asked for a name.',
        'Open the terminal and type the command from the text, with instance01 and the id of volume1. cinder list shows the id.',
        'Put the solution into the prompt and press Enter.'
      ],
      solution: ['attach volume1 as /dev/vdf'],
      after: [
        'vdb, as if you had said nothing. The log has it in plain words: “Ignoring supplied device name”. The client saw only the answer, with vdb in it. Who does not read the answer believes in vdf.'
      ]
    },
    {
      title: 'An impossible request',
      text: [
        'Now ask for something that cannot be: the name of the [[root disk|root-disk]]. It is taken, by the disk that the server runs from.',
        'There are several ways this could go. nova-api might refuse; libvirt might refuse later; or nothing of the kind.'
      ],
      predictions: [
        {
          ask: 'client',
          ahead: ['attach volume2 as /dev/vda'],
          question: 'You ask for volume2 as /dev/vda, which is the root disk. What does the client see?'
        },
        {
          ask: 'name',
          disk: 'volume2',
          ahead: ['attach volume2 as /dev/vda'],
          question: 'And which name does volume2 get?'
        }
      ],
      goals: [
        { fact: 'volume', volume: 'volume2', status: 'in-use' },
        { fact: 'logged', text: 'Ignoring supplied device name: /dev/vda' },
        { fact: 'verdict', kind: 'agree' }
      ],
      hints: [
        'It is the same command as before, with another volume and another name.',
        'What is ignored cannot be in anybody’s way.',
        'Put the solution into the prompt and press Enter.'
      ],
      solution: ['attach volume2 as /dev/vda'],
      after: [
        'The wish was ignored *before* anybody looked whether it could be granted. Only what does not look like a device at all, such as `vdx` without the `/dev/`, is refused by [[nova-api]].',
        'So a device name in a script or in a heat template is a comment, not an instruction. Inside the [[guest]], use the [[volume]]’s id under [[/dev/disk/by-id|by-id]].'
      ]
    }
  ],
  reading: [
    {
      title: 'LP 1075971, and why: names that were asked for collided',
      url: 'https://bugs.launchpad.net/nova/+bug/1075971'
    },
    {
      title: 'LP 1452224: since then the driver works the name out',
      url: 'https://bugs.launchpad.net/nova/+bug/1452224'
    },
    {
      title: 'Nova: LibvirtDriver.get_device_name_for_instance',
      url: 'https://github.com/openstack/nova/blob/26.0.0/nova/virt/libvirt/driver.py'
    }
  ],
  recorded: { name: 'requested device name ignored', deeds: 2 }
};
