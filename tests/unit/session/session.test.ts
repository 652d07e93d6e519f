import { describe, expect, it } from 'vitest';
import { articleLab, articleRequests } from '../../../src/lib/session/article.ts';
import {
  act,
  canStepForward,
  cloudOf,
  goTo,
  isIdleAtEnd,
  reportOf,
  requestsMade,
  runToEnd,
  startSession,
  stepBack,
  stepForward,
  type Session
} from '../../../src/lib/session/session.ts';
import type { Request } from '../../../src/lib/engine/cloud/operations.ts';

const volume_id = 'a54facb5-8b1e-4370-9d0b-e7b6ca6f7adc';

/** The session after a request that the API takes. */
function taken(session: Session, request: Request): Session {
  const made = act(session, request);
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}

function domainNames(session: Session): readonly string[] | undefined {
  return cloudOf(session).domain?.live?.disks.map(({ target }) => target.dev);
}

describe('session', () => {
  it('begins with a server that is built and idle', () => {
    const session = startSession(articleLab);
    expect(cloudOf(session).instance).toMatchObject({ vm_state: 'active', task_state: null });
    expect(canStepForward(session)).toBe(false);
    expect(reportOf(session)).toBeNull();
  });

  it("tells the article's case to its end", () => {
    const end = articleRequests.reduce(
      (session, request) => runToEnd(taken(session, request)),
      startSession(articleLab)
    );
    expect(domainNames(end)).toEqual(['vda', 'vdb', 'vdc']);
    expect(cloudOf(end).volumes[0]?.status).toBe('in-use');
    expect(requestsMade(end)).toBe(articleRequests.length);
    expect(isIdleAtEnd(end)).toBe(true);
  });

  it('leaves the work of a request in flight until it is stepped', () => {
    const asked = taken(startSession(articleLab), { type: 'attach', volume_id });
    expect(domainNames(asked)).toEqual(['vda']);
    expect(canStepForward(asked)).toBe(true);
    expect(domainNames(runToEnd(asked))).toEqual(['vda', 'vdb']);
  });

  it('steps back and forward over the same moments', () => {
    const asked = taken(startSession(articleLab), { type: 'attach', volume_id });
    const stepped = stepForward(asked);
    const again = stepForward(stepBack(stepped));
    expect(cloudOf(again)).toBe(cloudOf(stepped));
    expect(again.timeline.moments).toHaveLength(stepped.timeline.moments.length);
  });

  it('does nothing where there is no step to take', () => {
    const idle = startSession(articleLab);
    expect(stepForward(idle)).toBe(idle);
    expect(cloudOf(stepBack(idle))).toBe(cloudOf(idle));
  });

  it('lets the client have its answer before it asks again', () => {
    const asked = taken(startSession(articleLab), { type: 'attach', volume_id });
    const both = taken(asked, { type: 'stop' });
    expect(cloudOf(both).bdms).toHaveLength(2);
    expect(cloudOf(both).instance.task_state).toBe('powering-off');
    expect(cloudOf(runToEnd(both)).instance.vm_state).toBe('stopped');
  });

  it('answers a refusal in the words of the API and changes nothing', () => {
    const session = startSession(articleLab);
    const refused = act(session, { type: 'start' });
    expect(refused).toEqual({
      ok: false,
      error: {
        exception: 'InstanceInvalidState',
        code: 409,
        message: `Cannot 'start' instance ${articleLab.server.uuid} while it is in vm_state active`
      }
    });
  });

  it('keeps the other branch when something is done in the past', () => {
    const attached = runToEnd(taken(startSession(articleLab), { type: 'attach', volume_id }));
    const length = attached.timeline.moments.length;
    const forked = runToEnd(taken(goTo(attached, 0), { type: 'stop' }));
    expect(cloudOf(forked).instance.vm_state).toBe('stopped');
    expect(cloudOf(forked).bdms).toHaveLength(1);
    expect(forked.timeline.moments.length).toBeGreaterThan(length);
  });

  it('gives the same bytes for the same commands', () => {
    const play = () =>
      articleRequests.reduce((session, request) => runToEnd(taken(session, request)), startSession(articleLab));
    const bytes = (session: Session) =>
      JSON.stringify(session.timeline.moments.map(({ value }) => value.snapshot.context));
    expect(bytes(play())).toBe(bytes(play()));
  });
});
