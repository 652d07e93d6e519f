/** Somebody who uses the page, in whichever browser: as much as the drivers of all of them can do. */
import type { Page } from '@playwright/test';

export interface Visitor {
  /** Goes to an address, relative to the site's. */
  open: (address: string) => Promise<void>;
  /** Clicks on a control, found by its role and its whole accessible name, as soon as it can be used. */
  press: (name: string, role?: 'button' | 'tab') => Promise<void>;
  /** Types into what has the focus; a line feed is the Enter key. */
  type: (text: string) => Promise<void>;
  key: (key: 'Tab' | 'Enter' | 'Escape' | 'ArrowLeft') => Promise<void>;
  /** What a function finds in the page. It runs there, so it sees nothing but its argument. */
  read: <Found>(look: (argument: string) => Found, argument?: string) => Promise<Found>;
}

/** The visitor that Playwright's page makes. */
export function visitorOf(page: Page): Visitor {
  return {
    open: async (address) => {
      await page.goto(address);
    },
    press: (name, role = 'button') => page.getByRole(role, { name, exact: true }).click(),
    type: (text) => page.keyboard.type(text),
    key: (key) => page.keyboard.press(key),
    read: async (look, argument = '') => page.evaluate(look, argument)
  };
}
