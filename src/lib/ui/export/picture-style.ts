/**
 * How the picture is painted: with attributes in the light colours, which every program that knows SVG can show, also
 * one that makes a PDF and has never heard of style sheets. A style sheet only says what is different in the dark.
 */
import { palette, type Theme, type Token } from './palette.ts';
import type { Attributes } from './svg-markup.ts';
import type { TextStyle } from './text-width.ts';

/** Which colours a picture has; `auto`: those that its reader prefers, wherever it is shown. */
export type Scheme = Theme | 'auto';

/** What the words of the picture inherit: those of chips and heads, so that they need no attributes. */
const USUAL: TextStyle = { size: 13, weight: 600 };

/** How the texts of the picture are set. Their widths are reckoned from this too. */
export const TEXT = {
  title: { size: 17, weight: 600 },
  head: USUAL,
  chip: USUAL,
  small: { size: 11.5, weight: 400 },
  device: { size: 14, weight: 600 },
  alarm: { size: 14, weight: 600 },
  calm: { size: 14, weight: 400 },
  sentence: { size: 15, weight: 400 },
  code: { size: 11.5, weight: 400, mono: true }
} as const satisfies Record<string, TextStyle>;

const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const MONO = "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace";

/** What a paint colours. */
const FILL = ['fill'] as const;
const STROKE = ['stroke'] as const;
const BOTH = ['fill', 'stroke'] as const;

/** Each paint: the token whose colour it takes, and what it colours. */
const PAINTS = {
  ground: ['surface', FILL],
  tint: ['warn-soft', FILL],
  sunken: ['sunken', FILL],
  bar: ['warn', FILL],
  trouble: ['danger', FILL],
  muted: ['muted', FILL],
  line: ['line', STROKE],
  sign: ['warn', STROKE],
  quiet: ['muted', STROKE],
  next: ['accent', BOTH],
  root: ['disk-root', BOTH],
  swap: ['disk-swap', BOTH],
  ephemeral: ['disk-ephemeral', BOTH],
  config: ['disk-config', BOTH],
  volume: ['disk-volume', BOTH]
} as const satisfies Record<string, readonly [token: Token, colours: readonly ('fill' | 'stroke')[]]>;

/** A paint by its name, which is also its class. */
export type Paint = keyof typeof PAINTS;

/** The attributes of a paint, in the light colours. */
export function paint(name: Paint): Attributes {
  const [token, colours] = PAINTS[name];
  return { class: name, ...Object.fromEntries(colours.map((attribute) => [attribute, palette.light[token]])) };
}

/** The attributes of a text, where it is not set as usual. */
export function typeset({ size, weight, mono = false }: TextStyle): Attributes {
  return {
    ...(size === USUAL.size ? {} : { 'font-size': size }),
    ...(weight === USUAL.weight ? {} : { 'font-weight': weight }),
    ...(mono ? { 'font-family': MONO } : {})
  };
}

/** What everything in the picture inherits. */
export const INHERITED: Attributes = {
  ...{ fill: palette.light.ink, 'font-family': FONT, 'font-size': USUAL.size, 'font-weight': USUAL.weight },
  ...{ 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }
};

/** The style sheet of a scheme; empty for the light one, which needs none. */
export function pictureStyle(scheme: Scheme): string {
  if (scheme === 'light') return '';
  const rules = Object.entries(PAINTS).map(([name, [token, colours]]) => {
    return `.${name}{${colours.map((attribute) => `${attribute}:${palette.dark[token]}`).join(';')}}`;
  });
  const dark = [`svg{fill:${palette.dark.ink}}`, ...rules].join('');
  return scheme === 'dark' ? dark : `@media(prefers-color-scheme:dark){${dark}}`;
}
