import { defineConfig, devices } from '@playwright/test';
import { inChromium } from './tests/browsers/projects.ts';
import { chromiumLaunchOptions } from './tests/support/chromium.js';

// A sub-path, as on a documentation site: an absolute link anywhere in the build would fail here.
const base = '/docs/playground/';

export default defineConfig({
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // A slow machine must not fail a test: these only end what hangs.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // Everything in Chromium; what playwright.browsers.config.ts runs in three engines is only part of it.
  projects: [{ name: 'e2e', testDir: 'tests/e2e', testMatch: '**/*.e2e.ts' }, ...inChromium],
  reporter: [['list'], ['json', { outputFile: 'reports/e2e.json' }]],
  webServer: {
    command: `node --import tsx tests/support/site/start.ts --no-build --port 0 --base ${base}`,
    // Any free port, so that two runs never meet; the address it prints becomes SERVED_AT.
    wait: { stdout: /at (?<served_at>http:\S+)/ },
    stdout: 'ignore'
  },
  use: {
    ...devices['Desktop Chrome'],
    baseURL: process.env['SERVED_AT'],
    // A page that comes from the worker's store cannot be disturbed by a test; those about the worker let it in.
    serviceWorkers: 'block',
    launchOptions: chromiumLaunchOptions(),
    screenshot: 'only-on-failure'
  }
});
