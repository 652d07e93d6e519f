import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { expect, it } from 'vitest';

it('has a picture for shared links, of the size that they are shown in and light enough to be fetched by anybody', () => {
  const card = readFileSync('static/card.png');
  const { width, height } = PNG.sync.read(card);
  expect({ width, height }).toEqual({ width: 1200, height: 630 });
  expect(card.length).toBeLessThan(60_000);
});
