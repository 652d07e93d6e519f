/** virsh on the lab's domain, at a release whose host has libvirt 9.0 and at one whose host has 3.x. */
import { describe, expect, it } from 'vitest';
import { complete, type Terminal } from '../../../../src/lib/cli/cli.ts';
import { cloudOf } from '../../../../src/lib/session/session.ts';
import { exchanges } from '../../../../src/lib/session/views/client-view.ts';
import { instanceActions } from '../../../../src/lib/session/views/instance-actions.ts';
import { lifecycleOf } from '../../../../src/lib/session/views/lifecycle.ts';
import { shown, terminalOf, type } from '../../../support/cli/terminal.ts';

const D = 'instance-0000000a';
const UUID = '0ac40227-597c-48d7-8379-9320beb7d3bd';
const DISK = `/var/lib/nova/instances/${UUID}/disk`;
const VOLUME = 'a54facb5-8b1e-4370-9d0b-e7b6ca6f7adc';
const ATTACH = `nova volume-attach instance01 ${VOLUME}`;

const nine = terminalOf('26.0.0');
const three = terminalOf();

/** What the lines of a table show, for each line that is typed before it. */
type Case = readonly [lines: readonly string[], expected: readonly string[]];

function typed(terminal: Terminal) {
  return ([lines, expected]: Case) => {
    expect(shown(terminal, ...lines)).toEqual(expected);
  };
}

const named = (cases: readonly Case[]) => cases.map((one) => [one[0].join('; '), one] as const);

describe('virsh 9.0', () => {
  const cases: readonly Case[] = [
    [
      ['virsh list'],
      [' Id   Name                State', '-----------------------------------', ` 1    ${D}   running`, '']
    ],
    [['virsh list --inactive'], [' Id   Name   State', '--------------------', '']],
    [
      [`virsh destroy ${D}`, 'virsh list'],
      [' Id   Name   State', '--------------------', '']
    ],
    [
      [`virsh destroy ${D}`, 'virsh list --all'],
      [' Id   Name                State', '------------------------------------', ` -    ${D}   shut off`, '']
    ],
    [['virsh list --name --uuid'], [`${UUID} ${D}`, '']],
    [['virsh -q list'], [` 1   ${D}   running`]],
    [[`virsh domblklist ${D}`], [' Target   Source', '-'.repeat(9 + DISK.length + 3), ` vda      ${DISK}`, '']],
    [
      [ATTACH, ':run', `virsh domblklist ${D} --details`],
      [
        ' Type    Device   Target   Source',
        '-'.repeat(8 + 9 + 9 + DISK.length + 3),
        ` file    disk     vda      ${DISK}`,
        ' block   disk     vdb      /dev/sda',
        ''
      ]
    ],
    [[`virsh domstate ${D}`], ['running', '']],
    [[`virsh domstate ${D} --reason`], ['running (booted)', '']],
    [[`virsh destroy ${D}`], [`Domain '${D}' destroyed`, '']],
    [
      [`virsh destroy ${D}`, `virsh domstate ${D} --reason`],
      ['shut off (destroyed)', '']
    ],
    [[`virsh shutdown ${D}`], [`Domain '${D}' is being shutdown`, '']],
    [
      [`virsh shutdown ${D}`, `virsh domstate ${D} --reason`],
      ['shut off (shutdown)', '']
    ],
    [
      ['nova stop instance01', ':run', `virsh domstate ${D} --reason`],
      ['shut off (shutdown)', '']
    ],
    [
      ['nova suspend instance01', ':run', `virsh domstate ${D} --reason`],
      ['shut off (saved)', '']
    ],
    [
      ['nova suspend instance01', ':run', 'virsh list --all --managed-save --name'],
      [D, '']
    ],
    [
      ['nova suspend instance01', ':run', `virsh start ${D}`, `virsh domstate ${D} --reason`],
      ['running (restored)', '']
    ],
    [
      [`virsh suspend ${D}`, `virsh domstate ${D} --reason`],
      ['paused (user)', '']
    ],
    [
      [`virsh suspend ${D}`, `virsh resume ${D}`, `virsh domstate ${D} --reason`],
      ['running (unpaused)', '']
    ],
    [
      [`virsh resume ${D}`],
      [
        `error: Failed to resume domain '${D}'`,
        'error: Requested operation is not valid: domain is already running',
        ''
      ]
    ],
    [[`virsh reboot ${D}`], [`Domain '${D}' is being rebooted`, '']],
    [[`virsh reset ${D}`], [`Domain '${D}' was reset`, '']],
    [[`virsh start ${D}`], ['error: Domain is already active', '']],
    [
      [`virsh destroy ${D}`, `virsh start ${D}`],
      [`Domain '${D}' started`, '']
    ],
    [
      [`virsh destroy ${D}`, `virsh destroy ${D}`],
      [`error: Failed to destroy domain '${D}'`, 'error: Requested operation is not valid: domain is not running', '']
    ],
    [
      [`virsh reboot ${D} --mode initctl`],
      [`error: Failed to reboot domain '${D}'`, 'error: unsupported flags (0x4) in function qemuDomainReboot', '']
    ],
    [
      [`virsh reboot ${D} --mode pull`],
      ["error: Unknown mode pull value, expecting 'acpi', 'agent', 'initctl', 'signal', or 'paravirt'", '']
    ],
    [
      [`virsh -r destroy ${D}`],
      [
        `error: Failed to destroy domain '${D}'`,
        'error: operation forbidden: read only access prevents virDomainDestroy',
        ''
      ]
    ],
    [[`virsh domid ${D}`], ['1', '']],
    [
      [`virsh destroy ${D}`, `virsh domid ${D}`],
      ['-', '']
    ],
    [['virsh domname 1'], [D, '']],
    [['virsh domuuid 1'], [UUID, '']],
    [[`virsh domname ${D}`], [`error: failed to get domain '${D}'`, '']],
    [
      ['nova shelve instance01', ':run', `virsh dumpxml ${D}`],
      [`error: failed to get domain '${D}'`, '']
    ],
    [['virsh uri'], ['qemu:///system', '']],
    [
      ['virsh -c test:///default list'],
      ['error: failed to connect to the hypervisor', 'error: no connection driver available for test:///default']
    ],
    [["virsh 'domid 1; domstate 1'"], ["error: failed to get domain '1'", '', 'running', '']],
    [[`virsh start ${D} --paused`], ['error: the lab cannot do what --paused asks for; leave it out', '']],
    [['virsh edit x'], ["error: the lab's virsh has no 'edit'; see 'virsh help' for what it has"]],
    [
      ['virsh'],
      ["error: the lab's virsh has no interactive mode; put the command on the same line, as in: virsh list --all"]
    ]
  ];

  it.each(named(cases))('%s', (_lines, one) => {
    typed(nine)(one);
  });

  it('tells of the domain', () => {
    expect(shown(nine, `virsh dominfo ${D}`)).toEqual([
      'Id:             1',
      `Name:           ${D}`,
      `UUID:           ${UUID}`,
      'OS Type:        hvm',
      'State:          running',
      'CPU(s):         1',
      expect.stringMatching(/^CPU time: {7}\d+\.\ds$/),
      'Max memory:     524288 KiB',
      'Used memory:    524288 KiB',
      'Persistent:     yes',
      'Autostart:      disable',
      'Managed save:   no',
      'Security model: none',
      'Security DOI:   0',
      'Messages:       tainted: running with undesirable elevated privileges',
      ''
    ]);
  });

  it('prints the definition of the running domain, or of the next start', () => {
    const terminal = type(nine, ATTACH, ':run', `virsh detach-disk ${D} vdb --live`).terminal;
    expect(shown(terminal, `virsh dumpxml ${D} | grep -c "<disk "`)).toEqual(['1']);
    expect(shown(terminal, `virsh dumpxml ${D} --inactive | grep -c "<disk "`)).toEqual(['2']);
    expect(shown(terminal, `virsh dumpxml ${D}`).at(-2)).toBe('</domain>');
  });
});

describe('virsh 3.x, as in the article’s lab', () => {
  const RULE = '-'.repeat(52);
  const cases: readonly Case[] = [
    [['virsh list'], [' Id    Name                           State', RULE, ` 1     ${D.padEnd(30)} running`, '']],
    [['virsh list --inactive'], [' Id    Name                           State', RULE, '']],
    [['virsh list --name --uuid'], [`${UUID} ${D.padEnd(30)}`, '']],
    [[`virsh domblklist ${D}`], ['Target     Source', '-'.repeat(48), `vda        ${DISK}`, '']],
    [
      [`virsh domblklist ${D} --details`],
      ['Type       Device     Target     Source', '-'.repeat(48), `file       disk       vda        ${DISK}`, '']
    ],
    [[`virsh destroy ${D}`], [`Domain ${D} destroyed`, '']],
    [[`virsh start ${D}`], ['error: Domain is already active', '']],
    [[`virsh detach-disk ${D} vdq`], ['error: No found disk whose source path or target is vdq', '']],
    [['virsh --version'], ['3.6.0']],
    [['virsh list --id'], ["error: command 'list' doesn't support option --id"]]
  ];

  it.each(named(cases))('%s', (_lines, one) => {
    typed(three)(one);
  });
});

describe('virsh attach-disk', () => {
  const IMAGE = '/var/lib/nova/instances/demo/x5';
  const cases: readonly Case[] = [
    [
      [
        `virsh attach-disk ${D} ${IMAGE} vdd --live --targetbus virtio --driver qemu --subdriver raw --cache none --serial vol5`
      ],
      ['Disk attached successfully', '']
    ],
    [
      [`virsh attach-disk ${D} ${IMAGE} vda --live --targetbus virtio`],
      [
        'error: Failed to attach disk',
        `error: XML error: target 'vda' duplicated for disk sources '${DISK}' and '${IMAGE}'`,
        ''
      ]
    ],
    [
      [`virsh attach-disk ${D} ${IMAGE} vda --persistent`],
      ['error: Failed to attach disk', 'error: Requested operation is not valid: target vda already exists', '']
    ],
    [
      [`virsh destroy ${D}`, `virsh attach-disk ${D} ${IMAGE} vdb`],
      ['error: Failed to attach disk', 'error: Requested operation is not valid: domain is not running', '']
    ],
    [
      [`virsh destroy ${D}`, `virsh attach-disk ${D} ${IMAGE} vdb --persistent`],
      ['Disk attached successfully', '']
    ],
    [
      [`virsh destroy ${D}`, `virsh attach-disk ${D} ${IMAGE} vdb --current`],
      ['Disk attached successfully', '']
    ],
    [
      [`virsh attach-disk ${D} /nonexistent.img vdb`],
      [
        'error: Failed to attach disk',
        "error: Cannot access storage file '/nonexistent.img': No such file or directory",
        ''
      ]
    ],
    [
      [`virsh attach-disk ${D} /dev/sda vdb`],
      ['error: Failed to attach disk', "error: Cannot access storage file '/dev/sda': No such file or directory", '']
    ],
    [
      [`virsh attach-disk ${D} ${IMAGE} vdb --address pci:0000.00.0x20.0`],
      ['error: Failed to attach disk', "error: XML error: Invalid PCI address slot='0x20', must be <= 0x1F", '']
    ],
    [
      [`virsh attach-disk ${D} ${IMAGE} vdb --address pci:0001.00.0x0a.0`],
      [
        'error: Failed to attach disk',
        'error: XML error: Invalid PCI address 0001:00:0a.0. Only PCI domain 0 is available',
        ''
      ]
    ],
    [
      [`virsh attach-disk ${D} ${IMAGE} vdb --targetbus foo`],
      [
        'error: Failed to attach disk',
        "error: XML error: Invalid value for attribute 'bus' in element 'target': 'foo'.",
        ''
      ]
    ],
    [
      [`virsh attach-disk ${D} ${IMAGE} vdb --subdriver foo`],
      ['error: Failed to attach disk', "error: unsupported configuration: unknown driver format value 'foo'", '']
    ],
    [
      [`virsh attach-disk ${D} ${IMAGE} vdb --wwn 5000c50015ea71ac`],
      ['error: the lab cannot do what --wwn asks for; leave it out', '']
    ]
  ];

  it.each(named(cases))('%s', (_lines, one) => {
    typed(nine)(one);
  });

  it('fills in the bus and the driver as libvirt does', () => {
    const disk = (line: string) => shown(nine, line, `virsh dumpxml ${D} --inactive`).join('\n').split('<disk ').at(-1);
    expect(disk(`virsh attach-disk ${D} ${IMAGE} vdb --persistent`)).toContain("<driver name='qemu' type='raw'/>");
    expect(disk(`virsh attach-disk ${D} ${IMAGE} sda --persistent`)).toContain("<target dev='sda' bus='scsi'/>");
    expect(disk(`virsh attach-disk ${D} '' hdc --type cdrom --config`)).toContain('<readonly/>');
    expect(disk(`virsh attach-disk ${D} ${IMAGE} sdb --config --address scsi:0.0.5`)).toContain("unit='5'");
  });
});

describe('virsh detach-disk', () => {
  const attached = type(nine, ATTACH, ':run').terminal;

  it('finds a disk by its target or by its source', () => {
    expect(shown(attached, `virsh detach-disk ${D} vdb`)).toEqual(['Disk detached successfully', '']);
    expect(shown(attached, `virsh detach-disk ${D} /dev/sda --persistent`)).toEqual(['Disk detached successfully', '']);
  });

  it('looks in the definition that the change is for', () => {
    const gone = type(attached, `virsh detach-disk ${D} vdb --config`).terminal;
    expect(shown(gone, `virsh detach-disk ${D} vdb --config`)).toEqual([
      'error: No disk found whose source path or target is vdb',
      ''
    ]);
    expect(shown(gone, `virsh detach-disk ${D} vdb`)).toEqual(['Disk detached successfully', '']);
  });

  it('prints the XML as libxml2 does, with no line to end it', () => {
    expect(shown(attached, `virsh detach-disk ${D} vdb --config --print-xml`)).toEqual([
      '<disk type="block" device="disk">',
      '      <driver name="qemu" type="raw" cache="none" io="native"/>',
      '      <source dev="/dev/sda"/>',
      '      <target dev="vdb" bus="virtio"/>',
      `      <serial>${VOLUME}</serial>`,
      '      <address type="pci" domain="0x0000" bus="0x00" slot="0x07" function="0x0"/>',
      '    </disk>'
    ]);
  });
});

describe('what is done with virsh', () => {
  const CASE = [ATTACH, ':run', 'nova resize instance01 small-with-swap', ':run', 'nova resize-confirm instance01'];
  const collided = type(three, ...CASE, `nova volume-detach instance01 ${VOLUME}`, ':run', ATTACH, ':run').terminal;

  it('takes the swap disk out of Nova’s way, which changes no row and no answer', () => {
    const freed = type(collided, `virsh detach-disk ${D} vdc --persistent`).terminal;
    expect(cloudOf(freed.session).bdms).toBe(cloudOf(collided.session).bdms);
    const again = type(freed, ATTACH, ':run').terminal;
    expect(cloudOf(again.session).volumes[0]?.status).toBe('in-use');
    expect(shown(again, `virsh domblklist ${D}`)).toContain('vdc        /dev/sda');
  });

  it('is no request of the client, and no action; but a stop that follows is one', () => {
    const { session } = type(three, `virsh destroy ${D}`, ':run').terminal;
    expect(exchanges(session)).toEqual([]);
    expect(instanceActions(session).map(({ action }) => action)).toEqual(['create', 'stop']);
    expect(lifecycleOf(session)).toMatchObject({ box: 'stopped', journey: { transition: { id: 'active.stop' } } });
  });

  it('grows a branch when it is done in the past', () => {
    const { session } = type(three, `virsh destroy ${D}`).terminal;
    const back = { ...three, session: { timeline: { ...session.timeline, position: 0 } } };
    const forked = type(back, `virsh suspend ${D}`).terminal.session;
    expect(forked.timeline.moments.length).toBe(session.timeline.moments.length + 1);
    expect(cloudOf(forked).domain?.state).toBe('paused');
  });
});

describe('completion', () => {
  it.each<[line: string, words: string[]]>([
    ['virsh dom', ['domblklist', 'domid', 'dominfo', 'domname', 'domstate', 'domuuid']],
    ['virsh destroy ', [UUID, '1', D].toSorted()],
    ['virsh start ', [UUID, D].toSorted()],
    [`virsh detach-disk ${D} `, ['vda']],
    [`virsh detach-disk ${D} vda --`, ['--config', '--current', '--domain', '--live', '--persistent', '--target']],
    [`virsh attach-disk ${D} `, ['/dev/sda']],
    [`virsh attach-disk ${D} /x vdb --cache no`, ['none']],
    ['virsh help mon', ['monitor']],
    ['virsh --q', ['--quiet']],
    ['virsh nosuch ', []],
    ['guest l', ['ls', 'lsblk']],
    ['guest blkid ', ['/dev/vda']],
    ['guest ls -l /dev/disk/by-i', ['/dev/disk/by-id']]
  ])('%s', (line, words) => {
    expect(complete(three, line).words).toEqual(words);
  });
});
