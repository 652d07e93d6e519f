import { describe, expect, it } from 'vitest';
import { allLessons } from '../../../src/lib/lessons/all.ts';
import { loadLessonAt } from '../../../src/lib/lessons/load.ts';
import { momentOf, sessionAt } from '../../../src/lib/session/lesson/lesson-run.ts';

describe('a lesson that is fetched by its address', () => {
  it.each(allLessons)('is the one of the list: $slug', async (listed) => {
    expect(await loadLessonAt(listed.slug)).toEqual(listed);
  });

  it('is none where there is none', async () => {
    for (const slug of ['', 'no-such-lesson', '04-the-article', 'article']) {
      expect(await loadLessonAt(slug), slug).toBe(null);
    }
  });
});

describe('a moment of a lesson', () => {
  const { lesson } = allLessons[3]!;
  const whole = sessionAt(lesson, lesson.parts.length);
  const last = whole.timeline.line.length - 1;

  it('is the end of its whole story where no step is said, or more than there are', () => {
    expect(momentOf(lesson, null)).toEqual(whole);
    expect(momentOf(lesson, last + 1).timeline.position).toBe(last);
  });

  it('has the rest of the story ahead of it', () => {
    const { timeline } = momentOf(lesson, 3);
    expect(timeline.position).toBe(3);
    expect(timeline.line).toEqual(whole.timeline.line);
  });
});
