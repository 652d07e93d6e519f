import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import decodeQR from 'qr/decode.js';
import { keyboard } from '../support/page/hands.ts';
import { expect, test } from '../support/quiet-page.ts';

/** The moment in which libvirt refuses, and the dialog opened. */
async function openShare(page: Page): Promise<Locator> {
  await page.goto('./?lesson=the-article&step=39');
  await expect(page).toHaveURL(/#1\./);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await expect(dialog.getByRole('textbox', { name: 'Address' })).toBeVisible();
  return dialog;
}

/** What a camera reads from the picture of the code. */
async function readCode(page: Page, code: Locator): Promise<string> {
  const png = await code.screenshot();
  const image = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const { data } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: [] };
    return { width: bitmap.width, height: bitmap.height, data: [...data] };
  }, png.toString('base64'));
  return decodeQR({ ...image, data: Uint8ClampedArray.from(image.data) });
}

test('a moment is shared by keyboard: opened, copied, closed, and the focus is back', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const hands = keyboard(page);
  await page.goto('./');
  await hands.press(page.getByRole('button', { name: 'Stop', exact: true }));
  await hands.press(page.getByRole('button', { name: 'Share', exact: true }));
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await hands.press(dialog.getByRole('button', { name: 'Copy Address' }));
  await expect(dialog.getByRole('status')).toHaveText('Address: in the clipboard.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/docs\/playground\/#1\.[\w-]+$/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeFocused();
});

test('where the browser forbids to copy, the text is selected', async ({ page }) => {
  const dialog = await openShare(page);
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await dialog.getByRole('button', { name: 'Copy Address' }).click();
  await expect(dialog.getByRole('status')).toContainText('The text is selected');
  const field = dialog.getByRole('textbox', { name: 'Address' });
  await expect(field).toBeFocused();
  const selected = await field.evaluate((area: HTMLTextAreaElement) => area.selectionEnd - area.selectionStart);
  expect(selected).toBe((await field.inputValue()).length);
});

test('the address and its QR code open the same moment for somebody else', async ({ page, browser }) => {
  const dialog = await openShare(page);
  const address = await dialog.getByRole('textbox', { name: 'Address' }).inputValue();
  expect(await readCode(page, dialog.getByRole('img', { name: 'QR code of the address' }))).toBe(address);

  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(address);
  await expect(other.getByText('Moment 39 of 63')).toBeVisible();
  await expect(other.getByTestId('verdict')).toContainText('libvirt already has vdc (swap)');
  await context.close();
});

test('an embed is chosen, seen and written', async ({ page }) => {
  const dialog = await openShare(page);
  await dialog.getByRole('tab', { name: 'Embed' }).click();
  const frame = dialog.frameLocator('iframe');
  await expect(frame.getByText('Moment 39 of 63').first()).toBeVisible();
  await dialog.getByText('A lesson', { exact: true }).click();
  await dialog.getByLabel('Lesson', { exact: true }).selectOption('gaps');
  await dialog.getByLabel('Controls').selectOption('none');
  await dialog.getByLabel('For pages in').selectOption('rest');
  await expect(dialog.getByRole('textbox', { name: 'Sphinx (reST)' })).toHaveValue(
    /^\.\. raw:: html\n\n {3}<iframe src="http:\/\/localhost:\d+\/docs\/playground\/embed\/\?lesson=gaps&amp;step=\d+&amp;controls=none"/
  );
  await expect(frame.getByRole('button', { name: 'Step forward' })).toHaveCount(0);
});

test('a lesson’s moment that nobody has touched is embedded as one, with its picture', async ({ page }) => {
  await page.goto('./?lesson=the-article&step=39');
  await expect(page.getByText('Moment 39 of 63')).toBeVisible();
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('tab', { name: 'Embed' }).click();
  await expect(dialog.getByLabel('Step', { exact: true }).and(dialog.getByRole('spinbutton'))).toHaveValue('39');
  await expect(dialog.getByRole('textbox', { name: 'HTML, element' })).toHaveValue(/ lesson="the-article" step="39" /);
  await dialog.getByLabel('For pages in').selectOption('picture');
  await expect(dialog.getByRole('textbox', { name: 'Markdown, picture' })).toHaveValue(
    /pictures\/the-article\/39\.svg/
  );
});

test('an address that asks for what there is not says so, and keeps its query', async ({ page }) => {
  await page.goto('./?lesson=nowhere&theme=dark&panels=guest');
  await expect(page.getByRole('alert')).toContainText('There is no lesson “nowhere”');
  await expect(page.getByRole('tab', { name: 'Guest' })).toHaveAttribute('aria-selected', 'true');
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark');
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(page).toHaveURL(/\?lesson=nowhere&theme=dark&panels=guest#1\./);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a session that no link can hold says what to do, and can be taken as a file', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: 'Terminal' }).click();
  const line = page.locator('#terminal-line');
  await line.fill(`virsh attach-disk instance-0000000a /var/lib/libvirt/images/${'a'.repeat(220)}.img vdf --live`);
  await line.press('Enter');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await expect(dialog).toContainText('This session does not fit into a link.');
  const coming = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download the JSON file' }).click();
  expect((await coming).suggestedFilename()).toMatch(/\.json$/);
});

test('a lesson is shared from its own page', async ({ page }) => {
  await page.goto('./lessons/gaps/?projector');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await expect(dialog.getByRole('textbox', { name: 'Address' })).toHaveValue(/\/docs\/playground\/#1\./);
  await dialog.getByText('This lesson', { exact: true }).click();
  await expect(dialog.getByRole('textbox', { name: 'This lesson' })).toHaveValue(
    /\/docs\/playground\/lessons\/gaps\/\?projector$/
  );
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 }
  ]) {
    test(`axe finds nothing in the dialog, ${colorScheme}, ${viewport.width} wide`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      const dialog = await openShare(page);
      for (const tab of ['Link', 'Embed']) {
        await dialog.getByRole('tab', { name: tab }).click();
        const { violations } = await new AxeBuilder({ page }).include('dialog').exclude('iframe').analyze();
        expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([]);
        expect(await dialog.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
      }
    });
  }
}
