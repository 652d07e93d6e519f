import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  mergeProgress,
  NOT_BEGUN,
  readProgress,
  writeProgress,
  type LessonRecord
} from '../../../../src/lib/session/lesson/progress.ts';

const begun: LessonRecord = { ...NOT_BEGUN, parts: 2, answers: { '0.0': true, '1.0': false }, hints: 1 };
const finished: LessonRecord = { ...begun, parts: 5, operations: 7, finished: '2026-11-25' };

describe('progress', () => {
  it('comes back from its text as it was', () => {
    expect(readProgress(writeProgress({ names: begun, gaps: finished }))).toEqual({ names: begun, gaps: finished });
  });

  it.each([
    ['', 'damaged'],
    ['{', 'damaged'],
    ['null', 'damaged'],
    ['[]', 'damaged'],
    ['{"lessons":{}}', 'damaged'],
    ['{"version":1}', 'damaged'],
    ['{"version":1,"lessons":{"names":{}}}', 'damaged'],
    [
      '{"version":1,"lessons":{"names":{"parts":-1,"answers":{},"hints":0,"operations":null,"finished":null}}}',
      'damaged'
    ],
    [
      '{"version":1,"lessons":{"names":{"parts":1,"answers":{"0.0":"yes"},"hints":0,"operations":null,"finished":null}}}',
      'damaged'
    ],
    ['{"version":2,"anything":true}', 'future']
  ])('is not believed when it says %s', (text, problem) => {
    expect(readProgress(text)).toBe(problem);
  });

  it('is never believed, whatever a store holds', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const read = readProgress(text);
        expect(typeof read === 'string' || Object.keys(read).length === 0).toBe(true);
      })
    );
  });

  it('grows by an import and never shrinks', () => {
    expect(mergeProgress({ names: finished }, { names: begun, gaps: begun })).toEqual({ names: finished, gaps: begun });
    expect(mergeProgress({ names: begun }, { names: finished })).toEqual({ names: finished });
    expect(mergeProgress({ names: begun }, { names: { ...begun, parts: 3 } })).toEqual({
      names: { ...begun, parts: 3 }
    });
  });
});
