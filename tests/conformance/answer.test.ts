import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** What the black box prints for some lines of a kind. */
function ask(kind: string, lines: readonly string[]) {
  const { stdout, stderr, status } = spawnSync('npm', ['run', '--silent', 'answer', '--', kind], {
    input: lines.map((line) => `${line}\n`).join(''),
    encoding: 'utf8'
  });
  return { answers: stdout.split('\n').slice(0, -1), stderr, status };
}

interface Recording {
  readonly scenario: unknown;
  readonly results: readonly { readonly releases: readonly string[]; readonly expect: unknown }[];
}

const recordings = readFileSync(new URL('data/nova-disk-names.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .slice(0, 50)
  .map((line) => JSON.parse(line) as Recording);

describe('npm run answer', () => {
  it('answers each line with a line, in order, and prints nothing else', () => {
    const questions = recordings.map(({ scenario, results }) => ({ release: results[0]!.releases[0], scenario }));
    const { answers, status } = ask(
      'nova-disk-names',
      questions.map((question) => JSON.stringify(question))
    );
    expect(answers.map((line): unknown => JSON.parse(line))).toEqual(
      recordings.map(({ results }) => results[0]!.expect)
    );
    expect(status).toBe(0);
  });

  it('gives the domain XML with nova-lifecycle when asked', () => {
    const boot = {
      flavor: 'plain',
      config_drive: false,
      config_drive_format: 'vfat',
      volumes: [],
      boot_from_volume: false
    };
    const steps = [{ op: 'attach', vol: 0 }, { op: 'stop' }];
    const { answers } = ask('nova-lifecycle', [JSON.stringify({ release: '26.0.0', boot, steps, xml: true })]);
    const { steps: answered } = JSON.parse(answers[0]!) as { steps: { after: { live_xml: string | null } }[] };
    expect(answered[0]?.after.live_xml).toContain("<target dev='vdb' bus='virtio'/>");
    expect(answered[1]?.after.live_xml).toBeNull();
  });

  it('runs the commands of a terminal one after the other', () => {
    const commands = ['nova stop instance01', ':run', 'nova list | grep -c SHUTOFF', 'nova stop instance01'];
    const { answers } = ask('cli', [JSON.stringify({ lab: 'article', commands })]);
    expect(JSON.parse(answers[0]!)).toEqual({
      outputs: [
        'Request to stop server instance01 has been accepted.\n',
        '',
        '1\n',
        expect.stringMatching(/^Cannot 'stop' instance .* in vm_state stopped .*\nERROR \(CommandError\): .*\n$/)
      ],
      exits: [0, 0, 0, 1]
    });
  });

  it('answers a line that it cannot read with an error and goes on', () => {
    const { answers } = ask('guest-names', ['{', '{"events": []}']);
    expect(answers).toHaveLength(2);
    expect(JSON.parse(answers[0]!)).toHaveProperty('error');
    expect(JSON.parse(answers[1]!)).toEqual({ names: [] });
  });

  it('says which kinds there are when it does not know one', () => {
    const { answers, stderr, status } = ask('no-such-kind', []);
    expect(answers).toEqual([]);
    expect(stderr).toContain('nova-disk-names, nova-lifecycle, libvirt-hotplug, guest-names, cli');
    expect(status).toBe(2);
  });
});
