/**
 * Lines that somebody might type, sensible and not. Sensible words are what completion offers, so a new command is
 * typed here as soon as it is one.
 */
import { complete, type Terminal } from '../../../src/lib/cli/cli.ts';
import { commands } from '../../../src/lib/cli/commands.ts';

/** A number from 0 on, below its argument. */
export type Below = (limit: number) => number;

/** Numbers that depend on the seed alone (Mulberry32). */
export function numbersFrom(seed: number): Below {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

const NAMES = [...commands.keys()];

/** Words that no command expects, or only one. */
const STRAY = [
  '',
  ' ',
  '-',
  '--',
  '-h',
  '--help',
  '--nope',
  '-n5',
  '0',
  '-1',
  '99999',
  'nosuch',
  'instance01',
  '/dev/vdb',
  '/etc/openstack-release',
  '/nope/*',
  '[',
  '(a*)*b',
  'a{9,1}',
  '\\',
  '"',
  "'",
  '$?',
  '$HOME',
  '${x',
  '*',
  'résumé 🎉',
  'a'.repeat(300),
  '--fields=name,status',
  '--sort=name:up',
  'A=1',
  '2>&1',
  '> x',
  '< /etc/openstack-release',
  '<'
];

const JOINTS = [' | grep -E ', ' | head -2', ' | wc', ' ; ', ' && ', ' || ', ' | ', ' & ', '\n', ' |& cat', ' # '];

function pick<Value>(below: Below, values: readonly Value[]): Value {
  return values[below(values.length)]!;
}

/** A command with words that completion offers, some left out and some strange ones put in. */
function randomCommand(below: Below, terminal: Terminal): string {
  let line = pick(below, NAMES);
  for (let words = below(6); words > 0; words--) {
    const offered = complete(terminal, `${line} ${below(4) === 0 ? '-' : ''}`).words;
    line += ` ${offered.length > 0 && below(8) > 0 ? pick(below, offered) : pick(below, STRAY)}`;
  }
  return line;
}

/** A line of one command or several. */
export function randomLine(below: Below, terminal: Terminal): string {
  let line = randomCommand(below, terminal);
  while (below(6) === 0) line += pick(below, JOINTS) + randomCommand(below, terminal);
  return below(50) === 0 ? line.slice(below(line.length)) : line;
}
