import { describe, expect, it } from 'vitest';
import { promptOf } from '../../../src/lib/cli/cli.ts';
import { shown, terminalOf, type } from '../../support/cli/terminal.ts';

const terminal = terminalOf();

/** What a line prints, and its exit status. */
function answer(...lines: readonly string[]) {
  const { lines: printed, exit } = type(terminal, ...lines);
  return { text: printed.map(({ text }) => text).join('\n'), exit };
}

describe('the shell', () => {
  it('prompts as the article’s', () => {
    expect(promptOf(terminal)).toBe('(lab01)# ');
  });

  it.each([
    ["echo 'a  b' c", 'a  b c'],
    ['echo "a  b"   c', 'a  b c'],
    ['echo a\\ b', 'a b'],
    ['echo "say \\"hi\\" to \\$HOME"', 'say "hi" to $HOME'],
    ["echo 'it'\\''s'", "it's"],
    ['echo "$HOME/x" \'$HOME\'', '/root/x $HOME'],
    ['echo ${HOME}s $NOPE.', '/roots .'],
    ['echo a # b', 'a'],
    ['echo a#b', 'a#b'],
    ['echo ""x', 'x'],
    ['echo $', '$'],
    ['echo a; echo b', 'a\nb'],
    ['true && echo yes || echo no', 'yes'],
    ['false && echo yes || echo no', 'no'],
    ['false; echo $?', '1'],
    ['A=1; echo $A', '1'],
    ['A="x y"; echo $A "$A"', 'x y x y'],
    ['echo /etc/openstack-rel*', '/etc/openstack-release'],
    ['echo "/etc/openstack-rel*"', '/etc/openstack-rel*'],
    ['echo /nope/*', '/nope/*'],
    ['nova show nosuch 2>/dev/null', ''],
    ['nova show nosuch 2>&1 | grep -c ERROR', '1'],
    ['nova list > /dev/null', ''],
    ['grep -c DISTRIB < /etc/openstack-release', '4'],
    ['echo a |\necho b', 'b'],
    ['cd /etc && pwd; cat openstack-release | head -1', '/etc\n# Ansible managed']
  ])('%s', (line, text) => {
    expect(answer(line).text).toBe(text);
  });

  it.each([
    ['foo', 'bash: foo: command not found', 127],
    ['foo | grep x', 'bash: foo: command not found', 1],
    ['| grep x', "bash: syntax error near unexpected token `|'", 2],
    ['nova list | | grep x', "bash: syntax error near unexpected token `|'", 2],
    ['nova list |', 'bash: syntax error: unexpected end of file', 2],
    ['nova list &&', 'bash: syntax error: unexpected end of file', 2],
    ['; nova list', "bash: syntax error near unexpected token `;'", 2],
    [';; nova list', "bash: syntax error near unexpected token `;;'", 2],
    ['echo a )', "bash: syntax error near unexpected token `)'", 2],
    ['echo (a)', "bash: syntax error near unexpected token `('", 2],
    ['echo >', "bash: syntax error near unexpected token `newline'", 2],
    ['echo "a', 'bash: unexpected EOF while looking for matching `"\'', 2],
    ["echo 'a", "bash: unexpected EOF while looking for matching `''", 2],
    ['cat nosuch', 'cat: nosuch: No such file or directory', 1],
    ['cat /etc', 'cat: /etc: Is a directory', 1],
    ['cat < nosuch', 'bash: nosuch: No such file or directory', 1],
    ['cd /nope', 'bash: cd: /nope: No such file or directory', 1]
  ])('%s is answered as bash does', (line, text, exit) => {
    expect(answer(line)).toEqual({ text, exit });
  });

  it.each([
    ['nova list > servers.txt', /^bash: servers\.txt: Read-only file system: .*read the output here/],
    ['nova list >> /tmp/x', /^bash: \/tmp\/x: Read-only file system/],
    ['nova list &', /leave out the &/],
    ['(nova list)', /no subshells; write the commands one after the other/],
    ['for i in 1 2; do nova list; done', /^bash: for: .*write them one by one/],
    ['nova show $(nova list)', /run it by itself and paste what it prints/],
    ['echo `nova list`', /run it by itself and paste what it prints/],
    ['cat << EOF', /no here-documents; pipe the text in/],
    ['grep x', /^grep: nothing to read: name a file, or pipe a command into it/]
  ])('%s is refused with what to do', (line, text) => {
    const { text: said, exit } = answer(line);
    expect(said).toMatch(text);
    expect(exit).toBeGreaterThan(0);
  });

  it('remembers its lines, the one that asks among them', () => {
    expect(shown(terminal, 'pwd', '', 'nova list', 'history')).toEqual([
      '    1  pwd',
      '    2  nova list',
      '    3  history'
    ]);
    expect(shown(terminal, 'pwd', 'true', 'history 1')).toEqual(['    3  history 1']);
    expect(shown(terminal, 'pwd', 'history -c', 'history')).toEqual(['    1  history']);
  });

  it('forgets what a pipeline sets, and a command’s own variables', () => {
    expect(answer('export A=1 | cat; echo "[$A]"').text).toBe('[]');
    expect(answer('A=1 true; echo "[$A]"').text).toBe('[]');
    expect(answer('export A=1; echo "[$A]"').text).toBe('[1]');
  });

  it('clears the screen', () => {
    expect(type(terminal, 'echo a; clear; echo b')).toMatchObject({ clears: true, lines: [{ text: 'b' }] });
  });

  it('sends only standard output through a pipe', () => {
    const { lines } = type(terminal, 'nova show nosuch | cat');
    expect(lines).toEqual([
      { stream: 'stderr', text: "ERROR (CommandError): No server with a name or ID of 'nosuch' exists." }
    ]);
  });
});

describe('time', () => {
  it('stands still while one looks, and passes when one says so', () => {
    const resize = 'nova resize instance01 small-with-swap';
    const status = 'nova list | grep -o "resize_[a-z]*"';
    expect(shown(terminal, resize, status, status)).toEqual(['resize_prep']);
    expect(shown(terminal, resize, ':step-until resize_migrated', status)).toEqual(['resize_migrated']);
    expect(shown(terminal, resize, ':run', 'nova list | grep -c VERIFY_RESIZE')).toEqual(['1']);
    expect(shown(terminal, resize, 'sleep 5', 'nova list | grep -c VERIFY_RESIZE')).toEqual(['1']);
    expect(shown(terminal, resize, ':step 3', status)).not.toEqual(shown(terminal, resize, status));
  });

  it('says so when a task_state never comes', () => {
    expect(answer(':step-until resize_finish')).toEqual({
      exit: 1,
      text: expect.stringMatching(/never came to resize_finish/) as unknown
    });
    expect(answer(':step-until nonsense')).toEqual({
      exit: 2,
      text: expect.stringMatching(/try one of scheduling/) as unknown
    });
  });

  it('is not watched for ever, when what is watched asks for new work itself', () => {
    const lines = shown(terminal, 'watch "nova reboot --hard instance01; true"');
    expect(lines.at(-1)).toContain('watch: ended after 200 rounds');
  });

  it('is watched step by step', () => {
    const screens = shown(terminal, 'nova resize instance01 small-with-swap', 'watch nova list');
    const states = screens.flatMap(
      (line) => /\| (\w+) \| +(\S+) +\| (?:Running|Shutdown)/.exec(line)?.slice(1, 3).join(' ') ?? []
    );
    expect(states).toEqual([
      'RESIZE resize_prep',
      'RESIZE resize_migrating',
      'RESIZE resize_migrated',
      'RESIZE resize_finish',
      'VERIFY_RESIZE -'
    ]);
    expect(shown(terminal, 'watch')).toEqual(['Usage: watch [-n SECONDS] COMMAND, as in: watch nova list']);
  });
});
