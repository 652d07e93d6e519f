import { describe, expect, it } from 'vitest';
import {
  readPresentation,
  usualPresentation,
  writePresentation
} from '../../../../src/lib/session/link/presentation.ts';

describe('the presentation in a query', () => {
  it('is the usual one where nothing is said, and where all that is said is somebody else’s', () => {
    for (const query of ['', '?', '?utm_source=news&projector']) {
      expect(readPresentation(query)).toEqual({ presentation: usualPresentation, problems: [] });
    }
  });

  it('is read from every parameter', () => {
    const query = '?lesson=the-article&step=12&panels=truths,log&theme=dark&controls=steps&readonly&lang=en';
    expect(readPresentation(query)).toEqual({
      presentation: {
        lesson: 'the-article',
        step: 12,
        panels: ['truths', 'log'],
        theme: 'dark',
        controls: 'steps',
        readonly: true,
        lang: 'en'
      },
      problems: []
    });
  });

  it('leaves out what it does not understand, and names it', () => {
    const query = '?lesson=../x&step=-1&panels=truths,,cat,truths&theme=blue&controls=all&readonly=perhaps&lang=tlh';
    const { presentation, problems } = readPresentation(query);
    expect(presentation).toEqual({ ...usualPresentation, panels: ['truths'] });
    expect(problems.map(({ parameter, value }) => `${parameter}=${value}`).sort()).toEqual([
      'controls=all',
      'lang=tlh',
      'lesson=../x',
      'panels=cat',
      'readonly=perhaps',
      'step=-1',
      'theme=blue'
    ]);
  });

  it('knows the names of every object’s own properties for what they are: nothing', () => {
    expect(readPresentation('readonly=constructor&theme=toString').problems).toHaveLength(2);
  });

  it('shows no more of a bad value than a notice has room for', () => {
    const [problem] = readPresentation(`theme=${'x'.repeat(5000)}`).problems;
    expect(problem?.value).toHaveLength(40);
  });

  it('takes readonly for said however a page writes a flag, and for unsaid when it says no', () => {
    for (const said of ['readonly', 'readonly=', 'readonly=true', 'readonly=1']) {
      expect(readPresentation(said).presentation.readonly, said).toBe(true);
    }
    for (const unsaid of ['readonly=false', 'readonly=0']) {
      expect(readPresentation(unsaid).presentation.readonly, unsaid).toBe(false);
    }
  });
});

describe('a presentation that is written', () => {
  it('says only what is not usual, in an address that people can read', () => {
    expect(writePresentation({})).toBe('');
    expect(writePresentation({ lesson: 'the-article', step: 0, panels: ['truths', 'log'], theme: 'dark' })).toBe(
      'lesson=the-article&step=0&panels=truths,log&theme=dark'
    );
    expect(writePresentation({ controls: 'none', readonly: true })).toBe('controls=none&readonly');
  });
});
