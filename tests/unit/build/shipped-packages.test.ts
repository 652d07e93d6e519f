import { expect, test } from 'vitest';
import { objectionTo } from '../../../src/build/shipped-packages.ts';

const some = { name: 'some', version: '1.0.0', licence: 'MIT', texts: ['The MIT License'] };

test('a package may be shipped under a licence that was accepted, with its text', () => {
  expect(objectionTo(some)).toBeNull();
});

test('the build stops at a package without a licence, under another one, or without the text', () => {
  expect(objectionTo({ ...some, licence: '' })).toBe('some names no licence');
  expect(objectionTo({ ...some, licence: 'GPL-3.0-only' })).toContain('some is under GPL-3.0-only');
  expect(objectionTo({ ...some, texts: [] })).toContain('without the text of its licence (MIT)');
});

test('of several licences one that was accepted is enough', () => {
  expect(objectionTo({ ...some, licence: '(GPL-3.0-only OR MIT)' })).toBeNull();
  expect(objectionTo({ ...some, licence: '(GPL-3.0-only OR SSPL-1.0)' })).toContain('some is under');
});
