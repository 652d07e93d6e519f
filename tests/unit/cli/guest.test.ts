/** Commands inside the guest. */
import { describe, expect, it } from 'vitest';
import { cloudOf } from '../../../src/lib/session/session.ts';
import { shown, terminalOf, type } from '../../support/cli/terminal.ts';

const VOLUME = 'a54facb5-8b1e-4370-9d0b-e7b6ca6f7adc';
const D = 'instance-0000000a';
const built = terminalOf();
const inUse = type(
  built,
  `nova volume-attach instance01 ${VOLUME}`,
  ':run',
  'nova resize instance01 small-with-swap',
  ':run',
  'nova resize-confirm instance01'
).terminal;
const detached = type(inUse, `nova volume-detach instance01 ${VOLUME}`, ':run').terminal;

const HEADING = 'NAME MAJ:MIN RM SIZE RO TYPE MOUNTPOINTS';

describe('inside the guest', () => {
  it('lsblk lists the disks by the guest’s own names', () => {
    expect(shown(inUse, 'guest lsblk')).toEqual([
      HEADING,
      'vda  252:0    0   1G  0 disk /',
      'vdb  252:16   0   1G  0 disk /data',
      'vdc  252:32   0   1M  0 disk [SWAP]'
    ]);
    expect(shown(inUse, 'guest lsblk /dev/vdc')).toEqual([HEADING, 'vdc  252:32   0   1M  0 disk [SWAP]']);
    expect(type(inUse, 'guest lsblk /dev/nope')).toMatchObject({
      exit: 32,
      lines: [{ stream: 'stderr', text: 'lsblk: /dev/nope: not a block device' }]
    });
  });

  it('blkid tells what is on them', () => {
    expect(shown(inUse, 'guest blkid').map((line) => line.replaceAll(/[\da-f]{8}-[\da-f-]{27}/g, '...'))).toEqual([
      '/dev/vda: LABEL="cloudimg-rootfs" UUID="..." BLOCK_SIZE="4096" TYPE="ext4"',
      '/dev/vdb: UUID="..." BLOCK_SIZE="4096" TYPE="ext4"',
      '/dev/vdc: UUID="..." TYPE="swap"'
    ]);
    expect(type(inUse, 'guest blkid /dev/vdx').exit).toBe(2);
  });

  it('mount, /etc/fstab and the links speak of the same disks', () => {
    expect(shown(inUse, 'guest mount')).toEqual([
      '/dev/vda on / type ext4 (rw,relatime,discard,errors=remount-ro)',
      '/dev/vdb on /data type ext4 (rw,relatime)'
    ]);
    expect(shown(inUse, 'guest cat /etc/fstab')).toEqual([
      'LABEL=cloudimg-rootfs / ext4 discard,errors=remount-ro 0 1',
      '/dev/vdb /data ext4 defaults,nofail 0 2',
      '/dev/vdc none swap sw,nofail 0 0'
    ]);
    expect(shown(inUse, 'guest ls -l /dev/disk/by-id')).toEqual([
      'total 0',
      'lrwxrwxrwx 1 root root 9 Jan  6 22:17 virtio-a54facb5-8b1e-4370-9 -> ../../vdb'
    ]);
    const uuids = shown(inUse, 'guest blkid').map((line) => /UUID="([^"]*)".*/.exec(line)?.[1]);
    expect(shown(inUse, 'guest ls /dev/disk/by-uuid')).toEqual(uuids.toSorted());
  });

  it('has no links where no disk has a serial', () => {
    expect(type(built, 'guest ls -l /dev/disk/by-id')).toMatchObject({
      exit: 2,
      lines: [{ text: "ls: cannot access '/dev/disk/by-id': No such file or directory" }]
    });
  });

  it('an image that an operator brings along is a disk like any other', () => {
    const { terminal } = type(built, `virsh attach-disk ${D} /tmp/extra.img vdz`, ':run');
    expect(shown(terminal, 'guest lsblk').at(-1)).toBe('vdb  252:16   0   1G  0 disk /data');
  });

  it.each([
    ['guest foo', 127, ['bash: line 1: foo: command not found']],
    ['guest', 1, ["guest: put a command behind it, as in: guest lsblk; 'guest help' lists what there is"]],
    ['guest cat /etc/shadow', 1, ['cat: /etc/shadow: No such file or directory']],
    ['guest ls -z', 2, ["ls: invalid option -- 'z'", "Try 'ls --help' for more information."]],
    ['guest "lsblk | wc"', 2, ['guest: one command at a time; pipe what it prints here, as in: guest lsblk | grep vd']]
  ])('%s', (line, exit, texts) => {
    const outcome = type(built, line);
    expect([outcome.exit, outcome.lines.map(({ text }) => text)]).toEqual([exit, texts]);
  });
});

describe('guest reboot', () => {
  it('names the disks anew and leaves the domain as it is', () => {
    expect(shown(detached, 'guest lsblk').at(-1)).toBe('vdc  252:32   0   1M  0 disk [SWAP]');
    const { terminal } = type(detached, 'guest reboot', ':run');
    expect(shown(terminal, 'guest lsblk').at(-1)).toBe('vdb  252:16   0   1M  0 disk ');
    expect(cloudOf(terminal.session).domain).toBe(cloudOf(detached.session).domain);
    expect(cloudOf(terminal.session).instance).toBe(cloudOf(detached.session).instance);
  });
});

describe('a guest that nobody can log in to', () => {
  it.each<[lines: string[], error: string, advice: string]>([
    [['guest reboot'], 'Connection refused', 'let what is in flight finish (:run), then try again'],
    [['nova stop instance01', ':run'], 'No route to host', 'it is off; try nova start instance01'],
    [['nova pause instance01', ':run'], 'Connection timed out', 'it is paused; try nova unpause instance01'],
    [[`virsh suspend ${D}`, ':run'], 'Connection timed out', `it is paused; try virsh resume ${D}`],
    [['nova suspend instance01', ':run'], 'No route to host', 'it is suspended; try nova resume instance01'],
    [['nova shelve instance01', ':run'], 'No route to host', 'it is shelved; try nova unshelve instance01'],
    [['nova delete instance01', ':run'], 'No route to host', 'the server has been deleted; start the lab over']
  ])('%s', (lines, error, advice) => {
    const outcome = type(built, ...lines, 'guest lsblk');
    expect([outcome.exit, outcome.lines.map(({ text }) => text)]).toEqual([
      255,
      [`ssh: connect to host 172.29.249.119 port 22: ${error}`, `guest: nobody can log in: ${advice}`]
    ]);
  });
});
