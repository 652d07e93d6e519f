import { describe, expect, it } from 'vitest';
import { mismatchesAt, recordedSteps, recordings } from './compare/nova-lifecycle.ts';

const releases = ['24.0.0', '26.0.0', '31.0.0', '33.0.0'];

describe("nova-lifecycle: Nova's functional test harness, end to end", () => {
  it('has the whole recording', () => {
    expect(recordings).toHaveLength(484);
    expect(recordedSteps).toHaveLength(4355);
    expect(new Set(recordings.map(({ release }) => release))).toEqual(new Set(releases));
  });

  it.each(releases)('%s answers every operation as Nova does', (release) => {
    expect(mismatchesAt(release).slice(0, 3)).toEqual([]);
  });
});
