import { describe, expect, it } from 'vitest';
import { releases } from '../../src/lib/engine/nova/releases/release.ts';
import { mismatchesAt, recordings } from './compare/nova-disk-names.ts';

describe("nova-disk-names: Nova's own blockinfo on random inputs", () => {
  it('has the whole recording', () => {
    expect(recordings).toHaveLength(1554);
  });

  it.each(releases)('%s names every disk as Nova does', (release) => {
    expect(mismatchesAt(release).slice(0, 3)).toEqual([]);
  });
});
