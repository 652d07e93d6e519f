/**
 * Tables as virsh prints them: as wide as they must be, or in libvirt 3.x with columns of fixed width.
 *
 * Upstream: libvirt tools/vsh-table.c (vshTablePrint) from 4.8 on; before, the format strings of each command in
 * tools/virsh-domain-monitor.c.
 */
import { answerWithExtra, type VirshCall, type VirshReply } from './call.ts';

/** How libvirt 3.x laid a table out. */
export interface FixedLayout {
  /** What stands before the first column. */
  readonly margin: string;
  /** Of each column; one that is not said is as wide as its text. */
  readonly widths: readonly number[];
  readonly rule: number;
}

/** A table before it is printed. */
export interface VirshTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly fixed: FixedLayout;
}

function fixedLines({ columns, rows, fixed: { margin, widths, rule } }: VirshTable) {
  const line = (cells: readonly string[]) =>
    margin + cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' ');
  return { heading: [line(columns), '-'.repeat(rule)], body: rows.map(line) };
}

function fittedLines({ columns, rows }: VirshTable, isQuiet: boolean) {
  const widths = columns.map((_, index) =>
    Math.max(...[...(isQuiet ? [] : [columns]), ...rows].map((row) => row[index]?.length ?? 0))
  );
  const line = (cells: readonly string[]) =>
    ` ${cells.map((cell, index) => (index === cells.length - 1 ? cell : cell.padEnd(widths[index] ?? 0))).join('   ')}`;
  const rule = '-'.repeat(widths.reduce((sum, width) => sum + width + 3, 0));
  return { heading: [line(columns), rule], body: rows.map(line) };
}

/** The table; quiet leaves its heading out. */
export function printTable(call: VirshCall, table: VirshTable): VirshReply {
  const { heading, body } = call.dialect === '9' ? fittedLines(table, call.isQuiet) : fixedLines(table);
  return answerWithExtra(call, heading, body);
}
