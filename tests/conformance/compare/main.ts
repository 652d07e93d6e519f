/**
 * `npm run conformance`: holds the engine against every recording and prints a table; exit 1 when anything differs.
 *
 * `npm run conformance -- --write` also writes the numbers down for the page that shows them.
 */
import { writeFileSync } from 'node:fs';
import { comparisons } from './all.ts';

const rows = comparisons.map((compare) => {
  const started = performance.now();
  const { recording, of, cases, mismatches } = compare();
  return { recording, of, cases, mismatches: mismatches.length, seconds: (performance.now() - started) / 1000 };
});

const line = (recording: string, cases: string, mismatches: string, seconds: string): string =>
  `${recording.padEnd(40)} ${cases.padStart(7)} ${mismatches.padStart(11)} ${seconds.padStart(8)}\n`;

process.stdout.write(line('recording', 'cases', 'mismatches', 'seconds'));
for (const { recording, cases, mismatches, seconds } of rows) {
  process.stdout.write(line(recording, String(cases), String(mismatches), seconds.toFixed(2)));
}

if (process.argv.includes('--write')) {
  const results = rows.map(({ recording, of, cases, mismatches }) => ({ recording, of, cases, mismatches }));
  const file = new URL('../../../src/routes/conformance/results.json', import.meta.url);
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
}
process.exitCode = rows.every(({ mismatches }) => mismatches === 0) ? 0 : 1;
