/**
 * A disk in the picture: the icon and the colour that it has on the page, drawn with few strokes.
 */
import type { DiskIdentity, DiskKind } from '../../session/views/disk-identity.ts';
import { en } from '../text/en.ts';
import { paint, TEXT } from './picture-style.ts';
import { svgElement, svgText, type Attributes } from './svg-markup.ts';
import { cutToWidth, textWidth } from './text-width.ts';

/** The icons in a square of 14, as strokes: a drive, two arrows, a clock, a disc, a cylinder. */
const ICONS: Readonly<Record<DiskKind, string>> = {
  root: 'M1 8h12M3.5 3h7L13 8v3.5H1V8zM4 9.8h.1M6.5 9.8h.1',
  swap: 'M4 6.5L1.5 4 4 1.5M1.5 4h11M10 7.5l2.5 2.5L10 12.5M12.5 10h-11',
  ephemeral: 'M5.5 1h3M7 8l1.8-1.8M12 8A5 5 0 1 1 2 8a5 5 0 0 1 10 0z',
  config: 'M13 7A6 6 0 1 1 1 7a6 6 0 0 1 12 0zM8.5 7a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0zM3.5 7A3.5 3.5 0 0 1 7 3.5',
  volume: 'M12 3c0 1.1-2.2 2-5 2S2 4.1 2 3s2.2-2 5-2 5 .9 5 2zM2 3v8c0 1.1 2.2 2 5 2s5-.9 5-2V3'
};

/** The height of a chip. */
export const CHIP_HEIGHT = 22;

const PADDING = 9;
const ICON = 14;
const GAP = 5;
/** No chip takes more for its words; volumes may have names of 255 characters. */
const WIDEST_NAME = 210;

function nameOf({ name }: DiskIdentity): string {
  return cutToWidth(name, TEXT.chip, WIDEST_NAME);
}

/** How wide the chip of a disk is at most. */
export function chipWidth(disk: DiskIdentity): number {
  return PADDING + ICON + GAP + textWidth(nameOf(disk), TEXT.chip) + PADDING;
}

/** How wide the chip is that marks the next name. */
export const NEXT_WIDTH = 2 * PADDING + textWidth(en.next, TEXT.chip);

function outline(x: number, y: number, width: number, attributes: Attributes): string {
  return svgElement('rect', { x, y, width, height: CHIP_HEIGHT, rx: CHIP_HEIGHT / 2, ...attributes });
}

function words(x: number, y: number, text: string): string {
  return svgText('text', text, { x, y: y + 15.5, stroke: 'none' });
}

/** The icons of these kinds, each once: the chips refer to them. */
export function icons(kinds: ReadonlySet<DiskKind>): string {
  const drawn = [...kinds].map((kind) =>
    svgElement('path', { id: `icon-${kind}`, d: ICONS[kind], fill: 'none', 'stroke-width': 1.4 })
  );
  return svgElement('defs', {}, ...drawn);
}

/** The chip of a disk; a name that is cut is whole in its title. */
export function chip(disk: DiskIdentity, x: number, y: number): string {
  const name = nameOf(disk);
  return svgElement(
    'g',
    paint(disk.kind),
    ...(name === disk.name ? [] : [svgText('title', disk.name)]),
    outline(x, y, chipWidth(disk), { 'fill-opacity': '.1' }),
    svgElement('use', { href: `#icon-${disk.kind}`, x: x + PADDING, y: y + 4 }),
    words(x + PADDING + ICON + GAP, y, name)
  );
}

/** The dashed chip that marks the name of the next volume. */
export function nextChip(x: number, y: number): string {
  const title = svgText('title', en.nextLong);
  const dashes = { fill: 'none', 'stroke-width': 2, 'stroke-dasharray': '4 3' };
  return svgElement('g', paint('next'), title, outline(x, y, NEXT_WIDTH, dashes), words(x + PADDING, y, en.next));
}
