import { describe, expect, it } from 'vitest';
import type { Request, RequestName } from '../../../../src/lib/engine/cloud/operations.ts';
import { enter, openTerminal } from '../../../../src/lib/cli/cli.ts';
import { articleLab, articleRequests, articleStory } from '../../../../src/lib/session/article.ts';
import { articleSettings, labWith } from '../../../../src/lib/session/lab-settings.ts';
import { isLink, linkOf, sessionOfLink } from '../../../../src/lib/session/link/link.ts';
import { pack } from '../../../../src/lib/session/link/packed-text.ts';
import { sessionOf } from '../../../../src/lib/session/replay.ts';
import { act, cloudOf, goTo, runToEnd, startSession, type Session } from '../../../../src/lib/session/session.ts';
import { fourTruths } from '../../../../src/lib/session/views/four-truths.ts';
import { sessionAfter } from '../../../support/lab/session.ts';

async function opened(fragment: string): Promise<Session> {
  const session = await sessionOfLink(fragment);
  if (!session.ok) throw new Error(session.error);
  return session.value;
}

async function linked(session: Session): Promise<string> {
  const link = await linkOf(session);
  if (link === null) throw new Error('no link');
  return link;
}

/** One of each kind: the compiler asks for one of an operation that is added. */
const EVERY_REQUEST: Readonly<Record<RequestName, Request>> = {
  attach: { type: 'attach', volume_id: 'v', device: '/dev/vdz' },
  detach: { type: 'detach', volume_id: 'v' },
  resize: { type: 'resize', flavor: '203' },
  resetState: { type: 'resetState', state: 'error' },
  resetVolume: { type: 'resetVolume', volume_id: 'v', status: 'available', attach_status: null },
  confirm: { type: 'confirm' },
  revert: { type: 'revert' },
  softReboot: { type: 'softReboot' },
  hardReboot: { type: 'hardReboot' },
  stop: { type: 'stop' },
  start: { type: 'start' },
  pause: { type: 'pause' },
  unpause: { type: 'unpause' },
  suspend: { type: 'suspend' },
  resume: { type: 'resume' },
  rescue: { type: 'rescue' },
  unrescue: { type: 'unrescue' },
  shelve: { type: 'shelve' },
  unshelve: { type: 'unshelve' },
  rebuild: { type: 'rebuild' },
  delete: { type: 'delete' },
  operator: { type: 'operator', command: 'virsh destroy' }
};

/** Links that are out. Each keeps its meaning for ever: a line may be added here, and none changed. */
const FROZEN = [
  { of: 'the article’s lab', fragment: '1.q1bKSUxSsqqu1VHKzS9LLVayio6tBQA', moments: 1, position: 0, next: 'vdb' },
  {
    of: 'the article, at its beginning',
    fragment:
      '1.tY9NCoMwFITvMusE0vrX5hjdipSX5AUFNSVGoRXvXrrqxqVuZ4b5Zlb0ZKDXTWAIC0_Qdb0ivV8MDUqJbAuBJfTzwM_O_cQi92RNIW_mwjLPKiXvThnJlSktlb4iZ7EJ8OjQiH9Z5Kn7MAR8T0uI0LiqbC9ow-i7OOxZjg8cdOi7Kfj0YBNCOh3VUnRnohoBStBq-wI',
    moments: 81,
    position: 0,
    next: 'vdb'
  }
] as const;

describe('a link', () => {
  it('carries the lab, the requests and the cursor', async () => {
    const lab = labWith({ ...articleSettings, release: '33.0.0', configDrive: 'vfat', volumes: 2 });
    const session = goTo(sessionAfter(articleRequests.slice(0, 2), lab), 3);
    const again = await opened(await linked(session));
    expect(cloudOf(again)).toEqual(cloudOf(session));
    expect(again.timeline.position).toBe(3);
    expect(again.timeline.line).toHaveLength(session.timeline.line.length);
  });

  it.each(Object.values(EVERY_REQUEST))('has a place for every operation: $type', async (request) => {
    const data = { lab: {}, moves: [[request, 'end']] };
    expect(await sessionOfLink(`1.${await pack(JSON.stringify(data))}`)).toMatchObject({ ok: true });
  });

  it('carries what was done behind Nova’s back', async () => {
    const path = '/var/lib/libvirt/images/extra.img';
    const commands = [
      `virsh attach-disk instance-0000000a ${path} vdf --live`,
      'virsh detach-disk instance-0000000a vdf --live',
      'virsh destroy instance-0000000a',
      ':run'
    ];
    const { session } = commands.reduce(
      (terminal, line) => enter(terminal, line).terminal,
      openTerminal(startSession(labWith(articleSettings)))
    );
    expect(session.timeline.line.length).toBeGreaterThan(5);
    const again = await opened(await linked(session));
    expect(cloudOf(again)).toEqual(cloudOf(session));
    expect(again.timeline.line).toHaveLength(session.timeline.line.length);
  });

  it('is short: two hundred operations, single steps among them, in less than 2,000 characters', async () => {
    let session = startSession(labWith({ ...articleSettings, volumes: 2 }));
    const [one, other] = cloudOf(session).volumes.map(({ id }) => id);
    for (let made = 0; made < 200; made++) {
      const volume_id = (made % 3 ? one : other) ?? '';
      const isOn = cloudOf(session).volumes.some(({ id, status }) => id === volume_id && status === 'in-use');
      const asked = act(
        session,
        made % 7 === 3 ? { type: 'hardReboot' } : { type: isOn ? 'detach' : 'attach', volume_id }
      );
      if (!asked.ok) throw new Error(asked.error.message);
      session = runToEnd(asked.value);
    }
    expect((await linked(session)).length).toBeLessThan(2000);
  });

  it('needs no letter that an address would escape', async () => {
    expect(await linked(articleStory())).toMatch(/^1\.[A-Za-z0-9_-]+$/);
  });

  it('is not made of more than it may hold, as it could not be followed', async () => {
    const [volume_id = ''] = cloudOf(articleStory()).volumes.map(({ id }) => id);
    const done = (count: number) =>
      sessionOf(
        articleLab,
        Array.from({ length: count }, (_, made) => ({
          request: made % 2 ? { type: 'detach', volume_id } : { type: 'attach', volume_id, device: '/dev/vdb' },
          steps: 0,
          rests: true
        }))
      );
    expect(await linkOf(done(100))).not.toBeNull();
    expect(await linkOf(done(4900))).toBeNull();
  });

  it.each(FROZEN)('means for ever what it meant: $of', async ({ fragment, moments, position, next }) => {
    const session = await opened(fragment);
    expect(session.timeline.line).toHaveLength(moments);
    expect(session.timeline.position).toBe(position);
    expect(fourTruths(cloudOf(session)).rows.find(({ isNext }) => isNext)?.device).toBe(next);
  });

  it('of a later schema is not guessed at', async () => {
    expect(await sessionOfLink('2.abc')).toMatchObject({ ok: false, error: 'future' });
  });

  it.each([
    ['nothing', '1.'],
    ['no base64url', '1.%%%'],
    ['no deflate', '1.AAAA'],
    ['another schema', '0.AAAA'],
    ['too long', `1.${'A'.repeat(40_000)}`]
  ])('that is damaged is refused: %s', async (_, fragment) => {
    expect(await sessionOfLink(fragment)).toMatchObject({ ok: false, error: 'damaged' });
  });

  it.each([
    ['text that is no JSON', 'no'],
    ['a field that nobody knows', JSON.stringify({ lab: {}, moves: [], evil: 1 })],
    ['an operation that nobody knows', JSON.stringify({ lab: {}, moves: [[{ type: 'boot' }, 'end']] })],
    ['a release that nobody knows', JSON.stringify({ lab: { release: '99.0.0' }, moves: [] })],
    ['a lab that cannot be', JSON.stringify({ lab: { volumes: -1 }, moves: [] })],
    ['more steps than any operation has', JSON.stringify({ lab: {}, moves: [[{ type: 'stop' }, 1e9]] })],
    ['more than a link may hold', `"${'a'.repeat(500_000)}"`]
  ])('that is hostile is refused: %s', async (_, text) => {
    const packed = await pack(text).catch(() => 'AAAA');
    expect(await sessionOfLink(`1.${packed}`)).toMatchObject({ ok: false, error: 'damaged' });
  });

  it('leaves the other fragments of the page alone', () => {
    expect(['in-short', '', '1', 'step-2.1'].map(isLink)).toEqual([false, false, false, false]);
    expect(isLink('1.abc')).toBe(true);
  });
});
