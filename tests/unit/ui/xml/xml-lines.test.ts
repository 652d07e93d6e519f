import { describe, expect, it } from 'vitest';
import { xmlLines } from '../../../../src/lib/ui/xml/xml-lines.ts';
import { everyText } from './texts.ts';

const text = [
  '<domain>',
  '  <name>a</name>',
  '  <devices>',
  "    <disk type='file'>",
  "      <target dev='vda'/>",
  '    </disk>',
  '    <disk>',
  '    </disk>',
  '  </devices>',
  '</domain>',
  ''
].join('\n');

describe('the lines of a definition', () => {
  it('tell the element and the one around it, also where an element ends', () => {
    expect(xmlLines(text).map(({ parent, name }) => `${parent}/${name}`)).toEqual([
      '/domain',
      'domain/name',
      'domain/devices',
      'devices/disk',
      'disk/target',
      'devices/disk',
      'devices/disk',
      'devices/disk',
      'domain/devices',
      '/domain'
    ]);
  });

  it('tell in which disk they stand, from its first line to its last', () => {
    expect(xmlLines(text).map(({ disk }) => disk)).toEqual([null, null, null, 0, 0, 0, 1, 1, null, null]);
    expect(xmlLines(text).flatMap(({ opensDisk }, at) => (opensDisk ? [at] : []))).toEqual([3, 6]);
  });

  it('give text that goes over several lines to its element', () => {
    const lines = xmlLines('<a>\n  <b>one\ntwo\nthree</b>\n  <c/>\n</a>\n');
    expect(lines.map(({ parent, name }) => `${parent}/${name}`)).toEqual(['/a', 'a/b', 'a/b', 'a/b', 'a/c', '/a']);
  });

  it('are none where there is no definition', () => {
    expect(xmlLines('')).toEqual([]);
  });

  it('are the text again when put together', () => {
    for (const one of everyText()) {
      const together = xmlLines(one).map((line) => `${line.text}\n`);
      expect(together.join('')).toBe(one);
    }
  });
});
