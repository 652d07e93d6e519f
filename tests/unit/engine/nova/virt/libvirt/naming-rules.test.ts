import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { namingSources } from '../../../../../../src/lib/engine/nova/virt/libvirt/naming-rules.ts';

const spec = readFileSync(new URL('../../../../../../src/lib/engine/SPEC.md', import.meta.url), 'utf8');

it.each(Object.entries(namingSources))('%s has the source that SPEC.md states', (rule, source) => {
  const row = spec.split('\n').find((line) => line.startsWith(`| ${rule} `));
  expect(row?.split('|').at(-2)?.trim()).toBe(source);
});
