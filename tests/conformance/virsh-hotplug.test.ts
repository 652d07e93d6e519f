/** The recorded calls of libvirt 9.0 as `virsh attach-disk` and `virsh detach-disk`: the same answers, in virsh's words. */
import { describe, expect, it } from 'vitest';
import { enter, openTerminal, type Terminal } from '../../src/lib/cli/cli.ts';
import { articleLab } from '../../src/lib/session/article.ts';
import { cloudOf, snapshotOf, startSession } from '../../src/lib/session/session.ts';
import { startTimeline } from '../../src/lib/session/timeline.ts';
import { startingDomain, type HotplugSequence, type RecordedCall } from './answer/libvirt-hotplug.ts';
import { modes, recordings } from './compare/libvirt-hotplug.ts';

const FLAGS: Readonly<Record<RecordedCall[3], string>> = {
  L: '--live',
  C: '--config',
  LC: '--live --config',
  CUR: '--current'
};

/** A terminal of a host on which the recorded domain runs; nothing is known of it to Nova. */
function terminalWith(sequence: Omit<HotplugSequence, 'ops'>): Terminal {
  const domain = startingDomain(sequence);
  const snapshot = snapshotOf(startSession({ ...articleLab, release: '26.0.0' }));
  const cloud = { ...snapshot.context.cloud, domain };
  return openTerminal({
    timeline: startTimeline({ snapshot: { ...snapshot, context: { cloud, report: null } }, request: null })
  });
}

/** The recording's files lie where the host has them, or not. */
function pathOf(source: string, note: string | null): string {
  return note === 'missing-source' ? `/nonexistent/${source}` : `/tmp/${source}`;
}

function attachLine([, target, bus, flags, source, note]: RecordedCall): string | null {
  const address = /^addr\W*([\da-f]{4}):([\da-f]{2}):([\da-f]{2})\.(\d)$/.exec(note ?? '');
  // virsh sends an address only for names that go with its kind.
  if (address && !target.startsWith('vd')) return null;
  const at = address ? ` --address pci:${address.slice(1).join('.')}` : '';
  const options = `--targetbus ${bus} --driver qemu --subdriver raw --cache none`;
  return `virsh attach-disk recorded ${pathOf(source, note)} ${target} ${options}${at} ${FLAGS[flags]}`;
}

interface Compared {
  readonly line: string;
  readonly shown: readonly string[];
  readonly expected: readonly string[];
}

/** Each call that virsh can express, in the order of its sequence; one that it cannot ends the sequence. */
function play(recording: (typeof recordings)[number]): readonly Compared[] {
  let terminal = terminalWith(recording);
  const compared: Compared[] = [];
  for (const op of recording.ops) {
    const [kind, target, , flags, , , result, , , message] = op;
    const call = op.slice(0, 6) as unknown as RecordedCall;
    const line = kind === 'attach' ? attachLine(call) : `virsh detach-disk recorded ${target} ${FLAGS[flags]}`;
    if (line === null) return compared;
    const outcome = enter(terminal, line);
    terminal = outcome.terminal;
    const shown = outcome.lines.map(({ text }) => text);
    // virsh itself looks for the disk to detach.
    if (shown[0]?.startsWith('error: No disk found')) continue;
    const failed = `error: Failed to ${kind} disk`;
    const expected =
      result === 'ok' ? [`Disk ${kind}ed successfully`, ''] : [failed, ...`error: ${message ?? ''}`.split('\n'), ''];
    // The recording names its files without their folder.
    compared.push({
      line,
      shown: shown
        .join('\n')
        .replaceAll(/\/(tmp|nonexistent)\//g, '')
        .split('\n'),
      expected
    });
  }
  expect(cloudOf(terminal.session).bdms).toEqual(cloudOf(terminalWith(recording).session).bdms);
  return compared;
}

describe('virsh on the recorded domains', () => {
  it.each(modes)('says what libvirt answered: %s', (mode) => {
    const compared = recordings.filter((recording) => recording.mode === mode).flatMap(play);
    expect(compared.length).toBeGreaterThan(200);
    expect(compared.filter(({ shown, expected }) => shown.join('\n') !== expected.join('\n')).slice(0, 5)).toEqual([]);
  });
});
