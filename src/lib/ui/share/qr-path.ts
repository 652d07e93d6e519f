/**
 * A QR code as the outline of its dark squares (ISO/IEC 18004; the code itself is made by the package qr).
 */
import encodeQR from 'qr';

/** A longer text makes squares too small for a camera that looks at a screen. */
const MOST_CHARACTERS = 1000;

/** Light squares around the code, without which a camera does not find it. */
const QUIET_ZONE = 4;

export interface QrPath {
  /** Squares on a side, the quiet zone among them. */
  readonly size: number;
  /** The `d` of an SVG path, one unit a square. */
  readonly d: string;
}

/** The runs of dark squares in a row, each as where it begins and how long it is. */
function darkRuns(row: readonly boolean[]): readonly (readonly [start: number, length: number])[] {
  const starts = [...row.keys()].filter((x) => row[x] && !row[x - 1]);
  return starts.map((start) => {
    const end = row.indexOf(false, start);
    return [start, (end === -1 ? row.length : end) - start];
  });
}

/** The code of a text; null when it is too long for one. */
export function qrPath(text: string): QrPath | null {
  if (text.length > MOST_CHARACTERS) return null;
  const rows = encodeQR(text, 'raw', { ecc: 'low', border: QUIET_ZONE });
  const d = rows.flatMap((row, y) => darkRuns(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)).join('');
  return { size: rows.length, d };
}
