import { Lab } from '../support/page/lab.ts';
import { expect, test } from '../support/quiet-page.ts';

test.beforeEach(async ({ page }) => {
  await page.goto('./');
  await expect(page.getByTestId('status')).toHaveText('ACTIVE');
});

test('the article can be stepped through from its first to its last chapter', async ({ page }) => {
  const lab = new Lab(page);
  const forward = page.getByRole('button', { name: 'Step forward' });
  await lab.press('Play the article');
  await lab.press('Pause playing');

  const chapters = new Set<string>();
  const sentences: string[] = [];
  while (await forward.isEnabled()) {
    chapters.add(await page.locator('.chapter .title').innerText());
    sentences.push(await lab.sentence.locator('p').first().innerText());
    await forward.click();
  }

  expect([...chapters].map((title) => title.slice(0, 14))).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `Chapter ${number} of 9`)
  );
  await expect(page.locator('.chapter')).toContainText('That is the whole story');
  expect(sentences.every((sentence) => sentence.length > 0)).toBe(true);
  expect(await lab.volumeStatus()).toBe('in-use');
});

test('it plays by itself, and pauses', async ({ page }) => {
  const lab = new Lab(page);
  await lab.press('Play the article');
  await expect(page.getByText(/^Moment 2 of [1-9]\d$/)).toBeVisible({ timeout: 10_000 });
  await lab.press('Pause playing');
  await lab.press('Continue the article');
  await lab.press('Pause playing');
  await expect(page.getByRole('button', { name: 'Continue the article' })).toBeVisible();
});

test('a way that leads nowhere keeps the focus, and space does not put a story away', async ({ page }) => {
  const lab = new Lab(page);
  await lab.press('Attach volume');
  const end = page.getByRole('button', { name: 'Run to end' });
  await end.focus();
  await page.keyboard.press('Enter');
  await expect(end).toHaveAttribute('aria-disabled', 'true');
  await expect(end).toBeFocused();
  await page.keyboard.press('Space');
  await page.locator('body').press(' ');
  await expect(page.locator('.chapter')).toHaveCount(0);
  expect(await lab.volumeStatus()).toBe('in-use');
});

test('the article sets own steps aside, and gives them back', async ({ page }) => {
  const lab = new Lab(page);
  await lab.do('Stop');
  await lab.press('Play the article');
  await expect(page.getByTestId('status')).toHaveText('ACTIVE');
  await lab.press('Back to my own steps');
  await expect(page.getByTestId('status')).toHaveText('SHUTOFF');
  await expect(page.locator('.chapter')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Back to my' })).toHaveCount(0);
});

test('the arrow keys step although a button has the focus', async ({ page }) => {
  const lab = new Lab(page);
  await lab.press('Attach volume');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('Moment 2 of 2')).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByText('Moment 1 of 2')).toBeVisible();
});

test('history goes back and forward, and acting in the past starts a branch', async ({ page }) => {
  const lab = new Lab(page);
  await lab.do('Attach volume');
  await lab.do('Stop');
  await expect(page.getByTestId('status')).toHaveText('SHUTOFF');

  await page.getByRole('slider', { name: 'History' }).fill('9');
  await expect(page.getByTestId('status')).toHaveText('ACTIVE');
  await lab.do('Detach volume');
  expect(await lab.volumeStatus()).toBe('available');
  await expect(page.getByTestId('status')).toHaveText('ACTIVE');

  await page.locator('body').press('ArrowLeft');
  expect(await lab.column('database')).toEqual(['vda root', 'vdb volume1']);
  await page.locator('body').press('ArrowRight');
  expect(await lab.column('database')).toEqual(['vda root']);
});

test('a request that the state does not allow says why, in the words of the API', async ({ page }) => {
  const start = page.getByRole('button', { name: 'Start', exact: true });
  await expect(start).toHaveAttribute('aria-disabled', 'true');
  await expect(start).toHaveAccessibleDescription(
    "Cannot 'start' instance 0ac40227-597c-48d7-8379-9320beb7d3bd while it is in vm_state active"
  );
  await start.focus();
  await expect(page.getByTestId('hint')).toContainText("Cannot 'start' instance");
  await start.press('Enter');
  await expect(page.getByText('Moment 0 of 0')).toBeVisible();
});

test('the domain XML marks what the step changed, and fetches the editor only on demand', async ({ page }) => {
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  const lab = new Lab(page);
  await lab.press('Attach volume');
  for (let step = 0; step < 6; step++) await lab.press('Step forward');
  await page.getByRole('tab', { name: 'Domain XML' }).click();

  const light = page.getByTestId('xml-light');
  await expect(page.getByTestId('xml-status')).toHaveText(/^changed in this step: \d+ lines added$/);
  await expect(light.getByRole('treeitem', { name: "added: <target dev='vdb' bus='virtio'/>" })).toBeVisible();
  expect(requested.filter((address) => address.includes('worker'))).toEqual([]);

  await lab.press('Open in the editor');
  const editor = page.getByTestId('xml-diff');
  await expect(editor.locator('.monaco-diff-editor')).toBeVisible({ timeout: 20_000 });
  await expect(editor).toContainText("<target dev='vdb' bus='virtio'/>");
  await expect(light).toHaveCount(0);

  await lab.press('Back to the plain view');
  await expect(light).toBeVisible();
});

test('the domain XML shows the disks also in a step that changes nothing', async ({ page }) => {
  const lab = new Lab(page);
  await lab.press('Attach volume');
  await page.getByRole('tab', { name: 'Domain XML' }).click();
  await expect(page.getByTestId('xml-status')).toHaveText('unchanged in this step');
  await expect(page.getByTestId('xml-light')).toContainText("<target dev='vda' bus='virtio'/>");
  await lab.press('Open in the editor');
  const editor = page.getByTestId('xml-diff');
  await expect(editor.locator('.monaco-diff-editor')).toBeVisible({ timeout: 20_000 });
  await expect(editor).toContainText("<target dev='vda' bus='virtio'/>");
});

test('the keys that walk through the XML do not step through the article', async ({ page }) => {
  const lab = new Lab(page);
  await lab.do('Attach volume');
  await expect(page.getByText('Moment 9 of 9')).toBeVisible();
  await page.getByRole('tab', { name: 'Domain XML' }).click();
  const light = page.getByTestId('xml-light');
  await light.focus();
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowLeft', ' ']) await page.keyboard.press(key);
  await expect(page.getByText('Moment 9 of 9')).toBeVisible();
  await expect(light.locator('[aria-selected="true"]')).toHaveCount(1);
});

test('the domain XML is downloaded as virsh would print it', async ({ page }) => {
  await page.getByRole('tab', { name: 'Domain XML' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download XML' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('instance-0000000a.xml');
  const text = (await (await download.createReadStream()).toArray()).join('');
  expect(text).toContain("<target dev='vda' bus='virtio'/>");
  await expect(page.getByText('instance-0000000a.xml goes to your downloads.')).toBeVisible();
});

test('the failing attach shows both of its ends on one screen', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const lab = new Lab(page);
  await lab.press('Play the article');
  for (let chapter = 0; chapter < 5; chapter++) await lab.press('Run to end');
  await expect(page.locator('.chapter')).toContainText('Chapter 5 of 9');
  await expect(lab.client.getByText('200, device /dev/vdc')).toBeInViewport({ ratio: 1 });
  await expect(lab.log.getByText('Exception during message handling')).toBeInViewport({ ratio: 1 });
});

test('the log stays where its reader has scrolled to, and else follows its end', async ({ page }) => {
  const lab = new Lab(page);
  await lab.press('Play the article');
  for (let chapter = 0; chapter < 5; chapter++) await lab.press('Run to end');
  const list = lab.log.getByRole('list');
  await list.evaluate((element) => {
    element.scrollTop = 40;
  });
  for (let chapter = 0; chapter < 2; chapter++) await lab.press('Run to end');
  expect(await list.evaluate((element) => element.scrollTop)).toBe(40);
});

test('the operations beyond the article are folded, and Pause is one of them', async ({ page }) => {
  const lab = new Lab(page);
  const pause = page.getByRole('button', { name: 'Pause', exact: true });
  await expect(pause).toBeHidden();
  await page.getByText('More operations').click();
  await lab.do('Pause');
  await expect(page.getByTestId('status')).toHaveText('PAUSED');
});

test('on a phone the picture has all its columns, and the way forward stays at its place', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const lab = new Lab(page);
  const forward = page.getByRole('button', { name: 'Step forward' });
  const place = await forward.boundingBox();
  await lab.press('Attach volume');
  for (let step = 0; step < 6; step++) await forward.click();
  expect(await forward.boundingBox()).toEqual(place);
  const { scroll, client } = await page.getByRole('group', { name: 'Who thinks which disk' }).evaluate((element) => ({
    scroll: element.scrollWidth,
    client: element.clientWidth
  }));
  expect(scroll).toBe(client);
});
