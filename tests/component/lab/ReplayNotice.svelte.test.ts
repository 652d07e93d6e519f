import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { articleStory } from '../../../src/lib/session/article.ts';
import { articleSettings, labWith, type LabSettings } from '../../../src/lib/session/lab-settings.ts';
import { replay } from '../../../src/lib/session/replay.ts';
import ReplayNotice from '../../../src/lib/ui/lab/ReplayNotice.svelte';

function replayed(change: Partial<LabSettings>) {
  return replay(articleStory(), labWith({ ...articleSettings, ...change }));
}

describe('the notice after a replay', () => {
  it('says under which release, how many end differently, and how the first does', async () => {
    const screen = await render(ReplayNotice, { replay: replayed({ release: '33.0.0' }), ondismiss: vi.fn() });
    const notice = screen.getByRole('status');
    await expect.element(notice).toHaveTextContent('Replayed 9 operations under 33.0.0 (2026.1 Gazpacho).');
    await expect
      .element(notice)
      .toHaveTextContent("8 end differently. The first: Resize: ERROR, XML error: target 'vdb' dup");
    await screen.getByText('Everything that ends differently').click();
    await expect.element(screen.getByRole('listitem').first()).toBeVisible();
    expect(screen.getByRole('listitem').elements()).toHaveLength(8);
  });

  it('says that nothing ends differently, and can be dismissed', async () => {
    const ondismiss = vi.fn();
    const screen = await render(ReplayNotice, { replay: replayed({ volumeBackend: 'rbd' }), ondismiss });
    await expect.element(screen.getByRole('status')).toHaveTextContent('Nothing ends differently.');
    await screen.getByRole('button', { name: 'Dismiss' }).click();
    expect(ondismiss).toHaveBeenCalledOnce();
  });
});
