import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { articleLab, articleRequests } from '../../../src/lib/session/article.ts';
import type { Replay } from '../../../src/lib/session/replay.ts';
import { act, cloudOf, runToEnd, startSession, type Session } from '../../../src/lib/session/session.ts';
import LabSettings from '../../../src/lib/ui/lab/LabSettings.svelte';

/** The article's lab after so many of the article's requests. */
function after(count: number): Session {
  return articleRequests.slice(0, count).reduce((session, request) => {
    const made = act(session, request);
    if (!made.ok) throw new Error(made.error.message);
    return runToEnd(made.value);
  }, startSession(articleLab));
}

async function show(session: Session) {
  const onapply = vi.fn<(session: Session, replay: Replay) => void>();
  const oncancel = vi.fn();
  const screen = await render(LabSettings, { session, onapply, oncancel });
  const row = (name: string) => screen.getByRole('group', { name, exact: true });
  return { screen, onapply, oncancel, row, apply: screen.getByRole('button', { name: 'Apply' }) };
}

describe("the lab's settings", () => {
  it('say at first that nothing has been changed and nothing would differ', async () => {
    const { screen, apply, onapply } = await show(after(5));
    await expect
      .element(screen.getByTestId('difference-count'))
      .toHaveTextContent('5 operations compared: nothing would differ.');
    await expect.element(apply).toHaveAccessibleDescription('Nothing has been changed.');
    await apply.click({ force: true });
    expect(onapply).not.toHaveBeenCalled();
  });

  it('show while one types that without swap the last attach works, and apply it', async () => {
    const { screen, row, apply, onapply } = await show(after(5));
    await row('small-with-swap').getByLabelText('Swap MB').fill('0');
    const last = screen.getByRole('row').last();
    await expect.element(last.getByRole('rowheader')).toHaveTextContent(/^nova volume-attach instance01/);
    await expect.element(last.getByText('then failed: Requested operation is not valid')).toBeVisible();
    await expect.element(last.getByText('differs')).toBeVisible();
    await expect.element(last.getByText('volume1 in-use')).toBeVisible();
    await apply.click();
    const [session, replay] = onapply.mock.calls[0]!;
    expect(cloudOf(session).volumes).toMatchObject([{ status: 'in-use' }]);
    expect(cloudOf(session).lab.flavors[0]).toMatchObject({ id: '203', swap: 0 });
    expect(replay.session).toBe(session);
  });

  it('show what would differ at another release, and what changed on the way', async () => {
    const { screen } = await show(after(3));
    await screen.getByRole('combobox', { name: 'Release' }).selectOptions('33.0.0');
    await expect.element(screen.getByTestId('difference-count')).toHaveTextContent('2 end differently');
    await expect.element(screen.getByText(/target 'vdb' duplicated/)).toBeVisible();
    await screen.getByText('What changed between 17.0.0.0b1 and 33.0.0').click();
    await expect.element(screen.getByRole('listitem').filter({ hasText: 'q35 machine types' })).toBeVisible();
  });

  it('say beside a field what is wrong with it, do not apply, and lead there', async () => {
    const { screen, row, apply, onapply } = await show(after(1));
    const swap = row('small-with-swap').getByLabelText('Swap MB');
    await swap.fill('');
    await expect.element(swap).toHaveAttribute('aria-invalid', 'true');
    await expect.element(swap).toHaveAccessibleDescription('Give a whole number, 0 or more.');
    await expect.element(apply).toHaveAccessibleDescription('One setting has a problem. Mend it first.');
    await expect.element(screen.getByText('Mend the problems above')).toBeVisible();
    await apply.click({ force: true });
    expect(onapply).not.toHaveBeenCalled();
    await expect.element(swap).toHaveFocus();
  });

  it('refuse a bus that the release does not offer, until a release does', async () => {
    const { screen } = await show(after(1));
    const bus = screen.getByRole('combobox', { name: 'hw_disk_bus' });
    await bus.selectOptions('sata');
    await expect.element(bus).toHaveAccessibleDescription(/Nova 17\.0\.0\.0b1 does not offer sata\./);
    await screen.getByRole('combobox', { name: 'Release' }).selectOptions('17.0.0');
    await expect.element(bus).toHaveAttribute('aria-invalid', 'false');
  });

  it('add a flavor, let the server boot with it, and take it away again', async () => {
    const { screen, row } = await show(after(0));
    await screen.getByRole('button', { name: 'Add a flavor' }).click();
    const boots = screen.getByRole('radio', { name: 'flavor-3 boots the server' });
    await boots.click();
    await expect.element(boots).toBeChecked();
    await row('flavor-3').getByRole('button', { name: 'Remove flavor-3' }).click();
    await expect.element(screen.getByRole('radio', { name: 'small-with-swap boots the server' })).toBeChecked();
  });

  it("compare along the article's operations when nothing has been done yet", async () => {
    const { screen } = await show(after(0));
    await screen.getByRole('combobox', { name: 'Release' }).selectOptions('33.0.0');
    await screen.getByRole('button', { name: 'Compare along the article’s operations' }).click();
    await expect.element(screen.getByTestId('difference-count')).toHaveTextContent('9 operations compared: 8 end');
  });

  it('say that the server could not be built', async () => {
    const { screen } = await show(after(1));
    await screen.getByRole('combobox', { name: 'hw_disk_bus' }).selectOptions('fdc');
    await expect.element(screen.getByText(/cannot even be built: .*Invalid bus type 'fdc' for disk/)).toBeVisible();
  });

  it("go back to the article's lab, and are cancelled without a change", async () => {
    const { screen, apply, oncancel } = await show(after(1));
    const release = screen.getByRole('combobox', { name: 'Release' });
    await release.selectOptions('26.0.0');
    await screen.getByRole('button', { name: 'Back to the article’s lab' }).click();
    await expect.element(release).toHaveValue('17.0.0.0b1');
    await expect.element(apply).toHaveAttribute('aria-disabled', 'true');
    await screen.getByRole('button', { name: 'Cancel' }).click();
    expect(oncancel).toHaveBeenCalledOnce();
  });

  it('fit on a phone, with every button and field reached by the keyboard', async () => {
    await page.viewport(390, 844);
    const { screen, apply } = await show(after(5));
    await screen.getByRole('combobox', { name: 'Release' }).selectOptions('33.0.0');
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
    await screen.getByRole('button', { name: 'Cancel' }).click();
    await userEvent.tab();
    await expect.element(apply).toHaveFocus();
  });
});
