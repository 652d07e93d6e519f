/** `-f shell`: assignments that a shell can read (cliff/formatters/shell.py). */
import { machineText } from '../cell.ts';
import type { Fields, Formatter } from './formatter.ts';

export const shell: { readonly one: Formatter<Fields> } = {
  one: (fields, { prefix }) =>
    fields.map(([field, cell]) => {
      const name = field.toLowerCase().replace(/[ :-]/g, '_');
      return `${prefix}${name}="${machineText(cell).replaceAll('"', '\\"')}"`;
    })
};
