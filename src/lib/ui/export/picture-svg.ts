/**
 * The central picture as one SVG: what FourTruths.svelte shows, laid out without a browser, so that the same moment
 * gives the same bytes.
 */
import { cloudOf, type Session } from '../../session/session.ts';
import { fourTruths, isAlarming, TRUTHS, type FourTruths, type Verdict } from '../../session/views/four-truths.ts';
import { en } from '../text/en.ts';
import { exportText } from '../text/en/export.ts';
import type { Theme } from './palette.ts';
import { framed, type Block, type Picture } from './picture-frame.ts';
import { paint, TEXT, typeset } from './picture-style.ts';
import { pictureTable, STROKED, WARNING } from './picture-table.ts';
import { svgElement, svgText } from './svg-markup.ts';
import { wrapToWidth } from './text-width.ts';

const LINE_HEIGHT = 20;
const PADDING = 12;
/** The room that a sign takes before the words of the verdict. */
const SIGN_ROOM = 24;

const CHECK = 'M2 8l4 4 7.5-9';

function signOf(verdict: Verdict): string {
  const place = { transform: `translate(${PADDING} 9)`, ...STROKED };
  if (isAlarming(verdict)) return svgElement('path', { ...paint('sign'), ...place, d: WARNING });
  return verdict.kind === 'agree' ? svgElement('path', { ...paint('quiet'), ...place, d: CHECK }) : '';
}

/** The sentence below the table, in as many lines as it needs. */
function verdictBlock(verdict: Verdict, width: number): Block {
  const sign = signOf(verdict);
  const x = PADDING + (sign === '' ? 0 : SIGN_ROOM);
  const style = isAlarming(verdict) ? TEXT.alarm : TEXT.calm;
  const lines = wrapToWidth(en.verdict(verdict), style, width - x - PADDING);
  const height = lines.length * LINE_HEIGHT + 13;
  const words = lines.map((text, index) => svgText('text', text, { x, y: 21.5 + index * LINE_HEIGHT }));
  const ground = svgElement('rect', { ...paint(isAlarming(verdict) ? 'tint' : 'sunken'), width, height, rx: 6 });
  const told = { ...paint(isAlarming(verdict) ? 'bar' : 'muted'), ...typeset(style) };
  return { markup: ground + sign + svgElement('g', told, ...words), width, height };
}

/** The four places and the verdict, below each other, at least this wide. */
export function truthBlocks({ rows, verdict }: FourTruths, atLeast = 0): readonly [table: Block, verdict: Block] {
  const table = pictureTable(rows, atLeast);
  return [table, verdictBlock(verdict, table.width)];
}

/** The four places and the verdict in words, for who cannot see them. */
export function truthsInWords({ rows, verdict }: FourTruths): string {
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

/** The picture of the moment under the cursor. */
export function pictureSvg(session: Session, theme: Theme): Picture {
  const { release } = cloudOf(session).lab;
  const { position, line } = session.timeline;
  const truths = fourTruths(cloudOf(session));
  const content = {
    name: exportText.pictureTitle(en.truthsTitle, release),
    description: truthsInWords(truths),
    heading: en.truthsTitle,
    blocks: truthBlocks(truths),
    footer: exportText.pictureFooter(release, en.moment(position, line.length - 1).toLowerCase())
  };
  return framed(content, theme);
}
