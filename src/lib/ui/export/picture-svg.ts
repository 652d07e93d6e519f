/**
 * The central picture as one SVG that needs nothing else: no font, no style sheet, no script.
 *
 * It is what FourTruths.svelte shows, laid out without a browser, so that the same moment gives the same bytes.
 */
import { cloudOf, type Session } from '../../session/session.ts';
import { fourTruths, isAlarming, TRUTHS, type FourTruths, type Verdict } from '../../session/views/four-truths.ts';
import { en } from '../text/en.ts';
import { exportText } from '../text/en/export.ts';
import type { Theme } from './palette.ts';
import { pictureStyle, TEXT } from './picture-style.ts';
import { pictureTable, WARNING, type Block } from './picture-table.ts';
import { svgElement, svgText } from './svg-markup.ts';
import { textWidth, wrapToWidth } from './text-width.ts';

/** A picture and its size in pixels. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const MARGIN = 24;
const TITLE_HEIGHT = 36;
const LINE_HEIGHT = 20;
const FOOTER_HEIGHT = 30;
const PADDING = 12;
/** The room that a sign takes before the words of the verdict. */
const SIGN_ROOM = 24;

const CHECK = 'M2 8l4 4 7.5-9';

function signOf(verdict: Verdict): string {
  if (isAlarming(verdict))
    return svgElement('path', { class: 'sign', transform: `translate(${PADDING} 9)`, d: WARNING });
  if (verdict.kind !== 'agree') return '';
  return svgElement('path', { class: 'quiet', transform: `translate(${PADDING} 9)`, d: CHECK });
}

/** The sentence below the table, in as many lines as it needs. */
function verdictBlock(verdict: Verdict, width: number): Block {
  const sign = signOf(verdict);
  const x = PADDING + (sign === '' ? 0 : SIGN_ROOM);
  const style = isAlarming(verdict) ? 'alarm' : 'calm';
  const lines = wrapToWidth(en.verdict(verdict), TEXT[style], width - x - PADDING);
  const height = lines.length * LINE_HEIGHT + 13;
  const words = lines.map((text, index) => svgText('text', text, { class: style, x, y: 21.5 + index * LINE_HEIGHT }));
  const ground = svgElement('rect', {
    class: isAlarming(verdict) ? 'tint' : 'sunken',
    x: 0,
    y: 0,
    width,
    height,
    rx: 6
  });
  return { markup: ground + sign + words.join(''), width, height };
}

/** The whole picture in words, for who cannot see it. */
function description({ rows, verdict }: FourTruths): string {
  const lines = rows.map((row) => {
    const places = TRUTHS.flatMap((truth) => {
      const disks = row.disks[truth].map(exportText.disk);
      if (truth === 'computation' && row.isNext) disks.push(en.next);
      return disks.length > 0 ? [exportText.picturePlace(en.truths[truth], disks)] : [];
    });
    return exportText.pictureRow(en.deviceName(row.device), [...places, ...(row.disagrees ? [en.rowDisagrees] : [])]);
  });
  return [en.verdict(verdict), ...lines].join(' ');
}

function at(x: number, y: number, markup: string): string {
  return svgElement('g', { transform: `translate(${x} ${y})` }, markup);
}

/** The picture of the moment under the cursor. */
export function pictureSvg(session: Session, theme: Theme): Picture {
  const { release } = cloudOf(session).lab;
  const { position, line } = session.timeline;
  const truths = fourTruths(cloudOf(session));
  const table = pictureTable(truths.rows);
  const verdict = verdictBlock(truths.verdict, table.width);
  const footer = `${en.title} · Nova ${release} · ${en.moment(position, line.length - 1).toLowerCase()}`;
  const inner = Math.max(table.width, textWidth(footer, TEXT.small), textWidth(en.truthsTitle, TEXT.title));
  const width = Math.ceil(inner + 2 * MARGIN);
  const tableTop = MARGIN + TITLE_HEIGHT;
  const verdictTop = tableTop + table.height + 16;
  const height = Math.ceil(verdictTop + verdict.height + FOOTER_HEIGHT + MARGIN - 8);
  const markup = [
    svgText('title', exportText.pictureTitle(en.truthsTitle, release), { id: 'picture-title' }),
    svgText('desc', description(truths), { id: 'picture-description' }),
    svgText('style', pictureStyle(theme)),
    svgElement('rect', { class: 'ground', x: 0, y: 0, width, height }),
    svgText('text', en.truthsTitle, { class: 'title', x: MARGIN, y: MARGIN + 16 }),
    at(MARGIN, tableTop, table.markup),
    at(MARGIN, Math.round(verdictTop), verdict.markup),
    svgText('text', footer, { class: 'small', x: MARGIN, y: height - MARGIN + 4 })
  ];
  const frame = {
    xmlns: 'http://www.w3.org/2000/svg',
    ...{ width, height, viewBox: `0 0 ${width} ${height}` },
    ...{ role: 'img', 'aria-labelledby': 'picture-title', 'aria-describedby': 'picture-description' }
  };
  return { svg: svgElement('svg', frame, ...markup), width, height };
}
