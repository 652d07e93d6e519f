/**
 * Completion: what the word under the cursor could become.
 *
 * Commands say which words could stand in a place; here they are cut down to those that begin as typed.
 */
import type { Commands } from '../command.ts';
import type { Terminal } from '../terminal.ts';
import { cutLine, plainText, type Token } from './words.ts';

/** The words that fit, and where the word that they would replace begins. */
export interface Completed {
  readonly from: number;
  readonly words: readonly string[];
}

/** The words of the last command of the line, the word under the cursor last. */
function wordsAtCursor(tokens: readonly Token[], isBetween: boolean): readonly string[] {
  const begin = tokens.findLastIndex(({ type }) => type === 'operator') + 1;
  const words = tokens.slice(begin).flatMap((token) => (token.type === 'word' ? [plainText(token.pieces)] : []));
  return isBetween || words.length === 0 ? [...words, ''] : words;
}

/** What the word before the cursor could become; `line` ends at the cursor. */
export function completeLine(commands: Commands, terminal: Terminal, line: string): Completed {
  const tokens = cutLine(line);
  if (!tokens.ok) return { from: line.length, words: [] };
  const typed = /\S*$/.exec(line)?.[0] ?? '';
  const words = wordsAtCursor(tokens.value, typed === '');
  const word = words.at(-1) ?? '';
  const from = line.length - word.length;
  const [name, ...before] = words.slice(0, -1);
  const candidates =
    name === undefined
      ? [...commands.keys()]
      : (commands.get(name)?.complete?.({ terminal, before, typed: word, commands }) ?? []);
  const fitting = candidates.filter((candidate) => candidate.startsWith(word));
  return { from, words: [...new Set(fitting)].toSorted() };
}
