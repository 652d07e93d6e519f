import { userEvent } from 'vitest/browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { cloudOf } from '../../../src/lib/session/session.ts';
import { Playground } from '../../../src/lib/ui/playground.svelte.ts';
import TerminalDrawer from '../../../src/lib/ui/terminal/TerminalDrawer.svelte';

async function open(playground = new Playground()) {
  const screen = await render(TerminalDrawer, {
    playground,
    height: 300,
    min: 100,
    max: 600,
    onclose: () => undefined
  });
  const input = screen.getByRole('textbox', { name: /Command line/ });
  const line = () => (input.element() as HTMLInputElement).value;
  const output = () => screen.container.querySelector('[role="log"]')?.textContent ?? '';
  return { playground, screen, input, line, output };
}

function paste(input: Element, text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}

beforeEach(() => {
  localStorage.clear();
});

describe('the terminal', () => {
  it('has the focus, answers, and moves the session that the page shows', async () => {
    const { playground, output } = await open();
    await userEvent.keyboard('nova list{Enter}nova resize instance01 small-with-swap{Enter}');
    expect(output()).toContain('| instance01 | ACTIVE |');
    expect(cloudOf(playground.session).instance.task_state).toBe('resize_prep');
  });

  it('leaves work in flight and says so, until it is asked to let it finish', async () => {
    const { playground, screen } = await open();
    await userEvent.keyboard('nova stop instance01{Enter}');
    await expect.element(screen.getByText(/^Work is in flight/)).toBeVisible();
    await userEvent.keyboard(':run{Enter}');
    await screen.getByRole('checkbox', { name: 'Let work finish by itself' }).click();
    await screen.getByRole('textbox').click();
    await userEvent.keyboard('nova start instance01{Enter}');
    expect(cloudOf(playground.session).instance.vm_state).toBe('active');
    expect(cloudOf(playground.session).work).toEqual([]);
  });

  it('shows the commands of the page’s buttons, in the history too', async () => {
    const { playground, line, output } = await open();
    playground.act({ type: 'stop' });
    await expect.poll(output).toContain('nova stop instance01');
    await userEvent.keyboard('{ArrowUp}');
    expect(line()).toBe('nova stop instance01');
  });

  it('completes with Tab, shows what else would fit, and lets go of the focus on an empty line', async () => {
    const { screen, input, line } = await open();
    await userEvent.keyboard('nova volume-a{Tab}');
    expect(line()).toBe('nova volume-attach');
    await expect.element(screen.getByText('volume-attach volume-attachments')).toBeVisible();
    await userEvent.keyboard(' inst{Tab}');
    expect(line()).toBe('nova volume-attach instance01 ');
    await userEvent.clear(input);
    await userEvent.tab();
    expect(document.activeElement).not.toBe(input.element());
  });

  it('searches earlier lines with Ctrl-R, and runs the one it found', async () => {
    const { screen, line, output } = await open();
    await userEvent.keyboard('echo first{Enter}echo second{Enter}');
    await userEvent.keyboard('{Control>}r{/Control}fir');
    await expect.element(screen.getByText("(reverse-i-search)`fir':")).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(line()).toBe('');
    expect(output().match(/echo first/g)).toHaveLength(2);
  });

  it('runs pasted lines in order, takes prompts off, and keeps what has no end yet', async () => {
    const { input, line, output } = await open();
    paste(input.element(), '(lab01)# echo one\n(lab01)# echo two\r\necho three');
    await expect.poll(output).toContain('two');
    expect(output()).not.toContain('three');
    expect(output().indexOf('one')).toBeLessThan(output().indexOf('two'));
    expect(line()).toBe('echo three');
  });

  it('prints what can be copied as it is', async () => {
    const { screen } = await open();
    await userEvent.keyboard('cinder list{Enter}');
    const [table = ''] = [...screen.container.querySelectorAll('pre')].map((pre) => pre.textContent);
    expect(table.split('\n')).toHaveLength(5);
    expect(new Set(table.split('\n').map((row) => row.length)).size).toBe(1);
  });
});
