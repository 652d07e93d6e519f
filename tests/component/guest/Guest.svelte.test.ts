import { beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { Request } from '../../../src/lib/engine/cloud/operations.ts';
import { articleLab, articleRequests } from '../../../src/lib/session/article.ts';
import { act, runToEnd, startSession, type Session } from '../../../src/lib/session/session.ts';
import Guest from '../../../src/lib/ui/guest/Guest.svelte';

const attach = articleRequests.slice(0, 1);

function after(requests: readonly Request[]): Session {
  return requests.reduce((session, request) => {
    const made = act(session, request);
    if (!made.ok) throw new Error(made.error.message);
    return runToEnd(made.value);
  }, startSession(articleLab));
}

beforeEach(() => {
  localStorage.clear();
});

describe('the guest', () => {
  it('shows at the end of the article that fstab by name means another disk, in words', async () => {
    const screen = await render(Guest, { session: after(articleRequests) });
    await expect
      .element(screen.getByTestId('fstab-summary'))
      .toHaveTextContent('fstab means volume1 by /dev/vdb; /dev/vdb is swap now.');
    await expect.element(screen.getByText('/dev/vdb /data ext4 defaults 0 2')).toBeVisible();
    await expect.element(screen.getByText('swapon: /dev/vdc: read swap header failed')).toBeVisible();
    expect(screen.container.querySelectorAll('[data-outcome=refused]')).toHaveLength(2);
    expect(screen.container.querySelector('[data-outcome=refused]')?.textContent).toContain('refused');
  });

  it('shows by UUID that each line finds its disk', async () => {
    const screen = await render(Guest, { session: after(articleRequests) });
    const byUuid = screen.getByRole('button', { name: 'by UUID' });
    await expect.element(byUuid).toHaveAttribute('aria-pressed', 'false');
    await byUuid.click();
    await expect.element(byUuid).toHaveAttribute('aria-pressed', 'true');
    await expect
      .element(screen.getByRole('button', { name: 'fstab by name' }))
      .toHaveAttribute('aria-pressed', 'false');
    await expect
      .element(screen.getByTestId('fstab-summary'))
      .toHaveTextContent('Each line of fstab finds the disk that it means.');
    expect(screen.container.querySelectorAll('[data-outcome=refused]')).toHaveLength(0);
  });

  it('marks on both buttons how the lines fare, whichever is pressed', async () => {
    const screen = await render(Guest, { session: after(articleRequests) });
    await expect.element(screen.getByRole('button', { name: 'fstab by name a line finds another disk' })).toBeVisible();
    await expect
      .element(screen.getByRole('button', { name: 'by UUID each line finds the disk that it means' }))
      .toBeVisible();
  });

  it('says what a boot does without nofail and with it, and keeps the choice', async () => {
    const screen = await render(Guest, { session: after(articleRequests) });
    await expect.element(screen.getByText('A boot ends in emergency mode.')).toBeVisible();
    await screen.getByRole('button', { name: 'with nofail' }).click();
    await expect.element(screen.getByText('A boot goes on without it.').first()).toBeVisible();
    await screen.unmount();
    const again = await render(Guest, { session: after(articleRequests) });
    await expect.element(again.getByText('/dev/vdb /data ext4 defaults,nofail 0 2')).toBeVisible();
  });

  it('says beside a disk what libvirt calls it, where that is another name', async () => {
    const screen = await render(Guest, { session: after(articleRequests.slice(0, 6)) });
    const swap = screen.container.querySelector('[data-name=vdb]');
    expect(swap?.textContent).toContain('swap');
    expect(swap?.textContent).toContain('libvirt: vdc');
    expect(screen.container.querySelector('[data-name=vda]')?.textContent).not.toContain('libvirt');
  });

  it('links a disk by the beginning of its serial, and explains why there is no link', async () => {
    const screen = await render(Guest, { session: after(attach) });
    await expect.element(screen.getByText('virtio-a54facb5-8b1e-4370-9')).toBeVisible();
    await screen.rerender({ session: after([]) });
    await expect.element(screen.getByText('No disk here has a serial')).toBeVisible();
  });

  it.each([
    [{ type: 'stop' }, 'The guest is off'],
    [{ type: 'pause' }, 'The guest is paused'],
    [{ type: 'suspend' }, 'The guest is suspended'],
    [{ type: 'rescue' }, 'The server runs from the rescue image'],
    [{ type: 'shelve' }, 'The server is shelved'],
    [{ type: 'delete' }, 'The server is deleted']
  ] as const)('says in a sentence why nobody can log in: %o', async (request, sentence) => {
    const screen = await render(Guest, { session: after([...attach, request]) });
    await expect.element(screen.getByText(sentence)).toBeVisible();
  });
});
