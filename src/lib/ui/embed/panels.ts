/** What an embedded page can show below its step, and where each part is fetched from. */
import type { Panel } from '../../session/link/presentation.ts';
import { isPaneName } from '../dock/pane-names.ts';
import { fetchPane, type FetchPane } from '../dock/panes.ts';
import type { Playground } from '../playground.svelte.ts';
import { dockText } from '../text/en/dock.ts';
import type { Walk } from '../walk.svelte.ts';
import type { ON_PLAYGROUND } from './wanted-panels.ts';

/** The step and the picture come with the page: nearly every embed has them. */
export type FetchedPanel = Exclude<Panel, 'step' | 'truths'>;

type OnPlayground = (typeof ON_PLAYGROUND)[number];

const { repairs, lifecycle, ...walked } = fetchPane;

export const fetchOnPlayground: Readonly<Record<OnPlayground, FetchPane<Playground>>> = {
  repairs,
  lifecycle,
  operations: () => import('../operations/Operations.svelte')
};

export const fetchOnWalk: Readonly<Record<Exclude<FetchedPanel, OnPlayground>, FetchPane<Walk>>> = {
  ...walked,
  // Without its editor: that is in the full page, one press away.
  xml: () => import('../xml/DomainXml.svelte'),
  client: () => import('../client/ClientView.svelte'),
  log: () => import('../log/ComputeLog.svelte'),
  server: () => import('../server/ServerPanel.svelte')
};

/** Whether the part does something to the server, or says that nothing can be done. */
export function isOnPlayground(panel: FetchedPanel): panel is OnPlayground {
  return panel in fetchOnPlayground;
}

/** The title of a part that brings none of its own; null for one that does. */
export function titleOf(panel: FetchedPanel): string | null {
  return isPaneName(panel) ? dockText.panes[panel] : null;
}

/** Fetches what will be shown, so that it comes all at once. What fails will say so in its place. */
export async function fetchAll(panels: readonly Panel[]): Promise<void> {
  const fetched = panels.filter((panel): panel is FetchedPanel => panel !== 'step' && panel !== 'truths');
  await Promise.allSettled([
    ...(panels.includes('step') ? [import('../steps/StepTold.svelte')] : []),
    ...fetched.map((panel) => (isOnPlayground(panel) ? fetchOnPlayground[panel]() : fetchOnWalk[panel]()))
  ]);
}
