/**
 * Draws static/card.png, which is shown where somebody shares an address of the site: the question, and the moment in
 * which Nova and libvirt part. `npm run generate` draws it anew.
 */
import { writeFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { PNG } from 'pngjs';
import { decisiveMoment } from '../../../src/lib/session/lesson/decisive-moment.ts';
import { cloudOf } from '../../../src/lib/session/session.ts';
import { fourTruths } from '../../../src/lib/session/views/four-truths.ts';
import { palette } from '../../../src/lib/ui/export/palette.ts';
import { INHERITED } from '../../../src/lib/ui/export/picture-style.ts';
import { truthBlocks } from '../../../src/lib/ui/export/picture-svg.ts';
import { svgElement, svgText } from '../../../src/lib/ui/export/svg-markup.ts';
import { en } from '../../../src/lib/ui/text/en.ts';
import { chromiumLaunchOptions } from '../chromium.js';
import { readLesson } from '../lessons/read.ts';

const { ink, accent, muted, ground, surface, line } = palette.light;
const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 64;
const PADDING = 28;
const ZOOM = 1.5;

/** The article's lesson: in its third part the volume goes, and nobody notices what comes of it. */
const LESSON = 'src/lib/lessons/04-the-article';
const DETACH = 2;

function headline(y: number, size: number, fill: string, words: string): string {
  return svgText('text', words, { x: MARGIN, y, 'font-size': size, fill });
}

async function cardSvg(): Promise<string> {
  const moment = decisiveMoment(await readLesson(LESSON), DETACH);
  const width = (WIDTH - 2 * MARGIN - 2 * PADDING) / ZOOM;
  const [table, verdict] = truthBlocks(fourTruths(cloudOf(moment)), width);
  const [why = '', error = ''] = en.tagline.split(/[“”]/);
  const below = svgElement('g', { transform: `translate(0 ${table.height + 16})` }, verdict.markup);
  const sheet = { x: MARGIN, y: 212, width: WIDTH - 2 * MARGIN, height: 354, rx: 12, fill: surface, stroke: line };
  const place = `translate(${MARGIN + PADDING} ${sheet.y + PADDING}) scale(${ZOOM})`;
  return svgElement(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width: WIDTH, height: HEIGHT, ...INHERITED },
    svgElement('rect', { width: WIDTH, height: HEIGHT, fill: ground }),
    headline(70, 24, muted, en.title),
    headline(118, 34, ink, why.trim()),
    headline(174, 48, accent, `“${error}”`),
    svgElement('rect', sheet),
    svgElement('g', { transform: place }, table.markup, below)
  );
}

/** Chromium compresses in haste; this loses nothing and takes a third off. */
function smaller(png: Buffer): Buffer {
  return PNG.sync.write(PNG.sync.read(png), { colorType: 2, filterType: 0, deflateStrategy: 0 });
}

const browser = await chromium.launch(chromiumLaunchOptions());
const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } });
await page.setContent(`<body style="margin:0">${await cardSvg()}`);
writeFileSync('static/card.png', smaller(await page.screenshot()));
await browser.close();
