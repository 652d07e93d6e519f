import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { themeColors } from '../../../src/lib/ui/theme-colors.ts';
import { drawIcons } from '../../support/icons/draw.ts';

test('the icons are what the SVG looks like (npm run generate)', () => {
  for (const [name, content] of Object.entries(drawIcons(readFileSync('static/favicon.svg', 'utf8')))) {
    expect(Buffer.from(content).equals(readFileSync(`static/${name}`)), name).toBe(true);
  }
});

test('the browser’s bars have the colour of the header', () => {
  const { light, dark } = themeColors;
  expect(readFileSync('src/lib/ui/app.css', 'utf8')).toContain(`--surface: light-dark(${light}, ${dark});`);
});
