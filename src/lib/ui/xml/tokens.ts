/**
 * The parts of one line of XML, for its colours and for what can be pointed at.
 */

/** What a part is. */
export type TokenKind = 'space' | 'punctuation' | 'element' | 'attribute' | 'value' | 'text';

/** A part of a line; `attribute` is the attribute that it belongs to, null outside of attributes. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly attribute: string | null;
}

const PART = /(?<space>\s+)|(?<punctuation><\/?|\/?>|=)|(?<value>'[^']*'|"[^"]*")|(?<name>[^\s<>='"/]+)|(?<rest>.)/gy;

/** The parts of a line, which together are the line. Whatever stands outside of tags is text. */
export function tokenize(line: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const piece of line.split(/(<[^>]*>)/)) {
    if (piece.startsWith('<')) tokens.push(...tagTokens(piece));
    else if (piece !== '') tokens.push({ kind: piece.trim() === '' ? 'space' : 'text', text: piece, attribute: null });
  }
  return tokens;
}

function tagTokens(tag: string): readonly Token[] {
  let named = false;
  let attribute: string | null = null;
  return [...tag.matchAll(PART)].map(({ 0: text, groups = {} }) => {
    if (groups['name'] === undefined) {
      const kind: TokenKind = groups['space'] ? 'space' : groups['value'] ? 'value' : 'punctuation';
      return { kind, text, attribute: kind === 'space' || (text !== '=' && kind === 'punctuation') ? null : attribute };
    }
    if (named) attribute = text;
    const kind: TokenKind = named ? 'attribute' : 'element';
    named = true;
    return { kind, text, attribute };
  });
}

/** The attribute at a column, counted from 0; null where there is none. */
export function attributeAt(line: string, column: number): string | null {
  let end = 0;
  for (const { text, attribute } of tokenize(line)) {
    end += text.length;
    if (column < end) return attribute;
  }
  return null;
}
