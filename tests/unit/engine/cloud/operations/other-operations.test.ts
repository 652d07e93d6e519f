import { describe, expect, it } from 'vitest';
import { ARTICLE_LAB } from '../../../../../src/lib/engine/cloud/lab.ts';
import type { Request } from '../../../../../src/lib/engine/cloud/operations.ts';
import type { Release } from '../../../../../src/lib/engine/nova/releases/release.ts';
import type { InstanceSnapshot } from '../../../../../src/lib/machine/instance.ts';
import { refusal } from '../../../../../src/lib/machine/permission.ts';
import {
  attach,
  beforeTheCollision,
  boot,
  detach,
  eventsOf,
  liveTargets,
  perform,
  persistentTargets,
  resizeToSwap,
  send,
  settle,
  step,
  stepsOf,
  VOLUME,
  volumeOf
} from '../../../../support/lab/instance.ts';

const confirm: Request = { type: 'confirm' };

/** A volume for the root disk. */
const ROOT = 'b54facb5-8b1e-4370-9d0b-e7b6ca6f7adc';

function guestNames({ context }: InstanceSnapshot): readonly string[] {
  return context.cloud.guest.disks.map(({ name }) => name);
}

function deviceNames({ context }: InstanceSnapshot): readonly (string | null)[] {
  return context.cloud.bdms.map(({ device_name }) => device_name);
}

describe('what repairs the article and what does not', () => {
  const broken = ['vda', 'vdc'];
  const whole = ['vda', 'vdb'];

  it.each<[string, readonly Request[], readonly string[]]>([
    ['pause and unpause', [{ type: 'pause' }, { type: 'unpause' }], broken],
    ['suspend and resume', [{ type: 'suspend' }, { type: 'resume' }], broken],
    ['rescue and unrescue', [{ type: 'rescue' }, { type: 'unrescue' }], broken],
    ['shelve and unshelve', [{ type: 'shelve' }, { type: 'unshelve' }], whole],
    ['rebuild', [{ type: 'rebuild' }], whole]
  ])('[FLOW-RESCUE] [FLOW-UNSHELVE] %s', (_name, requests, targets) => {
    const after = perform(beforeTheCollision(), ...requests);
    expect(liveTargets(after)).toEqual(targets);
    expect(after.context.cloud.instance).toMatchObject({
      vm_state: 'active',
      task_state: null,
      power_state: 'running'
    });
  });
});

describe('a rescued server', () => {
  const rescued = perform(boot(), attach, { type: 'rescue' });

  it('[NAME-9] runs the rescue image, its own root disk beside it, and no volume', () => {
    expect(liveTargets(rescued)).toEqual(['vda', 'vdb']);
    const files = rescued.context.cloud.domain?.live?.disks.map(({ source }) => source?.type === 'file' && source.file);
    expect(files?.map((file) => file && file.split('/').at(-1))).toEqual(['disk.rescue', 'disk']);
  });

  it('[NAME-9] has the config drive last', () => {
    const vfat = { ...ARTICLE_LAB.conf, config_drive_format: 'vfat' as const };
    const lab = { ...ARTICLE_LAB, conf: vfat, server: { ...ARTICLE_LAB.server, config_drive: true } };
    expect(liveTargets(perform(boot(lab), { type: 'rescue' }))).toEqual(['vda', 'vdb', 'vdc']);
  });

  it('cannot be one whose root disk is a volume', () => {
    const lab = { ...ARTICLE_LAB, server: { ...ARTICLE_LAB.server, root_volume: VOLUME } };
    expect(refusal(boot(lab), { type: 'rescue' })).toMatchObject({
      code: 400,
      message: expect.stringContaining('Cannot rescue a volume-backed instance') as unknown
    });
  });
});

describe('a suspended server', () => {
  it('keeps the names that its guest knows, because the guest does not boot', () => {
    const moved = perform(beforeTheCollision(), { type: 'suspend' }, { type: 'resume' });
    expect(guestNames(moved)).toEqual(['vda', 'vdc']);
    expect(guestNames(perform(moved, { type: 'softReboot' }))).toEqual(['vda', 'vdb']);
  });

  it('has no live domain, only its definition', () => {
    const suspended = perform(boot(), { type: 'suspend' });
    expect(liveTargets(suspended)).toBeNull();
    expect(persistentTargets(suspended)).toEqual(['vda']);
  });
});

describe('a paused server', () => {
  it('takes a volume, but its guest lets none go', () => {
    const paused = perform(boot(), { type: 'pause' }, attach);
    expect(liveTargets(paused)).toEqual(['vda', 'vdb']);
    const asked = send(paused, detach);
    const failure = eventsOf(asked).find((event) => event.type === 'failure');
    expect(failure?.failure.exception).toBe('DeviceDetachFailed');
    expect(volumeOf(settle(asked)).status).toBe('in-use');
  });
});

describe('a detach that the guest did not answer, asked for again', () => {
  const halfAt = (release: Release) => {
    const lab = { ...ARTICLE_LAB, release };
    return perform(boot(lab), attach, { type: 'pause' }, detach, { type: 'unpause' });
  };

  it.each(['16.0.0', '23.0.0', '24.0.0', '33.0.0'] as const)('takes the disk from the guest at %s', (release) => {
    const done = perform(halfAt(release), detach);
    expect([liveTargets(done), persistentTargets(done)]).toEqual([['vda'], ['vda']]);
    expect(volumeOf(done).status).toBe('available');
  });

  it('[EPOCH-16-1] frees the volume at 15.0.0 and leaves the disk in the guest, in the way of the next attach', () => {
    const done = perform(halfAt('15.0.0'), detach);
    expect([liveTargets(done), persistentTargets(done)]).toEqual([['vda', 'vdb'], ['vda']]);
    expect(volumeOf(done).status).toBe('available');
    expect(deviceNames(done)).toEqual(['/dev/vda']);
    const again = eventsOf(send(done, attach)).flatMap((event) =>
      event.type === 'failure' ? event.failure.message : []
    );
    expect(again).toEqual([expect.stringContaining("target 'vdb' duplicated")]);
  });
});

describe('a shelved server', () => {
  const shelved = perform(boot(), { type: 'shelve' });

  it('has neither domain nor host, and its volumes stay in use', () => {
    expect(shelved.context.cloud.domain).toBeNull();
    expect(volumeOf(perform(boot(), attach, { type: 'shelve' })).status).toBe('in-use');
  });

  it('[FLOW-OFFLOADED] takes a volume without a name, in the API alone', () => {
    const attached = perform(shelved, attach);
    expect(deviceNames(attached)).toEqual(['/dev/vda', null]);
    expect(volumeOf(attached).status).toBe('in-use');
    expect(eventsOf(send(shelved, attach))).toContainEqual({ type: 'response', code: 200, device: null });
    expect(perform(attached, detach).context.cloud.bdms).toHaveLength(1);
  });

  it('[NAME-10] names the row at the unshelve, and skips the name that the row itself holds meanwhile', () => {
    const back = perform(shelved, attach, { type: 'unshelve' });
    expect(deviceNames(back)).toEqual(['/dev/vda', '/dev/vdc']);
    expect(liveTargets(back)).toEqual(['vda', 'vdc']);
  });
});

describe('[FLOW-NO-DOMAIN] a server whose resize has failed, told to be active', () => {
  const lab = { ...ARTICLE_LAB, release: '31.0.0' as const };
  const told: Request = { type: 'resetState', state: 'active' };
  const bare = perform(boot(lab), attach, resizeToSwap, told);

  it.each<[Request, string, string]>([
    [{ type: 'shelve' }, 'InstanceNotRunning', 'active'],
    [{ type: 'pause' }, 'InstanceNotFound', 'active'],
    [{ type: 'suspend' }, 'InstanceNotFound', 'error']
  ])('has no domain for %o: the client hears nothing of it', (request, exception, vm_state) => {
    const asked = send(bare, request);
    const events = eventsOf(asked);
    expect(events).toContainEqual(expect.objectContaining({ type: 'response', code: 202 }));
    expect(events.flatMap((event) => (event.type === 'failure' ? event.failure.exception : []))).toEqual([exception]);
    const { instance } = settle(asked).context.cloud;
    expect(instance).toMatchObject({ vm_state, task_state: null });
    expect(instance.fault).toContain(instance.uuid);
  });

  it('stays stopped when it was stopped before, which a server in ERROR may be', () => {
    const stopped = perform(boot(lab), attach, resizeToSwap, { type: 'stop' });
    expect(perform(stopped, { type: 'shelve' }).context.cloud.instance.vm_state).toBe('stopped');
  });

  it('is shelved all the same when its root disk is a volume: there is nothing to save', () => {
    const volumes = [...lab.volumes, ...lab.volumes.map((one) => ({ ...one, id: ROOT, name: 'volume0' }))];
    const server = { ...lab.server, root_volume: ROOT };
    const shelved = send(perform(boot({ ...lab, volumes, server }), attach, resizeToSwap, told), { type: 'shelve' });
    expect(stepsOf(shelved)).not.toContain('nova-compute: upload');
    expect(settle(shelved).context.cloud.instance.vm_state).toBe('shelved_offloaded');
  });
});

describe('a rebuild', () => {
  it('[NAME-10] recovers from the resize that 31.0.0 fails: the volume keeps vdb, swap gets vdc', () => {
    const lab = { ...ARTICLE_LAB, release: '31.0.0' as const };
    const failed = perform(boot(lab), attach, resizeToSwap);
    expect(failed.context.cloud.instance.vm_state).toBe('error');
    const rebuilt = perform(failed, { type: 'rebuild' });
    expect(deviceNames(rebuilt)).toEqual(['/dev/vda', '/dev/vdb', '/dev/vdc']);
    expect(liveTargets(rebuilt)).toEqual(['vda', 'vdb', 'vdc']);
  });

  it('leaves a server off that was off', () => {
    const rebuilt = perform(boot(), { type: 'stop' }, { type: 'rebuild' });
    expect(rebuilt.context.cloud.instance).toMatchObject({ vm_state: 'stopped', power_state: 'shutdown' });
  });

  it('is refused to a server whose root disk is a volume', () => {
    const lab = { ...ARTICLE_LAB, server: { ...ARTICLE_LAB.server, root_volume: VOLUME } };
    expect(refusal(boot(lab), { type: 'rebuild' })).toMatchObject({ code: 400, exception: 'ImageUnacceptable' });
  });
});

describe('a volume’s reset-state', () => {
  const reset = (status: string | null, attach_status: string | null): Request => ({
    type: 'resetVolume',
    volume_id: VOLUME,
    status,
    attach_status
  });

  it('writes Cinder’s record and nothing else [FLOW-RESET-VOLUME]', () => {
    const before = perform(boot(), attach);
    const after = perform(before, reset('available', null));
    expect(volumeOf(after)).toMatchObject({ status: 'available', attachment: { device: '/dev/vdb' } });
    expect(volumeOf(perform(before, reset('ERROR', 'detached')))).toMatchObject({
      status: 'available',
      attachment: null
    });
    expect({ ...after.context.cloud, volumes: [], clock: 0, requests: 0 }).toEqual({
      ...before.context.cloud,
      volumes: [],
      clock: 0,
      requests: 0
    });
  });

  it('is taken whatever the server does, and when it is gone', () => {
    const busy = send(boot(), resizeToSwap);
    const deleted = perform(boot(), { type: 'delete' });
    for (const before of [busy, deleted]) {
      expect(refusal(before, reset('error', null))).toBeNull();
      expect(volumeOf(send(before, reset('error', null))).status).toBe('error');
    }
  });

  it('wants a status that there is', () => {
    expect(refusal(boot(), reset(null, null))?.code).toBe(400);
    expect(refusal(boot(), reset('nonsense', null))?.message).toBe('Must specify a valid status');
    expect(refusal(boot(), reset('reserved', null))?.message).toBe('Must specify a valid status');
    expect(refusal(boot(), reset(null, 'half'))?.message).toBe('Must specify a valid attach status');
  });
});

describe('reset-state', () => {
  it('changes the record and nothing else', () => {
    const before = perform(boot(), attach);
    const after = perform(before, { type: 'resetState', state: 'error' });
    expect(after.context.cloud.instance.vm_state).toBe('error');
    expect(after.context.cloud.domain).toBe(before.context.cloud.domain);
    expect(after.context.cloud.bdms).toBe(before.context.cloud.bdms);
  });

  it('ends the work that holds the task_state, and leaves a volume that is on its way', () => {
    const both = send(send(boot(), attach), { type: 'stop' });
    const reset = send(both, { type: 'resetState', state: 'active' });
    expect(reset.context.cloud.work.map(({ op }) => op)).toEqual(['attach']);
    expect(settle(reset).context.cloud.instance).toMatchObject({ vm_state: 'active', task_state: null });
    expect(liveTargets(settle(reset))).toEqual(['vda', 'vdb']);
  });

  it('lets a failed resize be repaired: detach, hard reboot, attach', () => {
    const lab = { ...ARTICLE_LAB, release: '33.0.0' as const };
    const failed = perform(boot(lab), attach, resizeToSwap);
    const repaired = perform(failed, { type: 'resetState', state: 'active' }, detach, { type: 'hardReboot' }, attach);
    expect(liveTargets(repaired)).toEqual(['vda', 'vdb', 'vdc']);
    expect(deviceNames(repaired)).toEqual(['/dev/vda', null, '/dev/vdc']);
  });

  it('makes a server without a domain active, which then cannot be resumed into life', () => {
    const lab = { ...ARTICLE_LAB, release: '33.0.0' as const };
    const active = perform(perform(boot(lab), attach, resizeToSwap), { type: 'resetState', state: 'active' });
    expect(liveTargets(active)).toBeNull();
    const rebooted = settle(step(send(active, { type: 'softReboot' })));
    expect(rebooted.context.cloud.instance.vm_state).toBe('error');
  });

  it('works on a resize that waits, and the resize cannot be confirmed any more', () => {
    const reset = perform(boot(), resizeToSwap, { type: 'resetState', state: 'active' });
    expect(refusal(reset, confirm)?.code).toBe(409);
  });
});
