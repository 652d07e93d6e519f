import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { sessionOfLink } from '../../src/lib/session/link/link.ts';
import { cloudOf } from '../../src/lib/session/session.ts';
import { keyboard } from '../support/page/hands.ts';
import { LessonPage } from '../support/page/lesson.ts';
import { expect, test } from '../support/quiet-page.ts';

const ARTICLE = './lessons/the-article/';

test('the lesson of the article, by keyboard alone', async ({ page }) => {
  await page.goto(ARTICLE);
  const lesson = new LessonPage(page, keyboard(page));
  const { lab, panel, goals } = lesson;

  await lesson.predict('Which name does Nova choose?', 'vdb');
  await expect(lesson.question('Which name')).toContainText('Noted.');
  await lab.do('Attach volume');
  await expect(goals).toContainText('Part done');
  await expect(lesson.question('Which name')).toContainText('Right: vdb.');
  await lesson.next();
  await expect(panel.getByRole('heading', { name: '2. A bigger flavor' })).toBeFocused();

  await lesson.predict('Which name does the swap disk get?', 'vdb');
  await lab.do('Resize', 'Confirm resize');
  await expect(lesson.question('swap disk')).toContainText('Not quite. It is: vdc.');
  await expect(lesson.question('swap disk')).toContainText('vdb was considered first, but the row of volume1 has it.');
  await lesson.next();

  await lesson.predict('How do Nova and libvirt stand', 'Nova will hand out a name that libvirt has in use');
  await lab.do('Detach volume');
  await lesson.next();

  await lesson.predict('Which name does Nova choose?', 'vdc');
  await lesson.predict('What does the client see', 'success, then it fails, and nobody tells the client');
  await lab.do('Attach volume');
  await expect(lesson.question('What does the client see')).toContainText('target vdc already exists');
  await lesson.next();

  await lesson.predict('Does a soft reboot help?', 'no, it changes nothing that matters');
  await lesson.predict('least harm', 'stop and start');
  await lab.do('Stop', 'Start', 'Attach volume');
  await expect(goals).toContainText('Part done');
  await lesson.next('Finish the lesson');
  await expect(panel).toContainText('You used 8 operations; the shortest gentle way takes 8.');
  await expect(panel).toContainText('6 of 7 predictions were right.');

  await page.goto('./lessons/');
  const row = page.getByRole('listitem').filter({ hasText: 'The article' });
  await expect(row).toContainText('done · 8 (shortest gentle way 8) · 6 of 7 right');
});

test('the incident, by keyboard alone', async ({ page }) => {
  await page.goto('./lessons/incident/');
  const lesson = new LessonPage(page, keyboard(page));
  const { lab, goals, panel } = lesson;
  const volume = page.getByRole('combobox', { name: 'Volume' });

  await expect(lab.verdict).toBeHidden();
  await expect(lab.log).toBeHidden();
  await expect(page.getByText('You have the terminal.')).toBeVisible();
  await lesson.predict('Which name does Nova choose', 'vdd');
  await lesson.predict('in the way', 'swap');
  await expect(lab.log).toBeHidden();
  await lesson.predict('client see', 'success, then it fails, and nobody tells the client');
  await expect(lab.log).toBeVisible();
  await expect(lab.verdict).toBeHidden();
  await expect(volume.locator('option:checked')).toHaveText('volume3');
  await lab.do('Attach volume');
  await expect(goals).toContainText('Part done');
  await lesson.next();
  await expect(lab.verdict).toContainText('Latent conflict');
  await lab.do('Hard reboot', 'Attach volume');
  await expect(goals).toContainText('Part done');
  await lesson.next('Finish the lesson');
  await expect(panel).toContainText('You used 3 operations; the shortest gentle way takes 4. What is shorter cuts');
});

test('the solution is typed into the prompt and not run; entering it reaches the goal', async ({ page }) => {
  await page.goto(ARTICLE);
  const lesson = new LessonPage(page);
  await lesson.panel.locator('summary:visible', { hasText: 'Solution' }).click();
  await lesson.panel.getByRole('button', { name: /^Type into the prompt: nova volume-attach/ }).click();
  const prompt = page.getByRole('textbox', { name: 'Command line' });
  await expect(prompt).toBeFocused();
  await expect(prompt).toHaveValue(/^nova volume-attach instance01 \S+; :run$/);
  expect(await lesson.lab.volumeStatus()).toBe('available');
  await page.keyboard.press('Enter');
  await expect(lesson.goals).toContainText('Part done');
  await lesson.goals.getByRole('link', { name: 'Part done: see what happened' }).click();
  await expect(lesson.panel.getByRole('heading', { name: 'What happened' })).toBeInViewport();
});

test('hints come one by one', async ({ page }) => {
  await page.goto(ARTICLE);
  const hints = page.locator('.hints:visible');
  await expect(hints.getByText('Which name is the first free one?')).toBeHidden();
  for (const [name, text] of [
    ['A nudge', 'Which name is the first free one?'],
    ['A pointer', 'The button Attach volume does it'],
    ['All but the answer', 'Press Attach volume, then Run to end.']
  ] as const) {
    await hints.locator('summary', { hasText: name }).click();
    await expect(hints.getByText(text)).toBeVisible();
  }
});

test('a guess needs an answer, and its reasons can be asked for at once', async ({ page }) => {
  await page.goto(ARTICLE);
  const form = new LessonPage(page).question('Which name');
  await form.getByRole('button', { name: 'That is my guess' }).click();
  await expect(form).toContainText('Choose an answer first.');
  await form.getByRole('radio', { name: 'vdd' }).check();
  await form.getByRole('button', { name: 'That is my guess' }).click();
  await form.getByRole('button', { name: 'Show the answer now' }).click();
  await expect(form).toContainText('vdd was not looked at any more: vdb came first and was free.');
});

test('progress survives a reload, goes into a file and comes back from it', async ({ page }) => {
  await page.goto(ARTICLE);
  const lesson = new LessonPage(page);
  await lesson.lab.do('Attach volume');
  await lesson.next();
  await page.reload();
  await expect(lesson.goals).toContainText('Goal of part 2 of 5');
  expect(await lesson.lab.volumeStatus()).toBe('in-use');

  await page.goto('./lessons/');
  const row = page.getByRole('listitem').filter({ hasText: 'The article' });
  await expect(row).toContainText('1 of 5 parts');
  const exporting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export progress' }).click();
  const file = await (await exporting).path();
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
    version: 1,
    lessons: { 'the-article': { parts: 1 } }
  });

  await page.evaluate(() => {
    localStorage.clear();
  });
  await page.reload();
  await expect(row).toContainText('not begun');
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByRole('status')).toHaveText('The progress of the file was added to yours.');
  await expect(row).toContainText('1 of 5 parts');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'other.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
  await expect(page.getByRole('status')).toContainText('That file holds no progress of these lessons.');

  await page.getByRole('textbox', { name: 'Name on the record' }).fill('Ada | L.');
  const recording = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Completion record' }).click();
  const record = await readFile(await (await recording).path(), 'utf8');
  expect(record).toContain('Name: Ada \\| L.');
  expect(record).toContain('| 4 | The article: swap, resize, detach, attach | 1 of 5 parts |');
});

test('a damaged store is set aside, and the page says so', async ({ page }) => {
  await page.goto('./lessons/');
  await page.evaluate(() => {
    localStorage.setItem('nova-disk-playground:/docs/playground/:lessons', '{"version":1,"lessons":7}');
  });
  for (const address of ['./lessons/', ARTICLE]) {
    await page.evaluate(() => {
      localStorage.setItem('nova-disk-playground:/docs/playground/:lessons', '{"version":1,"lessons":7}');
    });
    await page.goto(address);
    await expect(page.getByRole('alert')).toContainText('It was set aside, not deleted');
    expect(
      await page.evaluate(() => localStorage.getItem('nova-disk-playground:/docs/playground/:lessons:set-aside'))
    ).toBe('{"version":1,"lessons":7}');
  }
});

test('the record is printed with the name, and nothing else of the page', async ({ page }) => {
  await page.goto(ARTICLE);
  const lesson = new LessonPage(page);
  await lesson.lab.do('Attach volume');
  await lesson.next();
  await page.goto('./lessons/');
  await page.getByRole('textbox', { name: 'Name on the record' }).fill('Ada Lovelace');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Name: Ada Lovelace')).toBeVisible();
  await expect(page.getByRole('row', { name: /The article/ })).toContainText('1 of 5 parts');
  await expect(page.getByRole('row', { name: /Incident/ })).toContainText('not begun');
  for (const name of ['Lessons', 'For trainers', 'Your progress']) {
    await expect(page.getByRole('heading', { name, exact: true })).toBeHidden();
  }
});

for (const [width, height] of [
  [1440, 900],
  [390, 844]
] as const) {
  test(`the end of a lesson comes into sight above the terminal, ${width} wide`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto(ARTICLE);
    const lesson = new LessonPage(page);
    await lesson.lab.press('Terminal');
    const terminal = page.getByRole('region', { name: 'Terminal' });
    await expect(terminal).toBeVisible();
    const last = lesson.panel.locator('.reading a').last();
    await last.focus();
    const edge = (await terminal.boundingBox())?.y ?? 0;
    const box = await last.boundingBox();
    expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(edge);
    // All of the page, too: what comes last ends above the terminal.
    await page.evaluate(() => {
      scrollTo(0, document.documentElement.scrollHeight);
    });
    const end = await page.locator('main').boundingBox();
    expect((end?.y ?? Infinity) + (end?.height ?? 0)).toBeLessThanOrEqual(edge);
  });
}

test('what would tell an answer is put away until the guess, and says so', async ({ page }) => {
  await page.goto(ARTICLE);
  const lesson = new LessonPage(page);
  const { lab, panel, goals } = lesson;
  const next = page.locator('.next');
  const note = page.locator('[data-part=notice]:visible');
  await expect(next).toBeHidden();
  await expect(lab.verdict).toBeHidden();
  await expect(page.locator('tr[data-device=vdb]')).toBeHidden();
  await expect(goals).toContainText('Guess first: one goal would tell the answer.');
  await expect(goals).not.toContainText('volume1 is vdb');
  await page.getByRole('tab', { name: 'Why this name' }).click();
  await expect(note).toHaveText([
    /Guess first: the next name, the verdict and the sentence about the step would tell the answer/,
    /Guess first: this pane would tell the answer/
  ]);
  await expect(page.getByRole('heading', { name: /next/ })).toBeHidden();

  await note.first().getByRole('link', { name: 'Guess first' }).click();
  await expect(lesson.question('Which name')).toBeInViewport();
  await lesson.predict('Which name does Nova choose?', 'vdb');
  await expect(note).toHaveCount(0);
  await expect(next).toBeVisible();
  await expect(lab.verdict).toBeVisible();
  await expect(goals).toContainText('In libvirt’s domain, volume1 is vdb');

  // Who lets it happen without a guess has seen the answer, so everything is shown.
  await lesson.next('Skip this part');
  await expect(panel.getByRole('heading', { name: '2. A bigger flavor' })).toBeVisible();
  await expect(note).not.toHaveCount(0);
  await lab.do('Resize', 'Confirm resize');
  await expect(note).toHaveCount(0);
});

test('no row looks different from another while the verdict is put away', async ({ page }) => {
  await page.goto(ARTICLE);
  const lesson = new LessonPage(page);
  for (let part = 1; part < 4; part++) await lesson.next('Skip this part');
  const looks = () =>
    page.locator('tr[data-device]:visible').evaluateAll((rows) =>
      rows.map((row) => {
        const [style, first] = [row, row.querySelector('th') ?? row].map((one) => getComputedStyle(one));
        return [style?.backgroundColor, style?.boxShadow, first?.backgroundColor, first?.boxShadow].join();
      })
    );
  const hidden = await looks();
  expect(hidden.length).toBe(3);
  expect(new Set(hidden).size).toBe(1);
  await lesson.predict('Which name does Nova choose?', 'vdc');
  await lesson.predict('What does the client see', 'success, and it is one');
  await expect.poll(async () => new Set(await looks()).size).toBe(2);
});

test('starting over begins the part anew: what was done before does not count', async ({ page }) => {
  await page.goto('./lessons/incident/');
  const lesson = new LessonPage(page);
  await lesson.lab.do('Attach volume', 'Hard reboot', 'Attach volume');
  await expect(lesson.goals).toContainText('Part done');
  await lesson.lab.press('Start over');
  await expect(lesson.goals).not.toContainText('Part done');
  await lesson.lab.do('Attach volume');
  await expect(lesson.goals).toContainText('Part done');
});

/** The vm_state at the place that the tab keeps. */
async function keptState(page: Page): Promise<string | null> {
  const text = await page.evaluate(() => {
    const key = Object.keys(sessionStorage).find((name) => name.endsWith(':place:the-article'));
    return key === undefined ? 'null' : (sessionStorage.getItem(key) ?? 'null');
  });
  const { session = '' } = (JSON.parse(text) ?? {}) as { session?: string };
  const opened = await sessionOfLink(session);
  return opened.ok ? cloudOf(opened.value).instance.vm_state : null;
}

test('a goal that would tell an answer is untold, even where it holds already', async ({ page }) => {
  await page.goto('./lessons/guest-names/');
  const lesson = new LessonPage(page);
  await expect(lesson.goals).not.toContainText('swap');
  await lesson.predict('What does the guest call its swap disk now?', 'vdc');
  await expect(lesson.goals).toContainText('The guest calls swap vdc');
});

test('a lesson is done when its last goal is reached, whoever leaves before the summary', async ({ page }) => {
  await page.goto('./lessons/incident/');
  const lesson = new LessonPage(page);
  await lesson.next('Skip this part');
  await lesson.lab.do('Hard reboot', 'Attach volume');
  await expect(lesson.goals).toContainText('Part done');
  await page.goto('./lessons/');
  await expect(page.getByRole('listitem').filter({ hasText: 'Incident' })).toContainText('done · 3');
});

test('a lesson whose last goals hold before its last part begins is done as well', async ({ page }) => {
  await page.goto('./lessons/incident/');
  const lesson = new LessonPage(page);
  await lesson.lab.do('Attach volume', 'Hard reboot', 'Attach volume');
  await lesson.next();
  await lesson.next('Finish the lesson');
  await page.goto('./lessons/');
  await expect(page.getByRole('listitem').filter({ hasText: 'Incident' })).toContainText('done · ');
});

test('a reload finds the part as it was left: what was done, and what was guessed', async ({ page }) => {
  await page.goto(ARTICLE);
  const lesson = new LessonPage(page);
  await lesson.lab.do('Attach volume');
  await lesson.next();
  await lesson.predict('Which name does the swap disk get?', 'vdb');
  await lesson.lab.do('Resize');
  await expect.poll(() => keptState(page)).toBe('resized');
  await page.reload();
  await expect(lesson.goals).toContainText('Goal of part 2 of 5');
  await expect(page.getByTestId('status')).toHaveText('VERIFY_RESIZE');
  await expect(lesson.question('swap disk')).toContainText('Noted.');
  await expect(lesson.question('swap disk').getByRole('radio', { checked: true })).toHaveAttribute('value', 'vdb');
  await lesson.lab.do('Confirm resize');
  await expect(lesson.question('swap disk')).toContainText('Not quite. It is: vdc.');

  await page.evaluate(() => {
    for (const key of Object.keys(sessionStorage)) sessionStorage.setItem(key, '{"part":1,"session":"1.damaged"}');
  });
  await page.reload();
  await expect(lesson.goals).toContainText('Goal of part 2 of 5');
  await expect(page.getByTestId('status')).toHaveText('ACTIVE');
  await expect(lesson.question('swap disk').getByRole('button', { name: 'That is my guess' })).toBeVisible();
});

test('a link opens a class in large type', async ({ page }) => {
  await page.goto(`${ARTICLE}?projector`);
  await expect(page.getByRole('button', { name: 'Projector' })).toHaveAttribute('aria-pressed', 'true');
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('21.6px');
  await page.getByRole('button', { name: 'Projector' }).click();
  expect(new URL(page.url()).search).toBe('');
});

test('without a script a lesson is a text with questions, hints and solutions', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${baseURL}lessons/the-article/`);
  for (const title of ['1. A healthy start', '3. The harmless detach', '5. The repair']) {
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
  }
  await expect(page.getByText('Which of these repairs it with the least harm?')).toBeVisible();
  await page.locator('summary', { hasText: 'A nudge' }).first().click();
  await expect(page.getByText('Which name is the first free one?')).toBeVisible();
  await page.locator('summary', { hasText: 'Solution' }).first().click();
  await expect(page.getByText(/^nova volume-attach instance01/).first()).toBeVisible();
  await expect(page.getByTestId('verdict')).toBeHidden();
  await page.getByRole('link', { name: 'domain', exact: true }).first().click();
  await expect(page.locator('#domain')).toContainText('libvirt’s word for a virtual machine');
  await context.close();
});

test('on paper a lesson is a handout to fill in, which tells no answer', async ({ page }) => {
  await page.goto(ARTICLE);
  const lesson = new LessonPage(page);
  await lesson.predict('Which name does Nova choose?', 'vdc');
  await lesson.lab.do('Attach volume');
  await expect(lesson.question('Which name')).toContainText('Not quite. It is: vdb.');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { name: '5. The repair' })).toBeVisible();
  await expect(page.getByText('Which of these repairs it with the least harm?')).toBeVisible();
  await expect(page.getByText('Because:')).toHaveCount(7);
  for (const part of ['operations', 'step', 'truths']) await expect(page.locator(`[data-part=${part}]`)).toBeHidden();
  for (const text of [
    'A nudge',
    'Solution',
    'What happened',
    'That is my guess',
    'In libvirt’s domain, volume1 is vdb'
  ]) {
    for (const place of await page.getByText(text, { exact: true }).all()) await expect(place).toBeHidden();
  }
  await expect(page.getByText('Not quite. It is: vdb.')).toBeHidden();
});

test('every lesson opens, and none scrolls sideways on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./lessons/');
  const links = await page
    .locator('.lessons a')
    .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
  expect(links).toHaveLength(13);
  for (const link of links) {
    await page.goto(link);
    await expect(page.getByTestId('goals')).toContainText('Goal of part 1');
    const { scroll, client } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      client: document.documentElement.clientWidth
    }));
    expect({ link, scroll }).toEqual({ link, scroll: client });
  }
});

for (const [colorScheme, width] of [
  ['light', 1440],
  ['dark', 1440],
  ['light', 390]
] as const) {
  test(`axe finds nothing in the lessons, ${colorScheme}, ${width} wide`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 844 });
    const check = async () => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([]);
    };
    for (const address of ['./lessons/', './lessons/glossary/', './lessons/answers/', ARTICLE]) {
      await page.goto(address);
      await check();
    }
    const lesson = new LessonPage(page);
    await lesson.predict('Which name', 'vdc');
    await lesson.lab.do('Attach volume');
    await expect(lesson.question('Which name')).toContainText('Not quite.');
    await lesson.panel.locator('summary:visible', { hasText: 'Solution' }).click();
    await check();
  });
}
