import { describe, expect, it } from 'vitest';
import type { Lab } from '../../../../src/lib/engine/cloud/lab.ts';
import type { Request } from '../../../../src/lib/engine/cloud/operations.ts';
import { articleLab } from '../../../../src/lib/session/article.ts';
import {
  act,
  reportOf,
  runToEnd,
  startSession,
  stepForward,
  type Session
} from '../../../../src/lib/session/session.ts';
import type { WhyDisk } from '../../../../src/lib/session/views/why-disk.ts';
import { whyName, type NamingWalk } from '../../../../src/lib/session/views/why-name.ts';

const volume_id = 'a54facb5-8b1e-4370-9d0b-e7b6ca6f7adc';
const attach: Request = { type: 'attach', volume_id };
const detach: Request = { type: 'detach', volume_id };
const toSwap: Request = { type: 'resize', flavor: '203' };
const confirm: Request = { type: 'confirm' };

function ask(session: Session, request: Request): Session {
  const made = act(session, request);
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}

function after(requests: readonly Request[], lab: Lab = articleLab): Session {
  return requests.reduce((session, request) => runToEnd(ask(session, request)), startSession(lab));
}

/** The session at a step of a request that is under way. */
function at(step: string, session: Session): Session {
  let current = session;
  for (let count = 0; reportOf(current)?.step !== step; count++) {
    if (count > 30) throw new Error(`no step ${step}`);
    current = stepForward(current);
  }
  return current;
}

function walk(session: Session): NamingWalk {
  const told = whyName(session);
  if (told.kind !== 'walk') throw new Error(told.kind);
  return told;
}

/** A decision as text: `NAME-5 swap: vda root, vdb row of volume1 -> vdc`. */
function asText({ rule, disk, tried, outcome, device }: WhyDisk): string {
  const names = tried.map((name) => `${name.device} ${name.by === 'row' ? 'row of ' : ''}${name.holder.name}`);
  const arrow = { searched: '->', stored: '=', dropped: 'not' }[outcome];
  return `${rule} ${disk?.name ?? 'next'}: ${names.join(', ')} ${arrow} ${device}`;
}

function told(session: Session): readonly string[] {
  const { disks, named } = walk(session);
  return [...disks, ...(named ? [named] : [])].map(asText);
}

const beforeTheCollision = after([attach, toSwap, confirm, detach]);

describe("why a name, along the article's case", () => {
  it('is the next name while nothing is under way, and says that the domain has a free place there', () => {
    const session = after([]);
    expect(walk(session).occasion).toBe('next');
    expect(told(session)).toEqual(['NAME-1 root:  = vda', 'NAME-8 next: vda root -> vdb']);
    expect(walk(session).named?.inDomain).toEqual({ own: null, holder: null });
  });

  it('is the naming of the whole domain at the step that defines it', () => {
    const session = at('define', ask(after([attach]), toSwap));
    expect(walk(session)).toMatchObject({ occasion: 'domain', named: null, refusal: '', failure: null });
    expect(told(session)).toEqual([
      'NAME-1 root:  = vda',
      'NAME-5 swap: vda root, vdb row of volume1 -> vdc',
      'NAME-6 volume1:  = vdb'
    ]);
  });

  it('shows after the detach that swap is thought to be on vdb, and that vdc is swap in the domain', () => {
    expect(told(beforeTheCollision)).toEqual([
      'NAME-1 root:  = vda',
      'NAME-5 swap: vda root -> vdb',
      'NAME-8 next: vda root, vdb swap -> vdc'
    ]);
    const { disks, named } = walk(beforeTheCollision);
    expect(disks[1]?.inDomain).toEqual({ own: 'vdc', holder: null });
    expect(named?.inDomain).toEqual({ own: null, holder: { kind: 'swap', name: 'swap' } });
  });

  it('is the naming of the request from reserve_name on, until its work is over', () => {
    let session = at('reserve_name', ask(beforeTheCollision, attach));
    const steps: unknown[] = [];
    for (; walk(session).occasion === 'attach'; session = stepForward(session)) {
      expect(told(session).at(-1)).toBe('NAME-8 volume1: vda root, vdb swap -> vdc');
      expect(walk(session).named?.inDomain?.holder?.name).toBe('swap');
      steps.push(reportOf(session)?.step);
    }
    expect(steps[0]).toBe('reserve_name');
    expect(steps.slice(-4)).toEqual(['attach_device', 'disconnect', 'unreserve', 'destroy_bdm']);
    expect(told(session).at(-1)).toBe('NAME-8 next: vda root, vdb swap -> vdc');
  });

  it('says that the domain agrees once the volume is in it', () => {
    const session = at('guest_plug', ask(after([attach, toSwap, confirm, detach, { type: 'hardReboot' }]), attach));
    expect(walk(session).named).toMatchObject({ device: 'vdc', inDomain: { own: 'vdc', holder: null } });
  });

  it('does not take another request that comes between for its own', () => {
    const reserved = at('reserve_name', ask(after([]), attach));
    const session = ask(reserved, { type: 'hardReboot' });
    expect(walk(session)).toMatchObject({ occasion: 'next' });
  });
});

describe('why a name, in other cases', () => {
  it('tells of the ephemeral disk that is left out because of a row', () => {
    const eph = { ...articleLab.flavors[1]!, id: '205', name: 'small-ephemeral', ephemeral: 1 };
    const lab = { ...articleLab, flavors: [...articleLab.flavors, eph] };
    const session = after([attach, { type: 'resize', flavor: '205' }], lab);
    expect(told(session)).toContain('NAME-2 ephemeral: vda root, vdb row of volume1 not vdb');
    expect(walk(session).disks[1]).toMatchObject({ rival: { name: 'volume1' }, inDomain: { own: null } });
    expect(walk(session).disks[2]).toMatchObject({ disk: { name: 'volume1' }, device: 'vdb', double: null });
    expect(told(session).at(-1)).toBe('NAME-8 next: vda root, vdb volume1 -> vdc');
  });

  it('tells of the config drive that is counted elsewhere once the volume has gone', () => {
    const lab: Lab = {
      ...articleLab,
      release: '26.0.0',
      conf: { ...articleLab.conf, config_drive_format: 'vfat' },
      server: { ...articleLab.server, config_drive: true, data_volumes: [volume_id] }
    };
    const session = after([detach], lab);
    expect(told(session)).toEqual([
      'NAME-1 root:  = vda',
      'NAME-7 config drive: vda root -> vdb',
      'NAME-8 next: vda root, vdb config drive -> vdc'
    ]);
    expect(walk(session).named?.inDomain?.holder?.name).toBe('config drive');
    expect(walk(session).disks[0]?.storedIn).toBe('row');
  });

  it('keeps a config drive on another bus out of the way', () => {
    const lab = { ...articleLab, server: { ...articleLab.server, config_drive: true } };
    expect(told(after([], lab))).toEqual([
      'NAME-1 root:  = vda',
      'NAME-7 config drive:  -> hda',
      'NAME-8 next: vda root -> vdb'
    ]);
    expect(walk(after([], lab)).disks[1]?.bus).toBe('ide');
  });

  it('tells at 33.0.0 how the swap row gets the name of the volume, and what libvirt says to it', () => {
    const session = at('define', ask(after([attach], { ...articleLab, release: '33.0.0' }), toSwap));
    expect(told(session)).toEqual(['NAME-1 root:  = vda', 'NAME-4 swap: vda root -> vdb', 'NAME-6 volume1:  = vdb']);
    const { disks, refusal } = walk(session);
    expect(disks[1]?.rival?.name).toBe('volume1');
    expect(disks[2]?.double?.name).toBe('swap');
    expect(refusal).toContain("target 'vdb' duplicated");
  });

  it('tells how a rebuild names the swap row: beside the place where it is counted meanwhile', () => {
    const failed = after([attach, toSwap], { ...articleLab, release: '33.0.0' });
    const session = at('name_rows', ask(failed, { type: 'rebuild' }));
    expect(walk(session).occasion).toBe('row');
    expect(told(session)).toEqual([
      'NAME-1 root:  = vda',
      'NAME-4 swap: vda root -> vdb',
      'NAME-6 volume1:  = vdb',
      'NAME-10 swap: vda root, vdb swap -> vdc'
    ]);
  });

  it('tells of a rescue by its own rule', () => {
    const session = at('define', ask(after([attach]), { type: 'rescue' }));
    expect(walk(session).occasion).toBe('rescue');
    expect(told(session)).toEqual(['NAME-9 rescue image:  -> vda', 'NAME-9 root: vda rescue image -> vdb']);
  });

  it("gives Nova's words when there are too many disks", () => {
    const conf = { ...articleLab.conf, max_disk_devices_to_attach: 2 };
    const session = after([attach], { ...articleLab, release: '26.0.0', conf });
    expect(walk(session)).toMatchObject({
      named: null,
      failure: {
        exception: 'TooManyDiskDevices',
        message: 'The maximum allowed number of disk devices (2) to attach to a single instance has been exceeded.'
      }
    });
    expect(told(session)).toEqual(['NAME-1 root:  = vda', 'NAME-6 volume1:  = vdb']);
  });

  it('gives the code of a rule as it is called at the release', () => {
    const sourceAt = (release: Lab['release']) =>
      walk(at('define', ask(after([attach], { ...articleLab, release }), toSwap))).disks[1]?.source;
    expect(sourceAt('17.0.0.0b1')).toEqual({
      file: 'nova/virt/libvirt/blockinfo.py',
      functions: ['get_disk_mapping'],
      url: 'https://github.com/openstack/nova/blob/17.0.0.0b1/nova/virt/libvirt/blockinfo.py'
    });
    expect(sourceAt('30.0.0')?.functions).toEqual(['_get_disk_mapping']);
  });

  it('has nothing to hold the walk against without a domain', () => {
    const session = after([attach, toSwap], { ...articleLab, release: '33.0.0' });
    expect(walk(session).named?.inDomain).toBeNull();
  });

  it('says so when the server is shelved, or deleted', () => {
    expect(whyName(after([{ type: 'shelve' }]))).toEqual({ kind: 'shelved' });
    expect(whyName(after([attach, { type: 'delete' }]))).toEqual({ kind: 'deleted' });
  });
});
