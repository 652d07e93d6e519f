/**
 * Words as a command gets them: variables put in, what is not quoted split at spaces and matched with files.
 *
 * Upstream: bash(1), EXPANSION. Simplified: IFS is white space; `~` is known in paths only.
 */
import { allPaths } from '../files.ts';
import type { Terminal } from '../terminal.ts';
import type { Word } from './grammar.ts';

/** A part of a word being built: its text, and the same as a pattern for files. */
interface Built {
  text: string;
  pattern: string;
  hasPattern: boolean;
  /** Whether quotes make it a word even when it is empty. */
  isKept: boolean;
}

function valueOf({ environment, status }: Terminal, name: string): string {
  if (name === '?') return String(status);
  if (name === '$') return '4242';
  if (name === '#') return '0';
  return environment[name] ?? '';
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** `*`, `?` and `[...]` as a regular expression over one name of a path. */
function asPattern(letter: string): string {
  if (letter === '*') return '[^/]*';
  return letter === '?' ? '[^/]' : escape(letter);
}

function addLetters(built: Built, text: string, isQuoted: boolean): void {
  built.text += text;
  built.pattern += isQuoted ? escape(text) : Array.from(text).map(asPattern).join('');
  built.hasPattern ||= !isQuoted && /[*?]/.test(text);
  built.isKept ||= isQuoted;
}

/** A word with its variables in it, split where they brought spaces. */
function build(terminal: Terminal, word: Word): readonly Built[] {
  const empty = (): Built => ({ text: '', pattern: '', hasPattern: false, isKept: false });
  const all: Built[] = [empty()];
  const last = () => all.at(-1) ?? empty();
  for (const piece of word) {
    const text = piece.type === 'text' ? piece.text : valueOf(terminal, piece.name);
    if (piece.type === 'text' || piece.isQuoted) {
      addLetters(last(), text, piece.isQuoted);
      continue;
    }
    text.split(/(\s+)/).forEach((part) => {
      if (/^\s/.test(part)) all.push(empty());
      else addLetters(last(), part, false);
    });
  }
  return all.filter(({ text, isKept }) => text !== '' || isKept);
}

function matchFiles({ text, pattern, hasPattern }: Built): readonly string[] {
  if (!hasPattern || !text.startsWith('/')) return [text];
  const wanted = new RegExp(`^${pattern}$`);
  const found = allPaths.filter((path) => wanted.test(path));
  return found.length > 0 ? found : [text];
}

/** The words that a written word becomes: none, one or several. */
export function expandWord(terminal: Terminal, word: Word): readonly string[] {
  return build(terminal, word).flatMap(matchFiles);
}

const ASSIGNMENT = /^([A-Za-z_]\w*)=/;

/** The variable that a word sets, and its value; null for a word that sets none. */
export function assignmentOf(terminal: Terminal, word: Word): readonly [name: string, value: string] | null {
  const unquoted: string[] = [];
  for (const piece of word) {
    if (piece.type !== 'text' || piece.isQuoted) break;
    unquoted.push(piece.text);
  }
  const name = ASSIGNMENT.exec(unquoted.join(''))?.[1];
  if (name === undefined) return null;
  const whole = word.map((piece) => (piece.type === 'text' ? piece.text : valueOf(terminal, piece.name))).join('');
  return [name, whole.slice(name.length + 1)];
}
