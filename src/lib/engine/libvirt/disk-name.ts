/**
 * The number in a disk's name: vda is 0, vdz 25, vdaa 26.
 *
 * Upstream: src/util/virutil.c (virDiskNameParse, virDiskNameToIndex, virIndexToDiskName).
 */

/** The beginnings of names that libvirt counts; `xyz` has no number. */
const PREFIXES = ['fd', 'hd', 'vd', 'sd', 'xvd', 'ubd'] as const;

const A = 97;
const ZERO = 48;
const LETTERS = 26;

/** A name taken apart: the number of its letters, and the partition behind them (0: none). */
export interface ParsedDiskName {
  readonly index: number;
  readonly partition: number;
}

/** [NAME-1] Takes a disk name apart; null when it is not a known prefix, letters, and perhaps digits. */
export function parseDiskName(name: string): ParsedDiskName | null {
  const index = diskNameToIndex(name);
  if (index < 0) return null;
  const digits = name.slice(lettersEnd(name, prefixLength(name)));
  return { index, partition: Number(digits) };
}

/** [NAME-2] The number of a disk's letters, -1 when the name has none; a partition does not count. */
export function diskNameToIndex(name: string): number {
  const start = prefixLength(name);
  const end = lettersEnd(name, start);
  if (start === 0 || end === start) return -1;
  for (let at = end; at < name.length; at++) if (!isBetween(name, at, ZERO, ZERO + 9)) return -1;
  let index = -1;
  for (let at = start; at < end; at++) index = (index + 1) * LETTERS + name.charCodeAt(at) - A;
  return index;
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

function lettersEnd(name: string, start: number): number {
  let end = start;
  while (end < name.length && isBetween(name, end, A, A + LETTERS - 1)) end++;
  return end;
}

function isBetween(name: string, at: number, low: number, high: number): boolean {
  const code = name.charCodeAt(at);
  return code >= low && code <= high;
}
