/**
 * Playwright's `test`, with a page that must stay quiet: an error in the console, an exception nobody caught or a
 * file that does not arrive fails the test, whatever else it asserts.
 */
import { test as base, expect } from '@playwright/test';

export { expect };

export const test = base.extend({
  page: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText;
      // Aborted means that the page itself lost interest, as when it is left while still loading.
      if (reason !== 'net::ERR_ABORTED' && reason !== 'NS_BINDING_ABORTED')
        complaints.push(`${reason ?? 'did not arrive'} (${request.url()})`);
    });
    await use(page);
    expect(complaints, 'errors in the page').toEqual([]);
  }
});
