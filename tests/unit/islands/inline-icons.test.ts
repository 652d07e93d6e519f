import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inlineIcons } from '../../../src/islands/inline-icons.ts';

type Transform = (source: string, id: string) => { readonly code: string } | null;

const transform = inlineIcons().transform as unknown as Transform;
const file = 'node_modules/@lucide/svelte/dist/icons/git-branch.svelte';

test('an icon of Lucide keeps its drawing and takes its size', () => {
  const { code } = transform(readFileSync(file, 'utf8'), file) ?? { code: '' };
  expect(code).toContain('width={size} height={size} viewBox="0 0 24 24"');
  expect(code).toContain('<circle cx="18" cy="6" r="3" />');
  expect(code).not.toContain('import');
});

test('other components are left alone', () => {
  expect(transform('const iconData = {};', 'src/lib/ui/Icon.svelte')).toBeNull();
});

test('an icon in a form that nobody knows stops the build', () => {
  expect(() => transform('<svg />', file)).toThrow('git-branch.svelte holds no icon');
});
