/** `cat` and `tac` (GNU coreutils). */
import { filterInputs, toolCommand } from './tool.ts';

export const cat = toolCommand({
  name: 'cat',
  summary: 'what is in a file',
  usage: '[OPTION]... [FILE]...',
  options: [
    { letter: 'n', name: 'number' },
    { letter: 'b', name: 'number-nonblank' },
    { letter: 's', name: 'squeeze-blank' },
    { letter: 'E', name: 'show-ends' },
    { letter: 'A', name: 'show-all' }
  ],
  run: (call, { given, operands }) => {
    let number = 0;
    const numbered = (line: string): string => {
      const isCounted = given.has('b') ? line !== '' : given.has('n');
      return isCounted ? `${String(++number).padStart(6)}\t${line}` : line;
    };
    const ended = (line: string) => (given.has('E') || given.has('A') ? `${line}$` : line);
    return filterInputs(call, 'cat', operands, ({ lines }) =>
      lines
        .filter((line, index) => !given.has('s') || line !== '' || lines[index - 1] !== '')
        .map((line) => ended(numbered(line)))
    );
  }
});

export const tac = toolCommand({
  name: 'tac',
  summary: 'what is in a file, the last line first',
  usage: '[FILE]...',
  options: [],
  run: (call, { operands }) => filterInputs(call, 'tac', operands, ({ lines }) => lines.toReversed())
});
