/** The playground as a person uses it and reads it. */
import type { Locator, Page } from '@playwright/test';
import { mouse, type Hands } from './hands.ts';
import { disksOf } from './readings.ts';

export class Lab {
  readonly client: Locator;
  readonly log: Locator;
  readonly sentence: Locator;
  readonly verdict: Locator;
  readonly status: Locator;

  readonly page: Page;
  readonly hands: Hands;

  constructor(page: Page, hands: Hands = mouse) {
    this.page = page;
    this.hands = hands;
    this.client = page.getByTestId('client');
    this.log = page.getByTestId('log');
    this.sentence = page.getByTestId('sentence');
    this.verdict = page.getByTestId('verdict');
    this.status = page.getByTestId('status');
  }

  async press(name: string): Promise<void> {
    await this.hands.press(this.page.getByRole('button', { name, exact: true }));
  }

  /** Sends a request and lets it run to its end. */
  async do(...names: readonly string[]): Promise<void> {
    for (const name of names) {
      await this.press(name);
      await this.press('Run to end');
    }
  }

  /** Opens the settings of the lab, changes some and applies them. */
  async setUp(change: (dialog: Locator) => Promise<void>): Promise<void> {
    await this.press('Lab settings');
    const dialog = this.page.getByRole('dialog', { name: 'Lab settings' });
    await change(dialog);
    await this.hands.press(dialog.getByRole('button', { name: 'Apply', exact: true }));
    await dialog.waitFor({ state: 'hidden' });
  }

  /** The disks of one column, as `vdb volume1`, in order. */
  async column(truth: 'database' | 'computation' | 'domain' | 'guest'): Promise<string[]> {
    return this.page.evaluate(disksOf, truth);
  }

  async volumeStatus(): Promise<string> {
    return this.page.getByTestId('volume-status').first().innerText();
  }
}
