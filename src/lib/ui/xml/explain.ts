/**
 * Looks up what an element, or an attribute of it, means.
 *
 * A word of the XML can mean something else in another element (`<target>` of a disk, of a network card), so the
 * catalogue names the element around it wherever that matters.
 */
import { xmlText } from '../text/en/xml.ts';
import { attributeAt, tokenize } from './tokens.ts';
import { xmlLines } from './xml-lines.ts';

/** Where an element stands: its name, and that of the element around it. */
interface Place {
  readonly name: string;
  readonly parent: string;
}

const elements: Readonly<Record<string, string>> = xmlText.elements;
const attributes: Readonly<Record<string, string>> = xmlText.attributes;

/** What the element is; null when the catalogue does not know it. */
export function explainElement({ name, parent }: Place): string | null {
  return elements[`${parent}/${name}`] ?? elements[name] ?? null;
}

/** What the attribute says; null when the catalogue does not think it worth a sentence. */
export function explainAttribute({ name, parent }: Place, attribute: string): string | null {
  return attributes[`${parent}/${name}@${attribute}`] ?? attributes[`${name}@${attribute}`] ?? null;
}

/** The attributes of a line that have a sentence, in their order. */
export function explainedAttributes(line: Place & { readonly text: string }): readonly string[] {
  const named = tokenize(line.text).flatMap(({ kind, text }) => (kind === 'attribute' ? [text] : []));
  return named.filter((attribute) => explainAttribute(line, attribute) !== null);
}

/** The sentence for a place of a text, both numbers counted from 1; null where there is nothing to say. */
export function explainAt(text: string, lineNumber: number, column: number): string | null {
  const line = xmlLines(text)[lineNumber - 1];
  if (line === undefined) return null;
  const attribute = attributeAt(line.text, column - 1);
  return (attribute === null ? null : explainAttribute(line, attribute)) ?? explainElement(line);
}
