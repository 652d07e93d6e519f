import { describe, expect, it } from 'vitest';
import { lesson } from '../../../../src/lib/lessons/04-the-article/lesson.ts';
import { decisiveMoment } from '../../../../src/lib/session/lesson/decisive-moment.ts';
import { sessionAt } from '../../../../src/lib/session/lesson/story.ts';
import { cloudOf, reportOf } from '../../../../src/lib/session/session.ts';
import { fourTruths } from '../../../../src/lib/session/views/four-truths.ts';

const moments = lesson.parts.map((_, part) => decisiveMoment(lesson, part));

describe('the decisive moment of a part', () => {
  it('is its end, where nothing fails: there the detach has split Nova and libvirt', () => {
    const ends = [1, 2, 3].map((part) => sessionAt(lesson, part).timeline.position);
    expect(moments.slice(0, 3).map(({ timeline }) => timeline.position)).toEqual(ends);
    expect(fourTruths(cloudOf(moments[2]!)).verdict.kind).toBe('latent');
  });

  it('is the step that fails, where one does', () => {
    expect(reportOf(moments[3]!)).toMatchObject({ op: 'attach', step: 'attach_device', actor: 'libvirt' });
  });

  it('is a moment of the whole story, by its position', () => {
    const story = sessionAt(lesson, lesson.parts.length);
    for (const moment of moments) expect(moment.timeline.line.length).toBeLessThanOrEqual(story.timeline.line.length);
    expect(moments.at(-1)!.timeline.position).toBe(story.timeline.line.length - 1);
  });
});
