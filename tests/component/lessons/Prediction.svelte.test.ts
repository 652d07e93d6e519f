import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { Prediction as Asked } from '../../../src/lib/session/lesson/lesson.ts';
import Prediction from '../../../src/lib/ui/lessons/Prediction.svelte';
import { article } from '../../support/lab/session.ts';

const prediction: Asked = { ask: 'name', disk: 'volume1', ahead: ['attach volume1'], question: 'Which name?' };

async function show(more: { guess?: string; reveal?: boolean } = {}) {
  const onanswer = vi.fn();
  const { guess, reveal = false } = more;
  const props = { id: 'question', prediction, session: article(4), guess, reveal, onanswer };
  const screen = await render(Prediction, props);
  return { screen, onanswer, props };
}

const SAY = { name: 'That is my guess' };

describe('a prediction', () => {
  it('asks for an answer before it takes one', async () => {
    const { screen, onanswer } = await show();
    await screen.getByRole('button', SAY).click();
    await expect.element(screen.getByRole('status')).toHaveTextContent('Choose an answer first.');
    expect(onanswer).not.toHaveBeenCalled();
  });

  it.each([
    ['vdc', true],
    ['vdb', false]
  ])('takes %s, and knows from the engine that this is %s', async (name, isRight) => {
    const { screen, onanswer } = await show();
    await screen.getByRole('radio', { name }).click();
    await screen.getByRole('button', SAY).click();
    await vi.waitFor(() => {
      expect(onanswer).toHaveBeenCalledExactlyOnceWith(name, isRight);
    });
  });

  it('tells nothing of the answer while the guess waits, unless that is asked for', async () => {
    const { screen } = await show({ guess: 'vdb' });
    await expect.element(screen.getByRole('status')).toHaveTextContent('Noted.');
    await expect.element(screen.getByRole('radio', { name: 'vdb' })).toBeDisabled();
    await screen.getByRole('button', { name: 'Show the answer now' }).click();
    await expect.element(screen.getByText('Not quite. It is: vdc.')).toBeVisible();
  });

  it('tells the answer when the part is done, to those who have guessed', async () => {
    const guessed = await show({ guess: 'vdc', reveal: true });
    await expect.element(guessed.screen.getByText('Right: vdc.')).toBeVisible();
  });

  it('keeps the answer to itself when the part is done and nobody has guessed', async () => {
    const { screen } = await show({ reveal: true });
    await expect.element(screen.getByRole('button', SAY)).toBeVisible();
    await expect.element(screen.getByRole('status')).toHaveTextContent(/^$/);
  });
});
