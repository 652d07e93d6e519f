/** The lifecycle: the machine as a statechart that can be read, pressed and walked by keyboard. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/quiet-page.ts';

const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
/** Wide enough for the drawing with all its chips. */
const TABLET = { width: 1000, height: 1100 };

async function open(page: Page, viewport: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(viewport);
  await page.goto('./');
  await page.getByRole('tab', { name: 'Lifecycle' }).click();
  await expect(here(page, 'active')).toBeVisible();
}

/** The box of a state, if the server is in it. */
function here(page: Page, state: string) {
  return page.getByRole('group', { name: `${state}, where the server is` });
}

async function isWithinWidth(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth === document.documentElement.clientWidth);
}

for (const [name, viewport] of [
  ['beside the picture', DESKTOP],
  ['on a tablet', TABLET],
  ['on a phone', PHONE]
] as const) {
  test(`a transition that is pressed moves the server, ${name}`, async ({ page }) => {
    await open(page, viewport);
    await page.getByRole('button', { name: 'Stop: active to stopped' }).click();
    await expect(page.getByTestId('task-state')).toHaveText('powering-off');
    await page.getByRole('button', { name: 'Run to end' }).click();
    await expect(here(page, 'stopped')).toBeVisible();
    await expect(page.getByTestId('status')).toHaveText('SHUTOFF');
    expect(await isWithinWidth(page)).toBe(true);
  });

  test(`the same by keyboard alone, ${name}`, async ({ page }) => {
    await open(page, viewport);
    await page.getByRole('button', { name: 'Attach volume: stays active' }).focus();
    const rescue = page.getByRole('button', { name: 'Rescue: active to rescued' });
    for (let tabs = 0; tabs < 12 && !(await rescue.evaluate((one) => one === document.activeElement)); tabs++) {
      await page.keyboard.press('Tab');
    }
    await expect(rescue).toBeFocused();
    await expect(page.getByTestId('lifecycle-hint')).toHaveText('nova rescue instance01');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Run to end' }).focus();
    await page.keyboard.press('Enter');
    await expect(here(page, 'rescued')).toBeVisible();
    await page.getByRole('button', { name: 'Unrescue: rescued to active' }).focus();
    await page.keyboard.press('Space');
    await expect(page.getByTestId('task-state')).toHaveText('unrescuing');
  });
}

test('the drawing follows the cursor through history', async ({ page }) => {
  await open(page, DESKTOP);
  await page.getByRole('button', { name: 'Pause: active to paused' }).click();
  await page.getByRole('button', { name: 'Run to end' }).click();
  await expect(here(page, 'paused')).toBeVisible();
  await page.getByRole('slider', { name: 'History' }).fill('0');
  await expect(here(page, 'active')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of [DESKTOP, TABLET, PHONE]) {
    test(`axe finds nothing in the drawing, ${colorScheme}, ${viewport.width} wide`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await open(page, viewport);
      await page.getByRole('button', { name: 'Resize: active to resized' }).click();
      await page.getByRole('button', { name: 'Step forward' }).click();
      await expect(page.getByRole('tabpanel')).toContainText('Under way');
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([]);
    });
  }
}

test('nothing moves for who wants no motion', async ({ page }) => {
  const moving = () =>
    page
      .getByRole('tabpanel')
      .evaluate(
        (pane) => pane.getAnimations({ subtree: true }).filter(({ playState }) => playState === 'running').length
      );
  await open(page, DESKTOP);
  await page.getByRole('button', { name: 'Stop: active to stopped' }).click();
  await expect.poll(moving).toBeGreaterThan(0);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect.poll(moving).toBe(0);
});
