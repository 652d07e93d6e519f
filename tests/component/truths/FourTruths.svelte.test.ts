import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { articleLab, articleRequests } from '../../../src/lib/session/article.ts';
import { act, cloudOf, runToEnd, startSession } from '../../../src/lib/session/session.ts';
import FourTruths from '../../../src/lib/ui/truths/FourTruths.svelte';

/** The lab after so many of the article's requests. */
function after(count: number) {
  return cloudOf(
    articleRequests.slice(0, count).reduce((session, request) => {
      const made = act(session, request);
      if (!made.ok) throw new Error(made.error.message);
      return runToEnd(made.value);
    }, startSession(articleLab))
  );
}

describe('the central picture', () => {
  it('has a column for each of the four truths', async () => {
    const screen = await render(FourTruths, { cloud: after(0) });
    for (const name of ['Nova database', 'Nova computation', 'libvirt domain', 'Guest kernel']) {
      await expect.element(screen.getByRole('columnheader', { name })).toBeVisible();
    }
  });

  it('marks no row while everybody agrees', async () => {
    const screen = await render(FourTruths, { cloud: after(1) });
    await expect.element(screen.getByText('Nova and libvirt agree.')).toBeVisible();
    expect(screen.getByText('Nova and libvirt disagree here').elements()).toHaveLength(0);
  });

  it('marks the rows that disagree in words, not by colour alone', async () => {
    const screen = await render(FourTruths, { cloud: after(4) });
    await expect.element(screen.getByText('Latent conflict: Nova will ask for vdc')).toBeVisible();
    expect(screen.getByText('Nova and libvirt disagree here').elements()).toHaveLength(2);
  });

  it('says in words that a disk is in one of libvirt’s two definitions only', async () => {
    const volume_id = 'a54facb5-8b1e-4370-9d0b-e7b6ca6f7adc';
    const requests = [{ type: 'attach', volume_id }, { type: 'pause' }, { type: 'detach', volume_id }] as const;
    const half = requests.reduce((session, request) => {
      const made = act(session, request);
      if (!made.ok) throw new Error(made.error.message);
      return runToEnd(made.value);
    }, startSession(articleLab));
    const screen = await render(FourTruths, { cloud: cloudOf(half) });
    await expect.element(screen.getByRole('cell', { name: 'volume1 live only' })).toBeVisible();
    await expect
      .element(screen.getByText('Half detached: libvirt has volume1 on vdb in its live definition only.'))
      .toBeVisible();
  });
});
