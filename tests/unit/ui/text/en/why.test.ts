import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NAMING_RULES } from '../../../../../src/lib/engine/nova/virt/libvirt/naming-rules.ts';
import { articleLab, articleRequests } from '../../../../../src/lib/session/article.ts';
import type { Session } from '../../../../../src/lib/session/session.ts';
import type { WhyDisk } from '../../../../../src/lib/session/views/why-disk.ts';
import { whyName, type NamingWalk } from '../../../../../src/lib/session/views/why-name.ts';
import { why, whySentence } from '../../../../../src/lib/ui/text/en/why.ts';
import { anyStory, type Command } from '../../../../support/lab/random.ts';
import { everyMoment, namingStories, sessionOf } from '../../../../support/lab/story.ts';

function words(sentence: string): number {
  return sentence.split(/\s+/).length;
}

/** Every walk of a story, moment by moment. */
function walks(end: Session): readonly NamingWalk[] {
  return everyMoment(end).flatMap((session) => {
    const told = whyName(session);
    return told.kind === 'walk' ? [told] : [];
  });
}

function disksOf({ disks, named }: NamingWalk): readonly WhyDisk[] {
  return named ? [...disks, named] : disks;
}

const settled = articleRequests.flatMap((request): readonly Command[] => [request, { type: 'settle' }]);
const article = walks(sessionOf({ lab: articleLab, commands: settled }));

describe('the sentence of a decision', () => {
  it('is there and short for whatever happens in random labs', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyStory, (story) => {
        for (const told of walks(sessionOf(story))) {
          expect(words(why.intro(told))).toBeLessThanOrEqual(25);
          for (const one of disksOf(told)) {
            seen.add(`${one.rule} ${one.outcome}`);
            const sentence = whySentence(one);
            expect(sentence, `${one.rule} ${one.outcome}`).toContain(one.device);
            expect(words(sentence!)).toBeLessThanOrEqual(25);
            expect(words(why.contrast(one))).toBeLessThanOrEqual(25);
          }
        }
      }),
      { numRuns: 150, examples: namingStories.map((story) => [story]) }
    );
    const known = Object.entries(NAMING_RULES).flatMap(([rule, { outcomes }]) =>
      outcomes.map((outcome) => `${rule} ${outcome}`)
    );
    expect([...seen].filter((reason) => !known.includes(reason))).toEqual([]);
    expect([...seen]).toEqual(expect.arrayContaining(['NAME-4 searched', 'NAME-9 searched', 'NAME-10 searched']));
  });

  it('says where the domain has another disk only where it has one', () => {
    const contrasts = article.flatMap(({ named }) => (named?.inDomain ? [why.contrast(named)] : []));
    expect(new Set(contrasts)).toEqual(
      new Set([
        'Nova did not look at the domain. There, vdb is free as well.',
        'In the domain, too, vdb is volume1.',
        'Nova did not look at the domain. There, vdc is free as well.',
        'Nova did not look at the domain. There, vdd is free as well.',
        'Nowhere in this walk did Nova look at the domain. There, vdc is the swap disk.',
        'In the domain, too, vdc is volume1.'
      ])
    );
  });

  it('reads the names that were tried to whoever does not see the boxes', () => {
    const walk = article.find(({ occasion, disks }) => occasion === 'domain' && disks.length === 3);
    expect(walk?.disks.map(why.tried)).toEqual([
      'vda is stored.',
      'vda is held by root, vdb is held by row of volume1, vdc is free.',
      'vdb is stored.'
    ]);
  });
});
