import { describe, expect, it } from 'vitest';
import {
  ARTICLE_RELEASE,
  releaseName,
  releaseProfile,
  releases,
  xmlDialect
} from '../../../../../src/lib/engine/nova/releases/release.ts';

describe('the releases', () => {
  it("go from 15.0.0 to 33.0.0 with the article's lab among them", () => {
    expect([releases[0], releases.at(-1), releases.length]).toEqual(['15.0.0', '33.0.0', 20]);
    expect(releaseName(ARTICLE_RELEASE)).toBe("Queens beta, the article's Pike lab");
  });

  it('name disks in six ways: the epochs', () => {
    const behaviours = releases.map((release) => releaseProfile(release).blockinfo);
    const firsts = releases.filter((_release, index) => behaviours[index] !== behaviours[index - 1]);
    expect(firsts).toEqual(['15.0.0', '17.0.0', '19.0.0', '20.0.0', '26.0.0', '31.0.0']);
  });

  it('each belong to the profile that began last', () => {
    for (const release of releases) {
      expect(Number(releaseProfile(release).since.split('.')[0])).toBeLessThanOrEqual(Number(release.split('.')[0]));
    }
  });

  it("print domain XML as the libvirt of their time, the article's as libvirt 3", () => {
    expect(releases.filter((release) => xmlDialect(release) === '3').at(-1)).toBe('20.0.0');
    expect(xmlDialect(ARTICLE_RELEASE)).toBe('3');
  });
});
