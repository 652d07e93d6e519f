/** Every decision that a random lab can lead to has a sentence. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Session } from '../../../../../src/lib/session/session.ts';
import { startTimeline } from '../../../../../src/lib/session/timeline.ts';
import { whyName } from '../../../../../src/lib/session/views/why-name.ts';
import { whyText } from '../../../../../src/lib/ui/text/en/why.ts';
import { anyStory, tell } from '../../../../support/lab/random.ts';

describe('the walk to a name', () => {
  it('has a sentence of at most 25 words for each decision', () => {
    const cases = new Set<string>();
    fc.assert(
      fc.property(anyStory, ({ lab, commands }) => {
        for (const snapshot of tell(lab, commands)) {
          const session: Session = { timeline: startTimeline({ snapshot, request: null }) };
          for (const step of whyName(session)?.steps ?? []) {
            const sentence = whyText.sentence(step);
            cases.add(`${step.rule} ${step.outcome}`);
            expect(sentence, `${step.rule} ${step.outcome}`).toContain(step.chosen);
            expect(sentence.split(' ').length).toBeLessThanOrEqual(25);
          }
        }
      }),
      { numRuns: 200 }
    );
    expect(cases.size).toBeGreaterThan(8);
  });
});
