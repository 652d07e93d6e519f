/** Writes the transition table that the page runs. */
import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { tableOfMachine } from './table-of.ts';

const file = 'src/lib/machine/transition-table.ts';
const text = `/** Generated from instance.machine.ts by \`npm run generate\`; a test holds the two equal. */
import type { TransitionTable } from './table.ts';

export const transitionTable: TransitionTable = ${JSON.stringify(tableOfMachine())};
`;

writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
