import { describe, expect, it } from 'vitest';
import { openTerminal, enter } from '../../../src/lib/cli/cli.ts';
import { allLessons } from '../../../src/lib/lessons/all.ts';
import { glossary } from '../../../src/lib/lessons/glossary.ts';
import { isRequest, lineOf, perform } from '../../../src/lib/session/lesson/deed.ts';
import {
  beginPart,
  follow,
  goalsOf,
  isLastPart,
  operationsUsed,
  subjectsOf
} from '../../../src/lib/session/lesson/lesson-run.ts';
import { sessionAt } from '../../../src/lib/session/lesson/story.ts';
import type { Part } from '../../../src/lib/session/lesson/lesson.ts';
import { cloudOf, type Session } from '../../../src/lib/session/session.ts';
import { factText } from '../../../src/lib/ui/text/en/facts.ts';
import { linksOf, plain } from '../../../src/lib/ui/text/rich.ts';
import { fewestOperations } from '../../support/lessons/fewest.ts';

/** What a learner reads in a group of steps without asking for more. */
const sentencesOf = ({ title, text, after, predictions }: Part): readonly string[] =>
  [title, ...text, ...after, ...predictions.map(({ question }) => question)]
    .map(plain)
    .flatMap((paragraph) => paragraph.split(/(?<=[.?!:;”])\s+/));

const wordsOf = (sentence: string) => sentence.split(/\s+/);

describe.each(allLessons)('lesson $number, $slug', ({ lesson, fewest }) => {
  const parts = lesson.parts.map((part, index) => ({ part, index, number: index + 1 }));

  it.each(parts)(
    'part $number is not reached when it begins, and its solution reaches every goal',
    ({ part, index }) => {
      let session: Session = sessionAt(lesson, index);
      let run = beginPart(lesson, index, session);
      expect(run.reached).toBe(false);
      for (const deed of part.solution) {
        const next = perform(session, deed);
        if (next === null) throw new Error(`${deed} is refused`);
        session = next;
        run = follow(run, session);
      }
      expect(part.goals.map((goal, at) => [factText(goal), goalsOf(run, session)[at]])).toEqual(
        part.goals.map((goal) => [factText(goal), true])
      );
      expect(run.reached).toBe(true);
    }
  );

  it('is reached from its beginning by typing its solutions into the terminal', () => {
    let terminal = openTerminal(sessionAt(lesson, 0));
    let run = beginPart(lesson, 0, terminal.session);
    for (const { part, index } of parts) {
      if (index > 0) run = beginPart(lesson, index, terminal.session);
      for (const deed of part.solution) {
        const outcome = enter(terminal, lineOf(cloudOf(terminal.session), deed));
        expect({ deed, exit: outcome.exit }).toEqual({ deed, exit: 0 });
        terminal = outcome.terminal;
        run = follow(run, terminal.session);
      }
      expect(run.reached).toBe(true);
    }
    expect(isLastPart(run)).toBe(true);
    const requests = parts.flatMap(({ part }) => part.solution).filter(isRequest);
    expect(operationsUsed(run, terminal.session)).toBe(requests.length);
  });

  it('says the fewest operations that a search finds', () => {
    expect(fewest).toBe(fewestOperations(lesson));
  });

  it.each(parts)('part $number has its volume chosen, which is one that it names itself', ({ part, index }) => {
    const session = sessionAt(lesson, index);
    const { volume_id } = subjectsOf(beginPart(lesson, index, session));
    const chosen = cloudOf(session).volumes.find(({ id }) => id === volume_id)?.name;
    const words = [...sentencesOf(part), ...part.goals.map(factText)].join(' ');
    expect(chosen === undefined || words.includes(chosen)).toBe(true);
  });

  it.each(parts)('part $number is short, and each of its hints says something else', ({ part }) => {
    const sentences = sentencesOf(part);
    expect(sentences.flatMap(wordsOf).length).toBeLessThan(350);
    expect(sentences.filter((sentence) => wordsOf(sentence).length > 30)).toEqual([]);
    expect(new Set(part.hints).size).toBe(3);
    expect(part.hints.filter((hint) => hint.trim() === '')).toEqual([]);
  });

  it('has markup only where it is read as such', () => {
    const questions = lesson.parts.flatMap(({ predictions }) => predictions.map(({ question }) => question));
    const titles = lesson.parts.flatMap(({ title, hints }) => [title, ...hints]);
    for (const text of [lesson.title, lesson.goal, ...questions, ...titles]) expect(text).not.toMatch(/[*`]|\[\[/);
  });

  it('links only to terms that the glossary has, and to each once', () => {
    const links = lesson.parts.flatMap(({ text, after }) => [...text, ...after]).flatMap(linksOf);
    expect(links.filter((term) => !(term in glossary))).toEqual([]);
    expect(links.filter((term, index) => links.indexOf(term) !== index)).toEqual([]);
  });
});

describe('all lessons', () => {
  it('stand in order, each number once', () => {
    expect(allLessons.map(({ number }) => number)).toEqual(allLessons.map((_, index) => index + 1));
    expect(new Set(allLessons.map(({ slug }) => slug)).size).toBe(allLessons.length);
  });

  it('use every term of the glossary, or the glossary itself does', () => {
    const texts = allLessons.flatMap(({ lesson }) => lesson.parts.flatMap(({ text, after }) => [...text, ...after]));
    const used = new Set([...texts, ...Object.values(glossary).map(({ text }) => text)].flatMap(linksOf));
    expect(Object.keys(glossary).filter((term) => !used.has(term))).toEqual([]);
    expect([...used].filter((term) => !(term in glossary))).toEqual([]);
  });
});
