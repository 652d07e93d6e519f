/** Writes what is generated from the XState machine: the transition table that the page runs, and its drawing. */
import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { statechartOf } from '../../../src/lib/machine/statechart.ts';
import { layoutsOf } from './chart-layout.ts';
import { tableOfMachine } from './table-of.ts';

async function write(file: string, from: string, type: string, declaration: string, value: unknown): Promise<void> {
  const text = `/** Generated from ${from} by \`npm run generate\`; a test holds the two equal. */
import type { ${type} } from './${declaration}';

export const ${type.charAt(0).toLowerCase()}${type.slice(1)}: ${type} = ${JSON.stringify(value)};
`;
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}

const table = tableOfMachine();
await write('src/lib/machine/transition-table.ts', 'instance.machine.ts', 'TransitionTable', 'table.ts', table);
await write(
  'src/lib/ui/lifecycle/chart-layouts.ts',
  'instance.machine.ts',
  'ChartLayouts',
  'layout.ts',
  await layoutsOf(statechartOf(table))
);
