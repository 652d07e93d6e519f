/** The two ways to work on the page: with a mouse, and with nothing but a keyboard. */
import type { Locator, Page } from '@playwright/test';

/** What a person does with controls, whichever way. */
export interface Hands {
  /** Presses a button, or opens or closes what is folded. */
  press: (control: Locator) => Promise<void>;
  /** Chooses the option of a list whose text begins so. */
  choose: (list: Locator, option: string) => Promise<void>;
  tick: (box: Locator) => Promise<void>;
  fill: (field: Locator, text: string) => Promise<void>;
}

export const mouse: Hands = {
  press: (control) => control.click(),
  choose: async (list, option) => {
    const value = await list.evaluate(
      (select: HTMLSelectElement, start) => [...select.options].find(({ text }) => text.startsWith(start))?.value,
      option
    );
    await list.selectOption(value ?? '');
  },
  tick: (box) => box.check(),
  fill: (field, text) => field.fill(text)
};

/** More controls than any view of the page has. */
const ONCE_ROUND = 200;

/** Goes on with Tab until the control has the focus, as somebody without a mouse must. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let pressed = 0; pressed < ONCE_ROUND; pressed++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never comes to ${String(control)}`);
}

export function keyboard(page: Page): Hands {
  return {
    press: async (control) => {
      await tabTo(page, control);
      await page.keyboard.press('Enter');
    },
    choose: async (list, option) => {
      await tabTo(page, list);
      await page.keyboard.type(option);
    },
    tick: async (box) => {
      await tabTo(page, box);
      await page.keyboard.press('Space');
    },
    fill: async (field, text) => {
      await tabTo(page, field);
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(text);
    }
  };
}
