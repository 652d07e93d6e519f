import { dev } from '$app/environment';
import { islandScript } from '../islands/prerender.ts';
import type { LayoutServerLoad } from './$types';

/** The script that keeps the site for when there is no network; not while it is worked on, and not in an embed. */
export const load: LayoutServerLoad = ({ route }): { offline: string | null } => ({
  offline: dev || route.id?.startsWith('/embed') ? null : islandScript('offline')
});
