import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expect, test } from '../support/quiet-page.ts';

/** The article up to its failing attach, and the export opened. */
async function openExport(page: Page): Promise<Locator> {
  await page.goto('./');
  for (const name of ['Attach volume', 'Resize', 'Confirm resize', 'Detach volume', 'Attach volume']) {
    await page.getByRole('button', { name, exact: true }).click();
    await page.getByRole('button', { name: 'Run to end' }).click();
  }
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** The file that a press on Download gives: its name and its bytes. */
async function download(page: Page, dialog: Locator, format: string) {
  const coming = page.waitForEvent('download');
  await dialog.getByRole('button', { name: `Download ${format}` }).click();
  const file = await coming;
  await expect(dialog.getByRole('status')).toHaveText(`${file.suggestedFilename()} goes to your downloads.`);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/** How many pixels of an image the browser finds, and how many colours are among them. */
function look(page: Page, png: Buffer) {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const { data } = context?.getImageData(0, 0, image.width, image.height) ?? { data: [] };
    const colours = new Set<string>();
    for (let at = 0; at < data.length; at += 4)
      colours.add([data[at], data[at + 1], data[at + 2], data[at + 3]].join());
    return { width: image.width, height: image.height, colours: [...colours] };
  }, png.toString('base64'));
}

test('all four formats can be downloaded from the built site', async ({ page }) => {
  const dialog = await openExport(page);

  await test.step('the ticket', async () => {
    const { name, bytes } = await download(page, dialog, 'Markdown');
    expect(name).toBe('nova-disk-playground-17.0.0.0b1-moment-43.md');
    expect(bytes.toString()).toContain(
      '`Requested operation is not valid: target vdc already exists`, libvirt code 55'
    );
  });

  await test.step('the trace', async () => {
    const { name, bytes } = await download(page, dialog, 'JSON');
    expect(name).toBe('nova-disk-playground-17.0.0.0b1-moment-43.json');
    expect(JSON.parse(bytes.toString())).toMatchObject({
      format: 'nova-disk-playground/trace',
      version: 1,
      cursor: 43
    });
  });

  const svg = await download(page, dialog, 'SVG');
  await test.step('the picture as SVG', () => {
    expect(svg.name).toBe('nova-disk-playground-17.0.0.0b1-moment-43.svg');
    expect(svg.bytes.toString()).toContain('Latent conflict: Nova will ask for vdc');
  });

  await test.step('the picture as PNG: twice the size, and drawn', async () => {
    const { name, bytes } = await download(page, dialog, 'PNG');
    expect(name).toBe('nova-disk-playground-17.0.0.0b1-moment-43.png');
    const { width, height, colours } = await look(page, bytes);
    const size = /width="(\d+)" height="(\d+)"/.exec(svg.bytes.toString());
    expect([width, height]).toEqual([2 * Number(size?.[1]), 2 * Number(size?.[2])]);
    // The surface and the tint of the rows that disagree, as the style sheet in the picture has them.
    expect(colours).toEqual(expect.arrayContaining(['255,255,255,255', '253,240,211,255']));
  });
});

test('the picture is shown before it is taken, light or dark', async ({ page }) => {
  const dialog = await openExport(page);
  for (const format of ['SVG', 'PNG']) {
    await dialog.getByRole('radio', { name: format }).check();
    const image = dialog.getByRole('img', { name: `Preview of the ${format}` });
    await expect(image).toBeVisible();
    await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(600);
  }
  await dialog.getByRole('checkbox', { name: 'Dark picture' }).check();
  const { bytes } = await download(page, dialog, 'PNG');
  expect((await look(page, bytes)).colours).toContain('28,30,37,255');
});

test('a text can be copied, and a browser that refuses is told of', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const dialog = await openExport(page);
  await dialog.getByRole('button', { name: 'Copy Markdown' }).click();
  await expect(dialog.getByRole('status')).toHaveText('Markdown is in the clipboard.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('# Nova 17.0.0.0b1');

  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await dialog.getByRole('button', { name: 'Copy JSON' }).click();
  await expect(dialog.getByRole('status')).toHaveText(
    'The browser does not let this page copy. Use Download JSON instead.'
  );
});

test('the dialog gives the focus back, and keeps the keys from the steps behind it', async ({ page }) => {
  const dialog = await openExport(page);
  await dialog.getByText('to paste into a ticket').click();
  await page.keyboard.press('ArrowLeft');
  await expect(dialog.getByText('moment 43 of 43')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Export' })).toBeFocused();
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('button', { name: 'Export' })).toBeFocused();
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 }
  ]) {
    test(`axe finds nothing in the dialog, ${colorScheme}, ${viewport.width} wide`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      const dialog = await openExport(page);
      const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
      expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([]);
      const overflow = await dialog.evaluate((one) => [
        one.scrollWidth - one.clientWidth,
        one.getBoundingClientRect().right
      ]);
      expect(overflow[0]).toBe(0);
      expect(overflow[1]).toBeLessThanOrEqual(viewport.width);
    });
  }
}
