import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { statechart } from '../../../src/lib/session/views/lifecycle.ts';
import Lifecycle from '../../../src/lib/ui/lifecycle/Lifecycle.svelte';
import { Playground } from '../../../src/lib/ui/playground.svelte.ts';
import '../../../src/lib/ui/app.css';

const WIDE = 640;
const NARROW = 334;

async function open(width: number) {
  const playground = new Playground();
  const target = document.createElement('div');
  target.style.width = `${width}px`;
  document.body.append(target);
  const screen = await render(Lifecycle, { target, props: { playground } });
  await expect.element(screen.getByRole('group', { name: 'active, where the server is' })).toBeVisible();
  return { playground, screen };
}

type Screen = Awaited<ReturnType<typeof open>>['screen'];

function hint(screen: Screen) {
  return screen.getByTestId('lifecycle-hint');
}

describe('the lifecycle, drawn in full', () => {
  it('lights the state that the server is in, and names every transition', async () => {
    const { screen } = await open(WIDE);
    expect(screen.container.querySelectorAll('[aria-current="true"]')).toHaveLength(1);
    await expect.element(screen.getByRole('button', { name: 'Stop: active to stopped' })).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Soft reboot: stays active' })).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Delete: any state to deleting' })).toBeVisible();
    const asked = statechart.transitions.filter(({ operation }) => operation !== null);
    expect(screen.getByRole('button').elements()).toHaveLength(asked.length);
  });

  it('takes a transition that is pressed, and follows it state by state', async () => {
    const { playground, screen } = await open(WIDE);
    await screen.getByRole('button', { name: 'Resize: active to resized' }).click();
    await expect.element(screen.getByText('Under way')).toBeVisible();
    playground.stepForward();
    await expect.element(screen.getByRole('status')).toHaveTextContent('vm_state active, task_state resize_prep');
    expect(screen.container.querySelector('[aria-current="step"]')?.textContent).toBe('resize_prep');
    expect(screen.container.querySelectorAll('circle')).toHaveLength(4);
    expect(screen.container.querySelectorAll('circle.begun')).toHaveLength(1);
    playground.runToEnd();
    await expect.element(screen.getByRole('group', { name: 'resized, where the server is' })).toBeVisible();
    expect(screen.container.querySelectorAll('circle.begun')).toHaveLength(4);
    playground.goTo(0);
    await expect.element(screen.getByRole('group', { name: 'active, where the server is' })).toBeVisible();
  });

  it('tells in the words of the API why a transition cannot be taken', async () => {
    const { playground, screen } = await open(WIDE);
    const start = screen.getByRole('button', { name: 'Start: stopped to active' });
    const refusal = /^Cannot 'start' instance .* while it is in vm_state active$/;
    await expect.element(start).toHaveAttribute('aria-disabled', 'true');
    await expect.element(start).toHaveAccessibleDescription(refusal);
    await start.hover();
    await expect.element(hint(screen)).toHaveTextContent(refusal);
    await start.click({ force: true });
    expect(playground.last).toBe(0);
  });

  it('does not take from here a transition that starts elsewhere', async () => {
    const { playground, screen } = await open(WIDE);
    const stop = screen.getByRole('button', { name: 'Stop: error to stopped' });
    await expect.element(stop).toHaveAccessibleDescription('Starts from error; the server is active.');
    await stop.click({ force: true });
    expect(playground.last).toBe(0);
  });

  it('is walked by keyboard through what starts here, with the command told', async () => {
    const { screen } = await open(WIDE);
    screen.getByRole('button', { name: 'Attach volume: stays active' }).element().focus();
    await expect.element(hint(screen)).toHaveTextContent(/^nova volume-attach/);
    const passed = new Set<string>();
    for (let more = true; more;) {
      const id = document.activeElement?.closest('[data-transition]')?.getAttribute('data-transition');
      more = id !== null && id !== undefined && !passed.has(id);
      if (more) passed.add(id!);
      await userEvent.tab();
    }
    const startHere = statechart.transitions.filter(
      ({ from, operation }) => operation && (from ?? 'active') === 'active'
    );
    expect([...passed].toSorted()).toEqual(startHere.map(({ id }) => id).toSorted());
  });

  it('shows both ways where it depends on the server', async () => {
    const { screen } = await open(WIDE);
    await screen.getByRole('button', { name: 'Revert resize: resized to active or stopped' }).hover();
    expect(screen.container.querySelectorAll('[data-told]')).toHaveLength(2);
    expect(screen.getByRole('list').elements()).toHaveLength(2);
  });

  it('cuts no word of a chip, and keeps it large enough to be touched', async () => {
    const { screen } = await open(WIDE);
    const chips = screen.getByRole('button').elements();
    const cut = chips.filter((chip) => chip.scrollWidth > chip.clientWidth || chip.scrollHeight > chip.clientHeight);
    expect(cut.map((chip) => chip.textContent)).toEqual([]);
    const small = chips.filter((chip) => Math.min(chip.clientWidth, chip.clientHeight) < 24);
    expect(small.map((chip) => chip.textContent)).toEqual([]);
    expect(parseFloat(getComputedStyle(chips[0]!).fontSize)).toBeGreaterThanOrEqual(11);
  });
});

describe('the lifecycle as a map', () => {
  it('fits a phone, with boxes that can be read and touched', async () => {
    const { screen } = await open(NARROW);
    const frame = screen.container.querySelector('.frame')!;
    expect(frame.scrollWidth).toBe(frame.clientWidth);
    const boxes = [...screen.container.querySelectorAll<HTMLElement>('button.box')];
    expect(boxes).toHaveLength(statechart.boxes.length + 1);
    expect(boxes.filter((box) => box.scrollWidth > box.clientWidth).map((box) => box.textContent)).toEqual([]);
    expect(boxes.filter((box) => box.offsetHeight < 24)).toEqual([]);
    expect(parseFloat(getComputedStyle(boxes[0]!).fontSize)).toBeGreaterThanOrEqual(11);
  });

  it('lists what leads out of the state, and of another that is pressed', async () => {
    const { screen } = await open(NARROW);
    const here = screen.getByRole('region', { name: 'From active' });
    await expect.element(here.getByRole('button', { name: 'Stop: active to stopped' })).toBeVisible();
    await screen.getByRole('button', { name: 'paused', exact: true }).click();
    const there = screen.getByRole('region', { name: 'From paused' });
    await expect.element(there.getByRole('button', { name: 'Unpause: paused to active' })).toBeVisible();
    await screen.getByRole('button', { name: 'shelved', exact: true }).click();
    await expect.element(screen.getByText('Goes on to shelved_offloaded by itself.')).toBeVisible();
  });

  it('follows the server, and keeps the focus where it was', async () => {
    const { playground, screen } = await open(NARROW);
    await screen.getByRole('button', { name: 'Stop: active to stopped' }).click();
    playground.runToEnd();
    const there = screen.getByRole('region', { name: 'From stopped' });
    await expect.element(there.getByRole('button', { name: 'Start: stopped to active' })).toBeVisible();
    await expect.element(there).toHaveFocus();
  });

  it('forgets what was pointed at as it goes away', async () => {
    const { playground, screen } = await open(NARROW);
    await screen.getByRole('button', { name: 'Pause: active to paused' }).hover();
    await expect.element(screen.getByText('Would go')).toBeVisible();
    playground.act({ type: 'stop' });
    playground.runToEnd();
    await expect.element(screen.getByRole('region', { name: 'From stopped' })).toBeVisible();
    await expect.element(screen.getByText('Last', { exact: true })).toBeVisible();
  });
});
