import decodeQR from 'qr/decode.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { qrPath, type QrPath } from '../../../../src/lib/ui/share/qr-path.ts';

/** Pixels on a side of a square: a decoder, like a camera, needs more than one. */
const SCALE = 4;

/** The path as a screen would draw it: black on white. */
function draw({ size, d }: QrPath) {
  const width = size * SCALE;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, length] of d.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let row = Number(y) * SCALE; row < (Number(y) + 1) * SCALE; row++) {
      const start = (row * width + Number(x) * SCALE) * 4;
      for (let at = start; at < start + Number(length) * SCALE * 4; at += 4) data.fill(0, at, at + 3);
    }
  }
  return { width, height: width, data };
}

describe('a QR code', () => {
  it('is read as the text that it was made of', () => {
    const anyLink = fc
      .string({ unit: fc.constantFrom('A', 'z', '0', '9', '-', '_'), minLength: 1, maxLength: 900 })
      .map((packed) => `https://docs.example.org/playground/#1.${packed}`);
    fc.assert(
      fc.property(anyLink, (link) => {
        const code = qrPath(link);
        if (code === null) throw new Error('no code');
        expect(decodeQR(draw(code))).toBe(link);
      }),
      { numRuns: 25 }
    );
  });

  it('is not made of a text that no camera could read from a screen', () => {
    expect(qrPath('a'.repeat(1000))).not.toBeNull();
    expect(qrPath('a'.repeat(1001))).toBeNull();
  });
});
