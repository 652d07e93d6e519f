/** Fragments of an address that somebody has damaged, or made to do harm. */
import fc from 'fast-check';

/** What a packed link says, beside what its schema allows. */
const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, true, -1, 0.5, 1e308, -1e308, Number.MAX_SAFE_INTEGER, 2 ** 53, '', '__proto__', 'constructor'],
    ...['/dev/vdb', 'a'.repeat(10_000), [], {}, [[[[[[[[]]]]]]]], 'end', '\u0000', '\uD800', '99999999999999999999']
  ),
  fc.double(),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.jsonValue({ maxDepth: 3 })
);

/** Keys that mean something to JavaScript, among those of a link. */
const hostileKey = fc.constantFrom(
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', 'length'],
  ...['lab', 'moves', 'at', 'type', 'volume_id', 'release', 'flavors', 'swap', 'steps', '0']
);

/** Replaces something in a value, or adds to it, where the numbers of `path` lead. */
function change(value: unknown, path: readonly number[], key: string, put: unknown): unknown {
  const [at, ...further] = path;
  if (at === undefined || typeof value !== 'object' || value === null) return put;
  const entries = Object.entries(value);
  const index = at % (entries.length + 1);
  const changed = entries.map(([name, old], place) => [
    name,
    place === index ? change(old, further, key, put) : old
  ]) as [string, unknown][];
  if (index === entries.length) changed.push([key, put]);
  return Array.isArray(value) ? changed.map(([, one]) => one) : ownEntries(changed);
}

/** As an object, in which `__proto__` too is a property like others, as JSON.parse makes it. */
function ownEntries(entries: readonly [string, unknown][]): object {
  const made = {};
  for (const [name, value] of entries) {
    Object.defineProperty(made, name, { value, enumerable: true, configurable: true, writable: true });
  }
  return made;
}

/** The JSON of data with a few hostile changes in it. */
export function hostileJson(data: unknown): fc.Arbitrary<string> {
  const anyChange = fc.tuple(fc.array(fc.nat({ max: 12 }), { maxLength: 5 }), hostileKey, hostileValue);
  return fc
    .array(anyChange, { minLength: 1, maxLength: 3 })
    .map((changes) => JSON.stringify(changes.reduce((made, [path, key, put]) => change(made, path, key, put), data)));
}

/** A link with some of its letters lost or changed, cut, doubled, or with something else in their place. */
export function damaged(links: readonly string[]): fc.Arbitrary<string> {
  const letter = fc.constantFrom('', ...Array.from('ABCabc019-_.=%#+/ \u0000é'));
  const edits = fc.array(fc.tuple(fc.nat({ max: 400 }), letter), { maxLength: 5 });
  const edited = fc
    .tuple(fc.constantFrom(...links), edits)
    .map(([link, changes]) =>
      changes.reduce(
        (text, [at, put]) => text.slice(0, at % text.length) + put + text.slice((at % text.length) + 1),
        link
      )
    );
  return fc.oneof(
    { weight: 6, arbitrary: edited },
    { weight: 2, arbitrary: fc.string({ unit: 'binary' }).map((text) => `1.${text}`) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.nat(), fc.constantFrom(...links)).map(([at, link]) => link.slice(0, at % 300))
    },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.bigInt({ min: 0n }), fc.string()).map(([schema, text]) => `${schema}.${text}`)
    },
    { weight: 1, arbitrary: fc.constantFrom(...links).map((link) => link + link) }
  );
}
