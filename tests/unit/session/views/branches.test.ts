import { describe, expect, it } from 'vitest';
import { cloudOf, goTo, switchTo, type Session } from '../../../../src/lib/session/session.ts';
import { branchViews } from '../../../../src/lib/session/views/branches.ts';
import { andThen, sessionAfter } from '../../../support/lab/session.ts';

const first = sessionAfter([{ type: 'stop' }, { type: 'start' }]);
const forkedAt = sessionAfter([{ type: 'stop' }]).timeline.position;
const forked = andThen(goTo(first, forkedAt), { type: 'rescue' });

function shown(session: Session) {
  return branchViews(session.timeline).map(({ isCurrent, asked, branch }) => ({
    isCurrent,
    asked,
    forksAt: branch.forksAt
  }));
}

describe('the branches of history', () => {
  it('are one while nobody has acted in the past', () => {
    expect(shown(first)).toEqual([
      { isCurrent: true, asked: ['stop', 'start'], forksAt: first.timeline.line.length - 1 }
    ]);
  });

  it('are told by what was asked on them after they part', () => {
    expect(shown(forked)).toEqual([
      { isCurrent: false, asked: ['start'], forksAt: forkedAt },
      { isCurrent: true, asked: ['stop', 'rescue'], forksAt: forked.timeline.line.length - 1 }
    ]);
  });

  it('can be switched, back and forth, and none is lost', () => {
    const [older] = branchViews(forked.timeline);
    const back = switchTo(forked, older!.branch);
    expect(cloudOf(back).instance.vm_state).toBe('active');
    expect(back.timeline.line).toEqual(first.timeline.line);
    expect(shown(back).map(({ isCurrent }) => isCurrent)).toEqual([true, false]);
    const [, newer] = branchViews(back.timeline);
    expect(switchTo(back, newer!.branch).timeline.line).toEqual(forked.timeline.line);
  });
});
