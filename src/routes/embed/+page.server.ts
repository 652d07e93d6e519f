import EmbeddedPage from '$lib/ui/embed/EmbeddedPage.svelte';
import { prerenderIsland, type Island } from '../../islands/prerender.ts';

export function load(): { page: Island } {
  return { page: prerenderIsland('embed', EmbeddedPage) };
}
