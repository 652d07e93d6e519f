import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CONTROLS,
  PANELS,
  readPresentation,
  THEMES,
  writePresentation,
  type Presentation
} from '../../src/lib/session/link/presentation.ts';

const anyPresentation: fc.Arbitrary<Presentation> = fc.record({
  lesson: fc.option(fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+){0,3}$/)),
  step: fc.option(fc.nat({ max: 999_999 })),
  panels: fc.shuffledSubarray([...PANELS]),
  theme: fc.constantFrom(...THEMES),
  controls: fc.constantFrom(...CONTROLS),
  readonly: fc.boolean(),
  lang: fc.constant('en')
});

describe('a presentation', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(anyPresentation, (presentation) => {
        expect(readPresentation(writePresentation(presentation))).toEqual({ presentation, problems: [] });
      })
    );
  });

  it('is one, whatever the query says, and says again what it was read as', () => {
    const anyValue = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', 'truths', 'dark', '__proto__', '%'));
    const anyQuery = fc
      .array(fc.tuple(fc.constantFrom('lesson', 'step', 'panels', 'theme', 'controls', 'readonly', 'lang'), anyValue))
      .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&'));
    fc.assert(
      fc.property(fc.oneof(anyQuery, fc.string({ unit: 'binary' })), (query) => {
        const { presentation } = readPresentation(query);
        expect(readPresentation(writePresentation(presentation))).toEqual({ presentation, problems: [] });
      }),
      { numRuns: 100_000 }
    );
  });
});
