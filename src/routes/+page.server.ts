import Playground from '$lib/ui/Playground.svelte';
import { prerenderIsland, type Island } from '../islands/prerender.ts';

export function load(): { playground: Island } {
  return { playground: prerenderIsland('playground', Playground) };
}
