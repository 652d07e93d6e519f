/**
 * The style sheet inside the picture: system fonts only, and no value that another program would not know.
 */
import { palette, type Theme } from './palette.ts';
import { CHIP_TEXT } from './picture-chip.ts';
import type { TextStyle } from './text-width.ts';

/** How the texts of the picture are set. Their widths are reckoned from this too. */
export const TEXT = {
  title: { size: 17, weight: 650 },
  head: { size: 13, weight: 650 },
  small: { size: 11.5, weight: 400 },
  device: { size: 14, weight: 650 },
  alarm: { size: 14, weight: 650 },
  calm: { size: 14, weight: 400 }
} as const satisfies Record<string, TextStyle>;

const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const DISKS = ['root', 'swap', 'ephemeral', 'config', 'volume'] as const;

/** The rules for a theme. */
export function pictureStyle(theme: Theme): string {
  const colours = palette[theme];
  const font = ({ size, weight }: TextStyle) => `font-size:${size}px;font-weight:${weight}`;
  const texts = Object.entries(TEXT).map(([name, style]) => `.${name}{${font(style)}}`);
  const inColour = (name: string, colour: string) => `.${name}{fill:${colour};stroke:${colour}}`;
  return [
    `text{font-family:${FONT};fill:${colours.ink};stroke:none}`,
    ...texts,
    `.words{${font(CHIP_TEXT)}}`,
    `.small{fill:${colours.muted}}`,
    ...DISKS.map((kind) => inColour(kind, colours[`disk-${kind}`])),
    inColour('next', colours.accent),
    'text.words{stroke:none}',
    '.chip{fill-opacity:.1;stroke-width:1}',
    '.chip.next{fill:none;stroke-width:2;stroke-dasharray:4 3}',
    '.icon{fill:none;stroke-width:1.4;stroke-linecap:round;stroke-linejoin:round}',
    `.ground{fill:${colours.surface}}`,
    `.line{stroke:${colours.line};stroke-width:1}`,
    `.tint{fill:${colours['warn-soft']}}`,
    `.sunken{fill:${colours.sunken}}`,
    `.bar{fill:${colours.warn}}`,
    `.sign{fill:none;stroke:${colours.warn};stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round}`,
    `.quiet{fill:none;stroke:${colours.muted};stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round}`,
    `.alarm{fill:${colours.warn}}`,
    `.calm,.none{fill:${colours.muted}}`
  ].join('');
}
