/** What fails after the API has answered, and how it is rolled back. */
import { describe, expect, it } from 'vitest';
import { ARTICLE_LAB, type Lab } from '../../../../../src/lib/engine/cloud/lab.ts';
import { nextDeviceName } from '../../../../../src/lib/engine/cloud/naming.ts';
import {
  attach,
  boot,
  detach,
  eventsOf,
  liveTargets,
  perform,
  persistentTargets,
  resizeToSwap,
  run,
  send,
  settle,
  stepsOf,
  VOLUME,
  volumeOf
} from '../../../../support/lab/instance.ts';

describe('a detach that the guest does not answer', () => {
  const lab: Lab = { ...ARTICLE_LAB, unplug: 'never' };
  const attached = perform(boot(lab), attach);
  const attempt = send(attached, detach);
  const after = settle(attempt);

  it('leaves the disk in the running domain and takes it from the definition', () => {
    expect(liveTargets(after)).toEqual(['vda', 'vdb']);
    expect(persistentTargets(after)).toEqual(['vda']);
  });

  it('keeps the row and puts the volume back in use', () => {
    expect(volumeOf(after)).toMatchObject({ status: 'in-use', attachment: { device: '/dev/vdb' } });
    expect(after.context.cloud.bdms.map(({ device_name }) => device_name)).toEqual(['/dev/vda', '/dev/vdb']);
  });

  it('answers the client as if all went well, and tells the log', () => {
    const events = eventsOf(attempt);
    expect(events.filter(({ type }) => type === 'response')).toEqual([{ type: 'response', code: 202, device: null }]);
    expect(events.filter((event) => event.type === 'failure').map(({ failure }) => failure.exception)).toEqual([
      'DeviceDetachFailed'
    ]);
    expect(after.context.cloud.instance.fault).toBe(
      'Device detach failed for vdb: Unable to detach from guest transient domain.'
    );
  });

  it('can be mended by a hard reboot, after which the guest has it again', () => {
    const rebooted = perform(after, { type: 'hardReboot' });
    expect(liveTargets(rebooted)).toEqual(['vda', 'vdb']);
    expect(persistentTargets(rebooted)).toEqual(['vda', 'vdb']);
  });

  it('words it by the event that did not come, from 24.0.0 on', () => {
    const later = perform(boot({ ...lab, release: '24.0.0' }), attach, detach);
    expect(later.context.cloud.instance.fault).toMatch(
      /^Device detach failed for vdb: Run out of retry while detaching device vdb with device alias virtio-disk1 /
    );
  });
});

describe.each(['18.0.0', '19.0.0'] as const)('[EPOCH-18-2] the article’s last attach at %s', (release) => {
  const ready = perform(boot({ ...ARTICLE_LAB, release }), attach, resizeToSwap, { type: 'confirm' }, detach);
  const attempt = send(ready, attach);
  const after = settle(attempt);

  it('ends in use without a disk, and no log says why', () => {
    expect(liveTargets(after)).toEqual(['vda', 'vdc']);
    expect(volumeOf(after)).toMatchObject({ status: 'in-use', attachment: { device: '/dev/vdc' } });
    expect(after.context.cloud.bdms.map(({ device_name }) => device_name)).toContain('/dev/vdc');
    expect(eventsOf(attempt).filter((event) => event.type === 'failure')).toEqual([]);
    expect(eventsOf(attempt).filter((event) => event.type === 'log' && event.level === 'ERROR')).toEqual([]);
  });

  it('is mended by what builds the domain anew: the row has the name', () => {
    expect(liveTargets(perform(after, { type: 'hardReboot' }))).toEqual(['vda', 'vdb', 'vdc']);
  });

  it('makes the next detach take the disk that has the name: swap', () => {
    expect(liveTargets(perform(after, detach))).toEqual(['vda']);
  });
});

describe('a detach that the guest answers', () => {
  it('takes the steps of Nova in order', () => {
    expect(stepsOf(send(perform(boot(), attach), detach))).toEqual([
      'nova-api: request',
      'cinder: begin_detaching',
      'nova-api: respond',
      'nova-compute: announce',
      'libvirt: detach_device',
      'guest: guest_unplug',
      'cinder: release_volume',
      'nova-compute: destroy_bdm'
    ]);
  });
});

describe('a build that fails', () => {
  const { conf, server } = ARTICLE_LAB;
  const lab: Lab = {
    ...ARTICLE_LAB,
    release: '33.0.0',
    conf: { ...conf, max_disk_devices_to_attach: 2 },
    server: { ...server, flavor: 'small-with-swap', data_volumes: [VOLUME] }
  };
  const failed = boot(lab);

  it('leaves a server in error that has no domain, and lets its volumes go', () => {
    expect(failed.value).toEqual('error.never_launched');
    expect(failed.context.cloud.domain).toBeNull();
    expect(volumeOf(failed)).toMatchObject({ status: 'available', attachment: null });
    expect(failed.context.cloud.instance.fault).toMatch(/^The maximum allowed number of disk devices \(2\)/);
  });

  it('can only be deleted', () => {
    expect(perform(failed, { type: 'delete' }).value).toBe('deleted');
  });
});

describe('a resize that is reverted', () => {
  const reverted = perform(boot(), attach, resizeToSwap, { type: 'revert' });

  it('goes back to the flavor and the disks before', () => {
    expect(reverted.value).toEqual('active.idle');
    expect(reverted.context.cloud.instance).toMatchObject({ flavor: { name: 'small-no-swap' }, migration: null });
    expect(liveTargets(reverted)).toEqual(['vda', 'vdb']);
    expect(nextDeviceName(reverted.context.cloud, VOLUME)).toEqual({ ok: true, value: '/dev/vdc' });
  });

  it('of a stopped server leaves it stopped, with the definition of the old flavor', () => {
    const stopped = perform(boot(), { type: 'stop' }, resizeToSwap, { type: 'revert' });
    expect(stopped.value).toEqual('stopped.idle');
    expect(stopped.context.cloud.instance.power_state).toBe('shutdown');
    expect(persistentTargets(stopped)).toEqual(['vda']);
  });
});

describe('the states that a resize passes through', () => {
  it('are those of nova-compute, the domain gone in between', () => {
    const moments = run(send(boot(), resizeToSwap)).map(({ context: { cloud } }) => [
      cloud.instance.vm_state,
      cloud.instance.task_state,
      cloud.domain?.state ?? null
    ]);
    expect(moments.filter((moment, index) => String(moment) !== String(moments[index - 1]))).toEqual([
      ['active', 'resize_prep', 'running'],
      ['active', 'resize_migrating', 'running'],
      ['active', 'resize_migrating', null],
      ['active', 'resize_migrated', null],
      ['active', 'resize_finish', null],
      ['active', 'resize_finish', 'shutoff'],
      ['active', 'resize_finish', 'running'],
      ['resized', null, 'running']
    ]);
  });
});
