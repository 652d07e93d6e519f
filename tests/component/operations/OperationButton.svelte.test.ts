import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import OperationButton from '../../../src/lib/ui/operations/OperationButton.svelte';

const command = 'nova stop instance01';

describe('the button of an operation', () => {
  it('sends its request and says which command it stands for', async () => {
    const onrequest = vi.fn();
    const screen = await render(OperationButton, { label: 'Stop', command, refusal: null, onrequest });
    const button = screen.getByRole('button', { name: 'Stop' });
    await expect.element(button).toHaveAccessibleDescription(command);
    await button.click();
    expect(onrequest).toHaveBeenCalledOnce();
  });

  it('stays reachable when the API would refuse, says why and sends nothing', async () => {
    const onrequest = vi.fn();
    const refusal = "Cannot 'stop' instance X while it is in vm_state stopped";
    const screen = await render(OperationButton, { label: 'Stop', command, refusal, onrequest });
    const button = screen.getByRole('button', { name: 'Stop' });
    await expect.element(button).toHaveAttribute('aria-disabled', 'true');
    await expect.element(button).toHaveAccessibleDescription(refusal);
    await button.click({ force: true });
    expect(onrequest).not.toHaveBeenCalled();
  });
});
