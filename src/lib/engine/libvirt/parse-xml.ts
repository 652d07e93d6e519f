/**
 * Reads XML text into the tree that xml.ts prints: elements, attributes, text, the five named characters and numeric
 * ones, comments, and an XML declaration. The text may come from anybody, so everything else is refused by line.
 *
 * Upstream: src/util/virxml.c (virXMLParseHelper), which leaves the reading to libxml2 without a DTD and the network.
 * Simplified: no DOCTYPE, CDATA or processing instruction, and a namespace is no more than a part of a name. Text
 * beside child elements is left out, as libvirt does not look at it either.
 */
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { XmlAttribute, XmlElement } from './xml.ts';

/** Why a text is no XML that can be read. `line` counts from 1; null where no one line is to blame. */
export interface XmlRefusal {
  readonly line: number | null;
  readonly message: string;
}

/** How deep elements may nest: where libxml2 stops too (xmlParserMaxDepth). */
const MAX_DEPTH = 256;

/** The longest text that libvirt's protocol carries: src/remote/remote_protocol.x, REMOTE_STRING_MAX. */
const MAX_LENGTH = 4 * 1024 * 1024;

/** An element whose end has not been read yet. */
interface OpenElement {
  readonly name: string;
  readonly start: number;
  readonly attributes: readonly XmlAttribute[];
  readonly children: XmlElement[];
  text: string;
}

/** How far the text has been read. A function that returns words about a problem leaves `at` where it is. */
interface Reader {
  readonly text: string;
  at: number;
  readonly open: OpenElement[];
  root: XmlElement | null;
}

/** What is wrong at the place where the reader stands; null: nothing. */
type Problem = string | null;

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['apos', "'"],
  ['quot', '"']
]);

const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
const DECLARATION = /\s*(?:<\?xml\s[^<>?]*\?>)?/y;
const SPACE = /[ \t\n]*/y;
const NAME = /[A-Za-z_:\u0080-\uFFFF][\w:.\-\u0080-\uFFFF]*/y;
const REFERENCE = /&(?:#x([0-9a-fA-F]{1,6});|#([0-9]{1,7});|([a-z]{2,4});)?/g;

/** [READ-1] The root element of the text, or the first line that is wrong and what is wrong there. Never throws. */
export function parseXml(source: string): Result<XmlElement, XmlRefusal> {
  if (source.length > MAX_LENGTH) {
    return refuse({ line: null, message: `the text is longer than ${MAX_LENGTH} characters` });
  }
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const unprintable = text.search(NOT_XML);
  if (unprintable >= 0) return refusedAt(text, unprintable, 'a character that XML does not have');
  const reader: Reader = { text, at: matchAt(DECLARATION, text, 0).length, open: [], root: null };
  while (reader.at < text.length) {
    const problem = takeNext(reader);
    if (problem !== null) return refusedAt(text, reader.at, problem);
  }
  const unclosed = reader.open.at(-1);
  if (unclosed !== undefined) return refusedAt(text, unclosed.start, `<${clipped(unclosed.name)}> is never closed`);
  if (reader.root === null) return refusedAt(text, text.length, 'there is no element');
  return ok(reader.root);
}

function refusedAt(text: string, at: number, message: string): Result<never, XmlRefusal> {
  return refuse({ line: lineAt(text, at), message });
}

function lineAt(text: string, at: number): number {
  let line = 1;
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', end + 1)) line++;
  return line;
}

/** A name as messages show it, however long somebody made it. */
function clipped(name: string): string {
  return name.length > 40 ? `${name.slice(0, 40)}...` : name;
}

/** What the pattern, which must be sticky and may match nothing, finds at a place. */
function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

function takeNext(reader: Reader): Problem {
  const { text, at } = reader;
  if (text.charAt(at) !== '<') return takeText(reader);
  switch (text.charAt(at + 1)) {
    case '/':
      return takeEnd(reader);
    case '!':
      if (text.startsWith('<!--', at)) return takeComment(reader);
      return text.startsWith('<![CDATA[', at)
        ? 'a CDATA section is not read'
        : 'a DOCTYPE or another declaration is not read';
    case '?':
      return 'a processing instruction is not read';
    default:
      return takeStart(reader);
  }
}

function takeText(reader: Reader): Problem {
  const { text, at, open } = reader;
  const next = text.indexOf('<', at);
  const end = next < 0 ? text.length : next;
  const raw = text.slice(at, end);
  const inside = open.at(-1);
  const meant = raw.trimStart();
  if (inside === undefined) {
    if (meant !== '') return wrong(reader, end - meant.length, 'text outside of the root element');
  } else {
    const bracket = raw.indexOf(']]>');
    if (bracket >= 0) return wrong(reader, at + bracket, ']]> in a text');
    const words = decoded(reader, raw);
    if (words === null) return UNKNOWN_REFERENCE;
    inside.text += words;
  }
  reader.at = end;
  return null;
}

function wrong(reader: Reader, at: number, message: string): string {
  reader.at = at;
  return message;
}

const UNKNOWN_REFERENCE = '& that begins none of the characters that XML names';

/** The text with its references replaced; null, with the reader at the place, when one stands for no character. */
function decoded(reader: Reader, raw: string): string | null {
  if (!raw.includes('&')) return raw;
  let bad = -1;
  const start = reader.at;
  const meant = raw.replace(REFERENCE, (all, hex?: string, decimal?: string, name?: string, ...rest: unknown[]) => {
    const character = name === undefined ? numbered(hex, decimal) : NAMED.get(name);
    if (character === undefined && bad < 0) bad = Number(rest[0]);
    return character ?? all;
  });
  if (bad < 0) return meant;
  reader.at = start + bad;
  return null;
}

function numbered(hex: string | undefined, decimal: string | undefined): string | undefined {
  const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
  if (!(code <= 0x10ffff)) return undefined;
  const character = String.fromCodePoint(code);
  return NOT_XML.test(character) ? undefined : character;
}

function takeComment(reader: Reader): Problem {
  const end = reader.text.indexOf('--', reader.at + '<!--'.length);
  if (end < 0) return 'a comment is never closed';
  if (reader.text[end + 2] !== '>') return wrong(reader, end, '-- in a comment');
  reader.at = end + '-->'.length;
  return null;
}

function takeEnd(reader: Reader): Problem {
  const { text, at, open } = reader;
  const name = matchAt(NAME, text, at + 2);
  const end = at + 2 + name.length;
  const close = end + matchAt(SPACE, text, end).length;
  const closed = open.at(-1);
  if (closed === undefined) return `</${clipped(name)}> closes nothing`;
  if (name !== closed.name || text[close] !== '>') {
    const opened = `<${clipped(closed.name)}> of line ${lineAt(text, closed.start)}`;
    return `</${clipped(name)}> stands where ${opened} must be closed`;
  }
  open.pop();
  reader.at = close + 1;
  const { attributes, children } = closed;
  put(reader, { name, attributes, children, text: children.length > 0 ? null : closed.text });
  return null;
}

function put(reader: Reader, one: XmlElement): void {
  const parent = reader.open.at(-1);
  if (parent === undefined) reader.root = one;
  else parent.children.push(one);
}

function takeStart(reader: Reader): Problem {
  const { text, at: start, open } = reader;
  const name = matchAt(NAME, text, start + 1);
  if (name === '') return '< that begins no element';
  if (reader.root !== null) return `<${clipped(name)}> behind the root element`;
  if (open.length >= MAX_DEPTH) return `elements are nested deeper than ${MAX_DEPTH}`;
  reader.at = start + 1 + name.length;
  const attributes: XmlAttribute[] = [];
  const problem = takeAttributes(reader, attributes);
  if (problem !== null) return problem;
  if (text[reader.at] === '>') {
    reader.at++;
    open.push({ name, start, attributes, children: [], text: '' });
    return null;
  }
  if (!text.startsWith('/>', reader.at)) return wrong(reader, start, `the tag <${clipped(name)} is never closed`);
  reader.at += 2;
  put(reader, { name, attributes, children: [], text: null });
  return null;
}

/** Takes attributes up to the `>` or `/>` of the tag, or whatever stands there instead. */
function takeAttributes(reader: Reader, attributes: XmlAttribute[]): Problem {
  const { text } = reader;
  const names = new Set<string>();
  for (;;) {
    const space = matchAt(SPACE, text, reader.at);
    reader.at += space.length;
    const name = matchAt(NAME, text, reader.at);
    if (name === '') {
      return reader.at >= text.length || '/>'.includes(text.charAt(reader.at)) ? null : 'an attribute without a name';
    }
    if (space === '') return `the attribute ${clipped(name)} without a space before it`;
    if (names.has(name)) return `the attribute ${clipped(name)} for the second time`;
    names.add(name);
    reader.at += name.length;
    const value = takeValue(reader);
    if (value.problem !== null) return `the attribute ${clipped(name)}: ${value.problem}`;
    attributes.push([name, value.text]);
  }
}

/** Takes `= 'value'`. A line break or tab written as itself is a space, as XML has it. */
function takeValue(reader: Reader): { readonly text: string; readonly problem: Problem } {
  const { text } = reader;
  const none = (problem: string) => ({ text: '', problem });
  reader.at += matchAt(SPACE, text, reader.at).length;
  if (text[reader.at] !== '=') return none('no = behind it');
  reader.at++;
  reader.at += matchAt(SPACE, text, reader.at).length;
  const quote = text.charAt(reader.at);
  if (quote !== "'" && quote !== '"') return none('its value is not quoted');
  const end = text.indexOf(quote, reader.at + 1);
  if (end < 0) return none('its quote is never closed');
  reader.at++;
  const raw = text.slice(reader.at, end);
  const bracket = raw.indexOf('<');
  if (bracket >= 0) return none(wrong(reader, reader.at + bracket, '< in its value'));
  const value = decoded(reader, raw.replace(/[\t\n]/g, ' '));
  if (value === null) return none(UNKNOWN_REFERENCE);
  reader.at = end + 1;
  return { text: value, problem: null };
}
