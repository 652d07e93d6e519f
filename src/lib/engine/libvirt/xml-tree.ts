/**
 * Finds things in an XML tree, and reads the spellings of libvirt's values.
 *
 * Upstream: src/util/virxml.c (virXMLPropString, virXMLPropUInt, virXMLPropEnum, virXMLNodeGetSubelement).
 * Simplified: what cannot be read as such is null, as if it were not there; whoever asks says what that means.
 */
import type { XmlElement } from './xml.ts';

/** Somebody who is told what was seen and could not be taken over. */
export type Notice = (what: string) => void;

/** The first child of a name; null also without a parent. */
export function childOf(parent: XmlElement | null, name: string): XmlElement | null {
  return parent?.children.find((one) => one.name === name) ?? null;
}

/** The children of a name, in order. */
export function childrenOf(parent: XmlElement | null, name: string): readonly XmlElement[] {
  return parent?.children.filter((one) => one.name === name) ?? [];
}

/** The text of the first child of a name. */
export function childText(parent: XmlElement | null, name: string): string | null {
  return childOf(parent, name)?.text ?? null;
}

/** The value of an attribute; null also without an element. */
export function attributeOf(one: XmlElement | null, name: string): string | null {
  return one?.attributes.find(([key]) => key === name)?.[1] ?? null;
}

/** An attribute that is a whole number, written in decimal or as 0x in hexadecimal. */
export function numberOf(one: XmlElement | null, name: string): number | null {
  return wholeNumber(attributeOf(one, name));
}

/** A whole number from 0 that JavaScript can hold exactly, as libvirt spells it. */
export function wholeNumber(text: string | null): number | null {
  if (text === null || !/^\s*(\d{1,15}|0x[0-9a-f]{1,12})\s*$/i.test(text)) return null;
  return Number(text);
}

/** Several attributes that are whole numbers, as a record; null when one of them is none. */
export function numbersOf<Name extends string>(
  one: XmlElement,
  names: readonly Name[]
): Readonly<Record<Name, number>> | null {
  const entries: [string, number][] = [];
  for (const name of names) {
    const value = numberOf(one, name);
    if (value === null) return null;
    entries.push([name, value]);
  }
  return Object.fromEntries(entries) as Readonly<Record<Name, number>>;
}

/** An attribute that is one of the words known; null when it is absent, and with a notice when it says another word. */
export function wordOf<Word extends string>(
  one: XmlElement | null,
  name: string,
  words: readonly Word[],
  notice: Notice
): Word | null {
  const said = attributeOf(one, name);
  if (one === null || said === null) return null;
  const word = words.find((known) => known === said);
  if (word === undefined) notice(`<${one.name} ${name}='${said}'>`);
  return word ?? null;
}
