/**
 * The frame of a picture: its title, its parts below each other, and a line that says where it comes from.
 *
 * The file needs nothing else: no font, no script, no other file.
 */
import { INHERITED, paint, pictureStyle, TEXT, typeset, type Scheme } from './picture-style.ts';
import { svgElement, svgText } from './svg-markup.ts';
import { textWidth } from './text-width.ts';

/** A picture and its size in pixels. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** A part of the picture that has been laid out at the origin. */
export interface Block {
  readonly markup: string;
  readonly width: number;
  readonly height: number;
}

/** What is in a picture. */
interface Content {
  /** The name of the picture, and all of it in words, for who cannot see it. */
  readonly name: string;
  readonly description: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
  readonly footer: string;
}

const MARGIN = 24;
const HEADING_HEIGHT = 36;
const BETWEEN_BLOCKS = 16;
const FOOTER_HEIGHT = 30;

function at(y: number, markup: string): string {
  return svgElement('g', { transform: `translate(${MARGIN} ${y})` }, markup);
}

/** The picture with these parts, as wide as the widest of them. */
export function framed({ name, description, heading, blocks, footer }: Content, scheme: Scheme): Picture {
  const placed: string[] = [];
  let y = MARGIN + HEADING_HEIGHT;
  for (const { markup, height } of blocks) {
    placed.push(at(Math.round(y), markup));
    y += height + BETWEEN_BLOCKS;
  }
  const texts = [textWidth(heading, TEXT.title), textWidth(footer, TEXT.small)];
  const width = Math.ceil(Math.max(...texts, ...blocks.map((block) => block.width)) + 2 * MARGIN);
  const height = Math.ceil(y + FOOTER_HEIGHT);
  const style = pictureStyle(scheme);
  const frame = {
    xmlns: 'http://www.w3.org/2000/svg',
    ...{ width, height, viewBox: `0 0 ${width} ${height}` },
    ...{ role: 'img', 'aria-labelledby': 'picture-title', 'aria-describedby': 'picture-description' }
  };
  const svg = svgElement(
    'svg',
    { ...frame, ...INHERITED },
    svgText('title', name, { id: 'picture-title' }),
    svgText('desc', description, { id: 'picture-description' }),
    ...(style === '' ? [] : [svgText('style', style)]),
    svgElement('rect', { ...paint('ground'), width, height }),
    svgText('text', heading, { ...typeset(TEXT.title), x: MARGIN, y: MARGIN + 16 }),
    ...placed,
    svgText('text', footer, { ...paint('muted'), ...typeset(TEXT.small), x: MARGIN, y: height - MARGIN + 4 })
  );
  return { svg, width, height };
}
