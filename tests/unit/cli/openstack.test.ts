import { describe, expect, it } from 'vitest';
import { ARTICLE_LAB, type Lab } from '../../../src/lib/engine/cloud/lab.ts';
import type { Release } from '../../../src/lib/engine/nova/releases/release.ts';
import { cloudOf } from '../../../src/lib/session/session.ts';
import { said, shown, terminalOf, type } from '../../support/cli/terminal.ts';

const PIKE: Release = '17.0.0.0b1';
const ATTACHED = ['openstack server add volume instance01 volume1', ':run'];

/** The headings of a table. */
function columns(lines: readonly string[]): readonly string[] {
  return lines[1]!
    .split('|')
    .slice(1, -1)
    .map((heading) => heading.trim());
}

/** The names of the first column. */
function names(lines: readonly string[]): readonly string[] {
  return lines.slice(3, -1).map((line) => line.split('|')[1]!.trim());
}

const FORMATS = { csv: '"ID"', json: '[', table: '+-', value: '', yaml: '- ' } as const;

const SAMPLE_SERVER = '6d6a2ae2-6a1e-4f0f-8c4e-2a1f6b0a9d10';
const SAMPLE_VOLUME = '5c9e1a6b-8f0d-4d4e-9b3a-7f2c1e0d9a88';

/** The lab in which the samples below were printed. */
const sampleLab: Lab = {
  ...ARTICLE_LAB,
  flavors: [{ ...ARTICLE_LAB.flavors[1]!, id: '1', name: 'm1.tiny' }],
  server: {
    ...ARTICLE_LAB.server,
    uuid: SAMPLE_SERVER,
    display_name: 'vm1',
    flavor: 'm1.tiny',
    addresses: { private: ['10.0.0.5'] }
  },
  volumes: [
    { ...ARTICLE_LAB.volumes[0]!, id: 'd41d8cd9-8f00-4b20-8e98-00998ecf8427', name: 'vol2', size: 10 },
    { ...ARTICLE_LAB.volumes[0]!, id: SAMPLE_VOLUME, name: 'vol1', volume_type: 'lvmdriver-1' }
  ]
};

describe('openstack prints the samples of the real client', () => {
  const terminal = terminalOf('26.0.0', sampleLab);
  const attach = 'openstack --os-compute-api-version 2.1 server add volume vm1 vol1';
  const rule = '+--------------------------------------+';

  it.each<[lines: string[], output: string[]]>([
    [
      ['openstack server list'],
      [
        `${rule}------+--------+------------------+--------+---------+`,
        '| ID                                   | Name | Status | Networks         | Image  | Flavor  |',
        `${rule}------+--------+------------------+--------+---------+`,
        '| 6d6a2ae2-6a1e-4f0f-8c4e-2a1f6b0a9d10 | vm1  | ACTIVE | private=10.0.0.5 | cirros | m1.tiny |',
        `${rule}------+--------+------------------+--------+---------+`
      ]
    ],
    [
      [attach, ':run', 'openstack volume list'],
      [
        `${rule}------+-----------+------+------------------------------+`,
        '| ID                                   | Name | Status    | Size | Attached to                  |',
        `${rule}------+-----------+------+------------------------------+`,
        '| 5c9e1a6b-8f0d-4d4e-9b3a-7f2c1e0d9a88 | vol1 | in-use    |    1 | Attached to vm1 on /dev/vdb  |',
        '| d41d8cd9-8f00-4b20-8e98-00998ecf8427 | vol2 | available |   10 |                              |',
        `${rule}------+-----------+------+------------------------------+`
      ]
    ],
    [
      [attach],
      [
        '+-----------+--------------------------------------+',
        '| Field     | Value                                |',
        '+-----------+--------------------------------------+',
        '| ID        | 5c9e1a6b-8f0d-4d4e-9b3a-7f2c1e0d9a88 |',
        '| Server ID | 6d6a2ae2-6a1e-4f0f-8c4e-2a1f6b0a9d10 |',
        '| Volume ID | 5c9e1a6b-8f0d-4d4e-9b3a-7f2c1e0d9a88 |',
        '| Device    | /dev/vdb                             |',
        '+-----------+--------------------------------------+'
      ]
    ],
    [
      [attach, ':run', 'openstack server volume list vm1'],
      [
        `${rule}----------+--------------------------------------+--------------------------------------+`,
        '| ID                                   | Device   | Server ID                            | Volume ID                            |',
        `${rule}----------+--------------------------------------+--------------------------------------+`,
        `| ${SAMPLE_VOLUME} | /dev/vdb | ${SAMPLE_SERVER} | ${SAMPLE_VOLUME} |`,
        `${rule}----------+--------------------------------------+--------------------------------------+`
      ]
    ]
  ])('%j', (lines, output) => {
    expect(shown(terminal, ...lines)).toEqual(output);
  });
});

describe('openstack’s lists have the columns of the client of the release', () => {
  const server = ['ID', 'Name', 'Status', 'Networks', 'Image', 'Flavor'];
  const states = ['ID', 'Name', 'Status', 'Task State', 'Power State', 'Networks', 'Image Name', 'Image ID'];
  const twoFlavors = [...states, 'Flavor Name', 'Flavor ID', 'Availability Zone', 'Host', 'Properties'];
  const oneFlavor = [...states, 'Flavor', 'Availability Zone', 'Host', 'Properties'];
  const flavor = ['ID', 'Name', 'RAM', 'Disk', 'Ephemeral', 'VCPUs', 'Is Public'];
  const attachment = ['ID', 'Device', 'Server ID', 'Volume ID'];
  const event = ['Request ID', 'Server ID', 'Action', 'Start Time'];

  it.each<[command: string, release: Release, headings: string[]]>([
    ['server list', PIKE, server],
    ['server list', '33.0.0', server],
    ['server list --long', PIKE, twoFlavors],
    ['server list --long', '26.0.0', twoFlavors],
    ['server list --long', '27.0.0', [...oneFlavor, 'Host Status']],
    ['server list --long', '33.0.0', [...oneFlavor, 'Pinned Availability Zone', 'Host Status']],
    ['--os-compute-api-version 2.47 server list --long', '17.0.0', twoFlavors],
    ['--os-compute-api-version 2.47 server list --long', '18.0.0', oneFlavor],
    ['server list --all-projects', PIKE, server],
    ['server list --all-projects', '32.0.0', [...server, 'Project ID']],
    ['server list -c Host -c Name', '26.0.0', ['Name', 'Host']],
    ['server list -c user_id -c Name', '33.0.0', ['Name', 'User ID']],
    ['volume list', PIKE, ['ID', 'Name', 'Status', 'Size', 'Attached to']],
    ['volume list --long', PIKE, ['ID', 'Name', 'Status', 'Size', 'Type', 'Bootable', 'Attached to', 'Properties']],
    ['flavor list', PIKE, flavor],
    ['flavor list --long', PIKE, [...flavor, 'Swap', 'RXTX Factor', 'Properties']],
    ['server volume list instance01', PIKE, attachment],
    ['server volume list instance01', '26.0.0', attachment],
    [
      'server volume list instance01',
      '27.0.0',
      [...attachment.slice(1), 'Tag', 'Delete On Termination?', 'Attachment ID', 'BlockDeviceMapping UUID']
    ],
    ['--os-compute-api-version 2.70 server volume list instance01', '27.0.0', [...attachment, 'Tag']],
    ['server event list instance01', PIKE, event],
    ['server event list --long instance01', '33.0.0', [...event, 'Message', 'Project ID', 'User ID']]
  ])('%s at %s', (command, release, headings) => {
    const { lines, exit } = type(terminalOf(release), ...ATTACHED, `openstack ${command}`);
    expect(columns(lines.map(({ text }) => text))).toEqual(headings);
    expect(exit).toBe(0);
  });

  it.each([
    'server list',
    'volume list',
    'flavor list',
    'server volume list instance01',
    'server event list instance01'
  ])('%s in every format', (command) => {
    const terminal = type(terminalOf('33.0.0'), ...ATTACHED).terminal;
    const headings = columns(shown(terminal, `openstack ${command}`));
    const printed = (format: string) => shown(terminal, `openstack ${command} -f ${format}`);
    expect(Object.keys(FORMATS).map((format) => printed(format).length > 0)).not.toContain(false);
    expect(printed('csv')[0]).toBe(headings.map((heading) => `"${heading}"`).join(','));
    const items = JSON.parse(printed('json').join('\n')) as readonly Record<string, unknown>[];
    expect(items.map((item) => Object.keys(item))).toEqual(items.map(() => headings));
    const compact = shown(terminal, `openstack ${command} -f json --noindent`);
    expect(compact).toHaveLength(1);
    expect(JSON.parse(compact.join(''))).toEqual(items);
    expect(printed('value')).toHaveLength(items.length);
    const keys = printed('yaml').flatMap((line) => /^(?:- | {2})([A-Z][^:]*):/.exec(line)?.[1] ?? []);
    expect(keys).toEqual(items.flatMap(() => headings.toSorted()));
  });

  it('prints an empty line where there is nothing, or the headings for whoever asks', () => {
    const gone = ['openstack server delete instance01', ':run'];
    const terminal = type(terminalOf(), ...gone).terminal;
    expect(shown(terminal, 'openstack server list')).toEqual(['']);
    expect(columns(shown(terminal, 'openstack server list --print-empty'))).toEqual(server);
    expect(shown(terminal, 'openstack server list -f json')).toEqual(['[]']);
    expect(shown(terminal, 'openstack server list -f value')).toEqual([]);
    expect(shown(terminal, 'openstack server list -f yaml')).toEqual(['[]']);
  });
});

describe('openstack’s things have the fields of the client of the release', () => {
  it.each<[command: string, release: Release, fields: string[]]>([
    [
      'server add volume instance01 volume1',
      '25.0.0',
      ['ID', 'Server ID', 'Volume ID', 'Device', 'Tag', 'Delete On Termination']
    ],
    ['server rescue instance01', PIKE, ['adminPass']],
    [
      'flavor show small-no-swap',
      PIKE,
      [
        ...['OS-FLV-DISABLED:disabled', 'OS-FLV-EXT-DATA:ephemeral', 'access_project_ids', 'disk', 'id', 'name'],
        ...['os-flavor-access:is_public', 'properties', 'ram', 'rxtx_factor', 'swap', 'vcpus']
      ]
    ]
  ])('%s at %s', (command, release, fields) => {
    expect(names(shown(terminalOf(release), `openstack ${command}`))).toEqual(fields);
  });

  it.each<[release: Release, more: string[]]>([
    [PIKE, []],
    ['26.0.0', []],
    ['27.0.0', ['description', 'host_status', 'locked', 'locked_reason', 'server_groups', 'tags']],
    ['30.0.0', ['pinned_availability_zone']]
  ])('server show at %s', (release, more) => {
    const shownNames = names(shown(terminalOf(release), 'openstack server show instance01'));
    expect(shownNames).toEqual(shownNames.toSorted());
    expect(shownNames).toEqual(
      expect.arrayContaining(['OS-EXT-STS:task_state', 'flavor', 'volumes_attached', ...more])
    );
    if (more.length === 0) expect(shownNames).not.toContain('locked');
  });

  it.each<[release: Release, prints: boolean]>([
    [PIKE, false],
    ['24.0.0', false],
    ['25.0.0', true]
  ])('shows at %s what it attached: %s', (release, prints) => {
    expect(shown(terminalOf(release), ATTACHED[0]!).length > 0).toBe(prints);
  });

  it.each<[release: Release, prints: boolean]>([
    ['16.0.0', true],
    ['17.0.0', false]
  ])('shows at %s the password of a rescue: %s', (release, prints) => {
    expect(shown(terminalOf(release), 'openstack server rescue instance01').length > 0).toBe(prints);
  });

  it('tells a server that was booted from a volume', () => {
    const [volume] = ARTICLE_LAB.volumes;
    const lab = {
      ...ARTICLE_LAB,
      volumes: [{ ...volume!, bootable: true }],
      server: { ...ARTICLE_LAB.server, root_volume: volume!.id }
    };
    const image = (release: Release) =>
      shown(terminalOf(release, lab), 'openstack server show instance01 -f value -c image').join('');
    expect([image(PIKE), image('33.0.0')]).toEqual(['', 'N/A (booted from volume)']);
    const { lines, exit } = type(terminalOf('33.0.0', lab), 'openstack server rebuild instance01');
    expect(exit).toBe(1);
    expect(lines.at(-1)?.text).toBe('The --image option is required when rebuilding a volume-backed server');
  });
});

describe('what openstack asks moves the session', () => {
  it.each<[lines: string[], task_state: string | null]>([
    [['server resize --flavor small-with-swap instance01'], 'resize_prep'],
    [['server reboot instance01'], 'rebooting'],
    [['server reboot --hard instance01'], 'rebooting_hard'],
    [['server stop instance01'], 'powering-off'],
    [['server pause instance01'], 'pausing'],
    [['server suspend instance01'], 'suspending'],
    [['server rescue instance01'], 'rescuing'],
    [['server shelve instance01'], 'shelving'],
    [['server rebuild instance01'], 'rebuilding'],
    [['server delete instance01'], 'deleting'],
    [['server set --state error instance01'], null]
  ])('%j', (lines, task_state) => {
    const { terminal, exit } = type(terminalOf(), ...lines.map((line) => `openstack ${line}`));
    expect({ exit, task_state: cloudOf(terminal.session).instance.task_state }).toEqual({ exit: 0, task_state });
  });

  it.each<[there: string, back: string]>([
    ['stop', 'start'],
    ['pause', 'unpause'],
    ['suspend', 'resume'],
    ['rescue', 'unrescue'],
    ['shelve', 'unshelve'],
    ['resize --flavor 203', 'resize confirm'],
    ['resize --flavor 203', 'resize revert'],
    ['resize --flavor 203', 'resize --confirm'],
    ['resize --flavor 203', 'resize --revert']
  ])('server %s, and server %s', (there, back) => {
    for (const release of [PIKE, '33.0.0'] as const) {
      const lines = [`openstack server ${there} instance01`, ':run', `openstack server ${back} instance01`];
      const { terminal, exit } = type(terminalOf(release), ...lines);
      expect(exit).toBe(0);
      expect(shown(terminal, ':run', 'openstack server list -f value -c Status')).toEqual(['ACTIVE']);
    }
  });

  it('attaches where it is told, lists and detaches', () => {
    const terminal = type(
      terminalOf(),
      'openstack server add volume instance01 volume1 --device /dev/vdf',
      ':run'
    ).terminal;
    expect(shown(terminal, 'openstack server volume list instance01 -f value -c Device')).toEqual(['/dev/vdb']);
    expect(shown(terminal, 'openstack volume list -f value -c "Attached to"')).toEqual([
      'Attached to instance01 on /dev/vdb '
    ]);
    const detached = type(terminal, 'openstack server remove volume instance01 volume1', ':run').terminal;
    expect(shown(detached, 'openstack volume show volume1 -f value -c status')).toEqual(['available']);
    expect(shown(detached, 'openstack volume list -f value -c "Attached to"')).toEqual(['']);
  });

  it('waits for whoever says --wait', () => {
    const resize = 'openstack server resize --flavor 203 --wait instance01';
    expect(said(PIKE, resize)).toEqual({ text: ['Complete'], exit: 0 });
    expect(shown(terminalOf(), resize, 'openstack server list -f value -c Status')).toEqual(['VERIFY_RESIZE']);
    expect(shown(terminalOf(), 'openstack server delete --wait instance01', 'openstack server list')).toEqual(['']);
  });

  it('writes a volume’s state by force', () => {
    const field = (name: string, line: string) =>
      shown(terminalOf('33.0.0'), ...ATTACHED, line, `openstack volume show volume1 -f value -c ${name}`);
    expect(field('status', 'openstack volume set --state error volume1')).toEqual(['error']);
    expect(field('attachments', 'openstack volume set --detached volume1')).toEqual(['[]']);
  });

  it('passes over a server that is shelved already, from Wallaby on', () => {
    const lines = ['openstack server shelve instance01', ':run', 'openstack server shelve instance01'];
    expect(said('22.0.0', ...lines).exit).toBe(1);
    expect(said('23.0.0', ...lines)).toEqual({ text: [], exit: 0 });
  });
});
