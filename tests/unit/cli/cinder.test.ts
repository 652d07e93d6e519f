import { describe, expect, it } from 'vitest';
import { shown, terminalOf, type } from '../../support/cli/terminal.ts';

const terminal = terminalOf();
const VOLUME = 'a54facb5-8b1e-4370-9d0b-e7b6ca6f7adc';

function columns(...lines: readonly string[]): readonly string[] {
  return shown(terminal, ...lines)[1]!
    .split('|')
    .slice(1, -1)
    .map((heading) => heading.trim());
}

describe('cinder list', () => {
  const usual = ['ID', 'Status', 'Name', 'Size', 'Volume Type', 'Bootable', 'Attached to'];

  it.each([
    ['cinder list', usual],
    ['cinder list --all-tenants', ['ID', 'Tenant ID', ...usual.slice(1)]],
    ['cinder list --fields name,size,nosuch,id', ['ID', 'Name', 'Size']]
  ])('%s', (command, headings) => {
    expect(columns(command)).toEqual(headings);
  });

  it('shows whom a volume is attached to only once it is', () => {
    const attach = `nova volume-attach instance01 ${VOLUME}`;
    const row = (...lines: readonly string[]) =>
      shown(terminal, ...lines, 'cinder list')[3]!
        .split('|')
        .map((cell) => cell.trim());
    expect(row(attach)[2]).toBe('attaching');
    expect(row(attach)[7]).toBe('');
    expect(row(attach, ':run')[2]).toBe('in-use');
    expect(row(attach, ':run')[7]).toBe('0ac40227-597c-48d7-8379-9320beb7d3bd');
    expect(row(attach, ':run', `nova volume-detach instance01 ${VOLUME}`)[2]).toBe('detaching');
  });

  it('filters', () => {
    expect(shown(terminal, 'cinder list --name volume1')).toHaveLength(5);
    expect(shown(terminal, 'cinder list --status in-use')).toHaveLength(4);
    expect(shown(terminal, 'cinder list --bootable')).toHaveLength(4);
  });
});

describe('cinder show', () => {
  it('has the properties of Pike’s client, in the order of their letters', () => {
    const lines = shown(terminal, 'cinder show volume1');
    expect(lines.slice(3, -1).map((line) => line.split('|')[1]!.trim())).toEqual([
      'attached_servers',
      'attachment_ids',
      'availability_zone',
      'bootable',
      'consistencygroup_id',
      'created_at',
      'description',
      'encrypted',
      'id',
      'metadata',
      'migration_status',
      'multiattach',
      'name',
      'os-vol-host-attr:host',
      'os-vol-mig-status-attr:migstat',
      'os-vol-mig-status-attr:name_id',
      'os-vol-tenant-attr:tenant_id',
      'replication_status',
      'size',
      'snapshot_id',
      'source_volid',
      'status',
      'updated_at',
      'user_id',
      'volume_type'
    ]);
    expect(lines).toContain(shown(terminal, `cinder show ${VOLUME}`).find((line) => line.includes('attachment_ids')));
  });
});

describe('cinder refuses as the real client', () => {
  it.each([
    ['cinder show nosuch', 1, ["ERROR: No volume with a name or ID of 'nosuch' exists."]],
    [
      'cinder show',
      2,
      ['usage: cinder show <volume>', 'error: too few arguments', "Try 'cinder help show' for more information."]
    ],
    [
      'cinder reset-state --type nosuch x',
      2,
      [
        'usage: cinder reset-state [--type <type>] [--state <state>]',
        '                          [--attach-status <attach-status>]',
        '                          [--reset-migration-status]',
        '                          <entity> [<entity> ...]',
        "error: argument --type: invalid choice: u'nosuch'",
        "Try 'cinder help reset-state' for more information."
      ]
    ],
    ['cinder help nosuch', 1, ["ERROR: 'nosuch' is not a valid subcommand"]]
  ])('%s', (command, exit, text) => {
    const { lines, exit: status } = type(terminal, command);
    expect(lines.map((line) => line.text)).toEqual(text);
    expect(status).toBe(exit);
  });
});

describe('cinder reset-state', () => {
  const attached = [`nova volume-attach instance01 ${VOLUME}`, ':run'];
  const row = (...lines: readonly string[]) =>
    shown(terminal, ...attached, ...lines, 'cinder list')[3]!
      .split('|')
      .map((cell) => cell.trim());

  it('writes the status and leaves the attachment', () => {
    expect(row('cinder reset-state --state available volume1').slice(2, 8)).toEqual([
      'available',
      'volume1',
      '1',
      '-',
      'false',
      '0ac40227-597c-48d7-8379-9320beb7d3bd'
    ]);
    expect(row(`cinder reset-state --state error ${VOLUME}`)[2]).toBe('error');
  });

  it('ends the attachment when told so, and Nova keeps its row', () => {
    const detached = 'cinder reset-state --state available --attach-status detached volume1';
    expect([row(detached)[2], row(detached)[7]]).toEqual(['available', '']);
    expect(shown(terminal, ...attached, detached, 'nova volume-attachments instance01 | grep -c vdb')).toEqual(['1']);
  });

  it('works on a deleted server’s volume too', () => {
    const lines = [
      'nova delete instance01',
      ':run',
      'cinder reset-state --state error volume1',
      'cinder list | grep -c error'
    ];
    expect(shown(terminal, ...lines)).toEqual(['1']);
  });

  it.each([
    ['cinder reset-state nosuch', "No volume with a name or ID of 'nosuch' exists."],
    ['cinder reset-state --state nonsense volume1', /^Must specify a valid status \(HTTP 400\) \(Request-ID: req-/],
    ['cinder reset-state volume1', /^Must specify 'status', 'attach_status' or 'migration_status' for update/],
    ['cinder reset-state --attach-status half volume1', /^Must specify a valid attach status/],
    ['cinder reset-state --type snapshot s1', "No snapshot with a name or ID of 's1' exists."]
  ])('%s is refused', (command, text) => {
    const { lines, exit } = type(terminal, command);
    expect(lines[0]?.text).toEqual(typeof text === 'string' ? text : (expect.stringMatching(text) as unknown));
    expect(lines[1]?.text).toBe('ERROR: Unable to reset the state for the specified entity(s).');
    expect(exit).toBe(1);
  });
});
