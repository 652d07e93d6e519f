/** Where each pane is fetched from, wherever it is shown. */
import type { Component } from 'svelte';
import type { Session } from '../../session/session.ts';
import type { Playground } from '../playground.svelte.ts';
import type { Walk } from '../walk.svelte.ts';
import type { PaneName } from './pane-names.ts';

/** A part of the page that can be fetched by itself. */
export type Pane<Needed extends Walk> = Component<{ playground: Needed; session: Session }>;

export type FetchPane<Needed extends Walk> = () => Promise<{ readonly default: Pane<Needed> }>;

/** All but the domain XML, which a page offers with an editor of 3 MB or without it. */
export const fetchPane = {
  steps: () => import('../steps/Lanes.svelte'),
  why: () => import('../why/WhyName.svelte'),
  repairs: () => import('../repairs/Repairs.svelte'),
  lifecycle: () => import('../lifecycle/Lifecycle.svelte'),
  guest: () => import('../guest/Guest.svelte')
} satisfies Record<Exclude<PaneName, 'xml'>, FetchPane<Playground>>;
