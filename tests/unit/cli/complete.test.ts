import { describe, expect, it } from 'vitest';
import { complete } from '../../../src/lib/cli/cli.ts';
import { terminalOf } from '../../support/cli/terminal.ts';

const terminal = terminalOf();
const SERVER = '0ac40227-597c-48d7-8379-9320beb7d3bd';
const VOLUME = 'a54facb5-8b1e-4370-9d0b-e7b6ca6f7adc';

describe('completion', () => {
  it.each<[line: string, words: string[]]>([
    ['nov', ['nova']],
    ['nova volume-a', ['volume-attach', 'volume-attachments']],
    ['nova resize ', [SERVER, 'instance01']],
    ['nova resize inst', ['instance01']],
    ['nova resize instance01 ', ['203', '204', 'small-no-swap', 'small-with-swap']],
    ['nova resize --poll instance01 small-w', ['small-with-swap']],
    ['nova resize instance01 small-with-swap ', []],
    ['nova resize --', ['--poll']],
    ['nova volume-attach instance01 ', [VOLUME]],
    ['nova stop instance01 ', [SERVER, 'instance01']],
    ['nova list --flavor ', ['203', '204', 'small-no-swap', 'small-with-swap']],
    ['nova help resize-', ['resize-confirm', 'resize-revert']],
    ['nova --deb', ['--debug']],
    ['cinder show ', [VOLUME, 'volume1']],
    ['cinder list --bootable ', ['False', 'True', 'false', 'true']],
    ['nova list | egr', ['egrep']],
    ['nova list && cinder l', ['list']],
    ['cat /etc/op', ['/etc/openstack-release']],
    ['grep --extended', ['--extended-regexp']],
    [':step-until resize_m', ['resize_migrated', 'resize_migrating']],
    ['nosuch ', []],
    ['echo "un', []]
  ])('%s', (line, words) => {
    expect(complete(terminal, line).words).toEqual(words);
  });

  it('says where the word begins that is completed', () => {
    expect(complete(terminal, 'nova resize inst').from).toBe('nova resize '.length);
    expect(complete(terminal, 'nova ').from).toBe('nova '.length);
  });
});
