import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '../../src/build/files.ts';
import { headersOf } from '../../src/hosting/headers.ts';
import { expect, test } from '../support/quiet-page.ts';
import { buildFolder } from '../support/site/build.ts';

test('every file of the site comes with the headers that it should', async ({ request }) => {
  const files = filesIn(buildFolder);
  expect(files).toEqual(expect.arrayContaining(['service-worker.js', 'manifest.webmanifest', 'licences.txt']));
  for (const file of files) {
    const response = await request.get(file);
    expect(response.status(), file).toBe(200);
    const sent = response.headers();
    for (const [name, value] of Object.entries(headersOf(file))) expect(sent[name.toLowerCase()], file).toBe(value);
  }
});

test('the build has no file that no page asks for', () => {
  const files = filesIn(buildFolder);
  expect(files.filter((file) => file.endsWith('__data.json'))).toEqual([]);
  const text = files
    .filter((file) => /\.(html|js|css)$/.test(file) && file !== 'service-worker.js')
    .map((file) => readFileSync(join(buildFolder, file), 'utf8'))
    .join();
  const names = files.filter((file) => file.startsWith('_app/')).map((file) => file.replace(/.*\//, ''));
  expect(names.filter((name) => !text.includes(name))).toEqual([]);
});
