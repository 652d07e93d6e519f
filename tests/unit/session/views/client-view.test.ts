import { describe, expect, it } from 'vitest';
import { articleLab, articleRequests } from '../../../../src/lib/session/article.ts';
import {
  act,
  cloudOf,
  goTo,
  runToEnd,
  startSession,
  stepForward,
  type Session
} from '../../../../src/lib/session/session.ts';
import { exchanges, serverListing } from '../../../../src/lib/session/views/client-view.ts';
import { computeLog } from '../../../../src/lib/session/views/compute-log.ts';
import { domainXml, xmlChange, xmlFileName } from '../../../../src/lib/session/views/domain-xml.ts';

function play(count: number): Session {
  return articleRequests.slice(0, count).reduce((session, request) => {
    const made = act(session, request);
    if (!made.ok) throw new Error(made.error.message);
    return runToEnd(made.value);
  }, startSession(articleLab));
}

describe('what the client sees', () => {
  it("is a command and an answer for each of the article's requests, and no error", () => {
    expect(exchanges(play(9)).map(({ command, code, device }) => [command, code, device])).toEqual([
      ['nova volume-attach instance01 a54facb5-8b1e-4370-9d0b-e7b6ca6f7adc', 200, '/dev/vdb'],
      ['nova resize instance01 small-with-swap', 202, null],
      ['nova resize-confirm instance01', 204, null],
      ['nova volume-detach instance01 a54facb5-8b1e-4370-9d0b-e7b6ca6f7adc', 202, null],
      ['nova volume-attach instance01 a54facb5-8b1e-4370-9d0b-e7b6ca6f7adc', 200, '/dev/vdc'],
      ['nova reboot instance01', 202, null],
      ['nova volume-attach instance01 a54facb5-8b1e-4370-9d0b-e7b6ca6f7adc', 200, '/dev/vdc'],
      ['nova reboot --hard instance01', 202, null],
      ['nova volume-attach instance01 a54facb5-8b1e-4370-9d0b-e7b6ca6f7adc', 200, '/dev/vdc']
    ]);
  });

  it('has no answer yet while nova-api works', () => {
    const asked = act(startSession(articleLab), articleRequests[0]!);
    if (!asked.ok) throw new Error('refused');
    expect(exchanges(stepForward(asked.value)).at(-1)).toMatchObject({ code: null, device: null });
  });
});

describe('nova-compute.log', () => {
  it('has the error that the client does not see, with its traceback folded', () => {
    const errors = computeLog(play(5)).filter(({ level }) => level === 'ERROR');
    expect(errors).toHaveLength(4);
    expect(errors.at(-1)).toMatchObject({
      message:
        'Exception during message handling: libvirtError: Requested operation is not valid: target vdc already exists'
    });
    expect(errors.every(({ traceback }) => traceback.length > 1)).toBe(true);
  });

  it('ends where the cursor stands', () => {
    const session = play(5);
    expect(computeLog(goTo(session, 0))).toEqual([]);
    expect(computeLog(goTo(session, 12)).length).toBeLessThan(computeLog(session).length);
  });
});

describe('the domain XML', () => {
  it('changes where a disk is plugged in, and only there', () => {
    const asked = act(startSession(articleLab), articleRequests[0]!);
    if (!asked.ok) throw new Error('refused');
    let current = asked.value;
    const changed: string[] = [];
    while (cloudOf(current).work.length > 0) {
      current = stepForward(current);
      const { before, after } = xmlChange(current, 'live');
      if (before.text !== after.text) changed.push(after.text);
    }
    expect(changed).toHaveLength(1);
    expect(changed[0]).toContain("<target dev='vdb' bus='virtio'/>");
  });

  it('is empty when there is no such definition', () => {
    const stopped = act(startSession(articleLab), { type: 'stop' });
    if (!stopped.ok) throw new Error('refused');
    const cloud = cloudOf(runToEnd(stopped.value));
    expect(domainXml(cloud, 'live')).toBe('');
    expect(domainXml(cloud, 'persistent')).toContain("<target dev='vda' bus='virtio'/>");
  });

  it('is kept in a file of the domain’s name, which says which of the two it is', () => {
    const cloud = cloudOf(startSession(articleLab));
    expect(xmlFileName(cloud, 'live')).toBe('instance-0000000a.xml');
    expect(xmlFileName(cloud, 'persistent')).toBe('instance-0000000a-inactive.xml');
  });
});

describe('the power state', () => {
  it('is the last known one while a hard reboot has no domain that runs', () => {
    const made = act(startSession(articleLab), { type: 'hardReboot' });
    if (!made.ok) throw new Error(made.error.message);
    const end = runToEnd(made.value);
    const listings = end.timeline.line.map((_, position) => cloudOf(goTo(end, position)));
    expect(listings.some((cloud) => serverListing(cloud).isLastKnown)).toBe(true);
    expect(listings.filter((cloud) => serverListing(cloud).isLastKnown && cloud.domain?.live)).toEqual([]);
    expect(serverListing(cloudOf(end)).isLastKnown).toBe(false);
  });
});
