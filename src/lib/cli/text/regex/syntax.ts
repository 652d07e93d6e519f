/**
 * Regular expressions of grep, basic and extended, read into a tree.
 *
 * Upstream: GNU grep 3 (the messages are those of lib/dfa.c and regcomp), POSIX for the syntax.
 * Simplified: no back-references, no equivalence classes or collating symbols of more than one letter.
 */
import { ok, refuse, type Result } from '../../../engine/kernel/result.ts';
import { attempt, Problem } from '../problem.ts';

/** Which letters match. */
export interface CharacterSet {
  readonly isNegated: boolean;
  /** From one code point to another, both included. */
  readonly ranges: readonly (readonly [number, number])[];
}

/** A place in the line. */
export type Place = 'begin' | 'end' | 'word-begin' | 'word-end' | 'word-edge' | 'not-word-edge';

export type Node =
  | { readonly type: 'set'; readonly set: CharacterSet }
  | { readonly type: 'place'; readonly place: Place }
  | { readonly type: 'sequence'; readonly parts: readonly Node[] }
  | { readonly type: 'choice'; readonly parts: readonly Node[] }
  | { readonly type: 'repeat'; readonly part: Node; readonly least: number; readonly most: number };

export type Dialect = 'basic' | 'extended' | 'fixed';

/** The longest pattern that is read, in letters. */
const LONGEST = 1000;

/** The most that an interval may ask for (RE_DUP_MAX). */
const MOST_REPEATS = 32767;

/** What an operator repeats that stands where nothing does. */
const NOTHING: Node = { type: 'sequence', parts: [] };

const ANY: CharacterSet = { isNegated: true, ranges: [] };

function range(from: string, to: string): readonly [number, number] {
  return [from.codePointAt(0) ?? 0, to.codePointAt(0) ?? 0];
}

const WORD = [range('a', 'z'), range('A', 'Z'), range('0', '9'), range('_', '_')];
const SPACE = [range('\t', '\r'), range(' ', ' ')];

const CLASSES: Readonly<Record<string, CharacterSet['ranges']>> = {
  alpha: WORD.slice(0, 2),
  digit: [range('0', '9')],
  alnum: WORD.slice(0, 3),
  upper: [range('A', 'Z')],
  lower: [range('a', 'z')],
  space: SPACE,
  blank: [range(' ', ' '), range('\t', '\t')],
  punct: [range('!', '/'), range(':', '@'), range('[', '`'), range('{', '~')],
  print: [range(' ', '~')],
  graph: [range('!', '~')],
  cntrl: [range('\0', '\x1f'), range('\x7f', '\x7f')],
  xdigit: [range('0', '9'), range('a', 'f'), range('A', 'F')]
};

const ESCAPED: Readonly<Record<string, Node>> = {
  w: { type: 'set', set: { isNegated: false, ranges: WORD } },
  W: { type: 'set', set: { isNegated: true, ranges: WORD } },
  s: { type: 'set', set: { isNegated: false, ranges: SPACE } },
  S: { type: 'set', set: { isNegated: true, ranges: SPACE } },
  '<': { type: 'place', place: 'word-begin' },
  '>': { type: 'place', place: 'word-end' },
  b: { type: 'place', place: 'word-edge' },
  B: { type: 'place', place: 'not-word-edge' },
  '`': { type: 'place', place: 'begin' },
  "'": { type: 'place', place: 'end' }
};

function literal(letter: string): Node {
  return { type: 'set', set: { isNegated: false, ranges: [range(letter, letter)] } };
}

class Reader {
  readonly #letters: readonly string[];
  readonly #isExtended: boolean;
  #at = 0;
  #depth = 0;

  constructor(pattern: string, isExtended: boolean) {
    this.#letters = Array.from(pattern);
    this.#isExtended = isExtended;
  }

  read(): Node {
    const node = this.#choice();
    if (this.#at < this.#letters.length) throw new Problem('Unmatched ) or \\)');
    return node;
  }

  #rest(): string {
    return this.#letters.slice(this.#at).join('');
  }

  #letter(ahead = 0): string {
    return this.#letters[this.#at + ahead] ?? '';
  }

  /** Whether an operator stands here, which a basic expression writes with a backslash. */
  #sees(operator: string): boolean {
    return this.#isExtended ? this.#letter() === operator : this.#letter() === '\\' && this.#letter(1) === operator;
  }

  #eat(operator: string): boolean {
    if (!this.#sees(operator)) return false;
    this.#at += this.#isExtended ? 1 : 2;
    return true;
  }

  #choice(): Node {
    const parts = [this.#sequence()];
    while (this.#eat('|')) parts.push(this.#sequence());
    return parts.length === 1 && parts[0] ? parts[0] : { type: 'choice', parts };
  }

  #endsHere(): boolean {
    return this.#at >= this.#letters.length || this.#sees('|') || (this.#sees(')') && this.#closes());
  }

  /** A closing parenthesis with nothing to close: itself in an extended expression, an error in a basic one. */
  #closes(): boolean {
    if (this.#depth > 0) return true;
    if (this.#isExtended) return false;
    throw new Problem('Unmatched ) or \\)');
  }

  #sequence(): Node {
    const parts: Node[] = [];
    while (!this.#endsHere()) parts.push(this.#repeated(this.#atom(parts.length === 0)));
    return { type: 'sequence', parts };
  }

  #atom(isFirst: boolean): Node {
    const letter = this.#letter();
    if (this.#eat('(')) return this.#group();
    if (letter === '[') return this.#bracket();
    if (letter === '^' && (this.#isExtended || isFirst)) return this.#place('begin');
    if (letter === '$' && (this.#isExtended || this.#isLast())) return this.#place('end');
    if (letter === '\\') return this.#escaped();
    if (this.#isExtended && /^(?:[*+?]|\{(?:\d+,?|,)\d*\})/.test(this.#rest())) return NOTHING;
    this.#at++;
    return letter === '.' ? { type: 'set', set: ANY } : literal(letter);
  }

  /** Whether a basic expression, or a group of it, ends after this letter. */
  #isLast(): boolean {
    const after = this.#letter(1);
    return after === '' || (after === '\\' && (this.#letter(2) === ')' || this.#letter(2) === '|'));
  }

  #place(place: Place): Node {
    this.#at++;
    return { type: 'place', place };
  }

  #group(): Node {
    this.#depth++;
    const inner = this.#choice();
    if (!this.#eat(')')) throw new Problem('Unmatched ( or \\(');
    this.#depth--;
    return inner;
  }

  #escaped(): Node {
    const letter = this.#letter(1);
    if (letter === '') throw new Problem('Trailing backslash');
    if (/[1-9]/.test(letter)) {
      throw new Problem('back-references are not known in this lab; write the pattern without \\' + letter);
    }
    this.#at += 2;
    return ESCAPED[letter] ?? literal(letter);
  }

  #repeated(part: Node): Node {
    let node = part;
    for (;;) {
      if (this.#letter() === '*') {
        this.#at++;
        node = { type: 'repeat', part: node, least: 0, most: Infinity };
      } else if (this.#eat('+')) {
        node = { type: 'repeat', part: node, least: 1, most: Infinity };
      } else if (this.#eat('?')) {
        node = { type: 'repeat', part: node, least: 0, most: 1 };
      } else {
        const interval = this.#sees('{') ? this.#interval() : null;
        if (!interval) return node;
        node = { type: 'repeat', part: node, ...interval };
      }
    }
  }

  /** `{2,5}`; null where an extended expression means the brace itself. */
  #interval(): { readonly least: number; readonly most: number } | null {
    const text = this.#letters.slice(this.#at + (this.#isExtended ? 1 : 2)).join('');
    const closed = this.#isExtended ? /^(\d*)(,?)(\d*)\}/ : /^(\d*)(,?)(\d*)\\\}/;
    const [whole, from = '', comma = '', to = ''] = closed.exec(text) ?? [];
    if (whole === undefined || (from === '' && comma === '')) {
      if (this.#isExtended) return null;
      throw new Problem(text.includes('\\}') ? 'Invalid content of \\{\\}' : 'Unmatched \\{');
    }
    const least = Number(from);
    const most = comma === '' ? least : to === '' ? Infinity : Number(to);
    if (least > most) throw new Problem('Invalid content of \\{\\}');
    if (least > MOST_REPEATS || (most !== Infinity && most > MOST_REPEATS)) {
      throw new Problem('Regular expression too big');
    }
    this.#at += (this.#isExtended ? 1 : 2) + Array.from(whole).length;
    return { least, most };
  }

  #bracket(): Node {
    const begin = this.#at;
    this.#at++;
    const isNegated = this.#letter() === '^';
    if (isNegated) this.#at++;
    const ranges: (readonly [number, number])[] = [];
    for (let isFirst = true; this.#letter() !== ']' || isFirst; isFirst = false) {
      if (this.#letter() === '') throw new Problem('Unmatched [, [^, [:, [., or [=');
      ranges.push(...this.#element());
    }
    this.#at++;
    const text = this.#letters.slice(begin, this.#at).join('');
    if (/^\[:[a-z]+:\]$/.test(text)) {
      throw new Problem('character class syntax is [[:space:]], not [:space:]');
    }
    return { type: 'set', set: { isNegated, ranges } };
  }

  #element(): CharacterSet['ranges'] {
    const named = /^\[([:.=])(.*?)\1\]/.exec(this.#rest());
    if (named?.[1] === ':') {
      const found = CLASSES[named[2] ?? ''];
      if (!found) throw new Problem('Invalid character class name');
      this.#at += named[0].length;
      return found;
    }
    const from = this.#end();
    if (this.#letter() !== '-' || this.#letter(1) === ']' || this.#letter(1) === '') return [range(from, from)];
    this.#at++;
    const to = this.#end();
    if (from > to) throw new Problem('Invalid range end');
    return [range(from, to)];
  }

  /** One end of a range: a letter, or one written `[.x.]` or `[=x=]`. */
  #end(): string {
    const written = /^\[([.=])(.)\1\]/u.exec(this.#rest());
    this.#at += written ? Array.from(written[0]).length : 1;
    return written?.[2] ?? this.#letters[this.#at - 1] ?? '';
  }
}

/** The pattern as a tree, or what is wrong with it, as grep says it. */
export function readPattern(pattern: string, dialect: Dialect): Result<Node, string> {
  if (dialect === 'fixed') return ok({ type: 'sequence', parts: Array.from(pattern).map(literal) });
  if (Array.from(pattern).length > LONGEST) return refuse('Regular expression too big');
  return attempt(() => new Reader(pattern, dialect === 'extended').read());
}
