/** One command in what the terminal shows, and what it printed. */
import type { Line } from '../../cli/cli.ts';

export interface Entry {
  readonly line: string;
  readonly lines: readonly Line[];
  /** It stands for a button of the page, which prints nothing. */
  readonly byButton: boolean;
}
