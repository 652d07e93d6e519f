import { beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { NOT_BEGUN, writeProgress } from '../../../src/lib/session/lesson/progress.ts';
import { keptKey } from '../../../src/lib/ui/kept-key.ts';
import LessonIndex from '../../../src/lib/ui/lessons/LessonIndex.svelte';
import type { ListedLesson } from '../../../src/lib/ui/lessons/listed-lesson.ts';

const KEY = keptKey('lessons');

const names: ListedLesson = {
  number: 1,
  slug: 'names',
  title: 'Names',
  goal: 'name a disk.',
  minutes: 5,
  release: '26.0.0',
  parts: 3,
  questions: 3,
  fewest: 3
};

const begun = { ...NOT_BEGUN, parts: 2, answers: { '0.0': true } };
const finished = { ...begun, parts: 3, operations: 4, finished: '2026-11-25' };

async function show() {
  return render(LessonIndex, { lessons: [names] });
}

type Screen = Awaited<ReturnType<typeof show>>;

async function give(screen: Screen, text: string): Promise<void> {
  const input = screen.container.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('there is no way to give a file');
  await userEvent.upload(input, new File([text], 'progress.json', { type: 'application/json' }));
}

beforeEach(() => {
  localStorage.clear();
});

describe('an import', () => {
  it('adds what the file has, keeps it, and says so', async () => {
    const screen = await show();
    await give(screen, writeProgress({ names: finished }));
    await expect.element(screen.getByRole('status')).toHaveTextContent('The progress of the file was added to yours.');
    await expect.element(screen.getByRole('listitem')).toHaveTextContent('done · 4 (shortest gentle way 3)');
    expect(localStorage.getItem(KEY)).toBe(writeProgress({ names: finished }));
  });

  it('takes nothing away that is further here', async () => {
    localStorage.setItem(KEY, writeProgress({ names: finished }));
    const screen = await show();
    await give(screen, writeProgress({ names: begun }));
    await expect.element(screen.getByRole('listitem')).toHaveTextContent('done');
  });

  it.each([
    ['a picture of a cat', 'That file holds no progress of these lessons.'],
    ['{"version":1,"lessons":{"names":{"parts":-1}}}', 'That file holds no progress of these lessons.'],
    ['{"version":2}', 'A newer version of this page made that file.']
  ])('of %s says what to do, and leaves what is here', async (text, said) => {
    localStorage.setItem(KEY, writeProgress({ names: begun }));
    const screen = await show();
    await give(screen, text);
    await expect.element(screen.getByRole('status')).toHaveTextContent(said);
    await expect.element(screen.getByRole('listitem')).toHaveTextContent('2 of 3 parts');
    expect(localStorage.getItem(KEY)).toBe(writeProgress({ names: begun }));
  });
});

it('a store that cannot be read is kept aside, and a new progress does not overwrite it', async () => {
  localStorage.setItem(KEY, 'gibberish');
  const screen = await show();
  await expect.element(screen.getByRole('alert')).toHaveTextContent('It was set aside, not deleted');
  await give(screen, writeProgress({ names: begun }));
  await expect.element(screen.getByRole('listitem')).toHaveTextContent('2 of 3 parts');
  expect(localStorage.getItem(keptKey('lessons:set-aside'))).toBe('gibberish');
});
