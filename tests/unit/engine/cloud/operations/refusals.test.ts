/** What the API refuses at once: the exception, its code, its words, and that nothing has changed. */
import { describe, expect, it } from 'vitest';
import { ARTICLE_LAB, type Lab } from '../../../../../src/lib/engine/cloud/lab.ts';
import type { Request } from '../../../../../src/lib/engine/cloud/operations.ts';
import { refusal } from '../../../../../src/lib/machine/permission.ts';
import { next, type InstanceSnapshot } from '../../../../../src/lib/machine/instance.ts';
import {
  attach,
  boot,
  detach,
  NO_SWAP,
  perform,
  resizeToSwap,
  send,
  VOLUME
} from '../../../../support/lab/instance.ts';

/** An id that no volume has. */
const UNKNOWN = '11111111-2222-4333-8444-555555555555';

const lab: Lab = { ...ARTICLE_LAB, server: { ...ARTICLE_LAB.server, uuid: 'U' } };
const booted = boot(lab);
const attached = perform(booted, attach);
const at = (release: Lab['release']) => perform(boot({ ...lab, release }), attach);
const rootVolume = { ...lab, server: { ...lab.server, root_volume: VOLUME } };
const full: Lab = { ...lab, release: '26.0.0', conf: { ...lab.conf, max_disk_devices_to_attach: 1 } };
const inResize = send(booted, resizeToSwap);
const confirming = send(perform(booted, resizeToSwap), { type: 'confirm' });
const deleted = perform(booted, { type: 'delete' });
const failedBuild = boot({
  ...full,
  server: { ...full.server, flavor: 'small-with-swap' }
});

const inUse = 'Invalid volume: Volume status must be available to reserve, but the status is in-use. (HTTP 400)';

const cases: readonly (readonly [string, InstanceSnapshot, Request, number, string, string])[] = [
  [
    'a device name that is none',
    booted,
    { ...attach, device: 'vdx' } as Request,
    400,
    'ValidationError',
    "Invalid input for field/attribute device. Value: vdx. 'vdx' does not match " +
      "'(^/dev/x{0,1}[a-z]{0,1}d{0,1})([a-z]+)[0-9]*$'"
  ],
  [
    'an unknown volume',
    booted,
    { type: 'attach', volume_id: UNKNOWN },
    404,
    'VolumeNotFound',
    `Volume ${UNKNOWN} could not be found.`
  ],
  [
    'an unknown volume, where the state refuses as well',
    perform(failedBuild),
    { type: 'attach', volume_id: UNKNOWN },
    409,
    'InstanceInvalidState',
    "Cannot 'attach_volume' instance U while it is in vm_state error"
  ],
  [
    'a volume that is no id',
    booted,
    { type: 'attach', volume_id: 'volume1' },
    400,
    'ValidationError',
    "Invalid input for field/attribute volumeId. Value: volume1. 'volume1' is not a 'uuid'"
  ],
  ['a second attach, before 17.0.0', attached, attach, 400, 'InvalidInput', `Invalid input received: ${inUse}`],
  [
    'a second attach, from 17.0.0 on',
    at('17.0.0'),
    attach,
    400,
    'InvalidVolume',
    `Invalid volume: volume ${VOLUME} already attached`
  ],
  [
    'a second attach, from 23.0.0 on',
    at('23.0.0'),
    attach,
    400,
    'InvalidVolume',
    `Invalid volume: volume ${VOLUME} is already attached to instances: U`
  ],
  [
    'one disk too many',
    boot(full),
    attach,
    403,
    'TooManyDiskDevices',
    'The maximum allowed number of disk devices (1) to attach to a single instance has been exceeded.'
  ],
  [
    'a detach of a volume that is not there',
    booted,
    { type: 'detach', volume_id: 'V' },
    404,
    'VolumeNotFound',
    'Volume V could not be found.'
  ],
  [
    'a detach of a volume that is not attached',
    booted,
    detach,
    404,
    'VolumeBDMNotFound',
    `Instance U is not attached to volume ${VOLUME}`
  ],
  [
    'a detach of the root volume, before 18.0.0',
    boot(rootVolume),
    detach,
    403,
    'Forbidden',
    'Cannot detach a root device volume'
  ],
  [
    'a detach of the root volume, from 18.0.0 on',
    boot({ ...rootVolume, release: '18.0.0' }),
    detach,
    400,
    'BadRequest',
    'Cannot detach a root device volume'
  ],
  ['an unknown flavor', booted, { type: 'resize', flavor: 'F' }, 404, 'FlavorNotFound', 'Flavor F could not be found.'],
  [
    'the same flavor',
    booted,
    { type: 'resize', flavor: NO_SWAP },
    400,
    'CannotResizeToSameFlavor',
    'When resizing, instances must change flavor!'
  ],
  [
    'a stop in the middle of a resize',
    inResize,
    { type: 'stop' },
    409,
    'InstanceInvalidState',
    "Cannot 'stop' instance U while it is in task_state resize_prep"
  ],
  [
    'a start of a running server',
    booted,
    { type: 'start' },
    409,
    'InstanceInvalidState',
    "Cannot 'start' instance U while it is in vm_state active"
  ],
  [
    'a second confirm',
    confirming,
    { type: 'confirm' },
    400,
    'MigrationNotFoundByStatus',
    'Instance has not been resized.'
  ],
  [
    'a reboot of a server that never ran',
    failedBuild,
    { type: 'hardReboot' },
    409,
    'InstanceInvalidState',
    "Instance U is in an invalid state for 'reboot'"
  ],
  [
    'anything of a deleted server',
    deleted,
    { type: 'attach', volume_id: UNKNOWN },
    404,
    'InstanceNotFound',
    'Instance U could not be found.'
  ]
];

describe('a refusal of the API', () => {
  it.each(cases)('%s', (_what, snapshot, request, code, exception, message) => {
    expect(refusal(snapshot, request)).toEqual({ exception, code, message });
  });

  it.each(cases)('changes nothing: %s', (_what, snapshot, request) => {
    const before = JSON.stringify(snapshot.context);
    const after = next(snapshot, request);
    expect(after.value).toEqual(snapshot.value);
    expect(after.context).toBe(snapshot.context);
    expect(JSON.stringify(after.context)).toBe(before);
  });
});
