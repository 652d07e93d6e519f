import { Lab } from '../support/page/lab.ts';
import { expect, test } from '../support/quiet-page.ts';

test('the address keeps the session: over a reload, for somebody else, and on the way back', async ({
  page,
  browser
}) => {
  const lab = new Lab(page);
  await page.goto('./');
  // It follows a moment after the hand has come to rest.
  const untilTheAddressFollows = async (act: () => Promise<void>) => {
    const before = page.url();
    await act();
    await expect(page).not.toHaveURL(before);
  };
  await untilTheAddressFollows(() =>
    lab.setUp(async (dialog) => {
      await lab.hands.choose(dialog.getByLabel('Release'), '33.0.0');
    })
  );
  for (const name of ['Attach volume', 'Run to end', 'Resize', 'Run to end', 'Step back']) {
    await untilTheAddressFollows(() => lab.press(name));
  }
  await expect(page).toHaveURL(/#1\.[\w-]+$/);
  const moment = await page.getByText(/^Moment \d+ of \d+/).innerText();

  await page.reload();
  await expect(page.getByText(moment)).toBeVisible();
  await expect(page.getByTestId('release')).toContainText('33.0.0');

  const other = await browser.newPage();
  await other.goto(page.url());
  await expect(other.getByText(moment)).toBeVisible();
  await other.close();

  await page.getByRole('link', { name: 'How far this matches real Nova, libvirt and Linux' }).click();
  await expect(page).toHaveURL(/conformance/);
  await page.goBack();
  await expect(page.getByText(moment)).toBeVisible();
});

test('a damaged link says so, and the lab can be used at once', async ({ page }) => {
  const lab = new Lab(page);
  await page.goto('./#1.damaged');
  await expect(page.getByRole('alert')).toContainText('The link in the address is damaged');
  await lab.do('Attach volume');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.evaluate(() => {
    location.hash = '#7.later';
  });
  await expect(page.getByRole('alert')).toContainText('A newer version of this page');
  expect(await lab.volumeStatus()).toBe('in-use');
});

test('a page in which nothing was done keeps its plain address', async ({ page }) => {
  const lab = new Lab(page);
  await page.goto('./');
  await lab.do('Stop');
  await expect(page).toHaveURL(/#1\./);
  await lab.press('Start over');
  await expect(page).not.toHaveURL(/#/);
});
