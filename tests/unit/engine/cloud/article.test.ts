/** The article's case, driven through the machine and held against what the article printed. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ARTICLE_LAB } from '../../../../src/lib/engine/cloud/lab.ts';
import { logLines } from '../../../../src/lib/engine/cloud/log.ts';
import { nextDeviceName } from '../../../../src/lib/engine/cloud/naming.ts';
import { releases, xmlDialect } from '../../../../src/lib/engine/nova/releases/release.ts';
import { formatDiskXml, formatDomainXml } from '../../../../src/lib/engine/libvirt/domain-xml.ts';
import type { InstanceSnapshot } from '../../../../src/lib/machine/instance.ts';
import {
  attach,
  beforeTheCollision,
  boot,
  detach,
  eventsOf,
  liveTargets,
  perform,
  persistentTargets,
  resizeToSwap,
  run,
  send,
  settle,
  step,
  VOLUME,
  volumeOf
} from '../../../support/lab/instance.ts';

const transcript = JSON.parse(
  readFileSync(new URL('../../../conformance/data/transcript.json', import.meta.url), 'utf8')
) as {
  readonly steps: readonly { readonly n: number; readonly command: string; readonly output: readonly string[] }[];
};

/** What the article printed below its nth command. */
function printed(n: number): readonly string[] {
  return transcript.steps.find((one) => one.n === n)!.output;
}

function betweenTags(xml: string): string {
  return xml.replace(/>\s+</g, '><').trim();
}

function diskElements(xml: string): readonly string[] {
  return betweenTags(xml).match(/<disk .*?<\/disk>/g) ?? [];
}

/** The elements of the running domain's disks, as libvirt 3 prints them. */
function printedDisks({ context }: InstanceSnapshot): readonly string[] {
  return context.cloud.domain!.live!.disks.map((disk) =>
    betweenTags(formatDiskXml(disk, { dialect: '3', inactive: false }))
  );
}

function answers(snapshot: InstanceSnapshot) {
  return eventsOf(snapshot).filter(({ type }) => type === 'response' || type === 'refusal');
}

function targetLines({ context }: InstanceSnapshot): readonly string[] {
  const xml = formatDomainXml(context.cloud.domain!, { dialect: '3', inactive: false });
  return xml.split('\n').filter((line) => line.includes("target dev='vd"));
}

const attached = perform(boot(), attach);
const resized = perform(attached, resizeToSwap, { type: 'confirm' });
const detached = perform(resized, detach);
const attempt = send(detached, attach);
const failed = settle(attempt);
const rebooted = perform(failed, { type: 'hardReboot' });
const repaired = perform(rebooted, attach);

describe("the article's five looks at the domain", () => {
  it('shows vda and vdb after the attach, element by element, in slots 05 and 07', () => {
    expect(xmlDialect(ARTICLE_LAB.release)).toBe('3');
    const expected = diskElements(printed(8).join('\n'));
    expect(expected).toHaveLength(2);
    expect(printedDisks(attached)).toEqual(expected);
    expect(printedDisks(attached).map((xml) => /slot='(0x\d\d)'/.exec(xml)?.[1])).toEqual(['0x05', '0x07']);
  });

  it('shows vda, vdb and vdc after the resize, element by element, in slots 05, 06 and 07', () => {
    const expected = diskElements(printed(13).join('\n'));
    expect(expected).toHaveLength(3);
    expect(printedDisks(resized)).toEqual(expected);
    expect(printedDisks(resized).map((xml) => /slot='(0x\d\d)'/.exec(xml)?.[1])).toEqual(['0x05', '0x06', '0x07']);
  });

  it('shows the same elements inside the whole domain', () => {
    const whole = formatDomainXml(resized.context.cloud.domain!, { dialect: '3', inactive: false });
    expect(diskElements(whole)).toEqual(printedDisks(resized));
  });

  it('shows vda and vdc after the detach, also when the attach has failed', () => {
    expect(liveTargets(detached)).toEqual(['vda', 'vdc']);
    expect(targetLines(failed)).toEqual(printed(18));
  });

  it('shows vda and vdb after the hard reboot', () => {
    expect(targetLines(rebooted)).toEqual(printed(19));
  });

  it('shows vda, vdb and vdc after the attach that works', () => {
    expect(targetLines(repaired)).toEqual(printed(22));
  });

  it.each([
    ['attached', attached],
    ['resized', resized],
    ['detached', detached],
    ['failed', failed],
    ['rebooted', rebooted],
    ['repaired', repaired]
  ])('keeps the definition equal to what runs once everything is over: %s', (_moment, snapshot) => {
    expect(persistentTargets(snapshot)).toEqual(liveTargets(snapshot));
  });
});

describe('the names along the way', () => {
  it.each([
    ['boot', boot(), '/dev/vdb'],
    ['attach', attached, '/dev/vdc'],
    ['resize', resized, '/dev/vdd'],
    ['detach', detached, '/dev/vdc'],
    ['the failed attach', failed, '/dev/vdc'],
    ['hard reboot', rebooted, '/dev/vdc'],
    ['the attach that works', repaired, '/dev/vdd']
  ])('after %s the next volume would get', (_moment, { context }, name) => {
    expect(nextDeviceName(context.cloud, VOLUME)).toEqual({ ok: true, value: name });
  });

  it('tells the client a name each time: vdb, vdc for the attach that fails, vdc', () => {
    const response = (device: string | null, code = 200) => ({ type: 'response', code, device });
    expect(answers(send(boot(), attach))).toEqual([response('/dev/vdb')]);
    expect(answers(attempt)).toEqual([response('/dev/vdc')]);
    expect(answers(send(rebooted, attach))).toEqual([response('/dev/vdc')]);
  });
});

describe('the resize in the middle', () => {
  it('is seen by the client at resize_finish while the database still says that the server runs', () => {
    const finishing = run(send(attached, resizeToSwap)).find(
      ({ context }) => context.cloud.instance.task_state === 'resize_finish'
    )!;
    expect(finishing.context.cloud.instance).toMatchObject({ vm_state: 'active', power_state: 'running' });
    expect(printed(10).join('\n')).toMatch(/RESIZE \| resize_finish \| Running/);
  });
});

describe('the attach that fails', () => {
  const lines = run(attempt).flatMap(({ context: { report } }) =>
    report ? logLines(ARTICLE_LAB, report, report.events) : []
  );

  it("writes the article's line, equal but for time and request", () => {
    const article =
      '2018-01-06 22:18:38.049 8884 ERROR oslo_messaging.rpc.server [req-6981a024-faf2-4c94-91c4-4b0357a967c6 ' +
      '809d54e610184b26b41ac637a4314801 98a97dc5b2b74455add34ed624bf4b6a - default default] Exception during message ' +
      'handling: libvirtError: Requested operation is not valid: target vdc already exists';
    const anyTime = (line: string) =>
      line
        .replace(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} /, 'TIME ')
        .replace(/\[req-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12} /, '[REQUEST ');
    expect(anyTime(article)).toMatch(/^TIME 8884 ERROR oslo_messaging\.rpc\.server \[REQUEST 8/);
    expect(lines.filter((line) => anyTime(line) === anyTime(article))).toHaveLength(1);
  });

  it('is refused by libvirt with code 55 of QEMU', () => {
    const failures = eventsOf(attempt).filter((event) => event.type === 'failure');
    expect(failures).toEqual([
      {
        type: 'failure',
        failure: {
          exception: 'libvirtError',
          message: 'Requested operation is not valid: target vdc already exists',
          libvirt: { code: 55, domain: 10, message: 'Requested operation is not valid: target vdc already exists' }
        }
      }
    ]);
  });

  it('is rolled back: no row, no attachment, the volume available, the domain as before', () => {
    const { cloud } = failed.context;
    expect(volumeOf(failed)).toMatchObject({ status: 'available', attachment: null });
    expect(cloud.bdms).toEqual(detached.context.cloud.bdms);
    expect(cloud.domain).toEqual(detached.context.cloud.domain);
    expect(cloud.guest).toEqual(detached.context.cloud.guest);
  });

  it('leaves the server active, with a fault that only an operator sees', () => {
    expect(failed.value).toEqual('active.idle');
    expect(failed.context.cloud.instance.fault).toBe('Requested operation is not valid: target vdc already exists');
  });

  it('shows the volume attaching before it is available again', () => {
    const statuses = run(attempt).map((moment) => volumeOf(moment).status);
    expect(statuses.filter((status, index) => status !== statuses[index - 1])).toEqual([
      'available',
      'attaching',
      'available'
    ]);
  });

  it('has a row while it is tried, which goes last', () => {
    const names = run(attempt).map(({ context }) => context.cloud.bdms.at(-1)?.device_name);
    expect(names.filter((name, index) => name !== names[index - 1])).toEqual(['/dev/vda', '/dev/vdc', '/dev/vda']);
  });

  it('fails again and again with the same name', () => {
    const again = perform(failed, attach);
    expect(liveTargets(again)).toEqual(['vda', 'vdc']);
    expect(answers(send(again, attach))).toEqual([{ type: 'response', code: 200, device: '/dev/vdc' }]);
    expect(again.context.cloud.instance.fault).toBe('Requested operation is not valid: target vdc already exists');
  });
});

describe('repairs', () => {
  it('a soft reboot does not help: it starts the definition that is there', () => {
    const soft = perform(failed, { type: 'softReboot' });
    expect(liveTargets(soft)).toEqual(['vda', 'vdc']);
    expect(volumeOf(perform(soft, attach)).status).toBe('available');
  });

  it('stop and start help as a hard reboot does', () => {
    const stopped = perform(failed, { type: 'stop' });
    expect(liveTargets(stopped)).toBeNull();
    expect(persistentTargets(stopped)).toEqual(['vda', 'vdc']);
    const started = perform(stopped, { type: 'start' });
    expect(liveTargets(started)).toEqual(['vda', 'vdb']);
    expect(volumeOf(perform(started, attach))).toMatchObject({ status: 'in-use', attachment: { device: '/dev/vdc' } });
  });

  it('an attach to the stopped server fails as well: its definition still has vdc', () => {
    const stopped = perform(failed, { type: 'stop' });
    const tried = perform(stopped, attach);
    expect(volumeOf(tried).status).toBe('available');
    expect(tried.context.cloud.instance.fault).toBe('Requested operation is not valid: target vdc already exists');
  });

  it('detaching before the resize avoids it', () => {
    const avoided = perform(attached, detach, resizeToSwap, { type: 'confirm' }, attach);
    expect(liveTargets(avoided)).toEqual(['vda', 'vdb', 'vdc']);
    expect(volumeOf(avoided).attachment?.device).toBe('/dev/vdc');
  });
});

/** The releases before the swap row, without the two that drop the error of an attach (EPOCH-18-2). */
const telling = releases.filter((release) => !/^(18|19|3[123])\./.test(release));

describe.each(telling)('at %s', (release) => {
  it('the attach collides and the volume is available again', () => {
    const before = beforeTheCollision({ ...ARTICLE_LAB, release });
    expect(liveTargets(before)).toEqual(['vda', 'vdc']);
    const after = perform(before, attach);
    expect(volumeOf(after)).toMatchObject({ status: 'available', attachment: null });
    expect(after.context.cloud.instance.fault).toBe('Requested operation is not valid: target vdc already exists');
    expect(volumeOf(perform(after, { type: 'hardReboot' }, attach)).attachment?.device).toBe('/dev/vdc');
  });
});

describe.each(['31.0.0', '32.0.0', '33.0.0'] as const)('[EPOCH-31-1] at %s', (release) => {
  const broken = perform(boot({ ...ARTICLE_LAB, release }), attach, resizeToSwap);
  const { cloud } = broken.context;

  it('the resize itself fails: the new swap row gets vdb, which the volume has', () => {
    expect(broken.value).toEqual('error.idle');
    expect(cloud.domain).toBeNull();
    expect(cloud.instance.fault).toMatch(/^XML error: target 'vdb' duplicated for disk sources /);
  });

  it('the flavor is the old one again, but the swap row stays, without a name', () => {
    expect(cloud.instance.flavor.name).toBe('small-no-swap');
    expect(cloud.bdms.map(({ guest_format, device_name }) => [guest_format, device_name])).toEqual([
      [null, '/dev/vda'],
      [null, '/dev/vdb'],
      ['swap', null]
    ]);
  });

  it('the next volume would get vdc', () => {
    expect(nextDeviceName(cloud, VOLUME)).toEqual({ ok: true, value: '/dev/vdc' });
  });

  it('a hard reboot fails the same way', () => {
    const again = perform(broken, { type: 'hardReboot' });
    expect(again.value).toEqual('error.idle');
    expect(again.context.cloud.domain).toBeNull();
  });
});

describe('from the machine', () => {
  it('a step while nothing is in flight changes nothing', () => {
    expect(step(repaired).context).toBe(repaired.context);
  });
});
