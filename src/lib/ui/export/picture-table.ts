/**
 * The table of the picture: one row a device name, one column for each place, as wide as what is in it.
 */
import { TRUTHS, type Truth, type TruthDisk, type TruthRow } from '../../session/views/four-truths.ts';
import { en } from '../text/en.ts';
import { exportText } from '../text/en/export.ts';
import { CHIP_HEIGHT, chip, chipWidth, NEXT_WIDTH, nextChip } from './picture-chip.ts';
import { TEXT } from './picture-style.ts';
import { svgElement, svgText } from './svg-markup.ts';
import { textWidth } from './text-width.ts';

/** A part of the picture that has been laid out. */
export interface Block {
  readonly markup: string;
  readonly width: number;
  readonly height: number;
}

const CELL = 12;
const HEAD_HEIGHT = 42;
const BETWEEN_CHIPS = 4;
const ROW_PADDING = 6;
const SIGN = 15;

/** A triangle with an exclamation mark, in a square of 15. */
export const WARNING = 'M7.5 1.5L14 13H1zM7.5 6v3M7.5 11h.1';

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
    chip(disk, x, y) + (disk.only ? svgText('text', en.only(disk.only), { class: 'small', x: beside, y: y + 15 }) : '')
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
  return chips.join('') || svgText('text', '·', { class: 'device none', x: x + CELL, y: y + ROW_PADDING + 16 });
}

/** The sign, the bar and the tint of a row that disagrees. */
function mark(row: TruthRow, y: number, width: number, height: number): string {
  if (!row.disagrees) return '';
  const x = CELL + textWidth(en.deviceName(row.device), TEXT.device) + 6;
  return [
    svgElement('rect', { class: 'tint', x: 0, y, width, height }),
    svgElement('rect', { class: 'bar', x: 0, y, width: 4, height }),
    svgElement(
      'g',
      { transform: `translate(${x.toFixed(1)} ${y + ROW_PADDING + 3})` },
      svgText('title', en.rowDisagrees),
      svgElement('path', { class: 'sign', d: WARNING })
    )
  ].join('');
}

function line(y: number, width: number): string {
  return svgElement('line', { class: 'line', x1: 0, x2: width, y1: y, y2: y });
}

function head(columns: readonly number[]): string {
  const texts = TRUTHS.flatMap((truth, index) => {
    const x = (columns[index] ?? 0) + CELL;
    return [
      svgText('text', en.truths[truth], { class: 'head', x, y: 14 }),
      svgText('text', en.truthsShort[truth], { class: 'small', x, y: 31 })
    ];
  });
  return svgText('text', en.device, { class: 'head', x: CELL, y: 14 }) + texts.join('');
}

/** The table at the origin. */
export function pictureTable(rows: readonly TruthRow[]): Block {
  const widths = [deviceWidth(rows), ...TRUTHS.map((truth) => columnWidth(rows, truth))];
  const width = widths.reduce((sum, one) => sum + one, 0);
  const columns = TRUTHS.map((_, index) => widths.slice(0, index + 1).reduce((sum, one) => sum + one, 0));
  const parts = [head(columns), line(HEAD_HEIGHT, width)];
  let y = HEAD_HEIGHT;
  for (const row of rows) {
    const height = rowHeight(row);
    parts.push(mark(row, y, width, height));
    parts.push(svgText('text', en.deviceName(row.device), { class: 'device', x: CELL, y: y + ROW_PADDING + 16 }));
    parts.push(...TRUTHS.map((truth, index) => cell(row, truth, columns[index] ?? 0, y)));
    y += height;
    parts.push(line(y, width));
  }
  if (rows.length > 0) return { markup: parts.join(''), width, height: y };
  parts.push(svgText('text', exportText.pictureEmpty, { class: 'head', x: CELL, y: y + 26 }));
  return { markup: parts.join(''), width, height: y + 36 };
}
