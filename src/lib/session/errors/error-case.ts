/**
 * Ways to meet an error: a lab, what is done in it, and where the error then stands. What it says is asked of the engine.
 */
import type { Request } from '../../engine/cloud/operations.ts';
import { targetDev } from '../../engine/libvirt/disk.ts';
import type { Release } from '../../engine/nova/releases/release.ts';
import { articleSettings, type LabSettings } from '../lab-settings.ts';
import { bootVolume, dataVolumes } from '../lab-volumes.ts';
import type { Deed } from '../lesson/lesson.ts';

/** One way to meet an error. */
export interface ErrorCase {
  /** What is different from the article's lab. */
  readonly settings: Partial<Omit<LabSettings, 'release'>>;
  /** What is done; the last brings the error. A release that refuses an earlier one does not know the case. */
  readonly deeds: readonly (Deed | Request)[];
  /** The address of a lesson in which it happens. */
  readonly lesson?: string;
}

/** What an error is: an exception after the answer, a warning in the log, or what nova-api answers at once. */
export type ErrorKind = 'failure' | 'warning' | 'refusal';

/** An error that somebody looks up, under whatever words the releases have for it. */
export interface ErrorTopic {
  readonly kind: ErrorKind;
  readonly cases: readonly [ErrorCase, ...ErrorCase[]];
  /** What mends it after the first case, where the names are not at fault; a test does it. */
  readonly repair?: readonly Deed[];
  /** The first release at which the repair mends it, if not the oldest. */
  readonly repairSince?: Release;
}

const [first = bootVolume, second = bootVolume] = dataVolumes;
const SWAP_BEHIND_VOLUME = ['attach volume1', 'resize small-with-swap'] as const;
const LEFT_BEHIND = [...SWAP_BEHIND_VOLUME, 'confirm', 'detach volume1', 'attach volume1'] as const;
const BOOTED_WITH_VOLUME = ['detach volume1', 'attach volume1'] as const;
const AROUND_A_GAP = [
  ...(['attach volume1', 'attach volume2', 'detach volume1', 'resize small-with-swap', 'confirm'] as const),
  ...(['detach volume2', 'attach volume1'] as const)
] as const;
const detachByVirsh: Request = {
  type: 'operator',
  command: 'virsh detach-disk',
  target: targetDev('vdb'),
  flags: { live: true, config: true }
};
/** With the root disk and a config drive. */
const FOUR_DISKS = { volumes: 3, data_volumes: [first.id, second.id] } as const;
const withBoth = articleSettings.flavors.map((flavor) => (flavor.swap > 0 ? { ...flavor, ephemeral: 1 } : flavor));

/** All that this model of Nova can say when something goes wrong, the disk names first. */
export const errorTopics = {
  targetExists: {
    kind: 'failure',
    cases: [
      { settings: {}, deeds: LEFT_BEHIND, lesson: 'the-article' },
      {
        settings: { configDrive: 'vfat', data_volumes: [first.id] },
        deeds: BOOTED_WITH_VOLUME,
        lesson: 'config-drive'
      },
      {
        settings: { flavors: withBoth, volumes: 2 },
        deeds: AROUND_A_GAP,
        lesson: 'swap-and-ephemeral'
      },
      { settings: { hw_disk_bus: 'scsi' }, deeds: LEFT_BEHIND },
      {
        settings: {
          ...{ configDrive: 'iso9660', hw_machine_type: 'q35', hw_disk_bus: 'scsi' },
          data_volumes: [first.id]
        },
        deeds: BOOTED_WITH_VOLUME
      }
    ]
  },
  targetDuplicated: {
    kind: 'failure',
    cases: [
      { settings: {}, deeds: SWAP_BEHIND_VOLUME, lesson: 'epoxy' },
      { settings: {}, deeds: [...SWAP_BEHIND_VOLUME, 'hardReboot'], lesson: 'epoxy' }
    ]
  },
  detachFailed: {
    kind: 'failure',
    cases: [{ settings: {}, deeds: ['attach volume1', 'pause', 'detach volume1'], lesson: 'unanswered-detach' }],
    repair: ['unpause', 'detach volume1'],
    repairSince: '16.0.0'
  },
  pciSlots: {
    kind: 'failure',
    cases: [{ settings: { hw_machine_type: 'q35', volumes: 2 }, deeds: ['attach volume1', 'attach volume2'] }],
    repair: ['stop', 'start', 'attach volume2']
  },
  ideHotplug: {
    kind: 'failure',
    cases: [{ settings: { hw_disk_bus: 'ide' }, deeds: ['attach volume1'] }],
    repair: ['stop', 'attach volume1', 'start']
  },
  domainGone: {
    kind: 'failure',
    cases: [{ settings: {}, deeds: [...SWAP_BEHIND_VOLUME, 'resetState active', 'softReboot'], lesson: 'epoxy' }]
  },
  detachWithoutDomain: {
    kind: 'warning',
    cases: [{ settings: {}, deeds: [...SWAP_BEHIND_VOLUME, 'resetState active', 'detach volume1'], lesson: 'epoxy' }]
  },
  diskNotFound: {
    kind: 'warning',
    cases: [{ settings: {}, deeds: ['attach volume1', detachByVirsh, 'detach volume1'] }]
  },
  nameIgnored: {
    kind: 'warning',
    cases: [{ settings: {}, deeds: ['attach volume1 as /dev/vdz'], lesson: 'asked-for' }]
  },
  shutdownByItself: {
    kind: 'warning',
    cases: [
      { settings: {}, deeds: [{ type: 'operator', command: 'virsh destroy' }] },
      { settings: {}, deeds: ['pause', { type: 'operator', command: 'virsh destroy' }] }
    ],
    repair: ['start']
  },
  pausedUnexpectedly: {
    kind: 'warning',
    cases: [{ settings: {}, deeds: [{ type: 'operator', command: 'virsh suspend' }] }]
  },
  notStopped: {
    kind: 'warning',
    cases: [{ settings: {}, deeds: ['stop', { type: 'operator', command: 'virsh start' }] }],
    repair: ['start']
  },
  namesRunOut: {
    kind: 'refusal',
    cases: [
      {
        settings: { hw_disk_bus: 'ide', configDrive: 'iso9660', ...FOUR_DISKS },
        deeds: ['attach volume3']
      },
      { settings: { configDrive: 'vfat', ...FOUR_DISKS, max_disk_devices_to_attach: 4 }, deeds: ['attach volume3'] }
    ]
  },
  alreadyAttached: {
    kind: 'refusal',
    cases: [{ settings: {}, deeds: ['attach volume1', 'attach volume1'] }],
    repair: ['detach volume1', 'attach volume1']
  },
  detachUnderWay: {
    kind: 'refusal',
    cases: [{ settings: {}, deeds: ['attach volume1', 'detach volume1 until answered', 'detach volume1'] }]
  },
  serverInError: {
    kind: 'refusal',
    cases: [
      { settings: {}, deeds: [{ type: 'resetState', state: 'error' }, 'attach volume1'] },
      { settings: {}, deeds: ['attach volume1', { type: 'resetState', state: 'error' }, 'detach volume1'] }
    ],
    repair: ['resetState active', 'attach volume1']
  },
  rootVolume: {
    kind: 'refusal',
    cases: [{ settings: { bootFromVolume: true }, deeds: [{ type: 'detach', volume_id: bootVolume.id }] }]
  }
} as const satisfies Record<string, ErrorTopic>;

/** An error by its name here. */
export type TopicName = keyof typeof errorTopics;
