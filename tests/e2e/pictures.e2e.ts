import { expect, test } from '../support/quiet-page.ts';

const ARTICLE = './lessons/the-article/';
const REFUSED = /^libvirt refuses: target vdc already exists/;

test('without a script a lesson shows the moment of each part in which it is decided', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${baseURL}lessons/the-article/`);
  const pictures = page.getByRole('region', { name: 'What happened, in pictures' }).getByRole('img');
  await expect(pictures).toHaveCount(5);
  const refused = page.getByRole('img', { name: REFUSED });
  await refused.scrollIntoViewIfNeeded();
  await expect(refused).toBeVisible();
  await expect(refused).toHaveJSProperty('complete', true);
  expect(await refused.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(600);
  await context.close();
});

test('with a script the workbench shows it, and the pictures only on paper', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto(ARTICLE, { waitUntil: 'networkidle' });
  await expect(page.getByRole('img', { name: REFUSED })).toBeHidden();
  expect(fetched.filter((url) => url.includes('/pictures/'))).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('img', { name: REFUSED })).toBeVisible();
});

test('a picture is dark for who prefers that, also as an image in another page', async ({ page }) => {
  await page.goto('./conformance/');
  const corner = () =>
    page.evaluate(async () => {
      const image = new Image();
      image.src = '../pictures/the-article/39.svg';
      await image.decode();
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d')!;
      context.drawImage(image, 0, 0);
      return [...context.getImageData(4, 4, 1, 1).data].slice(0, 3);
    });
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await corner()).toEqual([255, 255, 255]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await corner()).toEqual([28, 30, 37]);
});
