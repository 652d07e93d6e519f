/** Pages of somebody else's that embed the playground. */
import type { FrameLocator, Page } from '@playwright/test';
import { startHost, type HostSite } from '../site/foreign-site.ts';
import { test as base } from '../quiet-page.ts';

/** What an element has told its page, in order. */
interface Told {
  readonly type: string;
  readonly step?: number;
  readonly [field: string]: unknown;
}

class HostPage {
  readonly page: Page;
  readonly site: string;
  readonly #sites: HostSite[] = [];

  constructor(page: Page, site: string) {
    this.page = page;
    this.site = site;
  }

  /** The element's script, as hosts write it. */
  get script(): string {
    return `<script src="${this.site}embed.v1.js" async></script>`;
  }

  /** Goes to a page with this in it. The pictures of the moments are not this test's. */
  async open(body: string, headers: Readonly<Record<string, string>> = {}): Promise<void> {
    const host = await startHost(body, headers);
    this.#sites.push(host);
    await this.page.route('**/pictures/**', (route) =>
      route.fulfill({
        contentType: 'image/svg+xml',
        body: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
      })
    );
    await this.page.addInitScript(() => {
      const told: unknown[] = [];
      Object.assign(window, { told });
      for (const type of ['ready', 'state', 'goal']) {
        addEventListener(type, (event) => told.push((event as CustomEvent).detail), { capture: true });
      }
    });
    await this.page.goto(host.address);
  }

  element(index = 0) {
    return this.page.locator('nova-disk-playground').nth(index);
  }

  frame(index = 0): FrameLocator {
    return this.element(index).frameLocator('iframe');
  }

  /** What the elements have told so far. */
  told(): Promise<readonly Told[]> {
    return this.page.evaluate(() => (window as unknown as { told: Told[] }).told);
  }

  close(): void {
    for (const site of this.#sites) site.close();
  }
}

export const test = base.extend<{ host: HostPage }>({
  host: async ({ page, baseURL }, use) => {
    const host = new HostPage(page, baseURL ?? '');
    await use(host);
    host.close();
  }
});

export { expect } from '../quiet-page.ts';
