import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { archive, checksums } from '../../../src/build/archive.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('the same files give the same bytes, in whatever order and time zone', () => {
  const one = archive('site-1', { b: bytes('2'), 'a/c': bytes('1') });
  const zone = process.env['TZ'];
  process.env['TZ'] = 'Pacific/Auckland';
  const other = archive('site-1', { 'a/c': bytes('1'), b: bytes('2') });
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  expect(Object.keys(unzipSync(one))).toEqual(['site-1/a/c', 'site-1/b']);
});

test('the checksums are as sha256sum reads them', () => {
  expect(checksums({ b: bytes(''), a: bytes('') })).toMatch(/^e3b0c442\w{56} {2}a\ne3b0c442\w{56} {2}b\n$/);
});
