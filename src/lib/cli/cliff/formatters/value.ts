/** `-f value`: the values and nothing else (cliff/formatters/value.py). */
import { machineText } from '../cell.ts';
import type { FullFormatter } from './formatter.ts';

export const value: FullFormatter = {
  list: ({ rows }) => rows.map((row) => row.map(machineText).join(' ')),
  one: (fields) => fields.map(([, cell]) => machineText(cell))
};
