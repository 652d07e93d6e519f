import { describe, expect, it } from 'vitest';
import type { Lab } from '../../../../src/lib/engine/cloud/lab.ts';
import type { Request } from '../../../../src/lib/engine/cloud/operations.ts';
import { articleSettings, labWith } from '../../../../src/lib/session/lab-settings.ts';
import { articleLab, articleRequests } from '../../../../src/lib/session/article.ts';
import { cloudOf, stepForward, type Session } from '../../../../src/lib/session/session.ts';
import { fourTruths } from '../../../../src/lib/session/views/four-truths.ts';
import { waysOut } from '../../../../src/lib/session/views/ways-out.ts';
import type { Way, WayOutcome } from '../../../../src/lib/session/views/ways.ts';
import { attach } from '../../../support/lab/instance.ts';
import { ask, sessionAfter } from '../../../support/lab/session.ts';

function ways(session: Session, outcome: WayOutcome): readonly Way[] {
  return waysOut(session)?.ways.flatMap((tried) => (tried.outcome === outcome ? [tried.way] : [])) ?? [];
}

const gazpacho: Lab = { ...articleLab, release: '33.0.0' };

describe('the ways out', () => {
  it('are none where nothing is wrong', () => {
    expect(waysOut(sessionAfter([attach]))).toBeNull();
    expect(waysOut(sessionAfter([attach, { type: 'delete' }]))).toBeNull();
  });

  it('of the article’s conflict are those that were recorded: all that build the domain anew', () => {
    const session = sessionAfter(articleRequests.slice(0, 4));
    expect(waysOut(session)?.trouble).toBe('conflict');
    expect(ways(session, 'repaired')).toEqual(['stopStart', 'hardReboot', 'shelveUnshelve', 'rebuild']);
    expect(ways(session, 'not repaired')).toEqual(['softReboot']);
  });

  it('bring back the volume that was asked for, not another that is there too', () => {
    const lab = labWith({ ...articleSettings, volumes: 3 });
    const [, two, three] = lab.volumes.map(({ id }) => id);
    const asked = (type: 'attach' | 'detach', volume_id = ''): Request => ({ type, volume_id });
    const requests = [asked('attach', two), articleRequests[1]!, articleRequests[2]!, asked('detach', two)];
    const last = (session: Session) => waysOut(session)?.ways[0]?.requests.at(-1);
    expect(last(sessionAfter(requests, lab))).toEqual(asked('attach', two));
    expect(last(sessionAfter([...requests, asked('attach', three)], lab))).toEqual(asked('attach', three));
  });

  it('end with the volume attached again, where one waits for it', () => {
    const commands = waysOut(sessionAfter(articleRequests.slice(0, 4)))?.ways.map((way) => way.commands.at(-1));
    expect(new Set(commands)).toEqual(new Set([`nova volume-attach instance01 ${articleLab.volumes[0]!.id}`]));
  });

  it('of the resize that fails since 31.0.0 are the two that were recorded, and a stop in the place of reset-state', () => {
    const session = sessionAfter(articleRequests.slice(0, 2), gazpacho);
    expect(waysOut(session)).toMatchObject({ trouble: 'duplicate', hasNamelessSwap: true });
    expect(ways(session, 'repaired')).toEqual(['stopDetach', 'resetDetach', 'rebuild']);
    expect(ways(session, 'not repaired')).toContain('hardReboot');
  });

  it('do not ask a server to stop that is stopped', () => {
    const stopped = sessionAfter([...articleRequests.slice(0, 2), { type: 'stop' }], gazpacho);
    expect(ways(stopped, 'repaired')).toContain('stopDetach');
    const off = sessionAfter([...articleRequests.slice(0, 4), { type: 'stop' }]);
    expect(ways(off, 'repaired')).toContain('stopStart');
  });

  it('are not recommended where nova-api refuses them', () => {
    const root = {
      ...articleLab.volumes[0]!,
      id: 'root',
      name: 'root-volume',
      bootable: true,
      host_device: '/dev/sdb'
    };
    const lab: Lab = {
      ...articleLab,
      volumes: [...articleLab.volumes, root],
      server: { ...articleLab.server, root_volume: 'root' }
    };
    const session = sessionAfter(articleRequests.slice(0, 4), lab);
    expect(ways(session, 'repaired')).toContain('hardReboot');
    expect(ways(session, 'refused')).toEqual(['rebuild']);
  });

  it('count on a request in flight to come to its end, and change nothing of the session', () => {
    let session = ask(sessionAfter(articleRequests.slice(0, 4)), attach);
    for (let step = 0; step < 2; step++) session = stepForward(session);
    expect(fourTruths(cloudOf(session)).verdict.kind).toBe('collision');
    const before = cloudOf(session);
    expect(ways(session, 'repaired')).toContain('hardReboot');
    expect(cloudOf(session)).toBe(before);
  });
});
