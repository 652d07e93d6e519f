import { describe, expect, it } from 'vitest';
import { foldLines, rowsOf } from '../../../../src/lib/ui/xml/folding.ts';
import { markLines, type Mark, type MarkedLine } from '../../../../src/lib/ui/xml/line-diff.ts';
import { xmlChange } from '../../../../src/lib/session/views/domain-xml.ts';
import { goTo } from '../../../../src/lib/session/session.ts';
import { after } from './texts.ts';

/** Lines from a drawing: `.` the same, `+` and `-` marked, `(` to `)` the lines of a disk. */
function drawn(drawing: string): readonly MarkedLine[] {
  let inDisk = false;
  return Array.from(drawing, (sign, at) => {
    if (sign === '(') inDisk = true;
    const disk = inDisk ? ({ kind: 'root', name: 'root' } as const) : null;
    if (sign === ')') inDisk = false;
    const mark: Mark = sign === '+' ? 'added' : sign === '-' ? 'removed' : 'same';
    const line = { text: `line ${at}`, name: 'x', parent: 'y', disk: disk && 0, opensDisk: sign === '(' };
    return { mark, line, disk };
  });
}

const regions = (drawing: string) =>
  foldLines(drawn(drawing)).map(({ folded, lines }) => `${folded ? 'folded' : 'shown'} ${lines.length}`);

describe('the folds', () => {
  it('leave three lines around what the step changed', () => {
    expect(regions('..........+..........')).toEqual(['folded 7', 'shown 7', 'folded 7']);
    expect(regions('-..........')).toEqual(['shown 4', 'folded 7']);
  });

  it('do not hide so little that the fold would take its place', () => {
    expect(regions('......+').every((region) => region.startsWith('shown'))).toBe(true);
    expect(regions('.......+')).toEqual(['folded 4', 'shown 4']);
  });

  it('show a disk whole or not at all', () => {
    expect(regions('..........(........+........)..........')).toEqual(['folded 10', 'shown 19', 'folded 10']);
    expect(regions('(.......).+..........')).toEqual(['shown 14', 'folded 7']);
    expect(regions('(.......)...............+')).toEqual(['folded 21', 'shown 4']);
  });

  it('leave the disks where nothing changed, and where everything did', () => {
    expect(regions('......(..)......')).toEqual(['folded 6', 'shown 4', 'folded 6']);
    const gone = markLines(xmlChange(goTo(after(2), 15), 'live'));
    expect(gone.every(({ mark }) => mark === 'removed')).toBe(true);
    const shown = foldLines(gone).flatMap(({ folded, lines }) => (folded ? [] : lines));
    expect(shown.every(({ disk }) => disk !== null)).toBe(true);
    expect(shown.filter(({ line }) => line.opensDisk)).toHaveLength(2);
  });

  it('hide lines until they are opened, and then head them', () => {
    const folds = foldLines(drawn('......(..)......'));
    const rows = (...opened: string[]) =>
      rowsOf(folds, new Set(opened)).map((row) =>
        row.kind === 'fold' ? `${row.open ? 'open' : 'closed'} ${row.count}` : row.line.line.text
      );
    expect(rows()).toEqual(['closed 6', 'line 6', 'line 7', 'line 8', 'line 9', 'closed 6']);
    expect(rows('line 10').slice(5)).toEqual(['open 6', ...[10, 11, 12, 13, 14, 15].map((at) => `line ${at}`)]);
  });
});
