import { describe, expect, it } from 'vitest';
import { releases, type Release } from '../../../src/lib/engine/nova/releases/release.ts';
import { shown, terminalOf, type } from '../../support/cli/terminal.ts';

const terminal = terminalOf();
const SERVER = '0ac40227-597c-48d7-8379-9320beb7d3bd';
const VOLUME = 'a54facb5-8b1e-4370-9d0b-e7b6ca6f7adc';
const ATTACH = `nova volume-attach instance01 ${VOLUME}`;

/** The headings of a table. */
function columns(lines: readonly string[]): readonly string[] {
  return lines[1]!
    .split('|')
    .slice(1, -1)
    .map((heading) => heading.trim());
}

/** The names in the first column of a table of properties. */
function properties(lines: readonly string[]): readonly string[] {
  return lines.slice(3, -1).map((line) => line.split('|')[1]!.trim());
}

/** The value of a property. */
function value(lines: readonly string[], property: string): string | undefined {
  return lines.map((line) => line.split('|').map((cell) => cell.trim())).find((cells) => cells[1] === property)?.[2];
}

/** What the last line says without the id of the request. */
function said(...lines: readonly string[]) {
  const { lines: printed, exit } = type(terminal, ...lines);
  return { text: printed.map(({ text }) => text.replace(/req-[-0-9a-f]{36}/, 'REQ')), exit };
}

describe('nova’s tables have the columns of the real client', () => {
  const before89 = ['ID', 'DEVICE', 'SERVER ID', 'VOLUME ID'];

  it.each<[command: string, release: Release, headings: string[]]>([
    ['nova list', '17.0.0.0b1', ['ID', 'Name', 'Status', 'Task State', 'Power State', 'Networks']],
    ['nova list', '33.0.0', ['ID', 'Name', 'Status', 'Task State', 'Power State', 'Networks']],
    ['nova list --minimal', '17.0.0.0b1', ['ID', 'Name']],
    [
      'nova list --all-tenants',
      '17.0.0.0b1',
      ['ID', 'Name', 'Tenant ID', 'Status', 'Task State', 'Power State', 'Networks']
    ],
    [
      'nova list --fields name,OS-EXT-STS:task_state,flavor:ram',
      '17.0.0.0b1',
      ['ID', 'Name', 'OS-EXT-STS: Task State', 'flavor: Ram']
    ],
    [
      'nova flavor-list',
      '17.0.0.0b1',
      ['ID', 'Name', 'Memory_MB', 'Disk', 'Ephemeral', 'Swap', 'VCPUs', 'RXTX_Factor', 'Is_Public']
    ],
    [
      'nova flavor-list --extra-specs',
      '17.0.0.0b1',
      ['ID', 'Name', 'Memory_MB', 'Disk', 'Ephemeral', 'Swap', 'VCPUs', 'RXTX_Factor', 'Is_Public', 'extra_specs']
    ],
    [
      'nova flavor-list',
      '26.0.0',
      ['ID', 'Name', 'Memory_MiB', 'Disk', 'Ephemeral', 'Swap', 'VCPUs', 'RXTX_Factor', 'Is_Public', 'Description']
    ],
    ['nova volume-attachments instance01', '17.0.0.0b1', before89],
    ['nova volume-attachments instance01', '19.0.0', [...before89, 'TAG']],
    ['nova volume-attachments instance01', '23.0.0', [...before89, 'TAG', 'DELETE ON TERMINATION']],
    [
      'nova volume-attachments instance01',
      '24.0.0',
      ['DEVICE', 'SERVER ID', 'VOLUME ID', 'ATTACHMENT ID', 'BDM UUID', 'TAG', 'DELETE ON TERMINATION']
    ],
    ['nova instance-action-list instance01', '17.0.0.0b1', ['Action', 'Request_ID', 'Message', 'Start_Time']],
    ['nova instance-action-list instance01', '18.0.0', ['Action', 'Request_ID', 'Message', 'Start_Time', 'Updated_At']],
    ['nova show instance01', '17.0.0.0b1', ['Property', 'Value']],
    ['nova flavor-show 203', '17.0.0.0b1', ['Property', 'Value']],
    ['nova rescue instance01', '17.0.0.0b1', ['Property', 'Value']],
    ['nova rebuild instance01 cirros', '17.0.0.0b1', ['Property', 'Value']],
    [ATTACH, '17.0.0.0b1', ['Property', 'Value']]
  ])('%s at %s', (command, release, headings) => {
    const { lines, exit } = type(terminalOf(release), command);
    expect(columns(lines.map(({ text }) => text))).toEqual(headings);
    expect(exit).toBe(0);
  });

  it('lists nothing under its headings when the server is gone', () => {
    expect(shown(terminal, 'nova delete instance01', ':run', 'nova list')).toEqual([
      '+----+------+--------+------------+-------------+----------+',
      '| ID | Name | Status | Task State | Power State | Networks |',
      '+----+------+--------+------------+-------------+----------+',
      '+----+------+--------+------------+-------------+----------+'
    ]);
  });
});

describe('nova show', () => {
  it('has the properties of Pike, in the order of their letters', () => {
    expect(properties(shown(terminal, 'nova show instance01'))).toEqual([
      'OS-DCF:diskConfig',
      'OS-EXT-AZ:availability_zone',
      ...[
        'host',
        'hostname',
        'hypervisor_hostname',
        'instance_name',
        'kernel_id',
        'launch_index',
        'ramdisk_id',
        'reservation_id',
        'root_device_name',
        'user_data'
      ].map((name) => `OS-EXT-SRV-ATTR:${name}`),
      ...['power_state', 'task_state', 'vm_state'].map((name) => `OS-EXT-STS:${name}`),
      ...['launched_at', 'terminated_at'].map((name) => `OS-SRV-USG:${name}`),
      ...['accessIPv4', 'accessIPv6', 'config_drive', 'created', 'description'],
      ...['disk', 'ephemeral', 'extra_specs', 'original_name', 'ram', 'swap', 'vcpus'].map((name) => `flavor:${name}`),
      ...['hostId', 'host_status', 'id', 'image', 'key_name', 'locked', 'metadata', 'name'],
      'os-extended-volumes:volumes_attached',
      ...['progress', 'public network', 'security_groups', 'status', 'tags', 'tenant_id', 'updated', 'user_id']
    ]);
  });

  it('tells the flavor by its id before 2.47, and its fields after', () => {
    const old = shown(terminal, 'nova --os-compute-api-version 2.46 show instance01');
    expect(value(old, 'flavor')).toBe('small-no-swap (204)');
    expect(value(shown(terminal, 'nova show instance01'), 'flavor:original_name')).toBe('small-no-swap');
    expect(value(shown(terminal, 'nova show --minimal instance01'), 'flavor')).toBe('small-no-swap');
    expect(value(shown(terminalOf('15.0.0'), 'nova show instance01'), 'flavor')).toBe('small-no-swap (204)');
  });

  it('shows a volume and what it does at the end', () => {
    expect(value(shown(terminal, ATTACH, 'nova show instance01'), 'os-extended-volumes:volumes_attached')).toBe(
      `[{"id": "${VOLUME}", "delete_on_termination": false}]`
    );
  });

  it('follows the server: host, power, status, times', () => {
    const shelved = shown(terminal, 'nova shelve instance01', ':run', 'nova show instance01');
    expect(value(shelved, 'OS-EXT-SRV-ATTR:host')).toBe('-');
    expect(value(shelved, 'status')).toBe('SHELVED_OFFLOADED');
    expect(value(shelved, 'OS-EXT-STS:power_state')).toBe('4');
    const before = value(shown(terminal, 'nova show instance01'), 'OS-SRV-USG:launched_at')!;
    const rebuilt = shown(terminal, 'nova rebuild instance01 cirros', ':run', 'nova show instance01');
    expect(value(rebuilt, 'OS-SRV-USG:launched_at')! > before).toBe(true);
  });

  it('shows the fault of a server in ERROR', () => {
    const epoxy = terminalOf('31.0.0');
    const lines = shown(
      epoxy,
      ATTACH,
      ':run',
      'nova resize instance01 small-with-swap',
      ':run',
      'nova show instance01'
    );
    expect(value(lines, 'status')).toBe('ERROR');
    expect(value(lines, 'fault')).toMatch(/"message": "XML error: target 'vdb' duplicated/);
  });
});

describe('nova’s actions', () => {
  it.each([
    ['nova resize instance01 small-with-swap'],
    ['nova resize instance01 203'],
    [`nova pause ${SERVER}`],
    ['nova suspend instance01'],
    ['nova shelve instance01'],
    ['nova stop instance01', 'Request to stop server instance01 has been accepted.'],
    ['nova delete instance01', 'Request to delete server instance01 has been accepted.'],
    ['nova reboot instance01', 'Request to reboot server <Server: instance01> has been accepted.'],
    [`nova reboot --hard ${SERVER}`, 'Request to reboot server <Server: instance01> has been accepted.'],
    ['nova reset-state instance01', 'Reset state for server instance01 succeeded; new state is error'],
    ['nova reset-state --active instance01', 'Reset state for server instance01 succeeded; new state is active'],
    ['nova resize --poll instance01 203', '', 'Server resizing... 100% complete', 'Finished'],
    [
      'nova reboot --poll instance01',
      'Request to reboot server <Server: instance01> has been accepted.',
      '',
      'Server rebooting...',
      'Finished'
    ]
  ])('%s', (command, ...text) => {
    expect(said(command)).toEqual({ text, exit: 0 });
  });

  it.each([
    ['stop', 'start'],
    ['pause', 'unpause'],
    ['suspend', 'resume'],
    ['rescue', 'unrescue'],
    ['shelve', 'unshelve']
  ])('%s and %s lead there and back', (there, back) => {
    const lines = [`nova ${there} instance01`, ':run', `nova ${back} instance01`, ':run', 'nova list'];
    expect(shown(terminal, ...lines).join()).toMatch(/\| ACTIVE \| - /);
  });

  it('lists them, and which failed, from Queens on with the volumes among them', () => {
    const lines = [ATTACH, ':run', 'nova resize instance01 203', ':run', 'nova resize-revert instance01', ':run'];
    const actionsAt = (release: Release) =>
      shown(terminalOf(release), ...lines, 'nova instance-action-list instance01')
        .slice(3, -1)
        .map((line) => {
          const cells = line.split('|').map((cell) => cell.trim());
          return `${cells[1]!} ${cells[3]!}`;
        });
    expect(actionsAt('17.0.0.0b1')).toEqual(['create -', 'resize -', 'revertResize -']);
    expect(actionsAt('26.0.0')).toEqual(['create -', 'attach_volume -', 'resize -', 'revertResize -']);
    expect(actionsAt('31.0.0')).toEqual(['create -', 'attach_volume -', 'resize Error']);
  });

  it('tells the actions of a deleted server by its id alone', () => {
    const deleted = ['nova delete instance01', ':run'];
    expect(said(...deleted, `nova instance-action-list ${SERVER}`).exit).toBe(0);
    expect(said(...deleted, 'nova instance-action-list instance01').exit).toBe(1);
  });
});

describe('nova refuses as the real client', () => {
  const tryHelp = (name: string) => `Try 'nova help ${name}' for more information.`;

  it.each<[command: string, exit: number, ...text: string[]]>([
    ['nova show nosuch', 1, "ERROR (CommandError): No server with a name or ID of 'nosuch' exists."],
    ['nova flavor-show nosuch', 1, "ERROR (CommandError): No flavor with a name or ID of 'nosuch' exists."],
    ['nova resize instance01 nosuch', 1, "ERROR (CommandError): No flavor with a name or ID of 'nosuch' exists."],
    ['nova resize nosuch nosuch', 1, "ERROR (CommandError): No server with a name or ID of 'nosuch' exists."],
    ['nova rebuild instance01 nosuch', 1, 'ERROR (CommandError): No Image matching nosuch. (HTTP 404)'],
    ['nova list --fields name,nosuch', 1, "ERROR (CommandError): Non-existent fields are specified: ['nosuch']"],
    ['nova list --sort name:up', 1, 'ERROR (CommandError): Unknown sort direction: up'],
    [
      'nova resize instance01 small-no-swap',
      1,
      'ERROR (BadRequest): When resizing, instances must change flavor! (HTTP 400) (Request-ID: REQ)'
    ],
    [
      'nova resize-confirm instance01',
      1,
      `ERROR (Conflict): Cannot 'confirmResize' instance ${SERVER} while it is in vm_state active (HTTP 409) (Request-ID: REQ)`
    ],
    [
      'nova unpause instance01',
      1,
      `ERROR (Conflict): Cannot 'unpause' instance ${SERVER} while it is in vm_state active (HTTP 409) (Request-ID: REQ)`
    ],
    [
      'nova start instance01',
      1,
      `Cannot 'start' instance ${SERVER} while it is in vm_state active (HTTP 409) (Request-ID: REQ)`,
      'ERROR (CommandError): Unable to start the specified server(s).'
    ],
    [
      'nova stop nosuch',
      1,
      "No server with a name or ID of 'nosuch' exists.",
      'ERROR (CommandError): Unable to stop the specified server(s).'
    ],
    [
      'nova reset-state nosuch',
      1,
      "Reset state for server nosuch failed: No server with a name or ID of 'nosuch' exists.",
      'ERROR (CommandError): Unable to reset the state for the specified server(s).'
    ],
    [
      `nova volume-detach instance01 ${VOLUME}`,
      1,
      `ERROR (NotFound): Instance ${SERVER} is not attached to volume ${VOLUME} (HTTP 404) (Request-ID: REQ)`
    ],
    [
      'nova volume-attach instance01 volume1',
      1,
      "ERROR (BadRequest): Invalid input for field/attribute volumeId. Value: volume1. 'volume1' is not a 'uuid' (HTTP 400) (Request-ID: REQ)"
    ],
    [
      `nova volume-attach instance01 ${SERVER}`,
      1,
      `ERROR (NotFound): Volume ${SERVER} could not be found. (HTTP 404) (Request-ID: REQ)`
    ],
    ['nova help nosuch', 1, "ERROR (CommandError): 'nosuch' is not a valid subcommand"],
    [
      'nova resize instance01',
      2,
      'usage: nova resize [--poll] <server> <flavor>',
      'error: too few arguments',
      tryHelp('resize')
    ],
    [
      'nova reboot',
      2,
      'usage: nova reboot [--hard] [--poll] <server> [<server> ...]',
      'error: too few arguments',
      tryHelp('reboot')
    ],
    [
      'nova list --limit x',
      2,
      ...shown(terminal, 'nova help list').slice(0, 10),
      "error: argument --limit: invalid int value: 'x'",
      tryHelp('list')
    ],
    [
      'nova show --wrap',
      2,
      'usage: nova show [--minimal] [--wrap <integer>] <server>',
      'error: argument --wrap: expected one argument',
      tryHelp('show')
    ]
  ])('%s', (command, exit, ...text) => {
    expect(said(command)).toEqual({ text, exit });
  });

  it('to arguments and sub-commands that it does not know', () => {
    expect(said('nova nosuch').text.slice(-2)).toEqual([
      "error: argument <subcommand>: invalid choice: u'nosuch'",
      tryHelp('')
    ]);
    expect(said('nova list nosuch').text.slice(-2)).toEqual(['error: unrecognized arguments: nosuch', tryHelp('')]);
    expect(said('nova pause instance01 --nope').text.slice(-2)).toEqual([
      'error: unrecognized arguments: --nope',
      tryHelp('')
    ]);
  });

  it('in the words of the Python of the time', () => {
    expect(shown(terminalOf('26.0.0'), 'nova resize instance01')[1]).toBe(
      'error: the following arguments are required: <flavor>'
    );
    expect(shown(terminalOf('26.0.0'), 'nova nosuch').at(-2)).toBe(
      "error: argument <subcommand>: invalid choice: 'nosuch'"
    );
  });

  it('asks for the server to be there for every sub-command that is about one', () => {
    const names = shown(terminal, 'nova help').flatMap((line) => /^ {4}([a-z-]+) /.exec(line)?.[1] ?? []);
    expect(names).toContain('volume-attachments');
    const words: Readonly<Record<string, string>> = {
      resize: '203',
      rebuild: 'cirros',
      'volume-attach': VOLUME,
      'volume-detach': VOLUME
    };
    const about = names.filter((name) => !['list', 'flavor-list', 'flavor-show', 'help'].includes(name));
    for (const name of about) {
      const { text, exit } = said(`nova ${name} nosuch ${words[name] ?? ''}`);
      expect([name, text.join(), exit]).toEqual([
        name,
        expect.stringContaining("No server with a name or ID of 'nosuch' exists."),
        1
      ]);
    }
  });
});

describe('nova’s help', () => {
  it('of a sub-command is what the client prints', () => {
    expect(shown(terminal, 'nova help reboot')).toEqual([
      'usage: nova reboot [--hard] [--poll] <server> [<server> ...]',
      '',
      'Reboot a server.',
      '',
      'Positional arguments:',
      '  <server>  Name or ID of server(s).',
      '',
      'Optional arguments:',
      '  --hard    Perform a hard reboot (instead of a soft one). Note: Ironic does',
      '            not currently support soft reboot; consequently, bare metal nodes',
      '            will always do a hard reboot, regardless of the use of this',
      '            option.',
      '  --poll    Poll until reboot is complete.'
    ]);
  });

  it('brings what a later client has', () => {
    expect(shown(terminalOf('26.0.0'), 'nova help volume-attach')).toEqual([
      'usage: nova volume-attach [--tag <tag>] [--delete-on-termination]',
      '                          <server> <volume> [<device>]',
      '',
      'Attach a volume to a server.',
      '',
      'Positional arguments:',
      '  <server>                 Name or ID of server.',
      '  <volume>                 ID of the volume to attach.',
      '  <device>                 Name of the device e.g. /dev/vdb. Use "auto" for',
      '                           autoassign (if supported). Libvirt driver will use',
      '                           default device name.',
      '',
      'Options:',
      '  --tag <tag>              Tag for the attached volume. (Supported by API',
      "                           versions '2.49' - '2.latest')",
      '  --delete-on-termination  Specify if the attached volume should be deleted',
      '                           when the server is destroyed. (Supported by API',
      "                           versions '2.79' - '2.latest')"
    ]);
  });

  it('lists every sub-command, and each tells its own by -h, --help and help', () => {
    const help = shown(terminal, 'nova help');
    expect(shown(terminal, 'nova')).toEqual(help);
    expect(shown(terminal, 'nova --help')).toEqual(help);
    const names = help.flatMap((line) => /^ {4}([a-z-]+) /.exec(line)?.[1] ?? []).filter((name) => name !== 'help');
    expect(names).toHaveLength(25);
    for (const name of names) {
      const own = shown(terminal, `nova help ${name}`);
      expect(own[0]).toMatch(new RegExp(`^usage: nova ${name}( |$)`));
      expect(shown(terminal, `nova ${name} -h`)).toEqual(own);
      expect(shown(terminal, `nova ${name} --help`)).toEqual(own);
    }
  });
});

describe('at every release', () => {
  it.each(releases)('%s attaches, lists and shows', (release) => {
    const { lines, exit } = type(
      terminalOf(release),
      `${ATTACH} | grep device; nova list; nova show instance01; cinder list`
    );
    expect(lines[0]?.text).toMatch(/^\| device +\| \/dev\/vdb +\|$/);
    expect(exit).toBe(0);
  });
});
