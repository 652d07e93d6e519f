/** Where the server stands in the statechart, at each moment of a story. */
import { describe, expect, it } from 'vitest';
import { ARTICLE_LAB } from '../../../../src/lib/engine/cloud/lab.ts';
import type { Request } from '../../../../src/lib/engine/cloud/operations.ts';
import { goTo, type Session } from '../../../../src/lib/session/session.ts';
import { lifecycleOf, statechart } from '../../../../src/lib/session/views/lifecycle.ts';
import { attach, resizeToSwap } from '../../../support/lab/instance.ts';
import { ask, sessionAfter } from '../../../support/lab/session.ts';
import { everyMoment } from '../../../support/lab/story.ts';

/** Requests to a state, and the operation that is done in it. */
const ways: readonly (readonly Request[])[] = [
  [{ type: 'stop' }, { type: 'start' }],
  [{ type: 'stop' }, resizeToSwap, { type: 'revert' }],
  [{ type: 'stop' }, resizeToSwap, { type: 'confirm' }],
  [{ type: 'stop' }, { type: 'rebuild' }],
  [{ type: 'stop' }, { type: 'hardReboot' }],
  [resizeToSwap, { type: 'confirm' }],
  [resizeToSwap, { type: 'revert' }],
  [{ type: 'pause' }, { type: 'unpause' }],
  [{ type: 'suspend' }, { type: 'resume' }],
  [{ type: 'rescue' }, { type: 'unrescue' }],
  [{ type: 'softReboot' }, { type: 'hardReboot' }],
  [{ type: 'rebuild' }],
  [{ type: 'resetState', state: 'error' }, { type: 'rebuild' }],
  [{ type: 'resetState', state: 'error' }, { type: 'stop' }]
];

/** The journey at a moment, told shortly. */
function told(session: Session): string {
  const { box, journey } = lifecycleOf(session);
  return `${journey.transition.id} ${journey.tasksBegun} ${journey.inFlight ? 'in flight' : 'over'} ${box}`;
}

describe('the lifecycle', () => {
  it('begins with the build, which is over', () => {
    expect(told(sessionAfter([]))).toBe('building. 3 over active');
  });

  it('follows a resize through its task states, forwards and back', () => {
    const session = sessionAfter([resizeToSwap], ARTICLE_LAB);
    const story = [...new Set(everyMoment(session).map(told))];
    expect(story).toEqual([
      'building. 3 over active',
      'active.resize 1 in flight active',
      'active.resize 2 in flight active',
      'active.resize 3 in flight active',
      'active.resize 4 in flight active',
      'active.resize 4 over resized'
    ]);
    expect(told(goTo(session, 0))).toBe('building. 3 over active');
  });

  it('goes on by itself from shelved and from deleting', () => {
    expect(told(sessionAfter([{ type: 'shelve' }]))).toBe('shelved. 1 over shelved_offloaded');
    expect(told(ask(sessionAfter([]), { type: 'delete' }))).toBe('deleting. 1 in flight deleting');
    expect(told(sessionAfter([{ type: 'delete' }]))).toBe('deleting. 1 over deleted');
  });

  const named = ways.map((requests) => [requests.map(({ type }) => type).join(', '), requests] as const);
  it.each(named)('is at each moment of %s on a route of the statechart', (_name, requests) => {
    const moments = everyMoment(sessionAfter(requests, ARTICLE_LAB));
    expect(moments.filter((moment) => lifecycleOf(moment).journey.route === null).map(told)).toEqual([]);
    expect(moments.length).toBeGreaterThan(requests.length);
  });

  it('is on no route when a failure has led elsewhere', () => {
    const session = sessionAfter([attach, resizeToSwap], { ...ARTICLE_LAB, release: '33.0.0' });
    const { box, journey } = lifecycleOf(session);
    expect([box, journey.transition.id, journey.route]).toEqual(['error', 'active.resize', null]);
  });

  it('tells a state at rest that is not merely idle', () => {
    const conf = { ...ARTICLE_LAB.conf, max_disk_devices_to_attach: 1 };
    const server = { ...ARTICLE_LAB.server, flavor: 'small-with-swap' };
    const failed = sessionAfter([], { ...ARTICLE_LAB, release: '33.0.0', conf, server });
    expect(lifecycleOf(failed)).toMatchObject({ box: 'error', special: 'never_launched', task: null });
    expect(lifecycleOf(sessionAfter([])).special).toBeNull();
  });

  it('is drawn of boxes that the server can be in', () => {
    expect(statechart.boxes).toContain(lifecycleOf(sessionAfter([])).box);
  });
});
