import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { Release } from '../../../src/lib/engine/nova/releases/release.ts';
import { articleLab, articleRequests } from '../../../src/lib/session/article.ts';
import { act, runToEnd, startSession, stepForward, type Session } from '../../../src/lib/session/session.ts';
import WhyName from '../../../src/lib/ui/why/WhyName.svelte';

/** The session after so many of the article's requests. */
function after(count: number, release: Release = articleLab.release): Session {
  return articleRequests.slice(0, count).reduce(
    (session, request) => {
      const made = act(session, request);
      if (!made.ok) throw new Error(made.error.message);
      return runToEnd(made.value);
    },
    startSession({ ...articleLab, release })
  );
}

/** The boxes of each disk, as `vda root` for a name that was held. */
function boxes(container: Element): readonly (readonly string[])[] {
  const textsOf = (row: Element, selector: string) =>
    [...row.querySelectorAll(selector)].map((found) => found.textContent.trim());
  return [...container.querySelectorAll('[data-rule]')].map((row) =>
    [...row.querySelectorAll('ol > li')].map((box) => textsOf(box, 'span').join(' '))
  );
}

/** How the end of the walk is marked. */
function tone(container: Element): string | null | undefined {
  return container.querySelector('[data-tone]')?.getAttribute('data-tone');
}

describe('why this name', () => {
  it("walks through the names that were tried, in the article's case", async () => {
    const screen = await render(WhyName, { session: after(4) });
    await expect.element(screen.getByRole('heading', { level: 3, name: 'Why vdc?' })).toBeVisible();
    expect(boxes(screen.container)).toEqual([['vda'], ['vda root', 'vdb'], ['vda root', 'vdb swap', 'vdc']]);
    await expect
      .element(screen.getByText('vda is held by root, vdb is held by swap, vdc is free.'))
      .toBeInTheDocument();
    await expect.element(screen.getByText('In the domain: vdc')).toBeVisible();
    await expect.element(screen.getByText('There, vdc is the swap disk.')).toBeVisible();
    expect(tone(screen.container)).toBe('alarm');
  });

  it("links each rule to Nova's code at the tag of the lab's release", async () => {
    const screen = await render(WhyName, { session: after(4, '30.0.0') });
    const link = screen.getByRole('link', { name: 'blockinfo.py: _get_disk_mapping, in Nova 30.0.0, on GitHub' });
    await expect
      .element(link)
      .toHaveAttribute('href', 'https://github.com/openstack/nova/blob/30.0.0/nova/virt/libvirt/blockinfo.py');
    await expect.element(link).toHaveAttribute('rel', 'noopener noreferrer external');
  });

  it('does not speak of a contrast where Nova and the domain agree', async () => {
    const screen = await render(WhyName, { session: after(1) });
    await expect.element(screen.getByText('There, vdc is free as well.')).toBeVisible();
    expect(tone(screen.container)).toBe('good');
    expect(screen.getByText('Nowhere in this walk').elements()).toHaveLength(0);
    expect(screen.getByText('In the domain:').elements()).toHaveLength(0);
  });

  it('quotes libvirt where it refuses a domain of these names', async () => {
    const made = act(after(1, '33.0.0'), articleRequests[1]!);
    if (!made.ok) throw new Error(made.error.message);
    let session = made.value;
    while (
      !session.timeline.moments.at(-1)?.value.snapshot.context.report?.events.some(({ type }) => type === 'failure')
    )
      session = stepForward(session);
    const screen = await render(WhyName, { session });
    await expect.element(screen.getByText("XML error: target 'vdb' duplicated")).toBeVisible();
    await expect.element(screen.getByText('also swap')).toBeInTheDocument();
    expect(tone(screen.container)).toBe('alarm');
  });

  it('says that a deleted server has no names', async () => {
    const made = act(after(0), { type: 'delete' });
    if (!made.ok) throw new Error(made.error.message);
    const screen = await render(WhyName, { session: runToEnd(made.value) });
    await expect.element(screen.getByText('The server is deleted.')).toBeVisible();
  });
});
