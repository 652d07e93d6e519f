import { expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { Part } from '../../../src/lib/session/lesson/lesson.ts';
import Hints from '../../../src/lib/ui/lessons/Hints.svelte';

const part: Part = {
  title: 'A part',
  text: [],
  predictions: [],
  goals: [],
  hints: ['first words', 'second words', 'third words'],
  solution: ['stop'],
  after: []
};

async function show() {
  const onopen = vi.fn();
  const ontype = vi.fn();
  const screen = await render(Hints, { part, lines: ['nova stop instance01; :run', ':run'], onopen, ontype });
  return { screen, onopen, ontype };
}

it('each hint opens by itself, and is counted when it is opened, not when it is folded', async () => {
  const { screen, onopen } = await show();
  await expect.element(screen.getByText('first words')).not.toBeVisible();
  await screen.getByText('A pointer').click();
  await expect.element(screen.getByText('second words')).toBeVisible();
  await expect.element(screen.getByText('third words')).not.toBeVisible();
  await screen.getByText('A pointer').click();
  await expect.element(screen.getByText('second words')).not.toBeVisible();
  await vi.waitFor(() => {
    expect(onopen).toHaveBeenCalledTimes(1);
  });
});

it('a line of the solution goes to the prompt as it stands', async () => {
  const { screen, ontype } = await show();
  await screen.getByText('Solution').click();
  await screen.getByRole('button', { name: 'Type into the prompt: nova stop instance01; :run' }).click();
  expect(ontype).toHaveBeenCalledExactlyOnceWith('nova stop instance01; :run');
});
