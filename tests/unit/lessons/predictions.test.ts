import { describe, expect, it } from 'vitest';
import { allLessons } from '../../../src/lib/lessons/all.ts';
import type { NumberedLesson } from '../../../src/lib/lessons/numbered.ts';
import { answerTo } from '../../../src/lib/session/lesson/answer.ts';
import { askedIn, beginPart } from '../../../src/lib/session/lesson/lesson-run.ts';
import { sessionAt } from '../../../src/lib/session/lesson/story.ts';
import { optionsOf } from '../../../src/lib/session/lesson/options.ts';
import { cloudOf } from '../../../src/lib/session/session.ts';
import { explanation } from '../../../src/lib/ui/text/en/predictions.ts';
import { optionText } from '../../../src/lib/ui/text/en/prediction-options.ts';
import { andThen } from '../../support/lab/session.ts';

function lessonAt(slug: string): NumberedLesson {
  const found = allLessons.find((one) => one.slug === slug);
  if (!found) throw new Error(`there is no lesson ${slug}`);
  return found;
}

const asked = allLessons.flatMap(({ slug, lesson }) =>
  lesson.parts.flatMap(({ predictions }, part) =>
    predictions.map((prediction) => ({ slug, lesson, part, prediction, question: prediction.question }))
  )
);

describe.each(asked)('$slug: $question', ({ lesson, part, prediction }) => {
  const origin = sessionAt(lesson, part);
  const options = optionsOf(origin, prediction);
  const answer = answerTo(origin, prediction);

  it('offers the right answer once, among others, each in its own words', () => {
    expect(options.filter((option) => option === answer.right)).toHaveLength(1);
    expect(options.length).toBeGreaterThan(1);
    expect(new Set(options.map((option) => optionText(prediction, option))).size).toBe(options.length);
  });

  it.each(options)('explains the answer %s', (option) => {
    const [verdict = '', ...reasons] = explanation(prediction, answer, option);
    expect(verdict.startsWith(option === answer.right ? 'Right: ' : 'Not quite. ')).toBe(true);
    expect(verdict).toContain(optionText(prediction, answer.right));
    expect(reasons.length).toBeGreaterThan(0);
    for (const sentence of reasons) expect(sentence).not.toMatch(/undefined|null|\[object|^\s*$/);
  });
});

describe('where a question is asked', () => {
  const { lesson } = lessonAt('the-article');
  const canonical = sessionAt(lesson, 3);
  const predictions = lesson.parts[3]?.predictions ?? [];

  it('is the learner’s own session, and the answer is the one that comes true there', () => {
    const own = andThen(canonical, { type: 'hardReboot' });
    expect(askedIn(beginPart(lesson, 3, own))).toBe(own);
    const [, client] = predictions;
    if (!client) throw new Error('the part asks nothing of the client');
    expect(answerTo(canonical, client).right).toBe('silence');
    expect(answerTo(own, client).right).toBe('done');
  });

  it('is the lesson’s, where the learner’s cannot do what the question is about', () => {
    const own = andThen(canonical, { type: 'delete' });
    expect(cloudOf(askedIn(beginPart(lesson, 3, own)))).toEqual(cloudOf(canonical));
  });
});

it('a wrong name is explained by who has it, in the walk that Nova makes', () => {
  const { lesson } = lessonAt('names');
  const prediction = lesson.parts[0]?.predictions[0];
  if (!prediction) throw new Error('the lesson asks nothing');
  const answer = answerTo(sessionAt(lesson, 0), prediction);
  expect(explanation(prediction, answer, 'vdb')).toContain('vdb was considered first, but swap has it.');
  expect(explanation(prediction, answer, 'vdd')).toContain(
    'vdd was not looked at any more: vdc came first and was free.'
  );
});

describe('what is told of a status, while one request is followed', () => {
  const { lesson } = lessonAt('silence');
  const told = (part: number, guess: string) => {
    const prediction = lesson.parts[part]?.predictions[0];
    if (prediction?.ask !== 'volume status') throw new Error('the part asks for no status of a volume');
    return explanation(prediction, answerTo(sessionAt(lesson, part), prediction), guess);
  };

  it('is that the work goes on, as long as it does', () => {
    expect(told(0, 'reserved')).toEqual(['Right: reserved.', 'The work is still going on at that moment.']);
  });

  it('is what has failed, also where that was before the question', () => {
    expect(told(2, 'available')).toEqual([
      'Right: available.',
      'The work fails on its way: Requested operation is not valid: target vdc already exists'
    ]);
  });
});

it('a name that somebody asks for is among the answers', () => {
  const { lesson } = lessonAt('asked-for');
  const prediction = lesson.parts[0]?.predictions[0];
  if (!prediction) throw new Error('the lesson asks nothing');
  expect(optionsOf(sessionAt(lesson, 0), prediction)).toEqual(['vdb', 'vdc', 'vdd', 'vdf', 'nowhere']);
});

it('a repair that takes volumes away is offered only where one name is given twice', () => {
  const { lesson } = lessonAt('the-article');
  const gentlest = lesson.parts[4]?.predictions[1];
  if (gentlest?.ask !== 'gentlest repair') throw new Error('the part asks for no repair');
  expect(optionsOf(sessionAt(lesson, 4), gentlest)).not.toContain('stopDetach');
  const epoxy = lessonAt('epoxy').lesson;
  expect(optionsOf(sessionAt(epoxy, 1), gentlest)).toContain('stopDetach');
});
