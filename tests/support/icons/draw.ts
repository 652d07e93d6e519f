/** Draws the icons that a browser wants as pixels, all of one SVG. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const { resolve } = createRequire(import.meta.url);
await initWasm(readFileSync(resolve('@resvg/resvg-wasm/index_bg.wasm')));

/** Side of the square that the drawing has (its viewBox). */
const SIDE = 32;
/** What is behind a drawing that must be opaque: the page's own ground. */
const GROUND = '#f5f4f0';

/** `share`: how much of the side the drawing takes; the rest is ground. */
function onGround(svg: string, share: number): string {
  const drawing = svg.replace(/^<svg[^>]*>|<\/svg>\s*$/g, '');
  const edge = (SIDE * (1 - share)) / 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}"><rect width="${SIDE}" height="${SIDE}"
    fill="${GROUND}"/><g transform="translate(${edge} ${edge}) scale(${share})">${drawing}</g></svg>`;
}

function png(svg: string, size: number): Uint8Array {
  return new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();
}

/** Each file of `static` that is made of the SVG, with its content. */
export function drawIcons(svg: string): Readonly<Record<string, Uint8Array>> {
  return {
    'icon-192.png': png(svg, 192),
    'icon-512.png': png(svg, 512),
    // A launcher may cut away all but a circle of 80 % of the side.
    'icon-maskable-512.png': png(onGround(svg, 0.62), 512),
    // iOS makes transparent pixels black.
    'apple-touch-icon.png': png(onGround(svg, 0.8), 180)
  };
}
