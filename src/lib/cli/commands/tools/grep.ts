/**
 * `grep`, `egrep` and `fgrep`.
 *
 * Upstream: GNU grep 3 (its manual; grep.c for messages and exit statuses: 0 found, 1 not found, 2 trouble).
 * Simplified: no recursion into directories, no Perl patterns, no colour.
 */
import { stderr, stdout, type Call, type Command, type Outcome } from '../../command.ts';
import { readInputs, type Input } from '../../text/input.ts';
import type { ToolOptions } from '../../text/options.ts';
import { compilePattern, Effort, findMatch, hasMatch, type Condition, type Pattern } from '../../text/regex/regex.ts';
import type { Dialect } from '../../text/regex/syntax.ts';
import { toolCommand } from './tool.ts';

const OPTIONS = [
  { letter: 'E', name: 'extended-regexp' },
  { letter: 'F', name: 'fixed-strings' },
  { letter: 'G', name: 'basic-regexp' },
  { letter: 'e', name: 'regexp', takesValue: true },
  { letter: 'i', name: 'ignore-case' },
  { letter: 'y' },
  { letter: 'v', name: 'invert-match' },
  { letter: 'w', name: 'word-regexp' },
  { letter: 'x', name: 'line-regexp' },
  { letter: 'c', name: 'count' },
  { letter: 'o', name: 'only-matching' },
  { letter: 'n', name: 'line-number' },
  { letter: 'q', name: 'quiet' },
  { letter: 's', name: 'no-messages' },
  { letter: 'h', name: 'no-filename' },
  { letter: 'H', name: 'with-filename' },
  { letter: 'l', name: 'files-with-matches' },
  { letter: 'L', name: 'files-without-match' },
  { letter: 'm', name: 'max-count', takesValue: true },
  { letter: 'A', name: 'after-context', takesValue: true },
  { letter: 'B', name: 'before-context', takesValue: true },
  { letter: 'C', name: 'context', takesValue: true },
  { letter: 'a', name: 'text' }
] as const;

const TROUBLE = 2;
const USAGE = '[OPTION]... PATTERNS [FILE]...';
const TRY = "Try 'grep --help' for more information.";

function isWord(letter: string | undefined): boolean {
  return letter !== undefined && /^\w$/.test(letter);
}

const wholeWord: Condition = (letters, { from, to }) => !isWord(letters[from - 1]) && !isWord(letters[to]);

/** What is searched for, and how the lines are shown. */
interface Search {
  readonly patterns: readonly Pattern[];
  readonly condition: Condition;
  readonly effort: Effort;
  readonly has: (letter: string) => boolean;
  readonly before: number;
  readonly after: number;
  readonly most: number;
  readonly showsNames: boolean;
}

function isSelected({ patterns, condition, effort, has }: Search, line: string): boolean {
  const letters = Array.from(line);
  const isFound = has('w')
    ? findMatch(patterns, letters, effort, 0, condition) !== null
    : hasMatch(patterns, letters, effort);
  return isFound !== has('v');
}

/** The matches themselves, the empty ones left out. */
function matchesIn({ patterns, condition, effort }: Search, line: string): readonly string[] {
  const letters = Array.from(line);
  const found: string[] = [];
  for (let from = 0; from <= letters.length;) {
    const match = findMatch(patterns, letters, effort, from, condition);
    if (!match) break;
    if (match.to > match.from) found.push(letters.slice(match.from, match.to).join(''));
    from = Math.max(match.to, match.from + 1);
  }
  return found;
}

function prefix({ has, showsNames }: Search, { name }: Input, index: number, mark: string): string {
  const file = showsNames ? `${name ?? '(standard input)'}${mark}` : '';
  return file + (has('n') ? `${index + 1}${mark}` : '');
}

/** A line as it is shown, or the matches in it, each on a line of its own. */
function showLine(search: Search, text: Input, index: number, mark: string): readonly string[] {
  const line = text.lines[index] ?? '';
  const before = prefix(search, text, index, mark);
  return search.has('o') ? matchesIn(search, line).map((match) => before + match) : [before + line];
}

/** The lines with those around them, `--` between groups that do not touch. */
function withContext(search: Search, text: Input, selected: readonly number[]): readonly string[] {
  const { before, after } = search;
  const chosen = new Set(selected);
  const shown: string[] = [];
  let last = -1;
  for (const index of text.lines.keys()) {
    const isNear = selected.some((one) => index >= one - before && index <= one + after);
    if (!isNear) continue;
    if (last !== -1 && index > last + 1 && before + after > 0) shown.push('--');
    shown.push(...showLine(search, text, index, chosen.has(index) ? ':' : '-'));
    last = index;
  }
  return shown;
}

interface Searched {
  readonly shown: readonly string[];
  readonly isFound: boolean;
}

function searchText(search: Search, text: Input): Searched {
  const { has, most } = search;
  const selected: number[] = [];
  for (const [index, line] of text.lines.entries()) {
    if (selected.length >= most) break;
    if (isSelected(search, line)) selected.push(index);
  }
  const isFound = selected.length > 0;
  const name = text.name ?? '(standard input)';
  if (has('q')) return { shown: [], isFound };
  if (has('l')) return { shown: isFound ? [name] : [], isFound };
  if (has('L')) return { shown: isFound ? [] : [name], isFound: !isFound };
  if (has('c')) return { shown: [`${search.showsNames ? `${name}:` : ''}${selected.length}`], isFound };
  return { shown: withContext(search, text, selected), isFound };
}

function trouble({ terminal }: Call, ...texts: readonly string[]): Outcome {
  return { terminal, lines: stderr(...texts), exit: TROUBLE };
}

/** Which of -E, -F and -G came last. */
function dialectOf(words: readonly string[], otherwise: Dialect): Dialect {
  const last = words
    .flatMap((word) => (/^-[A-Za-z]+$/.test(word) ? Array.from(word.slice(1)) : [word]))
    .filter((one) => /^(?:[EFG]|--(?:extended-regexp|fixed-strings|basic-regexp))$/.test(one))
    .at(-1);
  if (last === undefined) return otherwise;
  return /^(?:E|--e)/.test(last) ? 'extended' : /^(?:F|--f)/.test(last) ? 'fixed' : 'basic';
}

function runGrep(call: Call, options: ToolOptions, dialect: Dialect): Outcome {
  const { given, operands } = options;
  const [first, ...rest] = operands;
  const texts = given.get('e') ?? (first === undefined ? null : [first]);
  if (texts === null) return trouble(call, `Usage: grep ${USAGE}`, TRY);
  const has = (letter: string) => given.has(letter);
  const numbers = ['A', 'B', 'C', 'm'].map((letter) => given.get(letter)?.at(-1) ?? null);
  for (const [index, value] of numbers.entries()) {
    if (value === null || /^\d+$/.test(value)) continue;
    return trouble(call, index === 3 ? 'grep: invalid max count' : `grep: ${value}: invalid context length argument`);
  }
  const [after, before, around, most] = numbers.map((value) => (value === null ? null : Number(value)));
  const patterns: Pattern[] = [];
  for (const text of texts.flatMap((one) => one.split('\n'))) {
    const manner = { ignoresCase: has('i') || has('y'), isWhole: has('x') };
    const compiled = compilePattern(text, dialectOf(call.words, dialect), manner);
    if (!compiled.ok) return trouble(call, `grep: ${compiled.error}`);
    patterns.push(compiled.value);
  }
  const files = given.has('e') ? operands : rest;
  const { texts: inputs, problems } = readInputs(call, 'grep', files);
  const search: Search = {
    patterns,
    condition: has('w') ? wholeWord : () => true,
    effort: new Effort(),
    has,
    before: before ?? around ?? 0,
    after: after ?? around ?? 0,
    most: most ?? Infinity,
    showsNames: has('H') || (files.length > 1 && !has('h'))
  };
  const results = inputs.map((text) => searchText(search, text));
  if (search.effort.isSpent)
    return trouble(call, 'grep: the pattern takes too long on these lines; write a simpler one');
  const isFound = results.some((one) => one.isFound);
  const lines = [...stderr(...(has('s') ? [] : problems)), ...stdout(results.flatMap(({ shown }) => shown))];
  const exit = problems.length > 0 && !(isFound && has('q')) ? TROUBLE : isFound ? 0 : 1;
  return { terminal: call.terminal, lines, exit };
}

function grepNamed(name: string, summary: string, dialect: Dialect): Command {
  const tool = {
    name,
    summary,
    usage: USAGE,
    options: OPTIONS,
    modernize: (words: readonly string[]) => words.map((word) => (/^-\d+$/.test(word) ? `-C${word.slice(1)}` : word)),
    run: (call: Call, options: ToolOptions) => runGrep(call, options, dialect)
  };
  return toolCommand(tool, TROUBLE);
}

export const grep = grepNamed('grep', 'the lines that match a pattern', 'basic');
export const egrep = grepNamed('egrep', 'grep -E: the lines that match an extended pattern', 'extended');
export const fgrep = grepNamed('fgrep', 'grep -F: the lines that hold a text', 'fixed');
