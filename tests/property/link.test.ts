import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deflateRawSync } from 'node:zlib';
import { articleLab, articleStory } from '../../src/lib/session/article.ts';
import { isLink, linkOf, sessionOfLink } from '../../src/lib/session/link/link.ts';
import { pack } from '../../src/lib/session/link/packed-text.ts';
import { goTo, startSession, type Session } from '../../src/lib/session/session.ts';
import { valueAt } from '../../src/lib/session/timeline.ts';
import { damaged, hostileJson } from '../support/lab/hostile-link.ts';
import { VOLUME } from '../support/lab/instance.ts';
import { anyMove, make } from '../support/lab/moves.ts';

/** Everything that the branch holds, and where the cursor stands. */
function history({ timeline }: Session) {
  return { position: timeline.position, moments: timeline.line.map((_, position) => valueAt(timeline, position)) };
}

const stopped = make(startSession(articleLab), { type: 'stop' });

/** So many take half a minute on a small machine; this only ends what hangs. */
const HUNDRED_THOUSAND = { timeout: 900_000 };

/** A link's data with one of each kind of thing in it. */
const SAID = {
  lab: { release: '31.0.0', configDrive: 'vfat', volumes: 2, flavors: [] },
  moves: [
    [{ type: 'attach', volume_id: VOLUME, device: '/dev/vdb' }, 'end'],
    [{ type: 'resize', flavor: '203' }, 3],
    [{ type: 'operator', command: 'virsh destroy' }, 'end']
  ],
  at: 4
};

function isSessionOrRefusal(opened: Awaited<ReturnType<typeof sessionOfLink>>): void {
  if (opened.ok) valueAt(opened.value.timeline);
  else expect(['damaged', 'future']).toContain(opened.error);
}

const anySession = fc.array(anyMove, { maxLength: 40 }).map((moves) => moves.reduce(make, startSession(articleLab)));

describe('a link', () => {
  it('brings back every moment of the branch, and the cursor', async () => {
    await fc.assert(
      fc.asyncProperty(anySession, fc.nat({ max: 200 }), async (session, position) => {
        const shared = goTo(session, position);
        const link = await linkOf(shared);
        expect(isLink(link ?? '')).toBe(true);
        const opened = await sessionOfLink(link ?? '');
        if (!opened.ok) throw new Error(opened.error);
        expect(history(opened.value)).toEqual(history(shared));
      }),
      { numRuns: 200 }
    );
  });

  it('is a session or a refusal, whatever was done to its letters', HUNDRED_THOUSAND, async () => {
    const links = await Promise.all([articleStory(), stopped].map(async (session) => (await linkOf(session)) ?? ''));
    await fc.assert(
      fc.asyncProperty(damaged(links), async (fragment) => {
        isSessionOrRefusal(await sessionOfLink(fragment));
      }),
      { numRuns: 70_000 }
    );
  });

  it('is a session or a refusal, whatever it says', HUNDRED_THOUSAND, async () => {
    await fc.assert(
      fc.asyncProperty(hostileJson(SAID), async (json) => {
        isSessionOrRefusal(await sessionOfLink(`1.${await pack(json)}`));
      }),
      { numRuns: 30_000 }
    );
    // What no link can do to the page, it must not do to this process either.
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it.each([400_000, 400_001, 5_000_000, 50_000_000])('is refused where it unpacks to %d bytes', async (size) => {
    const bomb = `1.${deflateRawSync(Buffer.alloc(size, '[')).toString('base64url')}`;
    expect(await sessionOfLink(bomb)).toMatchObject({ ok: false, error: 'damaged' });
  });
});
