/**
 * SVG as text: elements and their attributes, and names of any content made harmless.
 */

/** Characters that XML cannot hold at all, halves of a pair among them. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Text that means itself inside an element or an attribute. */
export function escapeXml(text: string): string {
  return text
    .replace(NOT_XML, '\uFFFD')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** Attributes by name; numbers are rounded to what can be seen. */
export type Attributes = Readonly<Record<string, string | number>>;

function formatAttributes(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? +value.toFixed(1) : escapeXml(value)}"`)
    .join('');
}

/** An element around markup that is ready. */
export function svgElement(name: string, attributes: Attributes = {}, ...children: readonly string[]): string {
  const start = `<${name}${formatAttributes(attributes)}`;
  return children.length === 0 ? `${start}/>` : `${start}>${children.join('')}</${name}>`;
}

/** An element around plain text. */
export function svgText(name: string, text: string, attributes: Attributes = {}): string {
  return svgElement(name, attributes, escapeXml(text));
}
