import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NAMING_RULES } from '../../../../../../src/lib/engine/nova/virt/libvirt/naming-rules.ts';

const spec = readFileSync(new URL('../../../../../../src/lib/engine/SPEC.md', import.meta.url), 'utf8');

/** The rules of naming and their sources as SPEC.md states them; Markdown writes `_` as `\_`. */
const stated: Readonly<Record<string, string>> = Object.fromEntries(
  [...spec.matchAll(/^\| (NAME-\d+) +\|.*\| (\S+: .*?) +\|$/gm)].map(([, id = '', source = '']): [string, string] => [
    id,
    source.replaceAll('\\', '')
  ])
);

describe('the rules of naming', () => {
  it('have the sources that SPEC.md gives them', () => {
    const coded = Object.entries(NAMING_RULES).map(([id, { file, functions }]) => [
      id,
      `${file}: ${functions.join(', ')}`
    ]);
    expect(Object.fromEntries(coded)).toEqual(stated);
    expect(Object.keys(stated)).toHaveLength(10);
  });
});
