import { describe, expect, it } from 'vitest';
import type { Fact, Part, Prediction } from '../../../../src/lib/session/lesson/lesson.ts';
import { DISPLAYS, openQuestions, tellsAnswer, withheldDisplays } from '../../../../src/lib/session/lesson/withheld.ts';
import { article } from '../../../support/lab/session.ts';

/** The article's server, when the volume is gone and swap stands where Nova would put the next one. */
const latent = article(4);

const name: Prediction = { ask: 'name', disk: 'volume1', ahead: ['attach volume1'], question: 'Which name?' };
const swapName: Prediction = { ask: 'name', disk: 'swap', ahead: ['hardReboot'], question: 'Where is swap?' };
const client: Prediction = { ask: 'client', ahead: ['attach volume1'], question: 'What does the client see?' };
const repair: Prediction = { ask: 'gentlest repair', ahead: [], question: 'Which way?' };

function partWith(predictions: readonly Prediction[], more: Partial<Part> = {}): Part {
  const hints = ['one', 'two', 'three'] as const;
  return { title: '', text: [], predictions, goals: [], hints, solution: [], after: [], ...more };
}

const withheld = (...open: readonly Prediction[]) => withheldDisplays(latent, partWith(open), open, false);

describe('a question is open', () => {
  it('until it is answered, whatever the others are', () => {
    const part = partWith([name, client]);
    expect(openQuestions(part, [], false)).toEqual([name, client]);
    expect(openQuestions(part, [undefined, 'silence'], false)).toEqual([name]);
    expect(openQuestions(part, ['vdc', 'silence'], false)).toEqual([]);
  });

  it('no longer when the goals are reached: everybody sees what came', () => {
    expect(openQuestions(partWith([name]), [], true)).toEqual([]);
  });
});

describe('what is put away', () => {
  it('is nothing where no question is open', () => {
    expect(withheld()).toEqual([]);
  });

  it('is the next name for a disk that Nova does not count yet, and its computation for one that it does', () => {
    expect(withheld(name)).toEqual(['next', 'verdict', 'sentence', 'why', 'repairs']);
    expect(withheld(swapName)).toEqual(['computation', 'verdict', 'sentence', 'why', 'repairs']);
  });

  it('is only the pane of the repairs where a repair is asked for', () => {
    expect(withheld(repair)).toEqual(['repairs']);
  });

  it('is what any of the open questions needs', () => {
    expect(withheld(repair, swapName, name)).toEqual(['next', 'computation', 'verdict', 'sentence', 'why', 'repairs']);
  });

  it('is everything in a part without a picture, but for what was written once all is answered', () => {
    const part = partWith([name], { withoutPicture: true });
    expect(withheldDisplays(latent, part, [name], false)).toEqual(DISPLAYS);
    expect(withheldDisplays(latent, part, [], false)).toEqual(DISPLAYS.filter((display) => display !== 'written'));
    expect(withheldDisplays(latent, part, [], true)).toEqual([]);
  });
});

describe('a goal tells an answer', () => {
  it.each<[Fact, Prediction, boolean]>([
    [{ fact: 'logged', text: 'target vdc already exists' }, name, true],
    [{ fact: 'logged', text: 'target vdc already exists' }, client, true],
    [{ fact: 'volume', volume: 'volume1', status: 'available' }, client, true],
    // It does not come true by what the question is about: the repair comes between.
    [{ fact: 'volume', volume: 'volume1', status: 'in-use' }, client, false],
    [{ fact: 'place', truth: 'domain', disk: 'swap', device: 'vdb' }, swapName, true],
    [{ fact: 'place', truth: 'domain', disk: 'swap', device: 'vdb' }, name, false],
    // What the guest calls the disk is no name of Nova's.
    [{ fact: 'place', truth: 'guest', disk: 'swap', device: 'vdb' }, swapName, false],
    [{ fact: 'verdict', kind: 'latent' }, repair, false]
  ])('%j, to %j: %s', (goal, prediction, tells) => {
    expect(tellsAnswer(latent, goal, prediction)).toBe(tells);
  });

  it('never, where nova-api refuses what the question is about', () => {
    const refused: Prediction = { ...client, ahead: ['detach volume1'] };
    expect(tellsAnswer(latent, { fact: 'volume', volume: 'volume1', status: 'available' }, refused)).toBe(false);
  });
});
