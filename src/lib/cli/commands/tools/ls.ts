/** `ls` over the lab's few files (GNU coreutils). */
import { cloudOf } from '../../../session/session.ts';
import { stderr, stdout, type Call } from '../../command.ts';
import { isDirectory, isFile, listDirectory, readFile } from '../../files.ts';
import { toolCommand } from './tool.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Jan  6 22:17`. */
function dateOf(time: number): string {
  const date = new Date(time);
  const clock = date.toISOString().slice(11, 16);
  return `${MONTHS[date.getUTCMonth()] ?? ''} ${String(date.getUTCDate()).padStart(2)} ${clock}`;
}

function sizeOf(call: Call, path: string): number {
  const lines = readFile(call.terminal, path);
  if (typeof lines === 'string') return 4096;
  return new TextEncoder().encode(lines.map((line) => `${line}\n`).join('')).length;
}

/** `-rw-r--r-- 1 root root  145 Jan  6 22:17 openstack-release` for each. */
function longListing(call: Call, names: readonly (readonly [name: string, path: string])[]): readonly string[] {
  const { lab, clock } = cloudOf(call.terminal.session);
  const sizes = names.map(([, path]) => sizeOf(call, path));
  const width = Math.max(0, ...sizes.map((size) => String(size).length));
  return names.map(([name, path], index) => {
    const kind = isDirectory(call.terminal, path) ? 'drwxr-xr-x 2' : '-rw-r--r-- 1';
    const owner = path.includes('/nova') ? 'nova nova' : 'root root';
    const changed = dateOf(lab.log.start + (path.endsWith('.log') ? clock : 0));
    return `${kind} ${owner} ${String(sizes[index]).padStart(width)} ${changed} ${name}`;
  });
}

export const ls = toolCommand(
  {
    name: 'ls',
    summary: 'the files of a directory',
    usage: '[OPTION]... [FILE]...',
    options: [
      { letter: 'l' },
      { letter: 'a', name: 'all' },
      { letter: 'A', name: 'almost-all' },
      { letter: '1' },
      { letter: 'd', name: 'directory' },
      { letter: 'h', name: 'human-readable' },
      { letter: 't' },
      { letter: 'r', name: 'reverse' }
    ],
    run: (call, { given, operands }) => {
      const paths = operands.length > 0 ? operands : ['.'];
      const missing = paths.filter((path) => !isFile(call.terminal, path) && !isDirectory(call.terminal, path));
      const isListed = (path: string) => isDirectory(call.terminal, path) && !given.has('d');
      const files = paths.filter((path) => !missing.includes(path) && !isListed(path));
      const folders = paths.filter(isListed);
      const show = (names: readonly (readonly [string, string])[]) => {
        if (given.has('l')) return longListing(call, names);
        const plain = names.map(([name]) => name);
        return given.has('1') || !call.isShown || plain.length === 0 ? plain : [plain.join('  ')];
      };
      const blocks = [
        ...(files.length > 0 ? [show(files.map((path) => [path, path]))] : []),
        ...folders.map((folder) => {
          const names = listDirectory(call.terminal, folder).map((name): readonly [string, string] => [
            name,
            `${folder}/${name}`
          ]);
          const ordered = given.has('r') ? names.toReversed() : names;
          const total = given.has('l') ? [`total ${names.length * 4}`] : [];
          return [...(paths.length > 1 ? [`${folder}:`] : []), ...total, ...show(ordered)];
        })
      ];
      const shown = blocks.flatMap((block, index) => (index > 0 ? ['', ...block] : block));
      const problems = missing.map((path) => `ls: cannot access '${path}': No such file or directory`);
      const lines = [...stderr(...problems), ...stdout(shown)];
      return { terminal: call.terminal, lines, exit: problems.length > 0 ? 2 : 0 };
    }
  },
  2
);
