/** What bash does by itself, as far as the lab has use for it. */
import { complain, print, stdout, type Command } from '../../command.ts';
import { allPaths, isDirectory, isFile, resolvePath } from '../../files.ts';

export const echo: Command = {
  name: 'echo',
  summary: 'its words',
  run: (call) => print(call, [call.words.join(' ')])
};

export const pwd: Command = {
  name: 'pwd',
  summary: 'the directory',
  run: (call) => print(call, [call.terminal.environment.PWD ?? '/'])
};

export const cd: Command = {
  name: 'cd',
  summary: 'go to a directory',
  run: (call) => {
    const { terminal, words } = call;
    if (words.length > 1) return complain(call, 1, 'bash: cd: too many arguments');
    const path = words[0] ?? terminal.environment.HOME ?? '/';
    if (isFile(terminal, path)) return complain(call, 1, `bash: cd: ${path}: Not a directory`);
    if (!isDirectory(terminal, path)) return complain(call, 1, `bash: cd: ${path}: No such file or directory`);
    const environment = { ...terminal.environment, PWD: resolvePath(terminal, path) };
    return { terminal: { ...terminal, environment }, lines: [], exit: 0 };
  },
  complete: ({ terminal }) => allPaths.filter((path) => isDirectory(terminal, path))
};

export const env: Command = {
  name: 'env',
  summary: 'the variables',
  run: (call) =>
    print(
      call,
      Object.entries(call.terminal.environment).map(([name, value]) => `${name}=${value}`)
    )
};

const NAME = /^[A-Za-z_]\w*$/;

export const exportVariable: Command = {
  name: 'export',
  summary: 'set a variable',
  run: (call) => {
    const { terminal, words } = call;
    if (words.length === 0) {
      const all = Object.entries(terminal.environment).map(([name, value]) => `declare -x ${name}="${value}"`);
      return print(call, all.toSorted());
    }
    const environment = { ...terminal.environment };
    for (const word of words) {
      const [name = '', ...value] = word.split('=');
      if (!NAME.test(name)) return complain(call, 1, `bash: export: \`${word}': not a valid identifier`);
      if (value.length > 0) environment[name] = value.join('=');
    }
    return { terminal: { ...terminal, environment }, lines: [], exit: 0 };
  }
};

export const unset: Command = {
  name: 'unset',
  summary: 'forget a variable',
  run: ({ terminal, words }) => {
    const left = Object.entries(terminal.environment).filter(([name]) => !words.includes(name));
    return { terminal: { ...terminal, environment: Object.fromEntries(left) }, lines: [], exit: 0 };
  }
};

export const history: Command = {
  name: 'history',
  summary: 'the lines that were entered',
  run: (call) => {
    const { terminal, words } = call;
    if (words[0] === '-c') return { terminal: { ...terminal, history: [] }, lines: [], exit: 0 };
    const wanted = words[0];
    if (wanted !== undefined && !/^\d+$/.test(wanted)) {
      return complain(call, 1, `bash: history: ${wanted}: numeric argument required`);
    }
    const numbered = terminal.history.map((line, index) => `${String(index + 1).padStart(5)}  ${line}`);
    return print(call, wanted === undefined ? numbered : numbered.slice(Math.max(0, numbered.length - Number(wanted))));
  }
};

export const clear: Command = {
  name: 'clear',
  summary: 'empty the screen',
  run: ({ terminal }) => ({ terminal, lines: [], exit: 0, clears: true })
};

export const exit: Command = {
  name: 'exit',
  summary: 'there is nowhere to go: the terminal stays open',
  run: (call) => complain(call, 0, 'There is nothing behind this shell: the terminal stays open.')
};

export const succeed: Command = {
  name: 'true',
  summary: 'nothing, with success',
  run: ({ terminal }) => ({ terminal, lines: [], exit: 0 })
};

export const fail: Command = {
  name: 'false',
  summary: 'nothing, with failure',
  run: ({ terminal }) => ({ terminal, lines: [], exit: 1 })
};

export const help: Command = {
  name: 'help',
  summary: 'the commands of this lab',
  run: (call) => {
    const { terminal, words, commands } = call;
    const [name] = words;
    const asked = name === undefined ? undefined : commands.get(name);
    if (name !== undefined && !asked) {
      return complain(
        call,
        1,
        `bash: help: no help topics match \`${name}'. Try \`help' for all commands of this lab.`
      );
    }
    const shown = asked ? [asked] : [...commands.values()];
    const width = Math.max(...shown.map((one) => one.name.length));
    const lines = shown.map((one) => `  ${one.name.padEnd(width)}  ${one.summary}`);
    const intro = [
      "The commands of this lab. A client tells its own with `nova help', one of them with `nova help resize'.",
      ''
    ];
    return { terminal, lines: stdout(asked ? lines : [...intro, ...lines]), exit: 0 };
  },
  complete: ({ commands }) => [...commands.keys()]
};
