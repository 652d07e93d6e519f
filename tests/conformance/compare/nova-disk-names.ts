/** Nova's own naming code on random inputs, at 20 releases. */
import { isDeepStrictEqual } from 'node:util';
import { releases, type Release } from '../../../src/lib/engine/nova/releases/release.ts';
import { answerNovaDiskNames, type NamingScenario } from '../answer/nova-disk-names.ts';
import { readRecording, type Comparison } from './comparison.ts';

interface Recording {
  readonly id: string;
  readonly scenario: NamingScenario;
  /** A result holds for every release from the first to the last. */
  readonly results: readonly { readonly releases: readonly [Release, Release]; readonly expect: unknown }[];
}

export const recordings = readRecording('nova-disk-names.jsonl') as readonly Recording[];

function isBetween(release: Release, [first, last]: readonly [Release, Release]): boolean {
  const at = releases.indexOf(release);
  return releases.indexOf(first) <= at && at <= releases.indexOf(last);
}

/** Every scenario at one release. */
export function mismatchesAt(release: Release): readonly unknown[] {
  return recordings.flatMap(({ id, scenario, results }) => {
    const expected = results.find((result) => isBetween(release, result.releases))?.expect;
    const answer: unknown = JSON.parse(JSON.stringify(answerNovaDiskNames({ release, scenario })));
    return isDeepStrictEqual(answer, expected) ? [] : [{ id, release, answer, expected }];
  });
}

export function compareNovaDiskNames(): Comparison {
  return {
    recording: 'nova-disk-names.jsonl',
    of: "Nova's blockinfo and LibvirtDriver.get_device_name_for_instance, 15.0.0 to 33.0.0, on random inputs",
    cases: recordings.length * releases.length,
    mismatches: releases.flatMap(mismatchesAt)
  };
}
