import { describe, expect, it } from 'vitest';
import { AFFECT_LIVE } from '../../../../src/lib/engine/libvirt/affect-flags.ts';
import { targetDev } from '../../../../src/lib/engine/libvirt/disk.ts';
import type { Lab } from '../../../../src/lib/engine/cloud/lab.ts';
import type { Request } from '../../../../src/lib/engine/cloud/operations.ts';
import { articleLab } from '../../../../src/lib/session/article.ts';
import {
  act,
  cloudOf,
  runToEnd,
  startSession,
  stepForward,
  type Session
} from '../../../../src/lib/session/session.ts';
import { fourTruths, NO_NAME, TRUTHS } from '../../../../src/lib/session/views/four-truths.ts';

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

/** The picture as text: `vdb: - | swap | - | -`, with `!` where it is marked and `next` where that is. */
function picture(session: Session): readonly string[] {
  return fourTruths(cloudOf(session)).rows.map((row) => {
    const cells = TRUTHS.map((truth) => {
      const disks = row.disks[truth].map(({ name, only }) => (only ? `${name} ${only}` : name));
      return [...disks, ...(truth === 'computation' && row.isNext ? ['next'] : [])].join('+') || '-';
    });
    return `${row.device}${row.disagrees ? '!' : ''}: ${cells.join(' | ')}`;
  });
}

function verdict(session: Session) {
  return fourTruths(cloudOf(session)).verdict;
}

describe('the four truths', () => {
  it('agree on a server with a volume, and say which name is next', () => {
    const session = after([attach]);
    expect(picture(session)).toEqual([
      'vda: root | root | root | root',
      'vdb: volume1 | volume1 | volume1 | volume1',
      'vdc: - | next | - | -'
    ]);
    expect(verdict(session)).toEqual({ kind: 'agree' });
  });

  it('show that nobody wrote down the name of the swap disk', () => {
    expect(picture(after([attach, toSwap, confirm]))[2]).toBe('vdc: - | swap | swap | swap');
  });

  it('split at the detach, one step before anybody gets an error', () => {
    const session = after([attach, toSwap, confirm, detach]);
    expect(picture(session)).toEqual([
      'vda: root | root | root | root',
      'vdb!: - | swap | - | -',
      'vdc!: - | next | swap | swap'
    ]);
    expect(verdict(session)).toEqual({ kind: 'latent', device: 'vdc', holder: 'swap' });
  });

  it('call it a collision once Nova has given the name away', () => {
    let session = ask(after([attach, toSwap, confirm, detach]), attach);
    for (let step = 0; step < 2; step++) session = stepForward(session);
    expect(verdict(session)).toEqual({ kind: 'collision', device: 'vdc', disk: 'volume1', holder: 'swap' });
  });

  it('see that the guest goes its own way after a soft reboot', () => {
    const session = after([attach, toSwap, confirm, detach, { type: 'softReboot' }]);
    expect(picture(session)).toContain('vdb!: - | swap | - | swap');
    expect(picture(session)).toContain('vdc!: - | next | swap | -');
  });

  it('do not take a request that is under way for a disagreement', () => {
    let session = ask(startSession(articleLab), attach);
    for (let step = 0; step < 2; step++) session = stepForward(session);
    expect(verdict(session)).toEqual({ kind: 'under way' });
    expect(picture(session)[1]).toBe('vdb: volume1 | volume1 | - | -');
  });

  it('show the ephemeral disk that Nova counts and the domain never got', () => {
    const eph = { ...articleLab.flavors[1]!, id: '205', name: 'small-ephemeral', ephemeral: 1 };
    const lab = { ...articleLab, flavors: [...articleLab.flavors, eph] };
    const session = after([attach, { type: 'resize', flavor: '205' }, confirm, detach], lab);
    expect(picture(session)).toEqual([
      'vda: root | root | root | root',
      'vdb!: - | ephemeral | - | -',
      'vdc: - | next | - | -'
    ]);
    expect(verdict(session)).toEqual({ kind: 'phantom', device: 'vdb', disk: 'ephemeral' });
  });

  it('have nothing to compare while the domain is rebuilt', () => {
    let session = ask(after([attach]), { type: 'hardReboot' });
    for (let step = 0; step < 4; step++) session = stepForward(session);
    expect(verdict(session)).toEqual({ kind: 'no domain' });
  });

  it('show the row without a name, and the two disks that get one name because of it', () => {
    const session = after([attach, toSwap], { ...articleLab, release: '33.0.0' });
    expect(picture(session)).toEqual([
      'vda: root | root | - | -',
      'vdb!: volume1 | swap+volume1 | - | -',
      'vdc: - | next | - | -',
      `${NO_NAME}: swap | - | - | -`
    ]);
    expect(verdict(session)).toEqual({ kind: 'duplicate', device: 'vdb', disks: ['swap', 'volume1'] });
  });

  it('show a detach that the guest has not answered: libvirt’s two definitions differ', () => {
    const half = after([attach, { type: 'pause' }, detach]);
    expect(picture(half)).toContain('vdb: volume1 | volume1 | volume1 live | volume1');
    expect(verdict(half)).toEqual({ kind: 'half', device: 'vdb', disk: 'volume1', only: 'live' });
    const done = runToEnd(ask(runToEnd(ask(half, { type: 'unpause' })), detach));
    expect(verdict(done)).toEqual({ kind: 'agree' });
  });

  it('lose the disk with the next start of the definition, and get it back from a hard reboot', () => {
    const half = after([attach, { type: 'pause' }, detach, { type: 'unpause' }]);
    const soft = runToEnd(ask(half, { type: 'softReboot' }));
    expect(verdict(soft)).toEqual({ kind: 'phantom', device: 'vdb', disk: 'volume1' });
    const hard = runToEnd(ask(half, { type: 'hardReboot' }));
    expect(picture(hard)).toContain('vdb: volume1 | volume1 | volume1 | volume1');
    expect(verdict(hard)).toEqual({ kind: 'agree' });
  });

  it('show what only the next start would bring, and that it is in the way of the next volume', () => {
    const target = targetDev('vdb');
    const unplug: Request = { type: 'operator', command: 'virsh detach-disk', target, flags: AFFECT_LIVE };
    const pulled = after([attach, unplug]);
    expect(picture(pulled)).toContain('vdb: volume1 | volume1 | volume1 persistent | -');
    expect(verdict(pulled)).toEqual({ kind: 'half', device: 'vdb', disk: 'volume1', only: 'persistent' });
    const forgotten = { ...cloudOf(pulled), bdms: cloudOf(pulled).bdms.slice(0, 1) };
    expect(fourTruths(forgotten).verdict).toEqual({ kind: 'latent', device: 'vdb', holder: 'volume1' });
  });

  it('compute nothing for a server that is deleted', () => {
    expect(picture(after([attach, { type: 'delete' }]))).toEqual([]);
  });
});
