/**
 * Words sorted into arguments as Python's argparse does it, with its abbreviations, its errors and its order.
 *
 * Upstream: Lib/argparse.py (ArgumentParser._parse_known_args, _parse_optional, _match_arguments_partial,
 * _get_values). Simplified: no `fromfile_prefix_chars`, no intermixed parsing, which the clients do not use.
 */
import type { Result } from '../../engine/kernel/result.ts';
import { attempt, Problem } from '../text/problem.ts';
import { isPositional, type Count, type Named } from './argument.ts';
import { argumentName } from './usage.ts';

/** What came of the words: arguments by name, and what no argument took. */
export interface Parsed {
  readonly given: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly extras: readonly string[];
}

/** Python's differences that show in errors. */
export interface ArgumentErrors {
  /** `too few arguments`, or which are missing. */
  readonly missing: (names: readonly string[]) => string;
  /** How a word that is no choice is quoted: `'foo'`, `u'foo'`. */
  readonly quote: (word: string) => string;
}

/** A pattern over the kinds of the words that follow: A for a plain one, O for one that looks like an option, - for `--`. */
const PATTERNS: Readonly<Record<Count | 'rest', string>> = {
  0: '(-*)',
  1: '(-*A-*)',
  '?': '(-*A?-*)',
  '*': '(-*[A-]*)',
  '+': '(-*A[A-]*)',
  rest: '(-*A[-AO]*)'
};

const EXPECTED: Readonly<Record<Count, string>> = {
  0: 'expected 0 arguments',
  1: 'expected one argument',
  '?': 'expected at most one argument',
  '*': 'expected any number of arguments',
  '+': 'expected at least one argument'
};

/** An option in a word, and the value that is written into it: `--name=x`. */
interface Spotted {
  readonly option: Named | null;
  readonly flag: string;
  readonly value: string | null;
}

class Parser {
  readonly #arguments: readonly Named[];
  readonly #rest: string | null;
  readonly #errors: ArgumentErrors;
  readonly #words: readonly string[];
  readonly #spotted = new Map<number, Spotted>();
  readonly #given = new Map<string, (readonly string[])[]>();
  readonly #extras: string[] = [];
  #kinds = '';
  #waiting: readonly Named[];

  constructor(declared: readonly Named[], rest: string | null, words: readonly string[], errors: ArgumentErrors) {
    this.#arguments = declared;
    this.#rest = rest;
    this.#words = words;
    this.#errors = errors;
    this.#waiting = declared.filter(isPositional);
  }

  parse(): Parsed {
    this.#kinds = this.#classify();
    let at = 0;
    const last = Math.max(-1, ...this.#spotted.keys());
    while (at <= last) {
      const next = [...this.#spotted.keys()].find((index) => index >= at) ?? at;
      if (at !== next) {
        const end = this.#takePositionals(at);
        if (end > at) {
          at = end;
          continue;
        }
      }
      if (!this.#spotted.has(at)) {
        this.#extras.push(...this.#words.slice(at, next));
        at = next;
      }
      at = this.#takeOption(at);
    }
    const end = this.#takePositionals(at);
    this.#extras.push(...this.#words.slice(end));
    this.#requireAll();
    return { given: this.#given, extras: this.#extras };
  }

  #classify(): string {
    let isPlain = false;
    return this.#words
      .map((word, index) => {
        if (isPlain) return 'A';
        if (word === '--') {
          isPlain = true;
          return '-';
        }
        const spotted = this.#spot(word);
        if (spotted) this.#spotted.set(index, spotted);
        return spotted ? 'O' : 'A';
      })
      .join('');
  }

  #spot(word: string): Spotted | null {
    if (!word.startsWith('-') || word === '-') return null;
    const exact = this.#withFlag(word);
    if (exact) return { option: exact, flag: word, value: null };
    const [name = '', ...after] = word.split('=');
    const value = after.length > 0 ? after.join('=') : null;
    const named = value === null ? undefined : this.#withFlag(name);
    if (named) return { option: named, flag: name, value };
    const candidates = this.#abbreviated(word, name, value);
    if (candidates.length > 1) {
      const matches = candidates.map(({ flag }) => flag).join(', ');
      throw new Problem(`ambiguous option: ${word} could match ${matches}`);
    }
    if (candidates[0]) return candidates[0];
    if (/^-\d+$|^-\d*\.\d+$/.test(word) || word.includes(' ')) return null;
    return { option: null, flag: word, value: null };
  }

  #withFlag(flag: string): Named | undefined {
    return this.#arguments.find(({ flags }) => flags.includes(flag));
  }

  #abbreviated(word: string, name: string, value: string | null): readonly Spotted[] {
    const all = this.#arguments.flatMap((option) => option.flags.map((flag) => ({ option, flag })));
    if (word.startsWith('--')) {
      const begun = all.filter(({ flag }) => flag.startsWith(name));
      const shown = begun.filter(({ option }) => option.help !== null);
      return (shown.length > 0 ? shown : begun).map((one) => ({ ...one, value }));
    }
    const short = all.filter(({ flag }) => flag === word.slice(0, 2));
    return short.map((one) => ({ ...one, value: word.slice(2) }));
  }

  #takeOption(at: number): number {
    const { option, flag, value } = this.#spotted.get(at) as Spotted;
    if (!option) {
      this.#extras.push(this.#words[at] ?? '');
      return at + 1;
    }
    if (value !== null) {
      if (option.count !== 0) return this.#take(option, [value], at + 1);
      const isShort = !flag.startsWith('--');
      const following = isShort ? this.#withFlag(`-${value.charAt(0)}`) : undefined;
      if (!following) {
        throw new Problem(`argument ${argumentName(option)}: ignored explicit argument '${value}'`);
      }
      this.#take(option, [], at);
      const rest = value.slice(1);
      this.#spotted.set(at, { option: following, flag: `-${value.charAt(0)}`, value: rest === '' ? null : rest });
      return this.#takeOption(at);
    }
    // What an option takes ends at `--`.
    const pattern = PATTERNS[option.count].replaceAll('-*', '').replaceAll('-', '');
    const matched = new RegExp(`^${pattern}`).exec(this.#kinds.slice(at + 1));
    if (!matched) throw new Problem(`argument ${argumentName(option)}: ${EXPECTED[option.count]}`);
    const end = at + 1 + matched[0].length;
    return this.#take(option, this.#words.slice(at + 1, end), end);
  }

  #takePositionals(at: number): number {
    const kinds = this.#kinds.slice(at);
    for (let count = this.#waiting.length; count > 0; count--) {
      const matching = this.#waiting.slice(0, count);
      const pattern = matching.map((one) => PATTERNS[one.name === this.#rest ? 'rest' : one.count]).join('');
      const matched = new RegExp(`^${pattern}`).exec(kinds);
      if (!matched) continue;
      this.#waiting = this.#waiting.slice(count);
      let index = at;
      matching.forEach((one, position) => {
        const end = index + (matched[position + 1] ?? '').length;
        const taken = this.#words.slice(index, end);
        const words = one.name === this.#rest ? taken : withoutDashes(taken);
        if (words.length > 0 || one.required) this.#take(one, words, end);
        index = end;
      });
      return index;
    }
    return at;
  }

  #take(argument: Named, words: readonly string[], next: number): number {
    for (const word of words) this.#judge(argument, word);
    if (argument.group !== null) {
      const rival = this.#arguments.find(
        ({ name, group }) => name !== argument.name && group === argument.group && this.#given.has(name)
      );
      if (rival) {
        throw new Problem(`argument ${argumentName(argument)}: not allowed with argument ${argumentName(rival)}`);
      }
    }
    this.#given.set(argument.name, [...(this.#given.get(argument.name) ?? []), words]);
    return next;
  }

  #judge(argument: Named, word: string): void {
    if (argument.name === this.#rest) return;
    const wrong = argument.check(word);
    if (wrong !== null) throw new Problem(`argument ${argumentName(argument)}: ${wrong}`);
    if (argument.choices === null || argument.choices.includes(word)) return;
    const choices = argument.choices.map((choice) => `'${choice}'`).join(', ');
    const what = `invalid choice: ${this.#errors.quote(word)} (choose from ${choices})`;
    throw new Problem(`argument ${argumentName(argument)}: ${what}`);
  }

  #requireAll(): void {
    const missing = this.#arguments.filter(({ name, required }) => required && !this.#given.has(name));
    if (missing.length > 0) throw new Problem(this.#errors.missing(missing.map(argumentName)));
  }
}

/** The dashes that end the options are no argument. */
function withoutDashes(words: readonly string[]): readonly string[] {
  const dashes = words.indexOf('--');
  return dashes === -1 ? words : words.toSpliced(dashes, 1);
}

/**
 * The words as arguments, or what is wrong with them. `rest` names a positional argument that takes all that follows,
 * options too: the sub-command with its arguments.
 */
export function parseArguments(
  declared: readonly Named[],
  words: readonly string[],
  errors: ArgumentErrors,
  rest: string | null = null
): Result<Parsed, string> {
  return attempt(() => new Parser(declared, rest, words, errors).parse());
}
