import { test as base, expect } from '@playwright/test';
import type { Visitor } from '../support/browsers/visitor.ts';
import { launchWebKit, makeListen, visitorOf, type WebKit } from '../support/browsers/webkit.ts';
import { host, SiteCopy } from '../support/site/host.ts';
import { tellStory } from './story.ts';

/** Below another path than the root, as in the other engines. */
const BASE = '/docs/playground/';

const test = base.extend<{ visitor: Visitor }, { webKit: WebKit; site: string }>({
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
  site: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const copy = new SiteCopy();
      makeListen(copy, BASE);
      const server = await host(copy.folder, BASE);
      await use(server.address);
      await server.stop();
      copy.remove();
    },
    { scope: 'worker' }
  ],
  visitor: async ({ webKit, site, viewport, colorScheme }, use, testInfo) => {
    const driver = await webKit.start({ ...(viewport ?? { width: 1280, height: 720 }), dark: colorScheme === 'dark' });
    const complaints: string[] = [];
    const visitor = visitorOf(driver, site, complaints);
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
