/**
 * XML as plain data, and its text with libvirt's habits: two spaces a level, single quotes, `<empty/>`.
 *
 * Upstream: src/util/virxml.c (virXMLFormatElement), src/util/virbuffer.c (virBufferEscapeString). Metadata is kept as
 * the client sent it and printed by libxml2, hence with double quotes: src/conf/domain_conf.c
 * (virDomainDefFormatInternalSetRootName).
 */

/** An attribute: name and value. */
export type XmlAttribute = readonly [name: string, value: string];

/** An element: its name, its attributes in order, and either text or child elements. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  readonly text: string | null;
}

/** Something that may be absent from a list of attributes or children. */
export type Maybe<Item> = Item | null | false | undefined;

/** An element with children; what is absent is left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, Maybe<string | number>>> = {},
  children: readonly Maybe<XmlElement>[] = []
): XmlElement {
  const present: XmlAttribute[] = [];
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== false && value !== undefined) present.push([key, String(value)]);
  }
  const kept: XmlElement[] = [];
  for (const child of children) if (child) kept.push(child);
  return { name, attributes: present, children: kept, text: null };
}

/** An element with text. */
export function textElement(name: string, text: string, attributes: Readonly<Record<string, string>> = {}): XmlElement {
  return { name, attributes: Object.entries(attributes), children: [], text };
}

/** [XML-1] The text of an element, a line each, indented; elements named `metadata` have double quotes within. */
export function formatXml(root: XmlElement): string {
  const lines: string[] = [];
  writeElement(root, '', LIBVIRT, lines);
  return `${lines.join('\n')}\n`;
}

/** Who prints: which quote stands around values, and what must be spelled otherwise in values and in text. */
interface Printer {
  readonly quote: string;
  readonly inValue: RegExp;
  readonly inText: RegExp;
}

const LIBVIRT: Printer = { quote: "'", inValue: /[&<>'"]/g, inText: /[&<>'"]/g };
const LIBXML2: Printer = { quote: '"', inValue: /[&<>"]/g, inText: /[&<>]/g };

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  "'": '&apos;',
  '"': '&quot;'
};

function writeElement(one: XmlElement, indent: string, printer: Printer, lines: string[]): void {
  const { quote, inValue, inText } = printer;
  let tag = `${indent}<${one.name}`;
  for (const [name, value] of one.attributes) tag += ` ${name}=${quote}${escape(value, inValue)}${quote}`;
  if (one.text !== null) {
    lines.push(`${tag}>${escape(one.text, inText)}</${one.name}>`);
    return;
  }
  if (one.children.length === 0) {
    lines.push(`${tag}/>`);
    return;
  }
  lines.push(`${tag}>`);
  const inside = one.name === 'metadata' ? LIBXML2 : printer;
  for (const child of one.children) writeElement(child, `${indent}  `, inside, lines);
  lines.push(`${indent}</${one.name}>`);
}

function escape(text: string, special: RegExp): string {
  return text.replace(special, (character) => ENTITIES[character] ?? character);
}
