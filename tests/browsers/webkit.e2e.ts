import { test as base, expect } from '@playwright/test';
import type { Visitor } from '../support/browsers/visitor.ts';
import { launchWebKit, visitorOf, type WebKit } from '../support/browsers/webkit.ts';
import { tellStory } from './story.ts';

const test = base.extend<{ visitor: Visitor }, { webKit: WebKit }>({
  webKit: [
    // Playwright reads there what a fixture builds upon: nothing.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const webKit = await launchWebKit();
      await use(webKit);
      webKit.stop();
    },
    { scope: 'worker' }
  ],
  visitor: async ({ webKit, baseURL, viewport, colorScheme }, use, testInfo) => {
    const driver = await webKit.start({ ...(viewport ?? { width: 1280, height: 720 }), dark: colorScheme === 'dark' });
    const complaints: string[] = [];
    const visitor = visitorOf(driver, baseURL ?? '', complaints);
    try {
      await use(visitor);
      await visitor.leave();
      if (testInfo.status !== testInfo.expectedStatus) {
        await testInfo.attach('screenshot', { body: await driver.takeScreenshot(), contentType: 'image/png' });
      }
    } finally {
      await driver.quit();
    }
    expect(complaints, 'errors in the page').toEqual([]);
  }
});

tellStory(test);
