/** What an embedded page can show below its step, and where each part is fetched from. */
import type { Panel } from '../../session/link/presentation.ts';
import { isPaneName } from '../dock/pane-names.ts';
import { fetchPane, type FetchPane } from '../dock/panes.ts';
import { dockText } from '../text/en/dock.ts';

/** The step and the picture come with the page: nearly every embed has them. */
export type FetchedPanel = Exclude<Panel, 'step' | 'truths'>;

export const fetchPanel: Readonly<Record<FetchedPanel, FetchPane>> = {
  ...fetchPane,
  // Without its editor: that is in the full page, one press away.
  xml: () => import('../xml/DomainXml.svelte'),
  client: () => import('../client/ClientView.svelte'),
  log: () => import('../log/ComputeLog.svelte'),
  server: () => import('../server/ServerPanel.svelte'),
  operations: () => import('../operations/Operations.svelte')
};

/** The title of a part that brings none of its own; null for one that does. */
export function titleOf(panel: FetchedPanel): string | null {
  return isPaneName(panel) ? dockText.panes[panel] : null;
}

/** Fetches what will be shown, so that it comes all at once. What fails will say so in its place. */
export async function fetchAll(panels: readonly Panel[]): Promise<void> {
  const fetched = panels.filter((panel): panel is FetchedPanel => panel in fetchPanel);
  await Promise.allSettled([
    ...(panels.includes('step') ? [import('../steps/StepTold.svelte')] : []),
    ...fetched.map((panel) => fetchPanel[panel]())
  ]);
}
