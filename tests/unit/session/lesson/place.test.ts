import { describe, expect, it } from 'vitest';
import { allLessons } from '../../../../src/lib/lessons/all.ts';
import { answerTo } from '../../../../src/lib/session/lesson/answer.ts';
import {
  askedIn,
  beginPart,
  follow,
  goalsOf,
  operationsUsed,
  partOf
} from '../../../../src/lib/session/lesson/lesson-run.ts';
import { optionsOf } from '../../../../src/lib/session/lesson/options.ts';
import { readPlace, writePlace, type Place } from '../../../../src/lib/session/lesson/place.ts';
import { sessionAt } from '../../../../src/lib/session/lesson/story.ts';
import { goTo } from '../../../../src/lib/session/session.ts';
import { andThen } from '../../../support/lab/session.ts';

const lessonAt = (slug: string) => {
  const found = allLessons.find((one) => one.slug === slug);
  if (!found) throw new Error(`no lesson ${slug}`);
  return found.lesson;
};
const article = lessonAt('the-article');

/** In the article's second part: attached before, resized in it. */
function inSecondPart(): Place {
  const origin = sessionAt(article, 1);
  const session = andThen(origin, { type: 'resize', flavor: '203' });
  return { run: follow(beginPart(article, 1, origin), session), session, guesses: ['vdb', undefined] };
}

async function kept(place: Place, lesson = article): Promise<Place | null> {
  return readPlace(lesson, (await writePlace(place)) ?? '');
}

describe('a place in a lesson that was kept', () => {
  it.each(allLessons)(
    'is found again in every part of $slug, and nothing in it is reached anew',
    async ({ lesson }) => {
      for (const part of lesson.parts.keys()) {
        const origin = sessionAt(lesson, part);
        const session = sessionAt(lesson, part + 1);
        for (const place of [
          { run: beginPart(lesson, part, origin), session: origin, guesses: [] },
          { run: follow(beginPart(lesson, part, origin), session), session, guesses: ['vdb'] }
        ]) {
          const found = await kept(place, lesson);
          expect(found?.session).toEqual(place.session);
          expect(found?.run.part).toBe(part);
          expect(found?.run.reached).toBe(place.run.reached);
          expect(found?.guesses).toEqual(place.guesses);
        }
      }
    }
  );

  it('goes on as if nothing had been in between', async () => {
    const place = inSecondPart();
    const found = await kept(place);
    if (!found) throw new Error('not found');
    expect(goalsOf(found.run, found.session)).toEqual(goalsOf(place.run, place.session));
    expect(operationsUsed(found.run, found.session)).toBe(2);
    const done = andThen(found.session, { type: 'confirm' });
    expect(follow(found.run, done).reached).toBe(true);
  });

  it.each(allLessons)('asks the same questions in $slug as if nothing had been in between', async ({ lesson }) => {
    for (const part of lesson.parts.keys()) {
      const origin = sessionAt(lesson, part);
      const session = sessionAt(lesson, part + 1);
      const run = follow(beginPart(lesson, part, origin), session);
      const found = await kept({ run, session, guesses: [] }, lesson);
      if (!found) throw new Error('not found');
      for (const prediction of partOf(run).predictions) {
        expect(optionsOf(askedIn(found.run), prediction)).toEqual(optionsOf(askedIn(run), prediction));
        expect(answerTo(askedIn(found.run), prediction).right).toBe(answerTo(askedIn(run), prediction).right);
      }
    }
  });

  it('stays reached for who has gone back before the goal', async () => {
    const { run, session, guesses } = inSecondPart();
    const done = andThen(session, { type: 'confirm' });
    const place = { run: follow(run, done), session: goTo(done, 2), guesses };
    expect(place.run.reached).toBe(true);
    expect((await kept(place))?.run.reached).toBe(true);
  });

  it('is not one of another lesson, of a part that there is not, or of what is damaged', async () => {
    const text = (await writePlace(inSecondPart())) ?? '';
    const told = JSON.parse(text) as Record<string, unknown>;
    expect(await readPlace(lessonAt('epoxy'), text)).toBeNull();
    for (const other of [
      { part: 99 },
      { part: -1 },
      { from: 'x' },
      { session: '1.damaged' },
      { session: '7.later' },
      { guesses: null }
    ]) {
      expect(await readPlace(article, JSON.stringify({ ...told, ...other }))).toBeNull();
    }
    for (const damaged of ['', '{', 'null', text.slice(0, -9)]) expect(await readPlace(article, damaged)).toBeNull();
  });
});
