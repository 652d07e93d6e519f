import { describe, expect, it } from 'vitest';
import { complete } from '../../../src/lib/cli/cli.ts';
import { releases, type Release } from '../../../src/lib/engine/nova/releases/release.ts';
import { said, shown, terminalOf } from '../../support/cli/terminal.ts';

const PIKE: Release = '17.0.0.0b1';
const SERVER = '0ac40227-597c-48d7-8379-9320beb7d3bd';
const VOLUME = 'a54facb5-8b1e-4370-9d0b-e7b6ca6f7adc';

describe('openstack refuses as the client of the release does', () => {
  const nova = 'http://172.29.236.11:8774/v2.1/servers';

  it.each<[lines: string[], release: Release, text: string[]]>([
    [
      ['server stop instance01', 'server stop instance01'],
      PIKE,
      [`Cannot 'stop' instance ${SERVER} while it is in task_state powering-off (HTTP 409) (Request-ID: REQ)`]
    ],
    [
      ['server stop instance01', 'server stop instance01'],
      '33.0.0',
      [
        `ConflictException: 409: Client Error for url: ${nova}/${SERVER}/action, ` +
          `Cannot 'stop' instance ${SERVER} while it is in task_state powering-off`
      ]
    ],
    [
      ['server remove volume instance01 volume1'],
      PIKE,
      [`Instance ${SERVER} is not attached to volume ${VOLUME} (HTTP 404) (Request-ID: REQ)`]
    ],
    [
      ['server remove volume instance01 volume1'],
      '33.0.0',
      [
        `NotFoundException: 404: Client Error for url: ${nova}/${SERVER}/os-volume_attachments/${VOLUME}, ` +
          `Instance ${SERVER} is not attached to volume ${VOLUME}`
      ]
    ],
    [
      ['server resize --flavor 203 instance01', 'server resize --confirm instance01'],
      '26.0.0',
      [
        "The --confirm option has been deprecated. Please use the 'openstack server resize confirm' command instead.",
        `Cannot 'confirmResize' instance ${SERVER} while it is in vm_state active (HTTP 409) (Request-ID: REQ)`
      ]
    ],
    [
      ['server delete nope'],
      '33.0.0',
      ["Failed to delete server with name or ID 'nope': No Server found for nope", '1 of 1 servers failed to delete.']
    ],
    [
      ['server add volume instance01 volume1 --tag x'],
      '23.0.0',
      ['--os-compute-api-version 2.49 or greater is required to support the --tag option']
    ],
    [['--os-compute-api-version 2.54 server list'], PIKE, ['versions supported by client: 2.1 - 2.53']],
    [['server list --project nope'], PIKE, ["No project with a name or ID of 'nope' exists."]],
    [['volume list --limit -1'], PIKE, ['--limit expected a non-negative integer']],
    [['help frobnicate'], PIKE, ["Unknown command ['frobnicate']"]]
  ])('%j at %s', (lines, release, text) => {
    expect(said(release, ...lines.map((line) => `openstack ${line}`))).toEqual({ text, exit: 1 });
  });

  it.each<[line: string, release: Release, error: string]>([
    ['server reboot', PIKE, 'openstack server reboot: error: too few arguments'],
    ['server reboot', '33.0.0', 'openstack server reboot: error: the following arguments are required: <server>'],
    [
      'server reboot --hard --soft x',
      PIKE,
      'openstack server reboot: error: argument --soft: not allowed with argument --hard'
    ],
    [
      'server list -f xml',
      PIKE,
      "openstack server list: error: argument -f/--format: invalid choice: u'xml' (choose from 'csv', 'json', 'table', 'value', 'yaml')"
    ],
    [
      'server add volume instance01 volume1 -f json',
      PIKE,
      'openstack server add volume: error: unrecognized arguments: -f json'
    ],
    [
      'server list --sort-column Name',
      PIKE,
      'openstack server list: error: unrecognized arguments: --sort-column Name'
    ],
    [
      'server resize instance01',
      '33.0.0',
      'openstack server resize: error: one of the arguments --flavor --confirm --revert is required'
    ],
    [
      'volume list --limit -1',
      '33.0.0',
      'openstack volume list: error: argument --limit: --limit expected a non-negative integer'
    ]
  ])('%s at %s', (line, release, error) => {
    const { text, exit } = said(release, `openstack ${line}`);
    expect({ first: text[0]!.startsWith('usage: openstack'), last: text.at(-1), exit }).toEqual({
      first: true,
      last: error,
      exit: 2
    });
  });

  it('asks before it writes a server’s state, from 2025.2 on', () => {
    const line = 'openstack server set --state active instance01';
    expect(said('31.0.0', line)).toEqual({ text: [], exit: 0 });
    const asked = said('32.0.0', line);
    expect(asked.text.join('\n')).toContain('Do you wish to continue? [y/n]:');
    expect(asked.exit).toBe(1);
    expect(said('32.0.0', `${line} --auto-approve`)).toEqual({ text: [], exit: 0 });
  });

  it('says which commands somebody may have meant', () => {
    const { text, exit } = said(PIKE, 'openstack sever list --long');
    expect(exit).toBe(2);
    expect(text.slice(0, 3)).toEqual([
      "openstack: 'sever list --long' is not an openstack command. See 'openstack --help'.",
      'Did you mean one of these?',
      '  server add volume'
    ]);
    expect(text.slice(2).every((line) => line.startsWith('  server '))).toBe(true);
  });

  it('takes words that are cut short, from Ussuri on, where that leaves one command', () => {
    expect(said('20.0.0', 'openstack vol li').exit).toBe(2);
    expect(said('21.0.0', 'openstack vol li').exit).toBe(0);
    expect(said('21.0.0', 'openstack server sh').exit).toBe(2);
  });
});

describe('openstack explains itself', () => {
  const commands = shown(terminalOf(), 'openstack help')
    .filter((line) => /^ {2}(?:server|volume|flavor) /.test(line))
    .map((line) => line.trim().split(/ {2,}/)[0]!);

  it('lists its commands', () => {
    expect(commands).toHaveLength(28);
    expect(shown(terminalOf(), 'openstack help volume')).toEqual([
      'Command "volume" matches:',
      '  volume list',
      '  volume set',
      '  volume show'
    ]);
  });

  it.each(commands)('%s', (name) => {
    for (const release of releases) {
      const { text, exit } = said(release, `openstack help ${name}`);
      expect(exit).toBe(0);
      expect(text[0]).toMatch(new RegExp(`^usage: openstack ${name} \\[-h\\]`));
      const below = text.slice(text.indexOf(''));
      expect(Math.max(...below.map((line) => line.length))).toBeLessThanOrEqual(80);
      expect(said(release, `openstack ${name} --help`).text).toEqual(text);
      expect(said(release, `openstack ${name} --nosuch x y z a b c`).exit).toBe(2);
    }
  });

  it('puts the options of the formatters under headings, in the order of the Python of the time', () => {
    const headings = (release: Release) =>
      said(release, 'openstack help flavor list').text.filter((line) => /^\S.*:$/.test(line));
    expect(headings(PIKE)).toEqual([
      ...['optional arguments:', 'output formatters:', 'table formatter:', 'json formatter:', 'CSV Formatter:']
    ]);
    expect(headings('33.0.0')).toEqual([
      ...['options:', 'output formatters:', 'CSV Formatter:', 'json formatter:', 'table formatter:']
    ]);
  });

  it('completes commands, options, servers, volumes and flavors', () => {
    const words = (line: string) => complete(terminalOf(), line).words;
    expect(words('openstack server re')).toEqual(
      expect.arrayContaining(['reboot', 'rebuild', 'remove', 'rescue', 'resize', 'resume'])
    );
    expect(words('openstack server resize --flavor sm')).toEqual(['small-no-swap', 'small-with-swap']);
    expect(words('openstack server add volume i')).toEqual(['instance01']);
    expect(words('openstack server add volume instance01 v')).toEqual(['volume1']);
    expect(words('openstack server list --lo')).toContain('--long');
    expect(words('openstack server list -f y')).toEqual(['yaml']);
    expect(words('openstack volume set --state err')).toEqual(['error', 'error_deleting']);
  });

  it('tells its version', () => {
    expect(said(PIKE, 'openstack --version')).toEqual({ text: ['openstack 3.12.2'], exit: 0 });
    expect(said('33.0.0', 'openstack --version')).toEqual({ text: ['openstack 9.0.0'], exit: 0 });
  });
});
