/**
 * The picture as a PNG: the browser draws the SVG on a canvas.
 *
 * The SVG comes as an image of a blob: URL, which the page's policy allows (svelte.config.js says why); Chromium's
 * createImageBitmap takes no SVG. It holds no foreign content, so the canvas may be read again.
 */
import type { Picture } from './picture-frame.ts';

/** Pixels of the PNG for one of the SVG, so that it is sharp on a dense screen. */
const SCALE = 2;
/** What every browser's canvas can hold: a side, and all of it. */
const LONGEST_SIDE = 8192;
const MOST_PIXELS = 16_000_000;

function scaleOf({ width, height }: Picture): number {
  return Math.min(SCALE, LONGEST_SIDE / Math.max(width, height), Math.sqrt(MOST_PIXELS / (width * height)));
}

/** The image of a URL once it can be drawn. */
function loadImage(url: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => {
      resolve(image);
    };
    image.onerror = () => {
      reject(new Error('the browser could not load the picture'));
    };
    image.src = url;
  });
}

/** The picture's pixels as a file. Rejects where the browser cannot draw it. */
export async function picturePng(picture: Picture): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([picture.svg], { type: 'image/svg+xml' }));
  try {
    const image = await loadImage(url);
    const scale = scaleOf(picture);
    const canvas = document.createElement('canvas');
    canvas.width = Math.floor(picture.width * scale);
    canvas.height = Math.floor(picture.height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/png');
    });
    if (blob === null) throw new Error('the browser could not make a PNG');
    return blob;
  } finally {
    URL.revokeObjectURL(url);
  }
}
