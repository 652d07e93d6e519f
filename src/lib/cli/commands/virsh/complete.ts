/** Completion of virsh's commands, their options, and the words that an option takes. */
import { xmlDialect } from '../../../engine/nova/releases/release.ts';
import { cloudOf } from '../../../session/session.ts';
import type { Completion } from '../../command.ts';
import type { Terminal } from '../../terminal.ts';
import type { VirshCommand, VirshGroup } from './call.ts';
import { optionsOf } from './parse.ts';

/** Words for the place after those of a command that are there already. */
function completeOptions(command: VirshCommand, terminal: Terminal, before: readonly string[], typed: string) {
  const options = optionsOf(command, xmlDialect(cloudOf(terminal.session).lab.release));
  const waiting = (word: string | undefined) =>
    options.find(({ type, name }) => type !== 'bool' && word === `--${name}`);
  const named = waiting(before.at(-1));
  if (named) return named.complete(terminal);
  if (typed.startsWith('-')) {
    return options.flatMap(({ name, isModelled }) =>
      isModelled && !before.includes(`--${name}`) ? [`--${name}`] : []
    );
  }
  const taken = before.flatMap((word) => waiting(word)?.name ?? []);
  const plain = before.filter((word, index) => !word.startsWith('--') && !waiting(before[index - 1])).length;
  const places = options.filter(({ type, name }) => type === 'data' && !taken.includes(name));
  return places[plain]?.complete(terminal) ?? [];
}

/** What the word under the cursor could become. */
export function completeVirsh(
  groups: readonly VirshGroup[],
  { terminal, before, typed }: Completion
): readonly string[] {
  const commands = groups.flatMap((group) => group.commands);
  const start = before.findIndex((word) => !word.startsWith('-'));
  if (start === -1) {
    return typed.startsWith('-')
      ? ['--connect', '--help', '--quiet', '--readonly', '--version']
      : commands.map(({ name }) => name);
  }
  const name = before[start];
  if (name === 'help') return [...commands.map((one) => one.name), ...groups.map(({ keyword }) => keyword)];
  const command = commands.find((one) => one.name === name);
  return command ? completeOptions(command, terminal, before.slice(start + 1), typed) : [];
}
