/**
 * The light view's state: which folds are open, which line is the current one, and what is explained.
 */
import { SvelteSet } from 'svelte/reactivity';
import { xmlText } from '../text/en/xml.ts';
import { explainAttribute, explainedAttributes, explainElement } from './explain.ts';
import { foldLines, rowsOf, type Row } from './folding.ts';
import type { MarkedLine } from './line-diff.ts';

/** A row, and an attribute of its line if it is about one. */
interface Spot {
  readonly at: number;
  readonly attribute: string | null;
}

/** What is explained, and how. */
interface Explanation {
  readonly subject: string;
  readonly text: string;
}

const NOWHERE: Spot = { at: -1, attribute: null };

/** The rows of a definition, and a place in them. */
export class LightView {
  readonly #lines: () => readonly MarkedLine[];
  #chosen: { readonly spot: Spot; readonly of: readonly MarkedLine[] | null } = $state.raw({ spot: NOWHERE, of: null });
  readonly #opened = new SvelteSet<string>();

  constructor(lines: () => readonly MarkedLine[]) {
    this.#lines = lines;
  }

  readonly rows: readonly Row[] = $derived.by(() => rowsOf(foldLines(this.#lines()), this.#opened));
  /** The current line: chosen, not merely pointed at. Another text begins without one. */
  readonly current: Spot = $derived.by(() => (this.#chosen.of === this.#lines() ? this.#chosen.spot : NOWHERE));
  /** What the pointer is over. */
  pointed: Spot | null = $state.raw(null);
  /** What a screen reader is told: only what somebody chose. */
  announced = $state('');

  readonly explanation: Explanation | null = $derived.by(() => this.#explain(this.pointed ?? this.current));

  /** Makes a row the current one, and says what it means. */
  choose(at: number, attribute: string | null = null): void {
    const spot = { at: Math.max(0, Math.min(at, this.rows.length - 1)), attribute };
    this.#chosen = { spot, of: this.#lines() };
    this.pointed = null;
    this.announced = this.explanation?.text ?? '';
  }

  /** Opens or closes the fold in a row; a line is left as it is. */
  toggle(at: number): void {
    const row = this.rows[at];
    if (row?.kind !== 'fold') return;
    if (row.open) this.#opened.delete(row.key);
    else this.#opened.add(row.key);
  }

  /** Takes a key; false when it is none of the view's. */
  press(key: string): boolean {
    const { at } = this.current;
    const row = this.rows[at];
    if (key === 'ArrowDown') this.choose(at < 0 ? this.#begin() : at + 1);
    else if (key === 'ArrowUp') this.choose(at < 0 ? this.#begin() : at - 1);
    else if (key === 'Home') this.choose(0);
    else if (key === 'End') this.choose(this.rows.length - 1);
    else if (row?.kind === 'fold') return this.#pressOnFold(key, row.open);
    else if (key === 'ArrowRight' || key === 'ArrowLeft') this.#throughAttributes(key === 'ArrowRight' ? 1 : -1);
    else return false;
    return true;
  }

  #pressOnFold(key: string, open: boolean): boolean {
    const toggles = key === 'Enter' || key === ' ' || (key === 'ArrowRight' && !open) || (key === 'ArrowLeft' && open);
    if (toggles) this.toggle(this.current.at);
    return toggles;
  }

  /** Where the keys begin: at the first line that the step changed. */
  #begin(): number {
    return Math.max(
      0,
      this.rows.findIndex((row) => row.kind === 'line' && row.line.mark !== 'same')
    );
  }

  /** From the element to its first attribute and on, and back. */
  #throughAttributes(direction: 1 | -1): void {
    const { at, attribute } = this.current;
    const row = this.rows[at];
    if (row?.kind !== 'line') return;
    const stops = [null, ...explainedAttributes(row.line.line)];
    const stop = stops[Math.max(0, stops.indexOf(attribute) + direction)];
    if (stop !== undefined) this.choose(at, stop);
  }

  #explain({ at, attribute }: Spot): Explanation | null {
    const row = this.rows[at];
    if (row === undefined) return null;
    if (row.kind === 'fold') return { subject: '⋯', text: xmlText.foldHint };
    const { line } = row.line;
    const text = attribute === null ? null : explainAttribute(line, attribute);
    if (text !== null) return { subject: `<${line.name} ${attribute}>`, text };
    return { subject: `<${line.name}>`, text: explainElement(line) ?? '' };
  }
}
