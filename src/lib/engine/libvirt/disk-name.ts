/**
 * The number in a disk's name: vda is 0, vdz 25, vdaa 26.
 *
 * Upstream: src/util/virutil.c (virDiskNameParse, virDiskNameToIndex, virIndexToDiskName).
 */

/** The beginnings of names that libvirt counts; `xyz` has no number. */
const PREFIXES = ['fd', 'hd', 'vd', 'sd', 'xvd', 'ubd'] as const;

const A = 97;
const LETTERS = 26;

/** A name taken apart: the number of its letters, and the partition behind them (0: none). */
export interface ParsedDiskName {
  readonly index: number;
  readonly partition: number;
}

/** [NAME-1] Takes a disk name apart; null when it is not a known prefix, letters, and perhaps digits. */
export function parseDiskName(name: string): ParsedDiskName | null {
  const start = prefixLength(name);
  let at = start;
  let index = -1;
  for (; at < name.length; at++) {
    const letter = name.charCodeAt(at) - A;
    if (letter < 0 || letter >= LETTERS) break;
    index = (index + 1) * LETTERS + letter;
  }
  if (start === 0 || index < 0) return null;
  const digits = name.slice(at);
  if (digits === '') return { index, partition: 0 };
  return /^[0-9]+$/.test(digits) ? { index, partition: Number(digits) } : null;
}

/** [NAME-2] The number of a disk's letters, -1 when the name has none; a partition does not count. */
export function diskNameToIndex(name: string): number {
  return parseDiskName(name)?.index ?? -1;
}

/** [NAME-3] The name with this number behind a prefix: `vd` and 26 make vdaa. */
export function indexToDiskName(index: number, prefix: string): string {
  let letters = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / LETTERS) - 1) {
    letters = String.fromCharCode(A + (rest % LETTERS)) + letters;
  }
  return prefix + letters;
}

function prefixLength(name: string): number {
  for (const prefix of PREFIXES) if (name.startsWith(prefix)) return prefix.length;
  return 0;
}
