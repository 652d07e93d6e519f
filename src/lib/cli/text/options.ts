/**
 * Options of the small tools, as GNU's getopt_long reads them: `-iv`, `-A2`, `--count`, `--max-count=1`, in any order.
 *
 * Upstream: glibc, posix/getopt.c (the messages).
 */
import { ok, refuse, type Result } from '../../engine/kernel/result.ts';

/** One option: its letter, its long name, and whether a value follows. */
export interface ToolOption {
  readonly letter: string;
  readonly name?: string;
  readonly takesValue?: true;
}

/** What was given: values by letter, an empty text for an option that takes none, and the other words. */
export interface ToolOptions {
  readonly given: ReadonlyMap<string, readonly string[]>;
  readonly operands: readonly string[];
}

function longOption(options: readonly ToolOption[], name: string): Result<ToolOption, string> {
  const exact = options.find((option) => option.name === name);
  if (exact) return ok(exact);
  const begun = options.filter((option) => option.name?.startsWith(name));
  if (begun.length === 1 && begun[0]) return ok(begun[0]);
  if (begun.length === 0) return refuse(`unrecognized option '--${name}'`);
  return refuse(
    `option '--${name}' is ambiguous; possibilities: ${begun.map((one) => `'--${one.name ?? ''}'`).join(' ')}`
  );
}

/** The options among the words, or what is wrong with them. */
export function readOptions(options: readonly ToolOption[], words: readonly string[]): Result<ToolOptions, string> {
  const given = new Map<string, string[]>();
  const operands: string[] = [];
  const give = ({ letter }: ToolOption, value: string) => given.set(letter, [...(given.get(letter) ?? []), value]);
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    if (word === '--') {
      operands.push(...words.slice(index + 1));
      break;
    }
    if (word.startsWith('--')) {
      const [name = '', ...value] = word.slice(2).split('=');
      const option = longOption(options, name);
      if (!option.ok) return option;
      const following = value.length > 0 ? value.join('=') : option.value.takesValue ? words[++index] : '';
      if (following === undefined) return refuse(`option '--${name}' requires an argument`);
      if (value.length > 0 && !option.value.takesValue) return refuse(`option '--${name}' doesn't allow an argument`);
      give(option.value, following);
    } else if (word.startsWith('-') && word !== '-') {
      for (let at = 1; at < word.length; at++) {
        const letter = word.charAt(at);
        const option = options.find((one) => one.letter === letter);
        if (!option) return refuse(`invalid option -- '${letter}'`);
        if (!option.takesValue) {
          give(option, '');
          continue;
        }
        const value = at + 1 < word.length ? word.slice(at + 1) : words[++index];
        if (value === undefined) return refuse(`option requires an argument -- '${letter}'`);
        give(option, value);
        break;
      }
    } else {
      operands.push(word);
    }
  }
  return ok({ given, operands });
}
