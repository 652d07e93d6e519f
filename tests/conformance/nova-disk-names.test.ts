import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { releases, type Release } from '../../src/lib/engine/nova/releases/release.ts';
import { answerNovaDiskNames, type NamingScenario } from './answer/nova-disk-names.ts';

interface Recording {
  readonly id: string;
  readonly scenario: NamingScenario;
  readonly results: readonly { readonly releases: readonly [Release, Release]; readonly expect: unknown }[];
}

const recordings = readFileSync(new URL('data/nova-disk-names.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Recording);

/** The releases from first to last, both included. */
function between([first, last]: readonly [Release, Release]): readonly Release[] {
  return releases.slice(releases.indexOf(first), releases.indexOf(last) + 1);
}

describe("nova-disk-names: Nova's own blockinfo on random inputs", () => {
  it('has the whole recording', () => {
    expect(recordings).toHaveLength(1554);
  });

  it.each(releases)('%s names every disk as Nova does', (release) => {
    const mismatches = recordings.flatMap(({ id, scenario, results }) => {
      const result = results.find((candidate) => between(candidate.releases).includes(release));
      const answer: unknown = JSON.parse(JSON.stringify(answerNovaDiskNames({ release, scenario })));
      return isDeepStrictEqual(answer, result?.expect) ? [] : [{ id, answer, expect: result?.expect }];
    });
    expect(mismatches.slice(0, 3)).toEqual([]);
  });
});
