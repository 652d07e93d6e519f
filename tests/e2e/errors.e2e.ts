import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../support/quiet-page.ts';

const VDC = 'Requested operation is not valid: target vdc already exists';

test('an error is found from the playground, by its literal text, and leads to the moment in which it comes', async ({
  page
}) => {
  await page.goto('./');
  await page.getByRole('link', { name: 'What the log line means' }).click();
  await page.getByRole('table').getByRole('link', { name: VDC }).click();
  const heading = page.getByRole('heading', { level: 2, name: VDC });
  await expect(heading).toBeInViewport();
  const section = page.getByRole('region', { name: VDC });
  await expect(section).toContainText('every new try asks for the same name');
  await section.getByText('Nova releases 20.0.0 to 30.0.0').first().click();
  await expect(section).toContainText(
    'ERROR Driver failed to attach volume … at /dev/vdc: libvirt.libvirtError: Requested operation is not valid'
  );

  await section.getByRole('link', { name: 'See this moment in the playground' }).first().click();
  await expect(page.getByTestId('sentence')).toContainText('libvirt refuses: target vdc already exists');
  await expect(page.getByTestId('verdict')).toContainText('libvirt already has vdc (swap)');
});

test('an error has an address of its own, and the picture of a lesson is drawn', async ({ page }) => {
  await page.goto('./errors/#xml-error-target-vdb-duplicated-for-disk-sources');
  const heading = page.getByRole('heading', { name: /^XML error: target 'vdb' duplicated for disk sources/ });
  await expect(heading).toBeInViewport();
  const picture = page.getByRole('img', { name: /Nova gives vdb to two disks/ });
  await picture.scrollIntoViewIfNeeded();
  await expect(picture).toHaveJSProperty('complete', true);
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(600);
});

test('nothing runs in the page: it reads the same without a script', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${baseURL}errors/`);
  // Only what keeps the site for when there is no network, once the page is at rest.
  await expect(page.locator('script:not([type="application/ld+json"], [src*="/offline.island-"])')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: VDC })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Is it this?' }).first()).toBeVisible();
  const facts = (await page.locator('script[type="application/ld+json"]').textContent()) ?? '';
  const { mainEntity } = JSON.parse(facts) as { mainEntity: { name: string; acceptedAnswer: { text: string } }[] };
  expect(mainEntity.map(({ name }) => name)).toContain(`What does “${VDC}” mean in OpenStack Nova?`);
  expect(mainEntity.filter(({ acceptedAnswer }) => acceptedAnswer.text.length < 80)).toEqual([]);
  await context.close();
});

for (const [colorScheme, width] of [
  ['light', 1440],
  ['dark', 1440],
  ['light', 390],
  ['dark', 390]
] as const) {
  test(`axe finds nothing in the page about errors, ${colorScheme}, ${width} wide`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 844 });
    await page.goto('./errors/');
    for (const details of await page.locator('summary').all()) await details.click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([]);
    const { scroll, client } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      client: document.documentElement.clientWidth
    }));
    expect(scroll).toBe(client);
  });
}
