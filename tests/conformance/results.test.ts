import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { comparisons } from './compare/all.ts';

it('the numbers on the page /conformance are those of this engine', () => {
  const written: unknown = JSON.parse(
    readFileSync(new URL('../../src/routes/conformance/results.json', import.meta.url), 'utf8')
  );
  const fresh = comparisons.map((compare) => {
    const { recording, of, cases, mismatches } = compare();
    return { recording, of, cases, mismatches: mismatches.length };
  });
  expect(written).toEqual(fresh);
});
