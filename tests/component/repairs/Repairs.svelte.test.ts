import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { articleRequests } from '../../../src/lib/session/article.ts';
import { cloudOf } from '../../../src/lib/session/session.ts';
import { fourTruths } from '../../../src/lib/session/views/four-truths.ts';
import { Playground } from '../../../src/lib/ui/playground.svelte.ts';
import Repairs from '../../../src/lib/ui/repairs/Repairs.svelte';

/** A playground in which so many of the article's requests have been made. */
function after(count: number): Playground {
  const playground = new Playground();
  playground.actInTurn(articleRequests.slice(0, count));
  return playground;
}

async function show(playground: Playground) {
  return render(Repairs, { playground, session: playground.session });
}

describe('the repairs', () => {
  it('name first what helps, with its commands and its price, and say what does not', async () => {
    const screen = await show(after(4));
    const ways = [...screen.container.querySelectorAll('[data-way]')].map((way) => way.getAttribute('data-way'));
    expect(ways).toEqual(['stopStart', 'hardReboot', 'shelveUnshelve', 'rebuild', 'softReboot']);
    await expect.element(screen.getByText('nova reboot --hard instance01')).toBeVisible();
    await expect.element(screen.getByText('Care: the content of the root disk is lost.')).toBeVisible();
    await expect.element(screen.getByText('does not repair it')).toBeVisible();
  });

  it('can be tried, and what they promise comes true', async () => {
    const playground = after(4);
    const screen = await show(playground);
    await screen.getByRole('button', { name: 'Try it here: Stop and start' }).click();
    expect(fourTruths(cloudOf(playground.session)).verdict.kind).toBe('agree');
    expect(cloudOf(playground.session).instance.vm_state).toBe('active');
    expect(cloudOf(playground.session).volumes[0]?.status).toBe('in-use');
  });

  it('say so where there is nothing to repair', async () => {
    const screen = await show(after(1));
    await expect.element(screen.getByText(/^Nothing to repair/)).toBeVisible();
  });
});
