/**
 * How wide a text is at most, without a browser to measure it.
 *
 * A picture is shown in whatever font its reader's system has, so the widths are those of a wide one (as DejaVu Sans
 * and Verdana are): in any other font there is only more room.
 */

/** Widths in em of characters that are far from the usual. */
const WIDTHS: readonly (readonly [characters: string, width: number])[] = [
  ["ijl'|", 0.32],
  ['.,:;! fIt()[]/\\-', 0.42],
  ['rJ"', 0.5],
  ['mw%@MW', 1.02],
  ['ABCDGHKNOQRUVXY&+=<>~#', 0.84]
];

const WIDTH_OF: ReadonlyMap<string, number> = new Map(
  WIDTHS.flatMap(([characters, width]) => Array.from(characters, (character) => [character, width] as const))
);

/** Letters, digits and the rest of Latin script. */
const USUAL = 0.68;
/** Scripts that write in squares, and emoji. */
const SQUARE = 1.4;

/** Of a font whose characters are all equally wide; what is square takes two places. */
const MONO = 0.62;

/** Weights above this are bold, whose strokes take more room. */
const BOLD = 600;
const BOLD_GROWS = 1.12;

/** How a text is set. */
export interface TextStyle {
  /** In pixels. */
  readonly size: number;
  readonly weight: number;
  /** Whether all characters are as wide as each other. */
  readonly mono?: boolean;
}

function widthOf(character: string): number {
  return WIDTH_OF.get(character) ?? ((character.codePointAt(0) ?? 0) < 0x250 ? USUAL : SQUARE);
}

function monoWidthOf(character: string): number {
  return widthOf(character) === SQUARE ? 2 * MONO : MONO;
}

/** Pixels that the text takes at most. */
export function textWidth(text: string, { size, weight, mono = false }: TextStyle): number {
  const em = Array.from(text, mono ? monoWidthOf : widthOf).reduce((sum, width) => sum + width, 0);
  return em * size * (weight >= BOLD ? BOLD_GROWS : 1);
}

/** The text, cut with an ellipsis where it would be wider than `most` pixels. */
export function cutToWidth(text: string, style: TextStyle, most: number): string {
  if (textWidth(text, style) <= most) return text;
  const characters = Array.from(text);
  while (characters.length > 0 && textWidth(`${characters.join('')}…`, style) > most) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** The text in lines of at most `most` pixels, broken between words; a word that is too long alone is cut. */
export function wrapToWidth(text: string, style: TextStyle, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).map((part) => cutToWidth(part, style, most))) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, style) <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
