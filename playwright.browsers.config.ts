/** `npm run test:browsers`: the article's case and what surrounds it in three engines. */
import { defineConfig } from '@playwright/test';
import base from './playwright.config.ts';
import { inAllBrowsers } from './tests/browsers/projects.ts';

export default defineConfig({
  ...base,
  reporter: [['list'], ['json', { outputFile: 'reports/browsers.json' }]],
  projects: inAllBrowsers
});
