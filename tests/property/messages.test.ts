import fc from 'fast-check';
import { expect, it } from 'vitest';
import { heard } from '../../src/lib/ui/embed/messages.ts';

const parent = {};

/** Anything at all, and what is nearly a message: right marks and types with anything in them. */
const anyData = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withObjectString: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true
  }),
  fc.record(
    {
      novaDiskPlayground: fc.oneof(fc.constant(1), fc.anything()),
      type: fc.oneof(fc.constantFrom('goTo', 'theme', 'ready', '__proto__', 'constructor'), fc.anything()),
      step: fc.oneof(fc.integer(), fc.double(), fc.anything()),
      theme: fc.oneof(fc.constantFrom('light', 'dark', 'auto', 'blue'), fc.anything())
    },
    { requiredKeys: [] }
  )
);

it('a hundred thousand messages of any kind are heard or ignored, and what is heard is in range', () => {
  let count = 0;
  let taken = 0;
  fc.assert(
    fc.property(
      anyData,
      fc.constantFrom(parent, {}, null),
      fc.constantFrom('https://a.example', 'null', ''),
      (data, source, origin) => {
        count++;
        const message = heard({ window: parent, origin: null }, { data, source, origin });
        if (message === null) return;
        taken++;
        expect(source).toBe(parent);
        if (message.type === 'goTo') expect(Number.isSafeInteger(message.step) && message.step >= 0).toBe(true);
        else expect(['light', 'dark', 'auto']).toContain(message.theme);
      }
    ),
    { numRuns: 100_000 }
  );
  expect(count).toBe(100_000);
  // The test would say nothing if it had met no message that counts.
  expect(taken).toBeGreaterThan(100);
});
