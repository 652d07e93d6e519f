import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { palette } from '../../../../src/lib/ui/export/palette.ts';

const css = readFileSync(new URL('../../../../src/lib/ui/app.css', import.meta.url), 'utf8');

/** The two values of a token in app.css. */
function tokenOf(name: string) {
  const [, light, dark] = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);`).exec(css) ?? [];
  return { light, dark };
}

describe('the colours of a picture', () => {
  it.each(Object.keys(palette.light) as (keyof typeof palette.light)[])('are those of app.css: %s', (name) => {
    expect({ light: palette.light[name], dark: palette.dark[name] }).toEqual(tokenOf(name));
  });
});
