import { describe, expect, it } from 'vitest';
import { stretches, tokens, xmlLines } from '../../../../src/lib/ui/xml/xml-lines.ts';

const lines = (...texts: readonly string[]) => `${texts.join('\n')}\n`;
const many = Array.from({ length: 20 }, (_, index) => `<a${index}/>`);

describe('lines of XML', () => {
  it('are marked as added, removed or the same', () => {
    const before = lines('<a/>', '<b/>', '<c/>');
    const after = lines('<a/>', '<x/>', '<c/>');
    expect(xmlLines(before, after).map(({ change, text }) => `${change} ${text}`)).toEqual([
      'same <a/>',
      'removed <b/>',
      'added <x/>',
      'same <c/>'
    ]);
  });

  it('far from a change are folded', () => {
    const cut = stretches(xmlLines(lines(...many), lines(...many, '<end/>')));
    expect(cut.map((stretch) => [stretch.folded, stretch.lines.length])).toEqual([
      [true, 17],
      [false, 4]
    ]);
  });

  it('of disks stay where nothing changed', () => {
    const xml = lines('<domain>', '<disk type="file">', '<target dev="vda"/>', '</disk>', '</domain>');
    expect(stretches(xmlLines(xml, xml)).map((stretch) => [stretch.folded, stretch.lines.length])).toEqual([
      [true, 1],
      [false, 3],
      [true, 1]
    ]);
  });

  it('are cut into pieces that together are the line', () => {
    const line = "    <target dev='vda' bus='virtio'/>";
    expect(
      tokens(line)
        .map(({ text }) => text)
        .join('')
    ).toBe(line);
    expect(tokens(line).filter(({ kind }) => kind !== 'plain')).toEqual([
      { kind: 'tag', text: '<target' },
      { kind: 'attribute', text: 'dev' },
      { kind: 'value', text: "'vda'" },
      { kind: 'attribute', text: 'bus' },
      { kind: 'value', text: "'virtio'" },
      { kind: 'tag', text: '/>' }
    ]);
  });
});
