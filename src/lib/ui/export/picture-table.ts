/**
 * The table of the picture: one row a device name, one column for each place, as wide as what is in it.
 */
import { TRUTHS, type Truth, type TruthDisk, type TruthRow } from '../../session/views/four-truths.ts';
import { en } from '../text/en.ts';
import { exportText } from '../text/en/export.ts';
import { CHIP_HEIGHT, chip, chipWidth, icons, NEXT_WIDTH, nextChip } from './picture-chip.ts';
import type { Block } from './picture-frame.ts';
import { paint, TEXT, typeset } from './picture-style.ts';
import { svgElement, svgText, type Attributes } from './svg-markup.ts';
import { textWidth } from './text-width.ts';

const CELL = 12;
const HEAD_HEIGHT = 42;
const BETWEEN_CHIPS = 4;
const ROW_PADDING = 6;
const SIGN = 15;

/** A triangle with an exclamation mark, in a square of 15. */
export const WARNING = 'M7.5 1.5L14 13H1zM7.5 6v3M7.5 11h.1';

/** How a sign is drawn. */
export const STROKED: Attributes = { fill: 'none', 'stroke-width': 1.6 };

/** Whether Nova would give the name of the row to the next volume, which is said in the column of its computation. */
function saysNext(row: TruthRow, truth: Truth): boolean {
  return truth === 'computation' && row.isNext;
}

function chipsIn(row: TruthRow, truth: Truth): number {
  return row.disks[truth].length + (saysNext(row, truth) ? 1 : 0);
}

/** A chip, and beside it which of libvirt's definitions has the disk where the other has not. */
function placedChip(disk: TruthDisk, x: number, y: number): string {
  const beside = x + chipWidth(disk) + BETWEEN_CHIPS;
  return (
    chip(disk, x, y) +
    (disk.only
      ? svgText('text', en.only(disk.only), { ...paint('muted'), ...typeset(TEXT.small), x: beside, y: y + 15 })
      : '')
  );
}

function placedWidth(disk: TruthDisk): number {
  return chipWidth(disk) + (disk.only ? BETWEEN_CHIPS + textWidth(en.only(disk.only), TEXT.small) : 0);
}

function columnWidth(rows: readonly TruthRow[], truth: Truth): number {
  const chips = rows.flatMap((row) => row.disks[truth].map(placedWidth));
  const head = [textWidth(en.truths[truth], TEXT.head), textWidth(en.truthsShort[truth], TEXT.small)];
  return Math.max(...head, NEXT_WIDTH, ...chips) + 2 * CELL;
}

function deviceWidth(rows: readonly TruthRow[]): number {
  const names = rows.map(({ device }) => textWidth(en.deviceName(device), TEXT.device) + 6 + SIGN);
  return Math.max(textWidth(en.device, TEXT.head), ...names) + 2 * CELL;
}

function rowHeight(row: TruthRow): number {
  const most = Math.max(1, ...TRUTHS.map((truth) => chipsIn(row, truth)));
  return most * CHIP_HEIGHT + (most - 1) * BETWEEN_CHIPS + 2 * ROW_PADDING;
}

/** The chips of a cell below each other, or the sign that there are none. */
function cell(row: TruthRow, truth: Truth, x: number, y: number): string {
  const at = (index: number) => y + ROW_PADDING + index * (CHIP_HEIGHT + BETWEEN_CHIPS);
  const disks = row.disks[truth];
  const chips = disks.map((disk, index) => placedChip(disk, x + CELL, at(index)));
  if (saysNext(row, truth)) chips.push(nextChip(x + CELL, at(disks.length)));
  return chips.join('') || svgText('text', '·', { ...paint('muted'), x: x + CELL, y: y + ROW_PADDING + 16 });
}

/** The sign, the bar and the tint of a row that disagrees. */
function mark(row: TruthRow, y: number, width: number, height: number): string {
  if (!row.disagrees) return '';
  const x = CELL + textWidth(en.deviceName(row.device), TEXT.device) + 6;
  return [
    svgElement('rect', { ...paint('tint'), x: 0, y, width, height }),
    svgElement('rect', { ...paint('bar'), x: 0, y, width: 4, height }),
    svgElement(
      'g',
      { transform: `translate(${x.toFixed(1)} ${y + ROW_PADDING + 3})` },
      svgText('title', en.rowDisagrees),
      svgElement('path', { ...paint('sign'), d: WARNING, ...STROKED })
    )
  ].join('');
}

/** Lines across the table at these heights. */
function rules(heights: readonly number[], width: number): string {
  const d = heights.map((y) => `M0 ${y}h${width.toFixed(1)}`).join('');
  return svgElement('path', { ...paint('line'), d });
}

function head(columns: readonly number[]): string {
  const x = (index: number) => (columns[index] ?? 0) + CELL;
  const names = TRUTHS.map((truth, index) => svgText('text', en.truths[truth], { x: x(index), y: 14 }));
  const below = TRUTHS.map((truth, index) => svgText('text', en.truthsShort[truth], { x: x(index), y: 31 }));
  const small = svgElement('g', { ...paint('muted'), ...typeset(TEXT.small) }, ...below);
  return [svgText('text', en.device, { x: CELL, y: 14 }), ...names, small].join('');
}

/** The widths of all columns; where they are too narrow together, each grows alike. */
function columnWidths(rows: readonly TruthRow[], atLeast: number): readonly number[] {
  const needed = [deviceWidth(rows), ...TRUTHS.map((truth) => columnWidth(rows, truth))];
  const missing = atLeast - needed.reduce((sum, one) => sum + one, 0);
  return needed.map((one) => one + Math.max(0, missing) / needed.length);
}

/** The table, at least this wide. */
export function pictureTable(rows: readonly TruthRow[], atLeast: number): Block {
  const widths = columnWidths(rows, atLeast);
  const width = widths.reduce((sum, one) => sum + one, 0);
  const columns = TRUTHS.map((_, index) => widths.slice(0, index + 1).reduce((sum, one) => sum + one, 0));
  const kinds = rows.flatMap(({ disks }) => TRUTHS.flatMap((truth) => disks[truth].map(({ kind }) => kind)));
  const parts = [icons(new Set(kinds)), head(columns)];
  const heights = [HEAD_HEIGHT];
  let y = HEAD_HEIGHT;
  for (const row of rows) {
    const height = rowHeight(row);
    parts.push(mark(row, y, width, height));
    parts.push(
      svgText('text', en.deviceName(row.device), { ...typeset(TEXT.device), x: CELL, y: y + ROW_PADDING + 16 })
    );
    parts.push(...TRUTHS.map((truth, index) => cell(row, truth, columns[index] ?? 0, y)));
    y += height;
    heights.push(y);
  }
  parts.push(rules(heights, width));
  if (rows.length > 0) return { markup: parts.join(''), width, height: y };
  parts.push(svgText('text', exportText.pictureEmpty, { x: CELL, y: y + 26 }));
  return { markup: parts.join(''), width, height: y + 36 };
}
