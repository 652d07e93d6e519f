import { describe, expect, it } from 'vitest';
import { cutToWidth, textWidth, wrapToWidth } from '../../../../src/lib/ui/export/text-width.ts';

const style = { size: 13, weight: 400 };

describe('the width of a text', () => {
  it('grows with its letters, their width, their size and their weight', () => {
    expect(textWidth('mm', style)).toBeGreaterThan(textWidth('ii', style));
    expect(textWidth('volume', { size: 26, weight: 400 })).toBeCloseTo(2 * textWidth('volume', style));
    expect(textWidth('volume', { size: 13, weight: 600 })).toBeGreaterThan(textWidth('volume', style));
    expect(textWidth('盘', style)).toBeGreaterThan(textWidth('W', style));
  });

  it('is never exceeded by a text that was cut', () => {
    const cut = cutToWidth('a volume with a very long name', style, 80);
    expect(cut.endsWith('…')).toBe(true);
    expect(textWidth(cut, style)).toBeLessThanOrEqual(80);
    expect(cutToWidth('short', style, 80)).toBe('short');
  });

  it('cuts no character in two', () => {
    expect(cutToWidth('💾💾💾💾💾💾', style, 50)).toMatch(/^(💾)+…$/u);
  });

  it('is kept by lines, which lose no word', () => {
    const text = 'Latent conflict: Nova will ask for vdc; libvirt already has vdc (swap).';
    const lines = wrapToWidth(text, style, 150);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join(' ')).toBe(text);
    expect(lines.filter((line) => textWidth(line, style) > 150)).toEqual([]);
  });
});
