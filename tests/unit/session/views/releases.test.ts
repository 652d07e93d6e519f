import { describe, expect, it } from 'vitest';
import { releases } from '../../../../src/lib/engine/nova/releases/release.ts';
import { epochOf, epochsBetween, readsDiskLimit, releaseEpochs } from '../../../../src/lib/session/views/releases.ts';

const sinces = (epochs: readonly { readonly since: string }[]) => epochs.map(({ since }) => since);

describe('the releases, by stretches that behave alike', () => {
  it('has every release once, oldest first', () => {
    expect(releaseEpochs.flatMap((epoch) => epoch.releases.map(({ release }) => release))).toEqual(releases);
  });

  it('begins each stretch with the release that changed something', () => {
    for (const {
      since,
      releases: [first]
    } of releaseEpochs)
      expect(first?.release).toBe(since);
  });

  it("counts the article's lab to the stretch before 17.0.0", () => {
    expect(epochOf('17.0.0.0b1').since).toBe('16.0.0');
    expect(epochOf('17.0.0').since).toBe('17.0.0');
  });

  it('tells what begins on the way, forwards and backwards', () => {
    expect(sinces(epochsBetween('26.0.0', '33.0.0'))).toEqual(['31.0.0']);
    expect(sinces(epochsBetween('33.0.0', '24.0.0'))).toEqual(['26.0.0', '31.0.0']);
    expect(epochsBetween('27.0.0', '30.0.0')).toEqual([]);
  });

  it('knows from which release on the limit of disks is read', () => {
    expect(releases.filter(readsDiskLimit)[0]).toBe('19.0.0');
  });
});
