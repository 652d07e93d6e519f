import { describe, expect, it } from 'vitest';
import { codeBlock, codeSpan, escapeMarkdown, numbered, table } from '../../../../src/lib/ui/export/markdown.ts';

describe('Markdown', () => {
  it('takes names as they are, and underscores inside words too', () => {
    expect(escapeMarkdown('VERIFY_RESIZE of volume1')).toBe('VERIFY_RESIZE of volume1');
    expect(escapeMarkdown('_a_ [b](c) #1 @d\ne')).toBe('\\_a\\_ \\[b\\](c) \\#1 \\@d e');
  });

  it('fences code by more backticks than it has', () => {
    expect(codeSpan('a')).toBe('`a`');
    expect(codeSpan('a `` b')).toBe('```a `` b```');
    expect(codeSpan('`a')).toBe('`` `a ``');
    expect(codeBlock(['```', 'x'])).toEqual(['````text', '```', 'x', '````']);
  });

  it('puts what belongs to an item under its first word', () => {
    expect(numbered(12, ['a', '', 'b'])).toEqual(['12. a', '', '    b']);
  });

  it('has a rule below the head of a table', () => {
    expect(table(['a', 'b'], [['1', '2']])).toEqual(['| a | b |', '| --- | --- |', '| 1 | 2 |']);
  });
});
