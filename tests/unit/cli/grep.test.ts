import { describe, expect, it } from 'vitest';
import { commands } from '../../../src/lib/cli/commands.ts';
import { terminalOf, type } from '../../support/cli/terminal.ts';

const terminal = terminalOf();

const TEXT = ['vda root', 'vdb volume1', 'VDC swap', '', 'x+y (z) {1}', 'a.b', 'aab'];

/** What grep prints of some lines, and its exit status. */
function grep(words: readonly string[], stdin: readonly string[] = TEXT, name = 'grep') {
  const { lines, exit } = commands.get(name)!.run({ terminal, words, stdin, isShown: true, commands });
  return { text: lines.map(({ text }) => text), exit };
}

describe('grep finds what GNU grep finds', () => {
  it.each<[words: string[], found: string[]]>([
    [['vd'], ['vda root', 'vdb volume1']],
    [
      ['-i', 'vd'],
      ['vda root', 'vdb volume1', 'VDC swap']
    ],
    [
      ['-v', 'v'],
      ['VDC swap', '', 'x+y (z) {1}', 'a.b', 'aab']
    ],
    [['-c', '-i', 'vd'], ['3']],
    [['-ci', 'vd'], ['3']],
    [['-n', 'swap'], ['3:VDC swap']],
    [
      ['-o', 'vd[ab]'],
      ['vda', 'vdb']
    ],
    [
      ['-oE', 'o{2}|a+'],
      ['a', 'oo', 'a', 'a', 'aa']
    ],
    [['-w', 'root'], ['vda root']],
    [['-w', 'roo'], []],
    [['-x', 'aab'], ['aab']],
    [['-F', 'a.b'], ['a.b']],
    [['a.b'], ['a.b', 'aab']],
    [['-F', '(z) {1}'], ['x+y (z) {1}']],
    [['^$'], ['']],
    [['^v'], ['vda root', 'vdb volume1']],
    [['p$'], ['VDC swap']],
    [['a\\{2\\}'], ['aab']],
    [['-E', 'a{2}'], ['aab']],
    [['a{2}'], []],
    [['x+y'], ['x+y (z) {1}']],
    [['-E', 'x\\+y'], ['x+y (z) {1}']],
    [['a\\+b'], ['aab']],
    [['-E', 'a+b'], ['aab']],
    [['root\\|swap'], ['vda root', 'VDC swap']],
    [
      ['-E', 'root|swap'],
      ['vda root', 'VDC swap']
    ],
    [['root|swap'], []],
    [['\\(z\\)'], ['x+y (z) {1}']],
    [['(z)'], ['x+y (z) {1}']],
    [['-E', '\\(z\\)'], ['x+y (z) {1}']],
    [
      ['-E', '(vd)(a|b) (r|v)'],
      ['vda root', 'vdb volume1']
    ],
    [['[[:upper:]]'], ['VDC swap']],
    [['[^[:alnum:] ]'], ['x+y (z) {1}', 'a.b']],
    [['\\bswap\\b'], ['VDC swap']],
    [['\\w1'], ['vdb volume1']],
    [
      ['-e', 'root', '-e', 'swap'],
      ['vda root', 'VDC swap']
    ],
    [
      ['-A1', 'root'],
      ['vda root', 'vdb volume1']
    ],
    [
      ['-B', '1', 'swap'],
      ['vdb volume1', 'VDC swap']
    ],
    [
      ['-n', '-C1', 'swap'],
      ['2-vdb volume1', '3:VDC swap', '4-']
    ],
    [
      ['-A1', '-E', 'root|a\\.b'],
      ['vda root', 'vdb volume1', '--', 'a.b', 'aab']
    ],
    [['-m1', 'vd'], ['vda root']],
    [['-q', 'vd'], []],
    [['--', '-x'], []],
    [
      ['-E', '*a.b'],
      ['a.b', 'aab']
    ],
    [['*'], []],
    [['-E', 'a)', '-'], []]
  ])('%j', (words, found) => {
    const exit = words.includes('-q') || found.length > 0 ? 0 : 1;
    expect(grep(words)).toEqual({ text: found, exit });
  });

  it('takes the longest of the matches that begin first', () => {
    expect(grep(['-oE', 'vd|vdb v|v'], ['vdb volume']).text).toEqual(['vdb v']);
  });

  it('is egrep and fgrep too', () => {
    expect(grep(['root|swap'], TEXT, 'egrep').text).toHaveLength(2);
    expect(grep(['a.b'], TEXT, 'fgrep').text).toEqual(['a.b']);
  });

  it('names the files where there are several', () => {
    const files = '/etc/openstack-release /var/log/nova/nova-compute.log';
    const { lines, exit } = type(terminal, `grep -c DISTRIB ${files}`);
    expect(lines.map(({ text }) => text)).toEqual(['/etc/openstack-release:4', '/var/log/nova/nova-compute.log:0']);
    expect(exit).toBe(0);
    expect(type(terminal, `grep -h CODENAME ${files}`).lines).toHaveLength(1);
    expect(type(terminal, `grep -l CODENAME ${files}`).lines).toEqual([
      { stream: 'stdout', text: '/etc/openstack-release' }
    ]);
    expect(type(terminal, 'grep x /nope').lines[0]?.text).toBe('grep: /nope: No such file or directory');
  });
});

describe('grep answers as GNU grep to what it cannot read', () => {
  it.each([
    [['['], 'grep: Unmatched [, [^, [:, [., or [='],
    [['\\(a'], 'grep: Unmatched ( or \\('],
    [['a\\)'], 'grep: Unmatched ) or \\)'],
    [['-E', '(a'], 'grep: Unmatched ( or \\('],
    [['a\\'], 'grep: Trailing backslash'],
    [['[z-a]'], 'grep: Invalid range end'],
    [['[[:nope:]]'], 'grep: Invalid character class name'],
    [['[:space:]'], 'grep: character class syntax is [[:space:]], not [:space:]'],
    [['a\\{2'], 'grep: Unmatched \\{'],
    [['a\\{3,2\\}'], 'grep: Invalid content of \\{\\}'],
    [['-E', 'a{99999}'], 'grep: Regular expression too big'],
    [['-A', 'x', 'a'], 'grep: x: invalid context length argument']
  ])('%j', (words, message) => {
    expect(grep(words)).toEqual({ text: [message], exit: 2 });
  });

  it.each([
    [[], 'Usage: grep [OPTION]... PATTERNS [FILE]...'],
    [['-Z', 'a'], "grep: invalid option -- 'Z'"],
    [['--nope', 'a'], "grep: unrecognized option '--nope'"],
    [['-A'], "grep: option requires an argument -- 'A'"]
  ])('%j, and says where to read on', (words, message) => {
    expect(grep(words)).toEqual({ text: [message, "Try 'grep --help' for more information."], exit: 2 });
  });

  it('says that it knows no back-references', () => {
    expect(grep(['\\(a\\)\\1']).text[0]).toMatch(
      /back-references are not known in this lab; write the pattern without/
    );
  });
});

describe('a hostile pattern', () => {
  const line = 'a'.repeat(300);

  it.each([
    '(a*)*b',
    '(a+a+)+b',
    '((((a?){20}){20}){8})b',
    '(a|a|aa|aaa)*b',
    `${'(a?'.repeat(200)}${')'.repeat(200)}b`
  ])('is given up or answered, and soon: %s', (pattern) => {
    const { text, exit } = grep(
      ['-oE', pattern],
      Array.from({ length: 50 }, () => line)
    );
    expect(exit === 1 ? text : text.join()).toEqual(
      exit === 1 ? [] : expect.stringMatching(/write a simpler one|Regular expression too big/)
    );
  });

  it('that is nested beyond all measure is refused', () => {
    expect(grep(['-E', '('.repeat(50_000)]).text).toEqual(['grep: Regular expression too big']);
  });
});
