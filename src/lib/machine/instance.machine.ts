/**
 * The life of a server: which operation is allowed where, and what state follows.
 *
 * Upstream: nova/compute/api.py (check_instance_state), nova/compute/vm_states.py, nova/compute/task_states.py and the
 * places in nova/compute/manager.py that save them. This is the only place that decides; the engine does the work and
 * says with a signal how far it got. Pure: no timers, no promises, so `transition` alone moves it.
 *
 * The page runs the table that is generated from this (transition-table.ts), which is smaller and quicker.
 */
import { assign, enqueueActions, setup } from 'xstate';
import { updateInstance, type Cloud } from '../engine/cloud/cloud.ts';
import type { Signal } from '../engine/cloud/operation.ts';
import { deliver, request, type Request } from '../engine/cloud/operations.ts';
import type { TaskState, VmState } from '../engine/nova/instance.ts';
import { conditions, type InstanceEvent } from './conditions.ts';
import type { InstanceContext } from './instance.ts';
import type { Saved } from './table.ts';

const machineSetup = setup({
  types: {
    context: {} as InstanceContext,
    events: {} as InstanceEvent,
    input: {} as { readonly cloud: Cloud },
    /** A vm_state that the lab only passes through, and the one that it goes on to. */
    meta: {} as { readonly restsAs: VmState }
  },
  guards: {
    isBusy: ({ context, event }) => conditions.isBusy(context.cloud, event),
    isAcceptable: ({ context, event }) => conditions.isAcceptable(context.cloud, event),
    resetsToActive: ({ context, event }) => conditions.resetsToActive(context.cloud, event),
    isPoweredOff: ({ context, event }) => conditions.isPoweredOff(context.cloud, event)
  },
  actions: {
    /** The request reaches nova-api. */
    request: assign(({ context, event }) => {
      const { cloud, report } = request(context.cloud, event as Request);
      return { cloud, report };
    }),
    /** One step of what is in flight; what it found out is told to the machine at once. */
    deliver: enqueueActions(({ context, enqueue }) => {
      const { cloud, report, signal } = deliver(context.cloud);
      enqueue.assign({ cloud, report });
      if (signal) enqueue.raise({ type: signal });
    }),
    /** Nova saves the instance (Instance.save). */
    save: assign(({ context }, saved: Saved) => ({ cloud: updateInstance(context.cloud, saved) }))
  }
});

/** A request that is acceptable in itself reaches nova-api and leaves the task_state alone. */
const accept = { guard: 'isAcceptable', actions: 'request' } as const;

/** A request that sets a task_state on its way. */
function into(target: string) {
  return { ...accept, target } as const;
}

/** Saves what a state stands for as it is entered. */
function saves(vm_state: VmState, task_state: TaskState | null = null) {
  return { type: 'save', params: { vm_state, task_state } } as const;
}

/** Where work that is over, or has failed, or goes on as something else, leads to. */
type Exits = Partial<Record<Signal, string | readonly { readonly guard?: 'isPoweredOff'; readonly target: string }[]>>;

/** The task states that an operation passes through in one vm_state; each next one is entered on the signal of its name. */
function tasks(vm_state: VmState, chain: readonly TaskState[], exits: Exits, whileRunning: object = {}) {
  const nodes = chain.map((task, index) => {
    const following = chain[index + 1];
    const onward = following ? { [`task.${following}`]: following } : exits;
    return [task, { entry: saves(vm_state, task), on: { ...whileRunning, ...onward } }] as const;
  });
  return Object.fromEntries(nodes);
}

const toActive = { done: '#instance.active' } as const;
const toError = { failed: '#instance.error' } as const;

const RESIZE = ['resize_prep', 'resize_migrating', 'resize_migrated', 'resize_finish'] as const;
const SOFT_REBOOT = ['rebooting', 'reboot_pending', 'reboot_started'] as const;
const HARD_REBOOT = ['reboot_pending_hard', 'reboot_started_hard'] as const;

/** A resize, which starts alike from active and from stopped. */
function resizing(vm_state: VmState) {
  return tasks(vm_state, RESIZE, { done: '#instance.resized' });
}

/** A hard reboot, which starts alike from every vm_state; asking again while it waits starts it anew. */
function hardRebooting(vm_state: VmState) {
  const again = { hardReboot: into('rebooting_hard') };
  return {
    rebooting_hard: {
      entry: saves(vm_state, 'rebooting_hard'),
      on: { ...again, 'task.reboot_pending_hard': 'reboot_pending_hard' }
    },
    ...tasks(vm_state, HARD_REBOOT, toActive)
  };
}

/** A rescue, which starts alike from every vm_state that allows it. */
function rescuing(vm_state: VmState) {
  return tasks(vm_state, ['rescuing'], { done: '#instance.rescued' });
}

/** A shelve; the server leaves its host at once. One that has no domain cannot be saved as an image, and stays. */
function shelving(vm_state: VmState) {
  const offload = { 'task.shelving_offloading': '#instance.shelved' } as const;
  const upload = 'shelving_image_uploading';
  return {
    shelving: { entry: saves(vm_state, 'shelving'), on: { ...offload, [`task.${upload}`]: upload, failed: 'idle' } },
    ...tasks(vm_state, [upload], offload)
  };
}

/** A rebuild, which starts alike from every vm_state that allows it. */
function rebuilding(vm_state: VmState, exits: Exits = toActive) {
  return tasks(vm_state, ['rebuilding', 'rebuild_block_device_mapping', 'rebuild_spawning'], exits);
}

/** What is allowed in every vm_state and in every task_state. */
const anywhere = {
  delete: into('#instance.deleting'),
  resetState: [
    { guard: 'resetsToActive', actions: 'request', target: '#instance.active' },
    { actions: 'request', target: '#instance.error' }
  ]
} as const;

/** What a hard reboot can cut short. */
const untilHardReboot = { hardReboot: into('rebooting_hard') } as const;

/** nova-compute finds that the domain does not do what the vm_state says, and stops the server. */
const outOfSync = { 'task.powering-off': 'powering-off' } as const;

const volumeOperations = { attach: accept, detach: accept } as const;

const resizedOperations = {
  ...volumeOperations,
  confirm: into('confirming'),
  revert: into('resize_reverting')
} as const;

export const instanceMachine = machineSetup.createMachine({
  id: 'instance',
  context: ({ input }) => ({ cloud: input.cloud, report: null }),
  initial: 'building',
  // What Cinder or libvirt is asked does not depend on what Nova thinks of the server.
  on: { step: { guard: 'isBusy', actions: 'deliver' }, resetVolume: accept, operator: accept },
  states: {
    building: {
      initial: 'scheduling',
      on: { ...anywhere, failed: '#instance.error.never_launched' },
      states: tasks('building', ['scheduling', 'block_device_mapping', 'spawning'], toActive)
    },
    active: {
      initial: 'idle',
      on: { ...anywhere, ...toError },
      states: {
        idle: {
          entry: saves('active'),
          on: {
            ...volumeOperations,
            ...outOfSync,
            resize: into('resize_prep'),
            softReboot: into('rebooting'),
            hardReboot: into('rebooting_hard'),
            stop: into('powering-off'),
            pause: into('pausing'),
            suspend: into('suspending'),
            rescue: into('rescuing'),
            shelve: into('shelving'),
            rebuild: into('rebuilding')
          }
        },
        ...resizing('active'),
        ...tasks('active', SOFT_REBOOT, { done: 'idle' }, untilHardReboot),
        ...hardRebooting('active'),
        ...tasks('active', ['powering-off'], { done: '#instance.stopped' }),
        ...tasks('active', ['pausing'], { done: '#instance.paused', failed: 'idle' }, untilHardReboot),
        ...tasks('active', ['suspending'], { done: '#instance.suspended' }, untilHardReboot),
        ...rescuing('active'),
        ...shelving('active'),
        ...rebuilding('active')
      }
    },
    stopped: {
      initial: 'idle',
      on: { ...anywhere, ...toError },
      states: {
        idle: {
          entry: saves('stopped'),
          on: {
            ...volumeOperations,
            ...outOfSync,
            resize: into('resize_prep'),
            hardReboot: into('rebooting_hard'),
            start: into('powering-on'),
            rescue: into('rescuing'),
            shelve: into('shelving'),
            rebuild: into('rebuilding')
          }
        },
        ...resizing('stopped'),
        ...hardRebooting('stopped'),
        ...rescuing('stopped'),
        ...shelving('stopped'),
        /** A server that was off is switched off again. */
        ...rebuilding('stopped', { 'task.powering-off': '#instance.active.powering-off' }),
        ...tasks('stopped', ['powering-off'], { done: 'idle' }),
        ...tasks('stopped', ['powering-on'], { ...toActive, failed: 'idle' })
      }
    },
    resized: {
      initial: 'idle',
      on: { ...anywhere, ...toError },
      states: {
        idle: {
          entry: saves('resized'),
          on: resizedOperations
        },
        /** The migration is confirming; the instance's row does not show it, so all is allowed that was. */
        confirming: {
          entry: saves('resized'),
          on: {
            ...resizedOperations,
            done: [{ guard: 'isPoweredOff', target: '#instance.stopped' }, { target: '#instance.active' }]
          }
        },
        ...tasks('resized', ['resize_reverting'], { ...toActive, 'task.powering-off': 'powering-off' }),
        ...tasks('resized', ['powering-off'], { done: '#instance.stopped' })
      }
    },
    paused: {
      initial: 'idle',
      on: { ...anywhere, ...toError },
      states: {
        idle: {
          entry: saves('paused'),
          on: {
            ...volumeOperations,
            ...outOfSync,
            ...untilHardReboot,
            unpause: into('unpausing'),
            shelve: into('shelving')
          }
        },
        ...hardRebooting('paused'),
        ...tasks('paused', ['unpausing'], { ...toActive, failed: 'idle' }, untilHardReboot),
        ...tasks('paused', ['powering-off'], { done: '#instance.stopped' }),
        ...shelving('paused')
      }
    },
    suspended: {
      initial: 'idle',
      on: { ...anywhere, ...toError },
      states: {
        idle: {
          entry: saves('suspended'),
          on: { ...untilHardReboot, resume: into('resuming'), shelve: into('shelving') }
        },
        ...hardRebooting('suspended'),
        ...tasks('suspended', ['resuming'], toActive, untilHardReboot),
        ...shelving('suspended')
      }
    },
    rescued: {
      initial: 'idle',
      on: { ...anywhere, ...toError },
      states: {
        idle: { entry: saves('rescued'), on: { unrescue: into('unrescuing') } },
        ...tasks('rescued', ['unrescuing'], toActive)
      }
    },
    shelved: {
      meta: { restsAs: 'shelved_offloaded' },
      entry: saves('shelved', 'shelving_offloading'),
      on: { ...anywhere, ...toError, done: 'shelved_offloaded' }
    },
    shelved_offloaded: {
      initial: 'idle',
      on: anywhere,
      states: {
        idle: { entry: saves('shelved_offloaded'), on: { ...volumeOperations, unshelve: into('unshelving') } },
        ...tasks('shelved_offloaded', ['unshelving', 'spawning'], { ...toActive, failed: 'idle' })
      }
    },
    error: {
      initial: 'idle',
      on: { ...anywhere, failed: '.idle' },
      states: {
        idle: {
          entry: saves('error'),
          on: {
            ...untilHardReboot,
            stop: into('powering-off'),
            rescue: into('rescuing'),
            rebuild: into('rebuilding')
          }
        },
        /** The build failed: there is nothing yet that could be rebooted or stopped (check_instance_state, launched_at). */
        never_launched: { entry: saves('error') },
        ...hardRebooting('error'),
        ...rescuing('error'),
        ...rebuilding('error'),
        ...tasks('error', ['powering-off'], { done: '#instance.stopped' })
      }
    },
    deleting: {
      entry: { type: 'save', params: { task_state: 'deleting' } },
      on: { delete: accept, done: 'deleted' }
    },
    deleted: { entry: saves('deleted') }
  }
});
