/** The article's case and what surrounds it, as every browser must show it: told once, for whoever drives the browser. */
import { expect, type TestType, type PlaywrightTestArgs, type PlaywrightTestOptions } from '@playwright/test';
import type { Visitor } from '../support/browsers/visitor.ts';
import { disksOf, nextName, textOf } from '../support/page/readings.ts';

/** The tests that are told in the dark. */
export const DARK = /@dark/;

const ERROR_LINE =
  /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} 8884 ERROR oslo_messaging\.rpc\.server \[req-[0-9a-f-]{36} 809d54e610184b26b41ac637a4314801 98a97dc5b2b74455add34ed624bf4b6a - default default\] Exception during message handling: libvirtError: Requested operation is not valid: target vdc already exists$/;

/** Sends requests and lets each run to its end. */
async function act(visitor: Visitor, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await visitor.press(name);
    await visitor.press('Run to end');
  }
}

async function stepForward(visitor: Visitor, steps: number): Promise<void> {
  for (let step = 0; step < steps; step++) await visitor.press('Step forward');
}

/** What stands at a test id, as soon as it is as expected. */
function at(visitor: Visitor, testId: string) {
  return expect.poll(() => visitor.read(textOf, testId), { message: testId, timeout: 20_000 });
}

function disks(visitor: Visitor, truth: 'database' | 'computation' | 'domain' | 'guest') {
  return expect.poll(() => visitor.read(disksOf, truth), { message: truth, timeout: 20_000 });
}

async function errorLines(visitor: Visitor): Promise<string[]> {
  const lines = await visitor.read(() =>
    [...document.querySelectorAll<HTMLElement>('[data-testid="log"] li')].map(({ innerText }) => innerText)
  );
  return lines.map((line) => line.split('\n')[0] ?? '').filter((line) => ERROR_LINE.test(line));
}

type BrowserTest = TestType<PlaywrightTestArgs & PlaywrightTestOptions & { visitor: Visitor }, object>;

export function tellStory(test: BrowserTest): void {
  test.beforeEach(async ({ visitor }) => {
    await visitor.open('./');
    await at(visitor, 'status').toBe('ACTIVE');
  });

  test("the article's case, by clicking", async ({ visitor }) => {
    await test.step('a server with one disk', async () => {
      await disks(visitor, 'domain').toEqual(['vda root']);
      expect(await visitor.read(nextName)).toBe('vdb');
    });

    await test.step('the volume is attached as vdb, step by step', async () => {
      await visitor.press('Attach volume');
      await at(visitor, 'client').toContain('waiting for the answer');
      await stepForward(visitor, 3);
      await disks(visitor, 'database').toEqual(['vda root', 'vdb volume1']);
      await disks(visitor, 'domain').toEqual(['vda root']);
      await stepForward(visitor, 1);
      await at(visitor, 'client').toContain('200, device /dev/vdb');
      await at(visitor, 'volume-status').toBe('attaching');
      await stepForward(visitor, 2);
      await disks(visitor, 'domain').toEqual(['vda root', 'vdb volume1']);
      await visitor.press('Run to end');
      await at(visitor, 'volume-status').toBe('in-use');
    });

    await test.step('the resize brings swap as vdc', async () => {
      await visitor.press('Resize');
      await at(visitor, 'task-state').toBe('resize_prep');
      await stepForward(visitor, 7);
      await at(visitor, 'task-state').toBe('resize_finish');
      await at(visitor, 'status').toBe('RESIZE');
      await visitor.press('Run to end');
      await at(visitor, 'status').toBe('VERIFY_RESIZE');
      await act(visitor, 'Confirm resize');
      await at(visitor, 'status').toBe('ACTIVE');
      await disks(visitor, 'domain').toEqual(['vda root', 'vdb volume1', 'vdc swap']);
      await disks(visitor, 'database').toEqual(['vda root', 'vdb volume1']);
    });

    await test.step('the detach splits the truth before anybody sees an error', async () => {
      await act(visitor, 'Detach volume');
      await at(visitor, 'volume-status').toBe('available');
      await disks(visitor, 'database').toEqual(['vda root']);
      await disks(visitor, 'computation').toEqual(['vda root', 'vdb swap']);
      await disks(visitor, 'domain').toEqual(['vda root', 'vdc swap']);
      await disks(visitor, 'guest').toEqual(['vda root', 'vdc swap']);
      expect(await visitor.read(nextName)).toBe('vdc');
      await at(visitor, 'verdict').toBe('Latent conflict: Nova will ask for vdc; libvirt already has vdc (swap).');
      expect(await visitor.read(textOf, 'log')).not.toContain('ERROR');
    });

    await test.step('the attach fails in silence', async () => {
      await act(visitor, 'Attach volume');
      await at(visitor, 'client').toContain('200, device /dev/vdc');
      expect(await visitor.read(textOf, 'client')).not.toMatch(/error|fail|vdc already exists/i);
      await at(visitor, 'volume-status').toBe('available');
      expect(await errorLines(visitor)).toHaveLength(1);
      await disks(visitor, 'database').toEqual(['vda root']);
    });

    await test.step('a soft reboot does not help', async () => {
      await act(visitor, 'Soft reboot');
      await disks(visitor, 'domain').toEqual(['vda root', 'vdc swap']);
      await act(visitor, 'Attach volume');
      await at(visitor, 'volume-status').toBe('available');
      expect(await errorLines(visitor)).toHaveLength(2);
    });

    await test.step('a hard reboot does, and the volume lands on vdc', async () => {
      await act(visitor, 'Hard reboot');
      await disks(visitor, 'domain').toEqual(['vda root', 'vdb swap']);
      await at(visitor, 'verdict').toBe('Nova and libvirt agree.');
      await act(visitor, 'Attach volume');
      await at(visitor, 'volume-status').toBe('in-use');
      await disks(visitor, 'domain').toEqual(['vda root', 'vdb swap', 'vdc volume1']);
      expect(await errorLines(visitor)).toHaveLength(2);
    });
  });

  test('stop and start repairs it too', async ({ visitor }) => {
    await act(visitor, 'Attach volume', 'Resize', 'Confirm resize', 'Detach volume', 'Attach volume');
    await at(visitor, 'volume-status').toBe('available');
    await act(visitor, 'Stop');
    await at(visitor, 'status').toBe('SHUTOFF');
    await act(visitor, 'Start', 'Attach volume');
    await disks(visitor, 'domain').toEqual(['vda root', 'vdb swap', 'vdc volume1']);
    await at(visitor, 'volume-status').toBe('in-use');
  });

  test('the article told, to the collision: who acts stands beside the sentence, not on it', async ({ visitor }) => {
    await visitor.press('Play the article');
    for (let chapter = 0; chapter < 5; chapter++) await visitor.press('Run to end');
    await at(visitor, 'sentence').toContain('The client has its 200');
    const gap = await visitor.read(() => {
      const actor = document.createRange();
      actor.selectNodeContents(document.querySelector('.actor') ?? document.body);
      const sentence = document.querySelector('.actor + p')?.getBoundingClientRect();
      return (sentence?.left ?? 0) - actor.getBoundingClientRect().right;
    });
    expect(gap).toBeGreaterThan(0);
  });

  test('the terminal opens, has the focus, and runs nova list', async ({ visitor }) => {
    await visitor.press('Terminal');
    await expect
      .poll(() => visitor.read(() => (document.activeElement as HTMLInputElement).labels?.[0]?.innerText))
      .toContain('Command line');
    await visitor.type('nova list\n');
    await expect
      .poll(() => visitor.read(() => document.querySelector<HTMLElement>('[role="log"]')?.innerText))
      .toMatch(/\| 0ac40227-597c-48d7-8379-9320beb7d3bd \| instance01 \| ACTIVE \| - +\| Running +\|/);
    await visitor.press('Close the terminal');
    await expect.poll(() => visitor.read(() => document.activeElement?.textContent.trim())).toBe('Terminal');
  });

  test('the domain XML marks what the step changed, in the plain view and in the editor', async ({ visitor }) => {
    await visitor.press('Attach volume');
    await stepForward(visitor, 6);
    await visitor.press('Domain XML', 'tab');
    await at(visitor, 'xml-status').toMatch(/^changed in this step: \d+ lines added$/);
    await at(visitor, 'xml-light').toContain("<target dev='vdb' bus='virtio'/>");
    await visitor.press('Open in the editor');
    await at(visitor, 'xml-diff').toMatch(/<target\sdev='vdb'\sbus='virtio'\/>/);
  });

  test('the address carries the session, and opens it again', async ({ visitor }) => {
    const address = () => visitor.read(() => location.href);
    let link = await address();
    for (const name of ['Attach volume', 'Run to end', 'Step back']) {
      await visitor.press(name);
      // It follows a moment after the hand has come to rest.
      await expect.poll(address, { message: `another address after ${name}` }).not.toBe(link);
      link = await address();
    }
    expect(link).toMatch(/#1\.[\w-]+$/);
    const moment = await visitor.read(() => document.querySelector<HTMLElement>('.moment')?.innerText ?? '');

    await visitor.open('./conformance/');
    await visitor.open(link);
    await expect.poll(() => visitor.read(() => document.querySelector<HTMLElement>('.moment')?.innerText)).toBe(moment);
    await disks(visitor, 'database').toEqual(['vda root', 'vdb volume1']);
  });

  test('with the keyboard alone: the focus is seen, and a dialog gives it back', async ({ visitor }) => {
    const focused = () => visitor.read(() => document.activeElement?.textContent.trim());
    for (let pressed = 0; pressed < 20 && (await focused()) !== 'Lab settings'; pressed++) await visitor.key('Tab');
    expect(await visitor.read(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle)).toBe(
      'solid'
    );
    await visitor.key('Enter');
    const isOpen = () => visitor.read(() => document.querySelector('[role="dialog"], dialog[open]') !== null);
    await expect.poll(isOpen).toBe(true);
    await expect.poll(focused).toBe('Close');
    await visitor.key('Escape');
    await expect.poll(isOpen).toBe(false);
    await expect.poll(focused).toBe('Lab settings');
  });

  test.describe('on a phone', () => {
    test.use({ viewport: { width: 390, height: 844 } });

    test('nothing is wider than the screen, and nothing lies over what has the focus', async ({ visitor }) => {
      await visitor.press('Play the article');
      await visitor.press('Run to end');
      await at(visitor, 'volume-status').toBe('in-use');
      expect(await visitor.read(() => innerWidth - document.documentElement.scrollWidth)).toBeGreaterThanOrEqual(0);
      const hidden: string[] = [];
      for (let pressed = 0; pressed < 40; pressed++) {
        await visitor.key('Tab');
        hidden.push(...(await visitor.read(coveredFocus)));
      }
      expect(hidden).toEqual([]);
    });
  });

  test('the page is dark for who wants it dark', { tag: '@dark' }, async ({ visitor }) => {
    const lightness = (part: 'color' | 'backgroundColor') =>
      visitor.read(
        (name) =>
          Math.max(...(getComputedStyle(document.body)[name as 'color'].match(/\d+/g) ?? []).slice(0, 3).map(Number)),
        part
      );
    expect(await lightness('backgroundColor')).toBeLessThan(64);
    expect(await lightness('color')).toBeGreaterThan(192);
  });
}

/** The name of what has the focus when something else lies over it. */
function coveredFocus(): string[] {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return [];
  const { left, right, top, bottom } = focused.getBoundingClientRect();
  const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return above === null || focused.contains(above) || above.contains(focused)
    ? []
    : [`${focused.textContent.trim()} under ${above.textContent.trim()}`];
}
