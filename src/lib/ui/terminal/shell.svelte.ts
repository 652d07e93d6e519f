/**
 * The terminal as the page holds it: the line that is being typed, and what it does with the playground's session.
 *
 * What was printed and what was entered belong to the playground, which adds the commands of its buttons to them.
 */
import { complete, enter, openTerminal, promptOf, withSession, type Terminal } from '../../cli/cli.ts';
import { cloudOf, runToEnd } from '../../session/session.ts';
import type { Playground } from '../playground.svelte.ts';
import { Remembered } from '../remembered.svelte.ts';
import { atNewLine, recall, searchBack } from './recall.ts';

/** What several words that fit have in common at their beginning. */
function commonBeginning(words: readonly string[]): string {
  const [first = ''] = words;
  let length = first.length;
  while (!words.every((word) => word.startsWith(first.slice(0, length)))) length--;
  return first.slice(0, length);
}

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';

export class Shell {
  /** What is searched for; null when nothing is. */
  query: string | null = $state(null);
  /** Words that would fit, where there is more than one. */
  candidates: readonly string[] = $state.raw([]);
  /** Whether work goes to its end by itself after each command. */
  readonly finishes = new Remembered('terminal-finishes', isBoolean, false);

  readonly #playground: Playground;
  #terminal: Terminal;
  #recall = atNewLine([]);
  #foundAt = -1;

  readonly prompt = $derived.by(() => promptOf(this.#current()));
  readonly isBusy = $derived.by(() => cloudOf(this.#playground.session).work.length > 0);
  readonly hasFound = $derived.by(() => this.query === null || this.query === '' || this.line !== '');

  constructor(playground: Playground) {
    this.#playground = playground;
    this.#terminal = openTerminal(playground.session);
  }

  /** The line that is being typed; while searching, the line that was found. */
  get line(): string {
    return this.#playground.line;
  }

  set line(line: string) {
    this.#playground.line = line;
  }

  /** Enters what is typed. */
  enter(): void {
    const { line } = this;
    this.line = '';
    this.endSearch();
    this.#run(line);
  }

  /** Enters several lines one after the other; the last stays to be edited, as it has no line end. */
  paste(text: string): void {
    const lines = text.split(/\r\n|\r|\n/);
    const last = lines.pop() ?? '';
    for (const line of lines) this.#run(this.#withoutPrompt(line));
    this.line = this.#withoutPrompt(last);
  }

  older(): void {
    this.#look(-1);
  }

  newer(): void {
    this.#look(1);
  }

  /** Completes the word before the cursor and says where the cursor goes; null where nothing fits. */
  complete(cursor: number): number | null {
    const { from, words } = complete(this.#current(), this.line.slice(0, cursor));
    const [only, ...others] = words;
    this.candidates = others.length > 0 ? words : [];
    if (only === undefined) return null;
    const word = others.length > 0 ? commonBeginning(words) : `${only} `;
    const rest = this.line.slice(cursor);
    this.line = this.line.slice(0, from) + word + (word.endsWith(' ') ? rest.trimStart() : rest);
    return from + word.length;
  }

  /** Begins to search, or goes on to an older line that has the same. */
  searchBack(): void {
    if (this.query === null) {
      this.query = '';
      this.line = '';
      this.#foundAt = this.#playground.entered.length;
    } else this.#search(this.query, this.#foundAt);
  }

  searchFor(query: string): void {
    this.query = query;
    this.#search(query, this.#playground.entered.length);
  }

  /** Leaves the search; the line that was found stays. */
  endSearch(): void {
    this.query = null;
    this.candidates = [];
  }

  /** Leaves the line and begins a new one, as Ctrl-C does. */
  cancel(): void {
    this.endSearch();
    this.line = '';
    this.#recall = atNewLine(this.#playground.entered);
  }

  #current(): Terminal {
    return withSession({ ...this.#terminal, history: this.#playground.entered }, this.#playground.session);
  }

  #withoutPrompt(line: string): string {
    return line.startsWith(this.prompt) ? line.slice(this.prompt.length) : line;
  }

  #run(line: string): void {
    const { terminal, lines, clears } = enter(this.#current(), line);
    this.#terminal = terminal;
    const session = this.finishes.value ? runToEnd(terminal.session) : terminal.session;
    this.#playground.follow(session, terminal.history, { line, lines, byButton: false }, clears ?? false);
    this.#recall = atNewLine(terminal.history);
    this.candidates = [];
  }

  #look(direction: -1 | 1): void {
    const found = recall(this.#playground.entered, this.#recall, direction, this.line);
    this.#recall = found.recall;
    this.line = found.line;
  }

  #search(query: string, before: number): void {
    const found = searchBack(this.#playground.entered, query, before);
    if (found !== -1) this.#foundAt = found;
    this.line = found === -1 ? '' : (this.#playground.entered[found] ?? '');
  }
}
