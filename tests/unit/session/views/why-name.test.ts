import { describe, expect, it } from 'vitest';
import { ARTICLE_LAB } from '../../../../src/lib/engine/cloud/lab.ts';
import { articleRequests } from '../../../../src/lib/session/article.ts';
import { act, goTo, stepForward, type Session } from '../../../../src/lib/session/session.ts';
import { whyName } from '../../../../src/lib/session/views/why-name.ts';
import { andThen, article, sessionAfter } from '../../../support/lab/session.ts';

function walked(session: Session) {
  return whyName(session)?.steps.map(({ rule, disk, outcome, tried, chosen }) => [
    `${rule} ${disk?.name ?? 'next'} ${outcome} ${chosen}`,
    ...tried.map(({ dev, holder }) => `${dev} ${holder?.name ?? '?'}`)
  ]);
}

describe('why this name', () => {
  it('tells, before the failing attach, that swap is thought to be vdb and that vdc is taken', () => {
    const session = article(4);
    expect(walked(session)).toEqual([
      ['NAME-1 root stored vda'],
      ['NAME-5 swap searched vdb', 'vda root'],
      ['NAME-8 next searched vdc', 'vda root', 'vdb swap']
    ]);
    expect(whyName(session)).toMatchObject({ occasion: 'now', name: 'vdc', holder: { name: 'swap' }, error: null });
  });

  it('names the volume whose row holds a name', () => {
    expect(walked(article(2))).toContainEqual(['NAME-5 swap searched vdc', 'vda root', 'vdb volume1']);
  });

  it('tells of a request in the step in which it was named', () => {
    const made = act(article(4), articleRequests[4]!);
    if (!made.ok) throw new Error(made.error.message);
    expect(whyName(stepForward(made.value))).toMatchObject({ occasion: 'asked', name: 'vdc' });
  });

  it('tells of a new domain in the step that defines it, without a next volume', () => {
    const session = article(2);
    const define = session.timeline.line.findIndex(
      (index) => session.timeline.moments[index]?.value.snapshot.context.report?.step === 'define'
    );
    const walk = whyName(goTo(session, define));
    expect(walk).toMatchObject({ occasion: 'defined', name: null });
    expect(walk?.steps.map(({ chosen }) => chosen)).toEqual(['vda', 'vdc', 'vdb']);
  });

  it('says what Nova says when no name is left', () => {
    const lab = {
      ...ARTICLE_LAB,
      release: '26.0.0',
      conf: { ...ARTICLE_LAB.conf, max_disk_devices_to_attach: 1 }
    } as const;
    const walk = whyName(sessionAfter([], lab));
    expect(walk?.name).toBeNull();
    expect(walk?.error).toMatch(/maximum allowed number/i);
  });

  it('links to upstream at the release of the lab', () => {
    const [root] = whyName(sessionAfter([], { ...ARTICLE_LAB, release: '33.0.0' }))!.steps;
    expect(root?.url).toBe('https://opendev.org/openstack/nova/src/tag/33.0.0/nova/virt/libvirt/blockinfo.py');
  });

  it('has nothing to tell of a deleted server', () => {
    expect(whyName(andThen(article(0), { type: 'delete' }))).toBeNull();
  });
});
