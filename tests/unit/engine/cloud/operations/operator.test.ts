/** What an operator does behind Nova's back: what libvirt makes of it, and what Nova notices. */
import { describe, expect, it } from 'vitest';
import { ARTICLE_LAB } from '../../../../../src/lib/engine/cloud/lab.ts';
import type { Request } from '../../../../../src/lib/engine/cloud/operations.ts';
import {
  AFFECT_CONFIG,
  AFFECT_LIVE,
  AFFECT_LIVE_AND_CONFIG
} from '../../../../../src/lib/engine/libvirt/affect-flags.ts';
import { domainDisk, targetDev } from '../../../../../src/lib/engine/libvirt/disk.ts';
import { next, type InstanceSnapshot } from '../../../../../src/lib/machine/instance.ts';
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
  stepsOf
} from '../../../../support/lab/instance.ts';

const destroy: Request = { type: 'operator', command: 'virsh destroy' };
const start: Request = { type: 'operator', command: 'virsh start' };

function image(path: string, dev: string) {
  return domainDisk({ target: { dev: targetDev(dev), bus: 'virtio' }, source: { type: 'file', file: path } });
}

function attachImage(dev: string, flags = AFFECT_LIVE_AND_CONFIG, path = '/tmp/extra.img'): Request {
  return { type: 'operator', command: 'virsh attach-disk', disk: image(path, dev), flags };
}

function detachTarget(dev: string, flags = AFFECT_LIVE_AND_CONFIG): Request {
  return { type: 'operator', command: 'virsh detach-disk', target: targetDev(dev), flags };
}

function stateOf({ value, context }: InstanceSnapshot) {
  const { vm_state, task_state, power_state } = context.cloud.instance;
  return [value, vm_state, task_state, power_state];
}

function guestNames({ context }: InstanceSnapshot): readonly string[] {
  return context.cloud.guest.disks.map(({ name, pci }) => `${name}@${pci.slot}`);
}

function messages(snapshot: InstanceSnapshot): readonly string[] {
  return eventsOf(snapshot).flatMap((event) => (event.type === 'log' ? [`${event.level} ${event.message}`] : []));
}

describe('virsh attach-disk and detach-disk', () => {
  it('change the domain and the guest, and no row of Nova', () => {
    const before = boot();
    const after = perform(before, attachImage('vdb'));
    expect([liveTargets(after), persistentTargets(after)]).toEqual([
      ['vda', 'vdb'],
      ['vda', 'vdb']
    ]);
    expect(after.context.cloud.guest.disks).toHaveLength(2);
    expect(after.context.cloud.bdms).toBe(before.context.cloud.bdms);
    expect(after.context.cloud.volumes).toBe(before.context.cloud.volumes);
    expect(after.context.cloud.instance).toBe(before.context.cloud.instance);
  });

  it('go to the definition that the flags name', () => {
    const live = perform(boot(), attachImage('vdb', AFFECT_LIVE));
    expect([liveTargets(live), persistentTargets(live)]).toEqual([['vda', 'vdb'], ['vda']]);
    const config = perform(boot(), attachImage('vdb', AFFECT_CONFIG));
    expect([liveTargets(config), persistentTargets(config)]).toEqual([['vda'], ['vda', 'vdb']]);
  });

  it('make the collision of the article, and undo it', () => {
    const collided = perform(perform(boot(), attachImage('vdb')), attach);
    expect(collided.context.cloud.volumes[0]?.status).toBe('available');
    expect(perform(collided, detachTarget('vdb'), attach).context.cloud.volumes[0]?.status).toBe('in-use');
  });

  it('[SYNC-1] free the name that Nova computes next, as a hard reboot does', () => {
    const freed = perform(beforeTheCollision(), detachTarget('vdc'));
    expect(liveTargets(freed)).toEqual(['vda']);
    expect(liveTargets(perform(freed, attach))).toEqual(['vda', 'vdc']);
  });

  it('[SYNC-1] are refused by libvirt alone, in its words, and then nothing has happened', () => {
    const built = boot();
    expect(refusal(built, detachTarget('vdz'))).toMatchObject({
      exception: 'libvirtError',
      code: 99,
      message: 'device not found: no target device vdz'
    });
    expect(
      refusal(built, {
        type: 'operator',
        command: 'virsh attach-disk',
        disk: image('/nonexistent', 'vdb'),
        flags: AFFECT_LIVE,
        missingSources: ['/nonexistent']
      })?.message
    ).toBe("Cannot access storage file '/nonexistent': No such file or directory");
    expect(next(built, detachTarget('vdz'))).toBe(built);
  });

  it('leave an image alone that another disk of the guest has open', () => {
    const disk = domainDisk({
      target: { dev: targetDev('vdd'), bus: 'virtio' },
      source: { type: 'block', dev: '/dev/sda' }
    });
    const request: Request = { type: 'operator', command: 'virsh attach-disk', disk, flags: AFFECT_LIVE };
    expect(refusal(perform(boot(), attach), request)?.message).toContain('Failed to get "write" lock');
  });

  it('are allowed whatever Nova is doing', () => {
    const resizing = send(perform(boot(), attach), resizeToSwap);
    expect(refusal(resizing, attachImage('vdd'))).toBeNull();
  });

  it('leave a disk in place that the guest does not give back', () => {
    const deaf = perform(boot({ ...ARTICLE_LAB, unplug: 'never' }), attach, detachTarget('vdb'));
    expect([liveTargets(deaf), persistentTargets(deaf)]).toEqual([['vda', 'vdb'], ['vda']]);
  });

  it('let Nova’s own detach find nothing to detach', () => {
    const gone = perform(boot(), attach, detachTarget('vdb'));
    const after = send(gone, detach);
    expect(messages(after)).toContain(
      'WARNING Ignoring DiskNotFound exception while detaching volume a54facb5-8b1e-4370-9d0b-e7b6ca6f7adc from /dev/vdb: No disk at /dev/vdb'
    );
    expect(settle(after).context.cloud.bdms).toHaveLength(1);
  });
});

describe('virsh destroy and start', () => {
  it('[SYNC-3] [SYNC-4] make nova-compute stop the server', () => {
    const destroyed = send(boot(), destroy);
    expect(stateOf(destroyed)).toEqual(['active.idle', 'active', null, 'running']);
    expect(stepsOf(destroyed)).toEqual([
      'libvirt: call',
      'nova-compute: lifecycle_event',
      'libvirt: power_off',
      'nova-compute: finish'
    ]);
    expect(messages(destroyed)).toEqual([
      'INFO VM Stopped (Lifecycle Event)',
      'INFO During _sync_instance_power_state the DB power_state (1) does not match the vm_power_state from the hypervisor (4). Updating power_state in the DB to match the hypervisor.',
      'WARNING Instance shutdown by itself. Calling the stop API. Current vm_state: active, current task_state: None, original DB power_state: 1, current VM power_state: 4',
      'INFO Instance is already powered off in the hypervisor when stop is called.',
      'INFO Instance destroyed successfully.'
    ]);
    expect(stateOf(settle(destroyed))).toEqual(['stopped.idle', 'stopped', null, 'shutdown']);
  });

  it('[SYNC-4] cannot start a server that Nova has stopped: Nova switches it off again', () => {
    const started = send(perform(boot(), { type: 'stop' }), start);
    expect(stepsOf(started)).toEqual([
      'libvirt: call',
      'guest: guest_follow',
      'nova-compute: lifecycle_event',
      'libvirt: power_off',
      'nova-compute: finish'
    ]);
    expect(messages(started)).toContain(
      'WARNING Instance is not stopped. Calling the stop API. Current vm_state: stopped, current task_state: None, original DB power_state: 4, current VM power_state: 1'
    );
    expect(stateOf(settle(started))).toEqual(['stopped.idle', 'stopped', null, 'shutdown']);
  });

  it('[SYNC-2] one after the other, before Nova has heard of the first, change nothing for Nova', () => {
    const back = settle(send(send(boot(), destroy), start));
    expect(stateOf(back)).toEqual(['active.idle', 'active', null, 'running']);
    expect(back.context.cloud.domain?.id).toBe(2);
  });

  it('[SYNC-3] during a task are skipped', () => {
    const pausing = send(boot(), { type: 'pause' });
    expect(messages(send(pausing, destroy))).toContain(
      'INFO During sync_power_state the instance has a pending task (pausing). Skip.'
    );
  });

  it('[SYNC-4] of a paused server stop it too', () => {
    const destroyed = send(perform(boot(), { type: 'pause' }), destroy);
    expect(messages(destroyed)).toContain('WARNING Paused instance shutdown by itself. Calling the stop API.');
    expect(stateOf(settle(destroyed))).toEqual(['stopped.idle', 'stopped', null, 'shutdown']);
  });

  it('[SYNC-4] of a resized server are only noted; the confirm then finds it off', () => {
    const off = perform(boot(), resizeToSwap, destroy);
    expect(stateOf(off)).toEqual(['resized.idle', 'resized', null, 'shutdown']);
    expect(stateOf(perform(off, { type: 'confirm' }))).toEqual(['stopped.idle', 'stopped', null, 'shutdown']);
  });

  it('bring a suspended guest back with its memory, so that it keeps its names', () => {
    const suspended = perform(beforeTheCollision(), { type: 'suspend' });
    const names = guestNames(suspended);
    expect(names).toHaveLength(2);
    const started = perform(suspended, start);
    expect(guestNames(started)).toEqual(names);
    expect(stateOf(started)).toEqual(['suspended.idle', 'suspended', null, 'running']);
  });

  it('are refused when there is nothing to do', () => {
    expect(refusal(boot(), start)?.message).toBe('Requested operation is not valid: domain is already running');
    expect(refusal(perform(boot(), { type: 'stop' }), destroy)?.message).toBe(
      'Requested operation is not valid: domain is not running'
    );
    expect(refusal(perform(boot(), { type: 'shelve' }), destroy)?.message).toBe(
      "Domain not found: no domain with matching name 'instance-0000000a'"
    );
  });
});

describe('virsh suspend and resume', () => {
  it('[SYNC-4] are only warned of', () => {
    const paused = send(boot(), { type: 'operator', command: 'virsh suspend' });
    expect(messages(paused)).toContain('WARNING Instance is paused unexpectedly. Ignore.');
    expect(stateOf(settle(paused))).toEqual(['active.idle', 'active', null, 'paused']);
    const resumed = perform(settle(paused), { type: 'operator', command: 'virsh resume' });
    expect(stateOf(resumed)).toEqual(['active.idle', 'active', null, 'running']);
  });

  it('let the guest find only afterwards what was plugged in between', () => {
    const paused = perform(boot(), { type: 'operator', command: 'virsh suspend' }, attachImage('vdb'));
    expect(guestNames(paused)).toHaveLength(1);
    expect(guestNames(perform(paused, { type: 'operator', command: 'virsh resume' }))).toHaveLength(2);
  });
});

describe('a guest that restarts itself', () => {
  const restarts: readonly Request[] = [
    { type: 'operator', command: 'guest reboot' },
    { type: 'operator', command: 'virsh reboot' },
    { type: 'operator', command: 'virsh reset' }
  ];

  it.each(restarts)('[SYNC-1] keeps its domain and counts its disks anew: $command', (request) => {
    const before = beforeTheCollision();
    const [, swap] = guestNames(before);
    expect(swap).toMatch(/^vdc@/);
    const sent = send(before, request);
    expect(stepsOf(sent).at(-1)).toMatch(/^guest: guest_/);
    const after = settle(sent);
    expect(guestNames(after)[1]).toBe(swap?.replace('vdc', 'vdb'));
    expect(after.context.cloud.domain).toBe(before.context.cloud.domain);
    expect(after.context.cloud.instance).toBe(before.context.cloud.instance);
  });

  it('does so only while it runs', () => {
    expect(refusal(perform(boot(), { type: 'stop' }), { type: 'operator', command: 'guest reboot' })?.message).toBe(
      'Requested operation is not valid: domain is not running'
    );
  });
});
