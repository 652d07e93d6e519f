import { beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { allLessons } from '../../../src/lib/lessons/all.ts';
import { cloudOf } from '../../../src/lib/session/session.ts';
import GoalBar from '../../../src/lib/ui/lessons/GoalBar.svelte';
import { LessonState } from '../../../src/lib/ui/lessons/lesson-state.svelte.ts';

/** A lesson as it begins. */
function lessonOf(slug: string): LessonState {
  const numbered = allLessons.find((one) => one.slug === slug);
  if (!numbered) throw new Error(`there is no lesson ${slug}`);
  return new LessonState(numbered);
}

async function show(lesson: LessonState) {
  const screen = await render(GoalBar, { lesson, height: 0 });
  return screen.getByTestId('goals');
}

/** The volume that the buttons are about is attached, or what else the request does. */
function make(lesson: LessonState, name: 'attach' | 'hardReboot' | 'stop' | 'start'): void {
  lesson.playground.actInTurn([lesson.playground.choices.requests[name]]);
}

beforeEach(() => {
  localStorage.clear();
});

describe('the goals', () => {
  it('are told but for what would tell an answer, which is told with the guess', async () => {
    const lesson = lessonOf('the-article');
    const goals = await show(lesson);
    await expect.element(goals).toHaveTextContent('volume1 is in-use, not yet');
    await expect.element(goals).toHaveTextContent('Guess first: one goal would tell the answer.');
    await expect.element(goals).not.toHaveTextContent('vdb');
    lesson.answer(0, 'vdd', false);
    await expect.element(goals).toHaveTextContent('In libvirt’s domain, volume1 is vdb, not yet');
    await expect.element(goals).not.toHaveTextContent('Guess first');
  });

  it('are told when they are reached, with a guess or without', async () => {
    const lesson = lessonOf('the-article');
    const goals = await show(lesson);
    make(lesson, 'attach');
    await expect.element(goals).toHaveTextContent('In libvirt’s domain, volume1 is vdb, reached');
    await expect.element(goals.getByRole('link', { name: 'Part done: see what happened' })).toBeVisible();
  });

  it('do not hold by what happened before the part began', async () => {
    const lesson = lessonOf('incident');
    lesson.answer(0, 'vdd', true);
    lesson.answer(2, 'silence', true);
    const goals = await show(lesson);
    await expect.element(goals).toHaveTextContent('A new line of nova-compute.log says “already exists”, not yet');
    make(lesson, 'attach');
    await expect.element(goals).toHaveTextContent('A new line of nova-compute.log says “already exists”, reached');
  });
});

describe('a lesson', () => {
  it('has the volume chosen that its part is about', () => {
    const { playground } = lessonOf('incident');
    const { volumes } = cloudOf(playground.session);
    expect(volumes.find(({ id }) => id === playground.choices.volume)?.name).toBe('volume3');
  });

  it('counts a guess that was made before the goals were reached, and none that comes after', () => {
    const lesson = lessonOf('incident');
    lesson.answer(1, 'swap', true);
    make(lesson, 'attach');
    lesson.answer(0, 'vdd', true);
    expect(lesson.guesses.slice(0, 2)).toEqual(['vdd', 'swap']);
    expect(lesson.progress.of('incident').answers).toEqual({ '0.1': true });
  });

  it('begins its part anew when the lab starts over, and keeps what was guessed', () => {
    const lesson = lessonOf('incident');
    lesson.answer(1, 'swap', true);
    make(lesson, 'attach');
    expect(lesson.isReached).toBe(true);
    lesson.playground.startOver();
    expect(lesson.isReached).toBe(false);
    expect(lesson.guesses[1]).toBe('swap');
  });

  it('counts the goals of a part that is begun anew after a longer way of one’s own', () => {
    const lesson = lessonOf('the-article');
    for (const name of ['hardReboot', 'hardReboot', 'attach'] as const) make(lesson, name);
    lesson.next();
    lesson.playground.startOver();
    expect(lesson.goals).toEqual([true, false, false]);
    lesson.goTo(3);
    lesson.playground.startOver();
    make(lesson, 'attach');
    expect(lesson.isReached).toBe(true);
  });
});
