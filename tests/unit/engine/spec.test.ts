import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url);

function filesBelow(folder: string, ending: RegExp): readonly string[] {
  return readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => `${folder}/${file}`);
}

function read(file: string): string {
  return readFileSync(new URL(file, root), 'utf8');
}

/** The rules that the engine's SPEC files state, `| NAME-1 | ...`. */
const stated = new Set(
  filesBelow('src/lib/engine', /SPEC\.md$/).flatMap((file) =>
    [...read(file).matchAll(/^\| ([A-Z]+-[A-Z0-9-]+) +\|/gm)].map(([, id]) => id)
  )
);

/** The rules that code and tests quote, `[NAME-1]`. */
const quoted = ['src/lib', 'tests'].flatMap((folder) =>
  filesBelow(folder, /\.ts$/).flatMap((file) =>
    [...read(file).matchAll(/\[([A-Z]{3,}-[A-Z0-9-]*\d)\]/g)].map(([, id]) => ({ file, id }))
  )
);

describe('the rules', () => {
  it('are stated and quoted, so that this test can fail', () => {
    expect(stated.size).toBeGreaterThan(50);
    expect(quoted.length).toBeGreaterThan(100);
  });

  it('are all stated in a SPEC.md where code or a test quotes them', () => {
    expect(quoted.filter(({ id }) => !stated.has(id))).toEqual([]);
  });

  it('of naming are each quoted by a test', () => {
    const tested = new Set(quoted.filter(({ file }) => file.startsWith('tests/')).map(({ id }) => id));
    expect([...stated].filter((id) => id?.startsWith('NAME-') && !tested.has(id))).toEqual([]);
  });
});
