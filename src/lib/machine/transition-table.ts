/** Generated from instance.machine.ts by `npm run generate`; a test holds the two equal. */
import type { TransitionTable } from './table.ts';

export const transitionTable: TransitionTable = {
  initial: 'building.scheduling',
  states: {
    '': {
      on: {
        step: [{ guard: 'isBusy', action: 'deliver' }],
        resetVolume: [{ guard: 'isAcceptable', action: 'request' }],
        operator: [{ guard: 'isAcceptable', action: 'request' }]
      }
    },
    building: {
      on: {
        delete: [{ guard: 'isAcceptable', action: 'request', target: 'deleting' }],
        resetState: [
          { guard: 'resetsToActive', action: 'request', target: 'active.idle' },
          { action: 'request', target: 'error.idle' }
        ],
        failed: [{ target: 'error.never_launched' }]
      }
    },
    'building.scheduling': {
      saves: { vm_state: 'building', task_state: 'scheduling' },
      on: { 'task.block_device_mapping': [{ target: 'building.block_device_mapping' }] }
    },
    'building.block_device_mapping': {
      saves: { vm_state: 'building', task_state: 'block_device_mapping' },
      on: { 'task.spawning': [{ target: 'building.spawning' }] }
    },
    'building.spawning': {
      saves: { vm_state: 'building', task_state: 'spawning' },
      on: { done: [{ target: 'active.idle' }] }
    },
    active: {
      on: {
        delete: [{ guard: 'isAcceptable', action: 'request', target: 'deleting' }],
        resetState: [
          { guard: 'resetsToActive', action: 'request', target: 'active.idle' },
          { action: 'request', target: 'error.idle' }
        ],
        failed: [{ target: 'error.idle' }]
      }
    },
    'active.idle': {
      saves: { vm_state: 'active', task_state: null },
      on: {
        attach: [{ guard: 'isAcceptable', action: 'request' }],
        detach: [{ guard: 'isAcceptable', action: 'request' }],
        'task.powering-off': [{ target: 'active.powering-off' }],
        resize: [{ guard: 'isAcceptable', action: 'request', target: 'active.resize_prep' }],
        softReboot: [{ guard: 'isAcceptable', action: 'request', target: 'active.rebooting' }],
        hardReboot: [{ guard: 'isAcceptable', action: 'request', target: 'active.rebooting_hard' }],
        stop: [{ guard: 'isAcceptable', action: 'request', target: 'active.powering-off' }],
        pause: [{ guard: 'isAcceptable', action: 'request', target: 'active.pausing' }],
        suspend: [{ guard: 'isAcceptable', action: 'request', target: 'active.suspending' }],
        rescue: [{ guard: 'isAcceptable', action: 'request', target: 'active.rescuing' }],
        shelve: [{ guard: 'isAcceptable', action: 'request', target: 'active.shelving' }],
        rebuild: [{ guard: 'isAcceptable', action: 'request', target: 'active.rebuilding' }]
      }
    },
    'active.resize_prep': {
      saves: { vm_state: 'active', task_state: 'resize_prep' },
      on: { 'task.resize_migrating': [{ target: 'active.resize_migrating' }] }
    },
    'active.resize_migrating': {
      saves: { vm_state: 'active', task_state: 'resize_migrating' },
      on: { 'task.resize_migrated': [{ target: 'active.resize_migrated' }] }
    },
    'active.resize_migrated': {
      saves: { vm_state: 'active', task_state: 'resize_migrated' },
      on: { 'task.resize_finish': [{ target: 'active.resize_finish' }] }
    },
    'active.resize_finish': {
      saves: { vm_state: 'active', task_state: 'resize_finish' },
      on: { done: [{ target: 'resized.idle' }] }
    },
    'active.rebooting': {
      saves: { vm_state: 'active', task_state: 'rebooting' },
      on: {
        hardReboot: [{ guard: 'isAcceptable', action: 'request', target: 'active.rebooting_hard' }],
        'task.reboot_pending': [{ target: 'active.reboot_pending' }]
      }
    },
    'active.reboot_pending': {
      saves: { vm_state: 'active', task_state: 'reboot_pending' },
      on: {
        hardReboot: [{ guard: 'isAcceptable', action: 'request', target: 'active.rebooting_hard' }],
        'task.reboot_started': [{ target: 'active.reboot_started' }]
      }
    },
    'active.reboot_started': {
      saves: { vm_state: 'active', task_state: 'reboot_started' },
      on: {
        hardReboot: [{ guard: 'isAcceptable', action: 'request', target: 'active.rebooting_hard' }],
        done: [{ target: 'active.idle' }]
      }
    },
    'active.rebooting_hard': {
      saves: { vm_state: 'active', task_state: 'rebooting_hard' },
      on: {
        hardReboot: [{ guard: 'isAcceptable', action: 'request', target: 'active.rebooting_hard' }],
        'task.reboot_pending_hard': [{ target: 'active.reboot_pending_hard' }]
      }
    },
    'active.reboot_pending_hard': {
      saves: { vm_state: 'active', task_state: 'reboot_pending_hard' },
      on: { 'task.reboot_started_hard': [{ target: 'active.reboot_started_hard' }] }
    },
    'active.reboot_started_hard': {
      saves: { vm_state: 'active', task_state: 'reboot_started_hard' },
      on: { done: [{ target: 'active.idle' }] }
    },
    'active.powering-off': {
      saves: { vm_state: 'active', task_state: 'powering-off' },
      on: { done: [{ target: 'stopped.idle' }] }
    },
    'active.pausing': {
      saves: { vm_state: 'active', task_state: 'pausing' },
      on: {
        hardReboot: [{ guard: 'isAcceptable', action: 'request', target: 'active.rebooting_hard' }],
        done: [{ target: 'paused.idle' }],
        failed: [{ target: 'active.idle' }]
      }
    },
    'active.suspending': {
      saves: { vm_state: 'active', task_state: 'suspending' },
      on: {
        hardReboot: [{ guard: 'isAcceptable', action: 'request', target: 'active.rebooting_hard' }],
        done: [{ target: 'suspended.idle' }]
      }
    },
    'active.rescuing': {
      saves: { vm_state: 'active', task_state: 'rescuing' },
      on: { done: [{ target: 'rescued.idle' }] }
    },
    'active.shelving': {
      saves: { vm_state: 'active', task_state: 'shelving' },
      on: {
        'task.shelving_offloading': [{ target: 'shelved' }],
        'task.shelving_image_uploading': [{ target: 'active.shelving_image_uploading' }],
        failed: [{ target: 'active.idle' }]
      }
    },
    'active.shelving_image_uploading': {
      saves: { vm_state: 'active', task_state: 'shelving_image_uploading' },
      on: { 'task.shelving_offloading': [{ target: 'shelved' }] }
    },
    'active.rebuilding': {
      saves: { vm_state: 'active', task_state: 'rebuilding' },
      on: { 'task.rebuild_block_device_mapping': [{ target: 'active.rebuild_block_device_mapping' }] }
    },
    'active.rebuild_block_device_mapping': {
      saves: { vm_state: 'active', task_state: 'rebuild_block_device_mapping' },
      on: { 'task.rebuild_spawning': [{ target: 'active.rebuild_spawning' }] }
    },
    'active.rebuild_spawning': {
      saves: { vm_state: 'active', task_state: 'rebuild_spawning' },
      on: { done: [{ target: 'active.idle' }] }
    },
    stopped: {
      on: {
        delete: [{ guard: 'isAcceptable', action: 'request', target: 'deleting' }],
        resetState: [
          { guard: 'resetsToActive', action: 'request', target: 'active.idle' },
          { action: 'request', target: 'error.idle' }
        ],
        failed: [{ target: 'error.idle' }]
      }
    },
    'stopped.idle': {
      saves: { vm_state: 'stopped', task_state: null },
      on: {
        attach: [{ guard: 'isAcceptable', action: 'request' }],
        detach: [{ guard: 'isAcceptable', action: 'request' }],
        'task.powering-off': [{ target: 'stopped.powering-off' }],
        resize: [{ guard: 'isAcceptable', action: 'request', target: 'stopped.resize_prep' }],
        hardReboot: [{ guard: 'isAcceptable', action: 'request', target: 'stopped.rebooting_hard' }],
        start: [{ guard: 'isAcceptable', action: 'request', target: 'stopped.powering-on' }],
        rescue: [{ guard: 'isAcceptable', action: 'request', target: 'stopped.rescuing' }],
        shelve: [{ guard: 'isAcceptable', action: 'request', target: 'stopped.shelving' }],
        rebuild: [{ guard: 'isAcceptable', action: 'request', target: 'stopped.rebuilding' }]
      }
    },
    'stopped.resize_prep': {
      saves: { vm_state: 'stopped', task_state: 'resize_prep' },
      on: { 'task.resize_migrating': [{ target: 'stopped.resize_migrating' }] }
    },
    'stopped.resize_migrating': {
      saves: { vm_state: 'stopped', task_state: 'resize_migrating' },
      on: { 'task.resize_migrated': [{ target: 'stopped.resize_migrated' }] }
    },
    'stopped.resize_migrated': {
      saves: { vm_state: 'stopped', task_state: 'resize_migrated' },
      on: { 'task.resize_finish': [{ target: 'stopped.resize_finish' }] }
    },
    'stopped.resize_finish': {
      saves: { vm_state: 'stopped', task_state: 'resize_finish' },
      on: { done: [{ target: 'resized.idle' }] }
    },
    'stopped.rebooting_hard': {
      saves: { vm_state: 'stopped', task_state: 'rebooting_hard' },
      on: {
        hardReboot: [{ guard: 'isAcceptable', action: 'request', target: 'stopped.rebooting_hard' }],
        'task.reboot_pending_hard': [{ target: 'stopped.reboot_pending_hard' }]
      }
    },
    'stopped.reboot_pending_hard': {
      saves: { vm_state: 'stopped', task_state: 'reboot_pending_hard' },
      on: { 'task.reboot_started_hard': [{ target: 'stopped.reboot_started_hard' }] }
    },
    'stopped.reboot_started_hard': {
      saves: { vm_state: 'stopped', task_state: 'reboot_started_hard' },
      on: { done: [{ target: 'active.idle' }] }
    },
    'stopped.rescuing': {
      saves: { vm_state: 'stopped', task_state: 'rescuing' },
      on: { done: [{ target: 'rescued.idle' }] }
    },
    'stopped.shelving': {
      saves: { vm_state: 'stopped', task_state: 'shelving' },
      on: {
        'task.shelving_offloading': [{ target: 'shelved' }],
        'task.shelving_image_uploading': [{ target: 'stopped.shelving_image_uploading' }],
        failed: [{ target: 'stopped.idle' }]
      }
    },
    'stopped.shelving_image_uploading': {
      saves: { vm_state: 'stopped', task_state: 'shelving_image_uploading' },
      on: { 'task.shelving_offloading': [{ target: 'shelved' }] }
    },
    'stopped.rebuilding': {
      saves: { vm_state: 'stopped', task_state: 'rebuilding' },
      on: { 'task.rebuild_block_device_mapping': [{ target: 'stopped.rebuild_block_device_mapping' }] }
    },
    'stopped.rebuild_block_device_mapping': {
      saves: { vm_state: 'stopped', task_state: 'rebuild_block_device_mapping' },
      on: { 'task.rebuild_spawning': [{ target: 'stopped.rebuild_spawning' }] }
    },
    'stopped.rebuild_spawning': {
      saves: { vm_state: 'stopped', task_state: 'rebuild_spawning' },
      on: { 'task.powering-off': [{ target: 'active.powering-off' }] }
    },
    'stopped.powering-off': {
      saves: { vm_state: 'stopped', task_state: 'powering-off' },
      on: { done: [{ target: 'stopped.idle' }] }
    },
    'stopped.powering-on': {
      saves: { vm_state: 'stopped', task_state: 'powering-on' },
      on: { done: [{ target: 'active.idle' }], failed: [{ target: 'stopped.idle' }] }
    },
    resized: {
      on: {
        delete: [{ guard: 'isAcceptable', action: 'request', target: 'deleting' }],
        resetState: [
          { guard: 'resetsToActive', action: 'request', target: 'active.idle' },
          { action: 'request', target: 'error.idle' }
        ],
        failed: [{ target: 'error.idle' }]
      }
    },
    'resized.idle': {
      saves: { vm_state: 'resized', task_state: null },
      on: {
        attach: [{ guard: 'isAcceptable', action: 'request' }],
        detach: [{ guard: 'isAcceptable', action: 'request' }],
        confirm: [{ guard: 'isAcceptable', action: 'request', target: 'resized.confirming' }],
        revert: [{ guard: 'isAcceptable', action: 'request', target: 'resized.resize_reverting' }]
      }
    },
    'resized.confirming': {
      saves: { vm_state: 'resized', task_state: null },
      on: {
        attach: [{ guard: 'isAcceptable', action: 'request' }],
        detach: [{ guard: 'isAcceptable', action: 'request' }],
        confirm: [{ guard: 'isAcceptable', action: 'request', target: 'resized.confirming' }],
        revert: [{ guard: 'isAcceptable', action: 'request', target: 'resized.resize_reverting' }],
        done: [{ guard: 'isPoweredOff', target: 'stopped.idle' }, { target: 'active.idle' }]
      }
    },
    'resized.resize_reverting': {
      saves: { vm_state: 'resized', task_state: 'resize_reverting' },
      on: { done: [{ target: 'active.idle' }], 'task.powering-off': [{ target: 'resized.powering-off' }] }
    },
    'resized.powering-off': {
      saves: { vm_state: 'resized', task_state: 'powering-off' },
      on: { done: [{ target: 'stopped.idle' }] }
    },
    paused: {
      on: {
        delete: [{ guard: 'isAcceptable', action: 'request', target: 'deleting' }],
        resetState: [
          { guard: 'resetsToActive', action: 'request', target: 'active.idle' },
          { action: 'request', target: 'error.idle' }
        ],
        failed: [{ target: 'error.idle' }]
      }
    },
    'paused.idle': {
      saves: { vm_state: 'paused', task_state: null },
      on: {
        attach: [{ guard: 'isAcceptable', action: 'request' }],
        detach: [{ guard: 'isAcceptable', action: 'request' }],
        'task.powering-off': [{ target: 'paused.powering-off' }],
        hardReboot: [{ guard: 'isAcceptable', action: 'request', target: 'paused.rebooting_hard' }],
        unpause: [{ guard: 'isAcceptable', action: 'request', target: 'paused.unpausing' }],
        shelve: [{ guard: 'isAcceptable', action: 'request', target: 'paused.shelving' }]
      }
    },
    'paused.rebooting_hard': {
      saves: { vm_state: 'paused', task_state: 'rebooting_hard' },
      on: {
        hardReboot: [{ guard: 'isAcceptable', action: 'request', target: 'paused.rebooting_hard' }],
        'task.reboot_pending_hard': [{ target: 'paused.reboot_pending_hard' }]
      }
    },
    'paused.reboot_pending_hard': {
      saves: { vm_state: 'paused', task_state: 'reboot_pending_hard' },
      on: { 'task.reboot_started_hard': [{ target: 'paused.reboot_started_hard' }] }
    },
    'paused.reboot_started_hard': {
      saves: { vm_state: 'paused', task_state: 'reboot_started_hard' },
      on: { done: [{ target: 'active.idle' }] }
    },
    'paused.unpausing': {
      saves: { vm_state: 'paused', task_state: 'unpausing' },
      on: {
        hardReboot: [{ guard: 'isAcceptable', action: 'request', target: 'paused.rebooting_hard' }],
        done: [{ target: 'active.idle' }],
        failed: [{ target: 'paused.idle' }]
      }
    },
    'paused.powering-off': {
      saves: { vm_state: 'paused', task_state: 'powering-off' },
      on: { done: [{ target: 'stopped.idle' }] }
    },
    'paused.shelving': {
      saves: { vm_state: 'paused', task_state: 'shelving' },
      on: {
        'task.shelving_offloading': [{ target: 'shelved' }],
        'task.shelving_image_uploading': [{ target: 'paused.shelving_image_uploading' }],
        failed: [{ target: 'paused.idle' }]
      }
    },
    'paused.shelving_image_uploading': {
      saves: { vm_state: 'paused', task_state: 'shelving_image_uploading' },
      on: { 'task.shelving_offloading': [{ target: 'shelved' }] }
    },
    suspended: {
      on: {
        delete: [{ guard: 'isAcceptable', action: 'request', target: 'deleting' }],
        resetState: [
          { guard: 'resetsToActive', action: 'request', target: 'active.idle' },
          { action: 'request', target: 'error.idle' }
        ],
        failed: [{ target: 'error.idle' }]
      }
    },
    'suspended.idle': {
      saves: { vm_state: 'suspended', task_state: null },
      on: {
        hardReboot: [{ guard: 'isAcceptable', action: 'request', target: 'suspended.rebooting_hard' }],
        resume: [{ guard: 'isAcceptable', action: 'request', target: 'suspended.resuming' }],
        shelve: [{ guard: 'isAcceptable', action: 'request', target: 'suspended.shelving' }]
      }
    },
    'suspended.rebooting_hard': {
      saves: { vm_state: 'suspended', task_state: 'rebooting_hard' },
      on: {
        hardReboot: [{ guard: 'isAcceptable', action: 'request', target: 'suspended.rebooting_hard' }],
        'task.reboot_pending_hard': [{ target: 'suspended.reboot_pending_hard' }]
      }
    },
    'suspended.reboot_pending_hard': {
      saves: { vm_state: 'suspended', task_state: 'reboot_pending_hard' },
      on: { 'task.reboot_started_hard': [{ target: 'suspended.reboot_started_hard' }] }
    },
    'suspended.reboot_started_hard': {
      saves: { vm_state: 'suspended', task_state: 'reboot_started_hard' },
      on: { done: [{ target: 'active.idle' }] }
    },
    'suspended.resuming': {
      saves: { vm_state: 'suspended', task_state: 'resuming' },
      on: {
        hardReboot: [{ guard: 'isAcceptable', action: 'request', target: 'suspended.rebooting_hard' }],
        done: [{ target: 'active.idle' }]
      }
    },
    'suspended.shelving': {
      saves: { vm_state: 'suspended', task_state: 'shelving' },
      on: {
        'task.shelving_offloading': [{ target: 'shelved' }],
        'task.shelving_image_uploading': [{ target: 'suspended.shelving_image_uploading' }],
        failed: [{ target: 'suspended.idle' }]
      }
    },
    'suspended.shelving_image_uploading': {
      saves: { vm_state: 'suspended', task_state: 'shelving_image_uploading' },
      on: { 'task.shelving_offloading': [{ target: 'shelved' }] }
    },
    rescued: {
      on: {
        delete: [{ guard: 'isAcceptable', action: 'request', target: 'deleting' }],
        resetState: [
          { guard: 'resetsToActive', action: 'request', target: 'active.idle' },
          { action: 'request', target: 'error.idle' }
        ],
        failed: [{ target: 'error.idle' }]
      }
    },
    'rescued.idle': {
      saves: { vm_state: 'rescued', task_state: null },
      on: { unrescue: [{ guard: 'isAcceptable', action: 'request', target: 'rescued.unrescuing' }] }
    },
    'rescued.unrescuing': {
      saves: { vm_state: 'rescued', task_state: 'unrescuing' },
      on: { done: [{ target: 'active.idle' }] }
    },
    shelved: {
      saves: { vm_state: 'shelved', task_state: 'shelving_offloading' },
      restsAs: 'shelved_offloaded',
      on: {
        delete: [{ guard: 'isAcceptable', action: 'request', target: 'deleting' }],
        resetState: [
          { guard: 'resetsToActive', action: 'request', target: 'active.idle' },
          { action: 'request', target: 'error.idle' }
        ],
        failed: [{ target: 'error.idle' }],
        done: [{ target: 'shelved_offloaded.idle' }]
      }
    },
    shelved_offloaded: {
      on: {
        delete: [{ guard: 'isAcceptable', action: 'request', target: 'deleting' }],
        resetState: [
          { guard: 'resetsToActive', action: 'request', target: 'active.idle' },
          { action: 'request', target: 'error.idle' }
        ]
      }
    },
    'shelved_offloaded.idle': {
      saves: { vm_state: 'shelved_offloaded', task_state: null },
      on: {
        attach: [{ guard: 'isAcceptable', action: 'request' }],
        detach: [{ guard: 'isAcceptable', action: 'request' }],
        unshelve: [{ guard: 'isAcceptable', action: 'request', target: 'shelved_offloaded.unshelving' }]
      }
    },
    'shelved_offloaded.unshelving': {
      saves: { vm_state: 'shelved_offloaded', task_state: 'unshelving' },
      on: { 'task.spawning': [{ target: 'shelved_offloaded.spawning' }] }
    },
    'shelved_offloaded.spawning': {
      saves: { vm_state: 'shelved_offloaded', task_state: 'spawning' },
      on: { done: [{ target: 'active.idle' }], failed: [{ target: 'shelved_offloaded.idle' }] }
    },
    error: {
      on: {
        delete: [{ guard: 'isAcceptable', action: 'request', target: 'deleting' }],
        resetState: [
          { guard: 'resetsToActive', action: 'request', target: 'active.idle' },
          { action: 'request', target: 'error.idle' }
        ],
        failed: [{ target: 'error.idle' }]
      }
    },
    'error.idle': {
      saves: { vm_state: 'error', task_state: null },
      on: {
        hardReboot: [{ guard: 'isAcceptable', action: 'request', target: 'error.rebooting_hard' }],
        stop: [{ guard: 'isAcceptable', action: 'request', target: 'error.powering-off' }],
        rescue: [{ guard: 'isAcceptable', action: 'request', target: 'error.rescuing' }],
        rebuild: [{ guard: 'isAcceptable', action: 'request', target: 'error.rebuilding' }]
      }
    },
    'error.never_launched': { saves: { vm_state: 'error', task_state: null }, on: {} },
    'error.rebooting_hard': {
      saves: { vm_state: 'error', task_state: 'rebooting_hard' },
      on: {
        hardReboot: [{ guard: 'isAcceptable', action: 'request', target: 'error.rebooting_hard' }],
        'task.reboot_pending_hard': [{ target: 'error.reboot_pending_hard' }]
      }
    },
    'error.reboot_pending_hard': {
      saves: { vm_state: 'error', task_state: 'reboot_pending_hard' },
      on: { 'task.reboot_started_hard': [{ target: 'error.reboot_started_hard' }] }
    },
    'error.reboot_started_hard': {
      saves: { vm_state: 'error', task_state: 'reboot_started_hard' },
      on: { done: [{ target: 'active.idle' }] }
    },
    'error.rescuing': {
      saves: { vm_state: 'error', task_state: 'rescuing' },
      on: { done: [{ target: 'rescued.idle' }] }
    },
    'error.rebuilding': {
      saves: { vm_state: 'error', task_state: 'rebuilding' },
      on: { 'task.rebuild_block_device_mapping': [{ target: 'error.rebuild_block_device_mapping' }] }
    },
    'error.rebuild_block_device_mapping': {
      saves: { vm_state: 'error', task_state: 'rebuild_block_device_mapping' },
      on: { 'task.rebuild_spawning': [{ target: 'error.rebuild_spawning' }] }
    },
    'error.rebuild_spawning': {
      saves: { vm_state: 'error', task_state: 'rebuild_spawning' },
      on: { done: [{ target: 'active.idle' }] }
    },
    'error.powering-off': {
      saves: { vm_state: 'error', task_state: 'powering-off' },
      on: { done: [{ target: 'stopped.idle' }] }
    },
    deleting: {
      saves: { task_state: 'deleting' },
      on: { delete: [{ guard: 'isAcceptable', action: 'request' }], done: [{ target: 'deleted' }] }
    },
    deleted: { saves: { vm_state: 'deleted', task_state: null }, on: {} }
  }
};
