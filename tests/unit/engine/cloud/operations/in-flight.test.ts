/** Requests that overlap: who comes first, and what becomes of the one that comes too late. */
import { describe, expect, it } from 'vitest';
import { ARTICLE_LAB, type Lab } from '../../../../../src/lib/engine/cloud/lab.ts';
import { next, type InstanceSnapshot } from '../../../../../src/lib/machine/instance.ts';
import { releases } from '../../../../../src/lib/engine/nova/releases/release.ts';
import {
  attach,
  boot,
  busy,
  detach,
  eventsOf,
  liveTargets,
  perform,
  resizeToSwap,
  run,
  send,
  settle,
  step,
  VOLUME,
  volumeOf
} from '../../../../support/lab/instance.ts';

const [volume] = ARTICLE_LAB.volumes;
const OTHER = 'b65facb5-8b1e-4370-9d0b-e7b6ca6f7adc';
const twoVolumes: Lab = { ...ARTICLE_LAB, volumes: [volume!, { ...volume!, id: OTHER, host_device: '/dev/sdb' }] };
const attachOther = { type: 'attach', volume_id: OTHER } as const;

function stepUntil(snapshot: InstanceSnapshot, name: string): InstanceSnapshot {
  const found = run(snapshot).find(({ context }) => context.report?.step === name);
  if (!found) throw new Error(`no step ${name}`);
  return found;
}

function reportsOf(snapshot: InstanceSnapshot): readonly string[] {
  return run(snapshot).map(({ context }) => `${context.report?.op} ${context.report?.step}`);
}

describe('the order of requests in flight', () => {
  it('serves the client that has waited longest first, and casts only when no client waits', () => {
    const both = send(send(boot(twoVolumes), attach), attachOther);
    expect(reportsOf(both)).toEqual([
      'attach request',
      ...['reserve_name', 'create_bdm', 'reserve_volume', 'respond'].map((name) => `attach ${name}`),
      ...['reserve_name', 'create_bdm', 'reserve_volume', 'respond'].map((name) => `attach ${name}`),
      ...['connect', 'attach_device', 'guest_plug', 'complete'].map((name) => `attach ${name}`),
      ...['connect', 'attach_device', 'guest_plug', 'complete'].map((name) => `attach ${name}`)
    ]);
    const requests = run(both).map(({ context }) => context.report?.request_id);
    expect(new Set(requests.slice(1, 5))).toEqual(new Set(requests.slice(9, 13)));
    expect(new Set(requests).size).toBe(2);
  });

  it('gives two attaches that overlap two names, two rows and two attachments', () => {
    const done = settle(send(send(boot(twoVolumes), attach), attachOther));
    expect(liveTargets(done)).toEqual(['vda', 'vdb', 'vdc']);
    const { volumes } = done.context.cloud;
    expect(volumes.map(({ attachment }) => attachment?.device)).toEqual(['/dev/vdb', '/dev/vdc']);
    expect(new Set(volumes.map(({ attachment }) => attachment?.id)).size).toBe(2);
  });

  it('lets an attach that is under way finish before the resize that follows it', () => {
    const done = settle(send(step(send(boot(), attach)), resizeToSwap));
    expect(liveTargets(done)).toEqual(['vda', 'vdb', 'vdc']);
    expect(volumeOf(done).status).toBe('in-use');
  });
});

describe.each(releases)('overlapping requests for one volume at %s', (release) => {
  const lab: Lab = { ...ARTICLE_LAB, release };

  it('attach it once: the second client is refused', () => {
    const both = send(send(boot(lab), attach), attach);
    const refused = eventsOf(both).filter((event) => event.type === 'refusal');
    expect(refused.map(({ error }) => error.code)).toEqual([400]);
    const done = settle(both);
    expect(liveTargets(done)).toEqual(['vda', 'vdb']);
    expect(done.context.cloud.bdms.filter(({ volume_id }) => volume_id === VOLUME)).toHaveLength(1);
    expect(volumeOf(done).status).toBe('in-use');
  });

  it('detach it once: the second client is refused', () => {
    const both = send(send(perform(boot(lab), attach), detach), detach);
    expect(eventsOf(both).filter(({ type }) => type === 'refusal')).toEqual([
      {
        type: 'refusal',
        error: {
          exception: 'InvalidVolume',
          code: 400,
          message:
            'Invalid volume: Invalid input received: Invalid volume: Unable to detach volume. Volume status must be ' +
            "'in-use' and attach_status must be 'attached' to detach. (HTTP 400)"
        }
      }
    ]);
    expect(liveTargets(settle(both))).toEqual(['vda']);
    expect(volumeOf(settle(both)).status).toBe('available');
  });

  it('a detach that ends takes its own row, not that of the attach which follows it', () => {
    const ending = stepUntil(send(perform(boot(lab), attach), detach), 'release_volume');
    const taken = next(ending, attach) !== ending;
    const done = settle(taken ? send(ending, attach) : ending);
    const rows = done.context.cloud.bdms.filter(({ volume_id }) => volume_id === VOLUME);
    expect(taken).toBe(['15.0.0', '16.0.0', '17.0.0.0b1'].includes(release));
    expect(rows).toHaveLength(taken ? 1 : 0);
    expect(volumeOf(done).status).toBe(taken ? 'in-use' : 'available');
  });
});

describe('the last free name', () => {
  it('goes to the first of two attaches, and the second client hears that there are too many disks', () => {
    const conf = { ...twoVolumes.conf, max_disk_devices_to_attach: 2 };
    const both = send(send(boot({ ...twoVolumes, release: '26.0.0', conf }), attach), attachOther);
    expect(eventsOf(both).filter(({ type }) => type === 'refusal')).toEqual([
      {
        type: 'refusal',
        error: {
          exception: 'TooManyDiskDevices',
          code: 403,
          message: 'The maximum allowed number of disk devices (2) to attach to a single instance has been exceeded.'
        }
      }
    ]);
    expect(liveTargets(settle(both))).toEqual(['vda', 'vdb']);
  });
});

describe('a hard reboot while a soft reboot is under way', () => {
  const soft = run(send(perform(boot(), attach), { type: 'softReboot' }));

  it.each(['respond', 'pending', 'started', 'shutdown', 'launch'])('takes over after its step %s', (name) => {
    const moment = soft.find(({ context }) => context.report?.step === name)!;
    const hard = send(moment, { type: 'hardReboot' });
    expect(hard.context.cloud.instance.task_state).toBe('rebooting_hard');
    expect(hard.context.cloud.work.map(({ op }) => op)).toEqual(['hardReboot']);
    const done = settle(hard);
    expect(done.value).toEqual('active.idle');
    expect(liveTargets(done)).toEqual(['vda', 'vdb']);
  });

  it('waits for an attach that is under way', () => {
    const done = settle(send(send(boot(), attach), { type: 'hardReboot' }));
    expect(liveTargets(done)).toEqual(['vda', 'vdb']);
    expect(volumeOf(done).status).toBe('in-use');
  });
});

describe('a delete while something else is under way', () => {
  const running = perform(boot(), attach);
  it.each([
    ['an attach', run(send(boot(), attach))],
    ['a detach', run(send(running, detach))],
    ['a resize', run(send(running, resizeToSwap))],
    ['a hard reboot', run(send(running, { type: 'hardReboot' }))],
    ['a stop', run(send(running, { type: 'stop' }))],
    ['a delete', run(send(running, { type: 'delete' })).slice(0, -1)]
  ] as const)('leaves nothing behind, whenever it comes: %s', (_what, moments) => {
    for (const moment of moments) {
      const done = settle(send(moment, { type: 'delete' }));
      expect(done.value).toBe('deleted');
      expect(done.context.cloud).toMatchObject({ domain: null, bdms: [], work: [] });
      expect(volumeOf(done)).toMatchObject({ status: 'available', attachment: null });
      expect(busy(done)).toBe(false);
    }
  });
});
