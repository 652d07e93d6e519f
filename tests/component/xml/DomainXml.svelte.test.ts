import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { articleStory } from '../../../src/lib/session/article.ts';
import { cloudOf, goTo, reportOf, type Session } from '../../../src/lib/session/session.ts';
import { domainXml } from '../../../src/lib/session/views/domain-xml.ts';
import DomainXml from '../../../src/lib/ui/xml/DomainXml.svelte';
import XmlWithEditor from '../../../src/lib/ui/xml/XmlWithEditor.svelte';

const story = articleStory();

/** The moment after the first step of a name. */
function afterStep(op: string, step: string): Session {
  const moments = story.timeline.line.map((_, position) => goTo(story, position));
  const found = moments.find((moment) => reportOf(moment)?.op === op && reportOf(moment)?.step === step);
  if (!found) throw new Error(`the article has no ${op}: ${step}`);
  return found;
}

const attached = afterStep('attach', 'attach_device');

async function shown(session: Session = attached) {
  const screen = await render(DomainXml, { session });
  const tree = screen.getByRole('tree');
  return {
    ...screen,
    tree,
    rows: () => tree.getByRole('treeitem').elements(),
    explanation: screen.getByTestId('xml-explanation'),
    status: screen.getByTestId('xml-status'),
    feedback: screen.getByRole('status'),
    /** The row that a screen reader would be told of. */
    active: () => document.getElementById(tree.element().getAttribute('aria-activedescendant') ?? '')
  };
}

/** What a row says, without what is only there for the eye. */
const said = (row: Element | null | undefined) => row?.textContent.replaceAll(/\s+/g, ' ').trim() ?? '';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the marks', () => {
  it('say in words which lines the step added, and which disk they are', async () => {
    const { rows, status } = await shown();
    await expect.element(status).toHaveTextContent('changed in this step: 9 lines added');
    const added = rows().filter((row) => said(row).includes('added:'));
    expect(added).toHaveLength(9);
    expect(said(added[0])).toContain("<disk type='block' device='disk'>volume1");
    expect(added.every((row) => said(row).startsWith('+'))).toBe(true);
  });

  it('show the disks where a step changes nothing', async () => {
    const { tree, rows, status } = await shown(goTo(story, 0));
    await expect.element(status).toHaveTextContent('unchanged in this step');
    await expect.element(tree).toHaveTextContent("<target dev='vda' bus='virtio'/>");
    expect(rows().filter((row) => row.hasAttribute('aria-expanded'))).toHaveLength(2);
  });
});

describe('the folds', () => {
  it('open and close, and stay open through a step', async () => {
    const { tree, rerender } = await shown();
    const fold = tree.getByRole('treeitem', { name: /unchanged lines/ }).first();
    await expect.element(fold).toHaveAttribute('aria-expanded', 'false');
    await expect.element(tree).not.toHaveTextContent('<nova:flavor');

    await fold.click();
    await expect.element(fold).toHaveAttribute('aria-expanded', 'true');
    await expect.element(tree).toHaveTextContent('<nova:flavor');

    await rerender({ session: goTo(attached, attached.timeline.position + 1) });
    await expect.element(tree).toHaveTextContent('<nova:flavor');

    await fold.click();
    await expect.element(tree).not.toHaveTextContent('<nova:flavor');
  });

  it('open and close by keyboard', async () => {
    const { tree, active } = await shown();
    tree.element().focus();
    await userEvent.keyboard('{Home}{Enter}');
    await expect.element(tree).toHaveTextContent('<nova:flavor');
    expect(active()).toHaveAttribute('aria-expanded', 'true');
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(tree).not.toHaveTextContent('<nova:flavor');
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(tree).toHaveTextContent('<nova:flavor');
  });
});

describe('the lines', () => {
  it('are walked by the keys, from the first that the step changed', async () => {
    const { tree, active, explanation } = await shown();
    tree.element().focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(said(active())).toContain("<disk type='block'");
    expect(active()).toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(said(active())).toContain("<target dev='vdb' bus='virtio'/>");
    await expect.element(explanation).toHaveTextContent('<target> libvirt’s name for the disk');

    await userEvent.keyboard('{ArrowRight}');
    await expect.element(explanation).toHaveTextContent('<target dev> The name that Nova computed');
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(explanation).toHaveTextContent('<target bus>');
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    await expect.element(explanation).toHaveTextContent('<target> libvirt’s name');

    await userEvent.keyboard('{End}{ArrowDown}');
    expect(said(active())).toContain('unchanged lines');
    await userEvent.keyboard('{Home}{ArrowUp}');
    expect(said(active())).toContain('unchanged lines');
  });

  it('are told to a screen reader when the keys reach them, and not when the pointer does', async () => {
    const { tree, explanation, container } = await shown();
    const live = container.querySelector('[aria-live="polite"]');
    const alias = tree.getByText("'virtio-disk1'");
    await alias.hover();
    await expect.element(explanation).toHaveTextContent('<alias name> The id of the disk in QEMU.');
    expect(live).toHaveTextContent('');

    tree.element().focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(live).toHaveTextContent('One disk. Disks of one bus stand');
    await expect.element(explanation).toHaveTextContent('<disk> One disk.');
  });

  it('are explained when they are pressed, as on a phone', async () => {
    const { tree, explanation, active } = await shown();
    await tree.getByText("'vdb'").click();
    expect(said(active())).toContain("<target dev='vdb'");
    await expect.element(explanation).toHaveTextContent('<target dev> The name that Nova computed');
  });

  it('leave the keys that are not theirs to the browser', async () => {
    const { tree } = await shown();
    const event = new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true, cancelable: true });
    tree.element().dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
  });
});

describe('the two definitions', () => {
  it('are each shown when asked for', async () => {
    const { getByRole, tree } = await shown();
    const persistent = getByRole('button', { name: 'Persistent' });
    await expect.element(persistent).toHaveAttribute('aria-pressed', 'false');
    await expect.element(tree).toHaveTextContent('virtio-disk1');
    await persistent.click();
    await expect.element(persistent).toHaveAttribute('aria-pressed', 'true');
    await expect.element(tree).toHaveTextContent("<target dev='vdb'");
    await expect.element(tree).not.toHaveTextContent('virtio-disk1');
  });

  it('say so when there is none, and that there is nothing to take', async () => {
    const gone = await shown(afterStep('hardReboot', 'destroy'));
    await expect.element(gone.status).toHaveTextContent('gone with this step: all 151 lines');
    await gone.unmount();

    const { getByRole, getByText } = await render(DomainXml, { session: afterStep('hardReboot', 'define') });
    await expect.element(getByText('there is no such definition at this moment', { exact: true })).toBeVisible();
    expect(getByRole('tree').elements()).toHaveLength(0);
    const copy = getByRole('button', { name: 'Copy XML' });
    await expect.element(copy).toHaveAttribute('aria-disabled', 'true');
    await expect.element(copy).toHaveAccessibleDescription(/nothing to take/);
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await copy.click({ force: true });
    expect(write).not.toHaveBeenCalled();
    await getByRole('button', { name: 'Persistent' }).click();
    await expect.element(getByRole('tree')).toBeVisible();
  });
});

describe('taking it away', () => {
  it('copies the definition after the step, and says so until there is another', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const { getByRole, feedback, rerender } = await shown();
    await getByRole('button', { name: 'Copy XML' }).click();
    expect(write).toHaveBeenCalledExactlyOnceWith(domainXml(cloudOf(attached), 'live'));
    await expect.element(feedback).toHaveTextContent('148 lines are in the clipboard.');
    await rerender({ session: goTo(attached, 0) });
    await expect.element(feedback).toHaveTextContent('');
  });

  it('says what to do when the browser refuses to copy', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    const { getByRole, feedback } = await shown();
    await getByRole('button', { name: 'Copy XML' }).click();
    await expect.element(feedback).toHaveTextContent('The browser does not let this page copy. Use Download XML');
  });

  it('downloads it under the domain’s name', async () => {
    const saved: string[] = [];
    const made = vi.spyOn(URL, 'createObjectURL');
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(this.download);
    });
    const { getByRole } = await shown();
    await getByRole('button', { name: 'Download XML' }).click();
    await getByRole('button', { name: 'Persistent' }).click();
    await getByRole('button', { name: 'Download XML' }).click();
    expect(saved).toEqual(['instance-0000000a.xml', 'instance-0000000a-inactive.xml']);
    expect(await (made.mock.calls[0]![0] as Blob).text()).toBe(domainXml(cloudOf(attached), 'live'));
  });
});

describe('the editor', () => {
  it('is offered where there is room for it, and not on a phone', async () => {
    const { getByRole } = await render(XmlWithEditor, { session: attached });
    const open = getByRole('button', { name: 'Open in the editor' });
    await page.viewport(390, 844);
    await expect.element(open).not.toBeInTheDocument();
    await page.viewport(1000, 800);
    await expect.element(open).toBeVisible();
  });

  it('is not offered where the page brings none', async () => {
    const { getByRole } = await shown();
    await expect.element(getByRole('button', { name: 'Open in the editor' })).not.toBeInTheDocument();
  });
});
