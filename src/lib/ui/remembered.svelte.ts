import { keptKey } from './kept-key.ts';

/**
 * A choice of the reader's about the page that outlives the visit, such as the width of a pane.
 *
 * A store that is forbidden, full or damaged is no reason to trouble anybody: then the choice lives as long as the page.
 */
export class Remembered<Value> {
  #value: Value = $state.raw() as Value;
  readonly #name: string;

  /** `isValid` judges what an earlier visit, another version or somebody else has left in the store. */
  constructor(name: string, isValid: (value: unknown) => value is Value, fallback: Value) {
    this.#name = name;
    const stored = this.#read();
    this.#value = isValid(stored) ? stored : fallback;
  }

  get value(): Value {
    return this.#value;
  }

  set value(value: Value) {
    this.#value = value;
    try {
      localStorage.setItem(keptKey(this.#name), JSON.stringify(value));
    } catch {
      // It stays for this visit.
    }
  }

  #read(): unknown {
    try {
      return JSON.parse(localStorage.getItem(keptKey(this.#name)) ?? 'null');
    } catch {
      return null;
    }
  }
}
