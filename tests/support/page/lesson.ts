/** A lesson as a person does it and reads it. */
import type { Locator, Page } from '@playwright/test';
import { mouse, type Hands } from './hands.ts';
import { Lab } from './lab.ts';

export class LessonPage {
  readonly lab: Lab;
  readonly goals: Locator;
  readonly panel: Locator;

  readonly page: Page;
  readonly hands: Hands;

  constructor(page: Page, hands: Hands = mouse) {
    this.page = page;
    this.hands = hands;
    this.lab = new Lab(page, hands);
    this.goals = page.getByTestId('goals');
    this.panel = page.getByTestId('lesson');
  }

  /** A question of the part, by a piece of it. */
  question(words: string): Locator {
    return this.panel.locator('form:visible', { hasText: words });
  }

  /** Chooses an answer and stands by it. With arrow keys, as radio buttons are moved through. */
  async predict(words: string, answer: string): Promise<void> {
    const form = this.question(words);
    const labels = await form.locator('label').allInnerTexts();
    await this.hands.tick(form.getByRole('radio').first());
    for (let index = labels.findIndex((label) => label.trim() === answer); index > 0; index--) {
      await this.page.keyboard.press('ArrowDown');
    }
    await this.hands.press(form.getByRole('button', { name: 'That is my guess' }));
  }

  async next(name = 'Next part'): Promise<void> {
    await this.hands.press(this.panel.getByRole('button', { name }));
  }
}
