import { describe, expect, it } from 'vitest';
import type { Request } from '../../../src/lib/engine/cloud/operations.ts';
import { articleLab, articleRequests } from '../../../src/lib/session/article.ts';
import { withFlavor } from '../../../src/lib/session/lab-edits.ts';
import { articleSettings, labWith, volumesOf, type LabSettings } from '../../../src/lib/session/lab-settings.ts';
import { compareArticle, outcomes, replay, type Replay } from '../../../src/lib/session/replay.ts';
import {
  act,
  cloudOf,
  goTo,
  runToEnd,
  startSession,
  stepForward,
  type Session
} from '../../../src/lib/session/session.ts';

const [volume_id = '', second = ''] = volumesOf({ volumes: 2 }).map(({ id }) => id);
const attach: Request = { type: 'attach', volume_id };
const detach: Request = { type: 'detach', volume_id };
const toSwap: Request = { type: 'resize', flavor: '203' };
const confirm: Request = { type: 'confirm' };

function lab(change: Partial<LabSettings>) {
  return labWith({ ...articleSettings, ...change });
}

function asked(session: Session, request: Request): Session {
  const made = act(session, request);
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}

/** Each request run to its end before the next. */
function told(requests: readonly Request[], start = startSession(articleLab)): Session {
  return requests.reduce((session, request) => runToEnd(asked(session, request)), start);
}

const article = told(articleRequests);

/** One line for each request: what the client heard, then the failure or the status. */
function then({ requests }: Replay): readonly string[] {
  return requests.map(({ request, then: { answer, failure, status } }) =>
    [request.type, answer.refusal ?? answer.code, failure ?? status].join(' | ')
  );
}

function differing({ requests }: Pick<Replay, 'requests'>): readonly string[] {
  return requests.flatMap(({ request, differs }) => (differs.length > 0 ? [request.type] : []));
}

describe('what came of the requests of a session', () => {
  it("is, in the article's lab, an answer of 200 and a failure that only the log has", () => {
    const failing = outcomes(article)[4];
    expect(failing).toEqual({
      answer: { code: 200, device: '/dev/vdc', refusal: null },
      failure: 'Requested operation is not valid: target vdc already exists',
      status: 'ACTIVE',
      volumes: [{ id: volume_id, name: 'volume1', status: 'available' }],
      next: 'vdc',
      verdict: 'latent'
    });
    expect(outcomes(article).map(({ next }) => next)).toEqual([
      ...['vdc', 'vdd', 'vdd', 'vdc', 'vdc', 'vdc', 'vdc', 'vdc', 'vdd']
    ]);
  });

  it('is told apart for requests that are under way side by side', () => {
    const both = asked(asked(startSession(articleLab), attach), { type: 'stop' });
    const [attached, stopped] = outcomes(both);
    expect(attached?.answer).toEqual({ code: 200, device: '/dev/vdb', refusal: null });
    expect(stopped?.answer).toEqual({ code: 202, device: null, refusal: null });
    expect(stopped).toMatchObject({ status: 'SHUTOFF', volumes: [{ status: 'in-use' }] });
  });
});

describe('a replay', () => {
  it('on the same lab differs in nothing and ends in the same lab', () => {
    const again = replay(article, articleLab);
    expect(differing(again)).toEqual([]);
    expect(cloudOf(again.session)).toEqual(cloudOf(article));
  });

  it('of the article at 26.0.0 meets the same collision', () => {
    const { requests } = replay(article, lab({ release: '26.0.0' }));
    expect(requests.map((one) => one.then.failure)).toEqual(requests.map((one) => one.now.failure));
  });

  it('of the article at 33.0.0 ends in ERROR at the resize, and goes on with what is refused after it', () => {
    const later = replay(article, lab({ release: '33.0.0' }));
    const resize = later.requests[1];
    expect(resize?.then).toMatchObject({ answer: { code: 202 }, status: 'ERROR', next: 'vdc', verdict: 'duplicate' });
    expect(resize?.then.failure).toMatch(/^XML error: target 'vdb' duplicated for disk sources/);
    expect(resize?.differs).toEqual(['failure', 'status', 'next', 'verdict']);
    expect(later.requests[2]?.then.answer.refusal).toContain("Cannot 'confirmResize' instance");
    expect(then(later)).toHaveLength(articleRequests.length);
  });

  it('with an ephemeral disk in the place of swap makes a gap and no collision', () => {
    const settings = withFlavor(articleSettings, '203', { swap: 0, ephemeral: 1 });
    const { requests } = replay(article, labWith(settings));
    expect(requests.map((one) => one.then.failure)).not.toContain(
      'Requested operation is not valid: target vdc already exists'
    );
    expect(requests[3]?.then).toMatchObject({ next: 'vdc', verdict: 'phantom' });
  });

  it('with a limit of two disks is refused where a third would come, from 19.0.0 on', () => {
    const limited = { max_disk_devices_to_attach: 2 };
    const attachBoth = told([attach, { type: 'attach', volume_id: second }], startSession(lab({ volumes: 2 })));
    const refusal = 'The maximum allowed number of disk devices (2) to attach to a single instance has been exceeded.';
    const later = replay(attachBoth, lab({ volumes: 2, release: '26.0.0', ...limited }));
    expect(then(later)).toEqual(['attach | 200 | ACTIVE', `attach | ${refusal} | ACTIVE`]);
    expect(differing(replay(attachBoth, lab({ volumes: 2, ...limited })))).toEqual([]);
  });

  it('with a guest that never answers gives the volume back to in-use after a detach', () => {
    const { requests } = replay(told([attach, detach]), lab({ unplug: 'never' }));
    expect(requests[1]?.now).toMatchObject({ failure: null, volumes: [{ status: 'available' }] });
    expect(requests[1]?.then).toMatchObject({ volumes: [{ status: 'in-use' }] });
    expect(requests[1]?.then.failure).toContain('Device detach failed for vdb');
    expect(requests[1]?.differs).toEqual(['failure', 'volumes', 'next', 'verdict']);
  });

  it('refuses a volume and a flavor that the other lab has not, in the words of the API', () => {
    const other = { type: 'attach', volume_id: second } as const;
    const session = told([other, { ...other, type: 'detach' }, toSwap], startSession(lab({ volumes: 2 })));
    const alone = { ...articleSettings, flavors: articleSettings.flavors.filter(({ id }) => id === '204') };
    expect(then(replay(session, labWith(alone)))).toEqual([
      `attach | Volume ${second} could not be found. | ACTIVE`,
      `detach | Volume ${second} could not be found. | ACTIVE`,
      'resize | Flavor 203 could not be found. | ACTIVE'
    ]);
  });

  it('says that the server cannot even be built, and why', () => {
    const { unbuilt, requests } = replay(told([attach]), lab({ release: '33.0.0', hw_disk_bus: 'fdc' }));
    expect(unbuilt).toEqual({ now: null, then: expect.stringContaining("Invalid bus type 'fdc' for disk") as string });
    expect(requests[0]?.then).toMatchObject({ status: 'ERROR', verdict: 'no domain' });
  });

  it('counts no difference for a volume that only one of the labs has', () => {
    expect(differing(replay(told([attach]), lab({ volumes: 3 })))).toEqual([]);
  });

  it('makes a request while the one before is as many steps on its way as it was', () => {
    let session = asked(startSession(articleLab), { type: 'softReboot' });
    for (let count = 0; count < 3; count++) session = stepForward(session);
    const interrupted = runToEnd(asked(session, { type: 'hardReboot' }));
    const again = replay(interrupted, lab({ release: '26.0.0' }));
    expect(again.session.timeline.line).toHaveLength(interrupted.timeline.line.length);
    expect(differing(again)).toEqual([]);
  });
});

describe('the cursor after a replay', () => {
  const later = lab({ release: '33.0.0' });

  it('stands at the beginning when it stood there', () => {
    expect(replay(goTo(article, 0), later).session.timeline.position).toBe(0);
  });

  it('stands as many steps after the same request', () => {
    const { session } = replay(goTo(article, 3), later);
    expect(session.timeline.position).toBe(3);
    expect(session.timeline.line.length).toBeGreaterThan(4);
  });

  it('stands where the same request has come to rest, however many steps that takes', () => {
    const resized = told([attach, toSwap]);
    const { session } = replay(goTo(told([confirm], resized), resized.timeline.position), later);
    expect(cloudOf(session).instance).toMatchObject({ vm_state: 'error', task_state: null });
    expect(cloudOf(session).work).toEqual([]);
  });

  it('does not run ahead of a request whose work is still under way', () => {
    const begun = stepForward(asked(startSession(articleLab), attach));
    const again = replay(begun, articleLab);
    expect(cloudOf(again.session)).toEqual(cloudOf(begun));
    expect(again.session.timeline.line).toHaveLength(begun.timeline.line.length);
  });
});

describe("the article's operations in two labs", () => {
  it('can be compared before anything has been done', () => {
    expect(differing(compareArticle(articleLab, articleLab))).toEqual([]);
    const changed = differing(compareArticle(articleLab, lab({ release: '33.0.0' })));
    expect(changed[0]).toBe('resize');
  });

  it('keeps a request that the lab refuses', () => {
    const withoutSwap = { ...articleSettings, flavors: articleSettings.flavors.filter(({ id }) => id === '204') };
    const { requests } = compareArticle(labWith(withoutSwap), articleLab);
    expect(requests).toHaveLength(articleRequests.length);
    expect(requests[1]?.now.answer.refusal).toBe('Flavor 203 could not be found.');
  });
});
