import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../support/quiet-page.ts';

test('the page of the recordings shows every comparison and what is simplified', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('link', { name: 'How far this matches real Nova, libvirt and Linux' }).click();
  await expect(page.getByRole('row')).toHaveCount(5);
  for (const row of (await page.getByRole('row').all()).slice(1)) {
    await expect(row.getByRole('cell').last()).toHaveText('0');
  }
  await expect(page.getByRole('heading', { name: 'What is simplified' })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.getByRole('link', { name: 'To the playground' }).click();
  await expect(page.getByTestId('status')).toHaveText('ACTIVE');
});
