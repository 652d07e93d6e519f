/** All commands. One more is a folder or a file, and a line here. */
import type { Command, Commands } from './command.ts';
import { cinder } from './commands/cinder/cinder.ts';
import { guest } from './commands/guest/guest.ts';
import { nova } from './commands/nova/nova.ts';
import { openstack } from './commands/openstack/openstack.ts';
import { run, sleep, step, stepUntil, watch } from './commands/lab/time.ts';
import * as builtins from './commands/shell/builtins.ts';
import { cat, tac } from './commands/tools/cat.ts';
import { egrep, fgrep, grep } from './commands/tools/grep.ts';
import { head, tail } from './commands/tools/head-tail.ts';
import { ls } from './commands/tools/ls.ts';
import { sort, uniq } from './commands/tools/sort.ts';
import { wc } from './commands/tools/wc.ts';
import { virsh } from './commands/virsh/virsh.ts';

const ALL: readonly Command[] = [
  nova,
  cinder,
  openstack,
  virsh,
  guest,
  grep,
  egrep,
  fgrep,
  head,
  tail,
  wc,
  sort,
  uniq,
  cat,
  tac,
  ls,
  ...Object.values(builtins),
  sleep,
  watch,
  run,
  step,
  stepUntil
];

/** Every command by its name. */
export const commands: Commands = new Map(ALL.map((command) => [command.name, command]));
