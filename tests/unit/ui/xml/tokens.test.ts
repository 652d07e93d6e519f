import { describe, expect, it } from 'vitest';
import { attributeAt, tokenize } from '../../../../src/lib/ui/xml/tokens.ts';
import { everyText } from './texts.ts';

const parts = (line: string) =>
  tokenize(line)
    .filter(({ kind }) => kind !== 'space')
    .map(({ kind, text }) => `${kind} ${text}`);

describe('the parts of a line', () => {
  it('are an element, its attributes and their values', () => {
    expect(parts("  <target dev='vdb' bus='virtio'/>")).toEqual([
      'punctuation <',
      'element target',
      'attribute dev',
      'punctuation =',
      "value 'vdb'",
      'attribute bus',
      'punctuation =',
      "value 'virtio'",
      'punctuation />'
    ]);
  });

  it('are text between two tags, with whatever it is spelled', () => {
    expect(parts("<entry name='a'>x = &lt;'y'</entry>").slice(5)).toEqual([
      'punctuation >',
      "text x = &lt;'y'",
      'punctuation </',
      'element entry',
      'punctuation >'
    ]);
  });

  it('know double quotes, colons and what a value may hold', () => {
    expect(parts('<nova:root a:b="it\'s / = x"/>').slice(1, 5)).toEqual([
      'element nova:root',
      'attribute a:b',
      'punctuation =',
      'value "it\'s / = x"'
    ]);
  });

  it('are the line again when put together, for every line that is printed', () => {
    for (const line of everyText().flatMap((text) => text.split('\n'))) {
      const tokens = tokenize(line);
      expect(tokens.map(({ text }) => text).join('')).toBe(line);
    }
  });

  it('say at which column which attribute stands', () => {
    const line = "  <target dev='vdb' bus='virtio'/>";
    const at = (text: string) => attributeAt(line, line.indexOf(text));
    expect([at('<'), at('target'), at('dev'), at('='), at("vdb'"), at(' bus'), at('bus'), at('/>')]).toEqual([
      null,
      null,
      'dev',
      'dev',
      'dev',
      null,
      'bus',
      null
    ]);
    expect(attributeAt(line, line.length)).toBeNull();
  });
});
