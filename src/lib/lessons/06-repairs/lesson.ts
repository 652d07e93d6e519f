import type { Lesson } from '../../session/lesson/lesson.ts';

export const lesson: Lesson = {
  title: 'Repairs compared, and what each costs',
  goal: 'choose the repair that does the least harm, and name the operations that repair nothing.',
  minutes: 12,
  release: '26.0.0',
  lab: {},
  opening: ['attach volume1', 'resize small-with-swap', 'confirm', 'detach volume1'],
  parts: [
    {
      title: 'The first thing everybody tries',
      text: [
        'The server has a [[latent conflict|latent-conflict]]: Nova will ask for vdc, [[libvirt]] has swap there. The customer wants it mended, and asks whether a reboot would do.',
        'A [[soft reboot|soft-reboot]] asks the [[guest]] to restart. The guest does; its kernel even counts its disks anew. What happens to the [[domain]]?'
      ],
      predictions: [
        { ask: 'repairs', way: 'softReboot', ahead: [], question: 'Does a soft reboot repair it?' },
        {
          ask: 'guest name',
          disk: 'swap',
          ahead: ['softReboot'],
          question: 'And what does the guest call its swap disk afterwards?'
        }
      ],
      goals: [
        { fact: 'asked', request: 'softReboot' },
        { fact: 'verdict', kind: 'latent' }
      ],
      hints: [
        'Do what the customer asks for.',
        'The goal is to see it not help.',
        'Press Soft reboot, then Run to end.'
      ],
      solution: ['softReboot'],
      after: [
        'The domain is the same as before, because a soft reboot starts the definition that is there. So the conflict is the same too. But the guest has renamed its [[swap disk]]: now three places have two names for it. A soft reboot can make things *look* different without making them better.'
      ]
    },
    {
      title: 'What leaves the domain alone',
      text: [
        'A soft reboot is not the only operation that sounds like a repair and is none. Three pairs more keep the names that the domain has, and compute nothing.',
        '*Pause and unpause* stop the processors for a while. *Suspend and resume* write the memory to disk and start the definition that is there. *Rescue* makes a domain of its own, with a rescue image on vda and no [[volume]]. But Nova keeps the old definition in the file `unrescue.xml`, and *unrescue* starts that.',
        'Try one of them: suspend the server and resume it.'
      ],
      predictions: [
        {
          ask: 'verdict',
          ahead: ['suspend', 'resume'],
          question: 'The server is suspended and resumed. How do Nova and libvirt stand to each other?'
        },
        {
          ask: 'verdict',
          ahead: ['rescue', 'unrescue'],
          question: 'And after a rescue and an unrescue?'
        },
        {
          ask: 'guest name',
          disk: 'swap',
          ahead: ['suspend', 'resume'],
          question: 'What does the guest call its swap disk after the resume?'
        }
      ],
      goals: [
        { fact: 'asked', request: 'resume' },
        { fact: 'server', status: 'ACTIVE' },
        { fact: 'verdict', kind: 'latent' }
      ],
      hints: [
        'The goal is to see it not help, once more.',
        'Suspend and Resume are under More operations.',
        'Suspend, Run to end, Resume, Run to end.'
      ],
      solution: ['suspend', 'resume'],
      after: [
        'The same definition was started, with the memory that was saved. The guest did not even boot, so it did not count its disks again either.'
      ]
    },
    {
      title: 'What builds the domain anew',
      text: [
        'Four operations throw the domain away and make a new one from Nova’s [[disk mapping|disk-mapping]]. All four repair the conflict, and all four interrupt the server. They differ in what else they cost:',
        '*Stop and start* asks the guest to shut down first, and waits a minute by default before it pulls the plug. *[[Hard reboot]]* pulls the plug at once, as in a power cut: for a guest that does not answer. *[[Shelve]] and unshelve* does the same as stop and start, and besides copies the root disk to an image and back; the server may land on another host. *[[Rebuild]]* makes the [[root disk|root-disk]] anew from its image: everything on it is lost.',
        'Predict first, then repair the server in the way that you would answer for.'
      ],
      predictions: [
        { ask: 'repairs', way: 'shelveUnshelve', ahead: [], question: 'Does shelve and unshelve repair it?' },
        { ask: 'repairs', way: 'rebuild', ahead: [], question: 'Does a rebuild repair it?' },
        { ask: 'gentlest repair', ahead: [], question: 'Which way repairs it with the least harm?' }
      ],
      goals: [{ fact: 'verdict', kind: 'agree' }, { fact: 'server', status: 'ACTIVE' }, { fact: 'root kept' }],
      hints: [
        'The root disk must keep its content, so one of the four is out.',
        'When you have guessed, the pane “Repairs” beside the picture has tried all ways and says what each costs.',
        'Press Stop, Run to end, Start, Run to end.'
      ],
      solution: ['stop', 'start'],
      after: [
        'Swap is vdb on both sides. Stop and start takes one operation more than a hard reboot. The count of operations is not the count of harm: here the longer way is the kinder one.',
        'The log of the start sounds alarming: “Instance destroyed successfully”, “Instance rebooted successfully”. For the driver a start is a hard reboot of what is off, so it clears away a domain first, even where none runs.',
        'A [[resize]] builds the domain anew as well, as lesson 4 has shown. It is not among the four because it changes more than the names.'
      ]
    },
    {
      title: 'Prove it',
      text: [
        'A repair is not finished before the thing works that the customer wanted. Attach volume1, and look at every column before you close the ticket.'
      ],
      predictions: [
        {
          ask: 'client',
          ahead: ['attach volume1'],
          question: 'volume1 is attached. What does the client see this time?'
        }
      ],
      goals: [
        { fact: 'volume', volume: 'volume1', status: 'in-use' },
        { fact: 'place', truth: 'domain', disk: 'volume1', device: 'vdc' },
        { fact: 'verdict', kind: 'agree' }
      ],
      hints: ['One operation is left.', 'It is the one that failed before.', 'Press Attach volume, then Run to end.'],
      solution: ['attach volume1'],
      after: [
        'The same 200 and the same vdc as in the failing case: the client cannot tell the two apart by the answer. Only the volume’s status can: *in-use*, and still so a minute later.'
      ]
    }
  ],
  reading: [
    { title: 'Nova documentation: reboot an instance', url: 'https://docs.openstack.org/nova/latest/user/reboot.html' },
    {
      title: 'Nova: LibvirtDriver._hard_reboot, _soft_reboot, resume and unrescue',
      url: 'https://github.com/openstack/nova/blob/26.0.0/nova/virt/libvirt/driver.py'
    }
  ],
  recorded: { name: 'swap-resize repaired by stop and start', deeds: 4 }
};
