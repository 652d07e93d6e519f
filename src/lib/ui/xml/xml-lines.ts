/**
 * The lines of a domain's XML: which element each is about, and in which disk it stands.
 *
 * libvirt prints an element a line, so that a line has one meaning; only text with a line break in it has more lines.
 */

/** A line, and the element that begins, stands or ends in it. */
export interface XmlLine {
  readonly text: string;
  readonly name: string;
  /** The name of the element around it; empty for the outermost. */
  readonly parent: string;
  /** The number of the `<disk>` that it stands in, from 0; null outside of disks. */
  readonly disk: number | null;
  /** Whether a `<disk>` begins in it. */
  readonly opensDisk: boolean;
}

const TAG = /<(\/?)([^\s/>]+)[^>]*?(\/?)>/g;

/** The lines of a text, without the line break at its end. */
export function xmlLines(text: string): readonly XmlLine[] {
  if (text === '') return [];
  const open: string[] = [];
  let disks = 0;
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => {
      const tags = [...line.matchAll(TAG)];
      const depth = tags[0]?.[1] === '/' || tags.length === 0 ? open.length - 1 : open.length;
      const [, closing = '', first = open.at(-1) ?? ''] = tags[0] ?? [];
      for (const [, ends, name = '', empty] of tags) {
        if (ends) open.pop();
        else if (!empty) open.push(name);
      }
      const opensDisk = first === 'disk' && closing === '';
      if (opensDisk) disks++;
      const inDisk = first === 'disk' || open.includes('disk');
      return { text: line, name: first, parent: open[depth - 1] ?? '', disk: inDisk ? disks - 1 : null, opensDisk };
    });
}
