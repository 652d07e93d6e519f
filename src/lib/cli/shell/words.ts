/**
 * A line cut into words and operators, quotes kept apart from what they hold.
 *
 * Upstream: bash(1), QUOTING and SHELL GRAMMAR. Simplified: no command substitution, no arithmetic, no brace expansion,
 * no here-documents; each is refused by its name.
 */
import type { Result } from '../../engine/kernel/result.ts';
import { attempt, Problem } from '../text/problem.ts';

/** A piece of a word: as it is, or a variable to put in. Only what is not quoted is split and matched with files. */
export type Piece =
  | { readonly type: 'text'; readonly text: string; readonly isQuoted: boolean }
  | { readonly type: 'variable'; readonly name: string; readonly isQuoted: boolean };

/** A word, or an operator between words. */
export type Token =
  | { readonly type: 'word'; readonly pieces: readonly Piece[]; readonly isOpen: boolean }
  | { readonly type: 'operator'; readonly text: string };

/** Longest first, so that `||` is not two pipes. */
const OPERATORS = [
  '&>>',
  '<<<',
  '<<',
  '>>',
  '>&',
  '<&',
  '&>',
  '&&',
  '||',
  '|&',
  ';;',
  '|',
  ';',
  '&',
  '(',
  ')',
  '<',
  '>',
  '\n'
];

/** Operators that name a file, which may have the number of a stream before them. */
const REDIRECTION = /^\d?(?:>>|>&|>)|^\d?(?:<<<|<<|<&|<)|^&>>|^&>/;

const NO_SUBSTITUTION =
  'the lab does not put the output of a command into another; run it by itself and paste what it prints';

class Cutter {
  readonly #line: string;
  #at = 0;
  #pieces: Piece[] | null = null;
  /** Whether nothing quoted is in the word so far. */
  #isOpen = true;

  constructor(line: string) {
    this.#line = line.replaceAll('\\\n', '');
  }

  cut(): readonly Token[] {
    const tokens: Token[] = [];
    const end = () => {
      if (this.#pieces) tokens.push({ type: 'word', pieces: this.#pieces, isOpen: this.#isOpen });
      this.#pieces = null;
      this.#isOpen = true;
    };
    while (this.#at < this.#line.length) {
      const rest = this.#line.slice(this.#at);
      const operator =
        (this.#pieces ? null : REDIRECTION.exec(rest)?.[0]) ?? OPERATORS.find((one) => rest.startsWith(one));
      if (operator !== undefined) {
        end();
        tokens.push({ type: 'operator', text: operator });
        this.#at += operator.length;
      } else if (/^[ \t\r]/.test(rest)) {
        end();
        this.#at++;
      } else if (rest.startsWith('#') && !this.#pieces) {
        this.#at += rest.search(/\n|$/);
      } else {
        this.#piece();
      }
    }
    end();
    return tokens;
  }

  #add(text: string, isQuoted: boolean): void {
    this.#pieces ??= [];
    if (isQuoted) this.#isOpen = false;
    this.#pieces.push({ type: 'text', text, isQuoted });
  }

  #piece(): void {
    const letter = this.#line.charAt(this.#at);
    if (letter === "'") {
      this.#add(this.#until("'"), true);
    } else if (letter === '"') {
      this.#doubleQuoted();
    } else if (letter === '\\') {
      this.#add(this.#line.charAt(this.#at + 1), true);
      this.#at += 2;
    } else if (letter === '$' || letter === '`') {
      this.#dollar(false);
    } else {
      this.#add(letter, false);
      this.#at++;
    }
  }

  #until(quote: string): string {
    const end = this.#line.indexOf(quote, this.#at + 1);
    if (end === -1) throw new Problem(`unexpected EOF while looking for matching \`${quote}'`);
    const text = this.#line.slice(this.#at + 1, end);
    this.#at = end + 1;
    return text;
  }

  #doubleQuoted(): void {
    const begin = this.#at;
    this.#at++;
    this.#add('', true);
    for (;;) {
      const letter = this.#line.charAt(this.#at);
      if (letter === '') {
        this.#at = begin;
        throw new Problem('unexpected EOF while looking for matching `"\'');
      }
      if (letter === '"') {
        this.#at++;
        return;
      }
      const escaped = this.#line.charAt(this.#at + 1);
      if (letter === '\\' && /[$`"\\]/.test(escaped)) {
        this.#add(escaped, true);
        this.#at += 2;
      } else if (letter === '$' || letter === '`') {
        this.#dollar(true);
      } else {
        this.#add(letter, true);
        this.#at++;
      }
    }
  }

  #dollar(isQuoted: boolean): void {
    const rest = this.#line.slice(this.#at);
    if (rest.startsWith('`') || rest.startsWith('$(')) throw new Problem(NO_SUBSTITUTION);
    const named = /^\$(?:([A-Za-z_]\w*|[?$#!0-9@*-])|\{([A-Za-z_]\w*|[?])\})/.exec(rest);
    if (!named) {
      if (rest.startsWith('${')) throw new Problem(`${rest.split(' ')[0] ?? ''}: bad substitution`);
      this.#add('$', isQuoted);
      this.#at++;
      return;
    }
    this.#pieces ??= [];
    if (isQuoted) this.#isOpen = false;
    this.#pieces.push({ type: 'variable', name: named[1] ?? named[2] ?? '', isQuoted });
    this.#at += named[0].length;
  }
}

/** The words and operators of a line, or what is wrong with its quoting. */
export function cutLine(line: string): Result<readonly Token[], string> {
  return attempt(() => new Cutter(line).cut());
}

/** A word as it was written, without its quotes. */
export function plainText(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (piece.type === 'text' ? piece.text : `$${piece.name}`)).join('');
}
