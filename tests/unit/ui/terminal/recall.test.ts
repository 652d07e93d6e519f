import { describe, expect, it } from 'vitest';
import { atNewLine, recall, searchBack } from '../../../../src/lib/ui/terminal/recall.ts';

const history = ['nova list', 'cinder list', 'nova show instance01'];

describe('going back to earlier lines', () => {
  it('comes to the latest first, stays at the oldest, and gives the unfinished line back', () => {
    let at = atNewLine(history);
    let line = 'nova re';
    const seen: string[] = [];
    for (const direction of [-1, -1, -1, -1, 1, 1, 1, 1] as const) {
      ({ recall: at, line } = recall(history, at, direction, line));
      seen.push(line);
    }
    expect(seen).toEqual([
      'nova show instance01',
      'cinder list',
      'nova list',
      'nova list',
      'cinder list',
      'nova show instance01',
      'nova re',
      'nova re'
    ]);
  });

  it('searches from the end, and then on from what it found', () => {
    const latest = searchBack(history, 'nova', history.length);
    expect(history[latest]).toBe('nova show instance01');
    expect(history[searchBack(history, 'nova', latest)]).toBe('nova list');
    expect(searchBack(history, 'virsh', history.length)).toBe(-1);
    expect(searchBack(history, '', history.length)).toBe(-1);
  });
});
