import { describe, expect, it } from 'vitest';
import { articleLab, articleRequests } from '../../../../src/lib/session/article.ts';
import { traceOf, type Trace } from '../../../../src/lib/session/export/trace-json.ts';
import {
  cloudOf,
  goTo,
  runToEnd,
  startSession,
  stepForward,
  type Session
} from '../../../../src/lib/session/session.ts';
import { attach, detach } from '../../../support/lab/instance.ts';
import { replay } from '../../../support/lab/replay.ts';
import { ask, sessionAfter } from '../../../support/lab/session.ts';

/** The trace as whoever reads the file gets it. */
function fileOf(session: Session): Trace {
  return JSON.parse(JSON.stringify(traceOf(session))) as Trace;
}

function last(session: Session): Session {
  return goTo(session, session.timeline.line.length - 1);
}

describe('the trace as JSON', () => {
  it.each(['17.0.0.0b1', '33.0.0'] as const)('replays to the same last moment at %s', (release) => {
    const count = release === '33.0.0' ? 2 : articleRequests.length;
    const session = sessionAfter(articleRequests.slice(0, count), { ...articleLab, release });
    const again = replay(fileOf(session));
    expect(cloudOf(again)).toEqual(cloudOf(session));
    expect(fileOf(again)).toEqual(fileOf(session));
  });

  it('replays requests that were on their way side by side', () => {
    const session = runToEnd(ask(ask(startSession(articleLab), attach), { type: 'stop' }));
    const trace = fileOf(session);
    expect(trace.requests.map(({ request }) => request.type)).toEqual(['attach', 'stop']);
    expect(fileOf(replay(trace))).toEqual(trace);
  });

  it('tells the branch to its end, wherever the cursor stands on it', () => {
    const session = goTo(sessionAfter(articleRequests), 7);
    const trace = fileOf(session);
    expect(trace.cursor).toBe(7);
    expect(trace.steps.map(({ position }) => position)).toEqual(trace.steps.map((_, index) => index + 1));
    expect(cloudOf(replay(trace))).toEqual(cloudOf(last(session)));
  });

  it('says which form it has, and begins before anybody has asked', () => {
    const trace = fileOf(startSession(articleLab));
    expect(trace).toMatchObject({ format: 'nova-disk-playground/trace', version: 1, release: '17.0.0.0b1', cursor: 0 });
    expect(trace.steps).toEqual([]);
    expect(trace.requests).toEqual([]);
    expect(trace.beginning).toMatchObject({ position: 0, next: 'vdb', verdict: 'agree' });
  });

  it('has the error that the client does not see, as libvirt numbers it', () => {
    const { steps } = fileOf(sessionAfter(articleRequests.slice(0, 5)));
    const failed = steps.find(({ events }) => events.some(({ type }) => type === 'failure'));
    expect(failed).toMatchObject({ op: 'attach', step: 'attach_device', actor: 'libvirt', verdict: 'collision' });
    expect(failed?.events[0]).toEqual({
      type: 'failure',
      exception: 'libvirtError',
      message: 'Requested operation is not valid: target vdc already exists',
      libvirt: { code: 55, code_name: 'VIR_ERR_OPERATION_INVALID', domain: 10, domain_name: 'VIR_FROM_QEMU' }
    });
    expect(failed?.events[1]).toMatchObject({ type: 'log', level: 'ERROR' });
    expect(failed?.names.computation).toMatchObject({ vdb: [{ kind: 'swap' }], vdc: [{ kind: 'volume' }] });
    expect(failed?.names.domain).not.toHaveProperty('vdb');
  });

  it('has the command and the answer of each request', () => {
    const { steps } = fileOf(sessionAfter(articleRequests.slice(0, 1)));
    expect(steps.flatMap(({ command }) => command ?? [])).toEqual([
      'nova volume-attach instance01 a54facb5-8b1e-4370-9d0b-e7b6ca6f7adc'
    ]);
    expect(steps.flatMap(({ events }) => events).filter(({ type }) => type === 'answer')).toEqual([
      { type: 'answer', code: 200, device: '/dev/vdb' }
    ]);
  });

  it('says at a disk that only one of libvirt’s definitions has it', () => {
    const last = fileOf(sessionAfter([attach, { type: 'pause' }, detach])).steps.at(-1);
    expect(last?.verdict).toBe('half');
    expect(last?.names.domain['vdb']).toEqual([{ kind: 'volume', name: 'volume1', only: 'live' }]);
    expect(last?.names.database['vdb']).toEqual([{ kind: 'volume', name: 'volume1' }]);
  });

  it('is a step of a request at every position, while work is in flight too', () => {
    const trace = fileOf(stepForward(ask(startSession(articleLab), attach)));
    expect(trace.steps.map(({ request }) => request?.type ?? null)).toEqual(['attach', null]);
    expect(fileOf(replay(trace))).toEqual(trace);
  });
});
