import { describe, expect, it } from 'vitest';
import { atEnd, atLook, looks, stories } from './compare/guest-names.ts';

describe('guest-names: what a Linux 6.1 guest called each disk', () => {
  it('has the whole recording', () => {
    expect(looks).toHaveLength(33);
    expect(stories).toHaveLength(13);
  });

  it.each(looks.map(({ when }, at) => [at + 1, when] as const))('line %i: %s', (line) => {
    const { names, recorded } = atLook(line - 1);
    expect(names).toEqual(recorded);
  });
});

describe('guest-events: plug, unplug and boot', () => {
  it.each(stories.map((story) => [story.id, story] as const))('%s', (_id, story) => {
    const { names, recorded } = atEnd(story);
    expect(names).toEqual(recorded);
  });
});
